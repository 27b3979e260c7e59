// The documents that decide, in Firestore. They are parsed on every read; times are the transactions' own read times.
import * as z from "zod";
import type { ClientSession } from "../pipeline/client-documents.ts";
import {
  isLive,
  type Schedule,
  ScheduleSchema,
  SessionStateSchema,
  SweepFailuresSchema,
} from "../pipeline/schedule.ts";
import {
  type Change,
  IdempotencyConflictError,
  type ScheduleStore,
  type Seen,
  SessionMissingError,
  TooManyRunningError,
} from "../pipeline/schedule-store.ts";
import { sessionTurns } from "../pipeline/session-turns.ts";
import { type StepRecord, StepRecordSchema } from "../pipeline/step-record.ts";
import { planPutOff, shownEnd } from "../pipeline/sweep-failures.ts";
import { beginTries, marksOf } from "./commit-marks.ts";
import type { Database, FieldChange, Reader, StoredDocument } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { type StoreLimits, takeStart } from "./firestore-funds.ts";
import {
  idempotencyPath,
  PRIVATE_COLLECTION,
  runningPath,
  SERVICE_WINDOWS,
  schedulePath,
  sessionPath,
  stepPath,
  storyPath,
} from "./firestore-paths.ts";
import { noteWritten, writeEvents, writeShown } from "./firestore-shown.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import type { ScheduleMemory } from "./schedule-memory.ts";
import type { SessionSeals } from "./session-seals.ts";
import { type SessionSightings, sessionSightings } from "./session-sightings.ts";
import { GIVEN_FIELD, STORY_FIELD, type StoryDocument } from "./story-document.ts";

const StartSchema = z.object({ schemaVersion: z.literal(1), sessionId: z.string(), requestHash: z.string() });
const RunningSchema = z.object({ schemaVersion: z.literal(1), sessionIds: z.array(z.string()) });
const StateSchema = ScheduleSchema.pick({ state: true });
const PeekSchema = ScheduleSchema.pick({ state: true, epoch: true });

/** The fields of a schedule that determine its deferral, as far as they can be read. */
const ReadableSchema = z.object({
  state: SessionStateSchema.optional().catch(undefined),
  seq: z.int().optional().catch(undefined),
  sweepFailures: SweepFailuresSchema.optional().catch(undefined),
});

/** How long a start's idempotency key is stored; Firestore's TTL on `expiresAt` deletes it afterwards. */
const KEY_LIFE_MS = 24 * 3_600_000;

/** A requested change. */
interface Asked<T> {
  step: string | undefined;
  decide: (current: Seen) => Change<T>;
}

interface Place {
  ownerId: string;
  sessionId: string;
}

interface StoreOptions {
  /** Those of the projector. */
  sightings?: SessionSightings;
  /** Of the ledger; undefined: sessions start without an allotment. */
  limits?: StoreLimits;
  /** This process's cache; without it, every read and every change is a request to Firestore. */
  memory?: ScheduleMemory;
}

export function firestoreScheduleStore(
  database: Database,
  seals: SessionSeals,
  { sightings = sessionSightings(), limits, memory }: StoreOptions = {},
): ScheduleStore {
  const { read, client } = database;
  const startsInTurn = sessionTurns();

  function parsed<T extends object>(
    schema: z.ZodType<T>,
    document: StoredDocument | undefined,
  ): T | undefined {
    if (document?.content === undefined) return undefined;
    const content = schema.parse(document.content);
    memory?.noteVersion(content, document);
    return content;
  }
  const parseSchedule = (document: StoredDocument | undefined): Schedule | undefined =>
    parsed(ScheduleSchema, document);
  const parseStep = (document: StoredDocument | undefined): StepRecord | undefined =>
    parsed(StepRecordSchema, document);

  /**
   * Notes a session as running for its owner. Ended sessions are looked up only when the limit is reached, so that the end of a session
   * need not write a document of the owner. Throws `TooManyRunningError`.
   */
  async function placeFor(tx: Pick<Reader, "read">, { ownerId, sessionId }: Place, most: number) {
    const at = runningPath(ownerId);
    const [document] = await tx.read([at]);
    const all = document?.content === undefined ? [] : RunningSchema.parse(document.content).sessionIds;
    const noted = all.filter((id) => id !== sessionId);
    const taken = (others: readonly string[]) => ({
      at,
      taken: { schemaVersion: 1, ownerId, sessionIds: [...others, sessionId] },
    });
    if (noted.length < most) return taken(noted);
    const schedules = await tx.read(noted.map(schedulePath), ["state"]);
    const live = schedules.map(
      ({ content }) => content !== undefined && isLive(StateSchema.parse(content).state),
    );
    const sessionIds = noted.filter((_, index) => live[index]);
    if (sessionIds.length >= most) throw new TooManyRunningError(most);
    return taken(sessionIds);
  }

  async function changeSession<T>(sessionId: string, asked: Asked<T>): Promise<T> {
    const { step, decide } = asked;
    const tries = beginTries<T>();
    const changed = await memory?.change(sessionId, asked, tries);
    if (changed !== undefined) return changed.value;
    let session: ClientSession | undefined;
    let written: StepRecord | undefined;
    try {
      const { value } = await transact(database, async (tx): Promise<{ value: T }> => {
        const scheduleAt = schedulePath(sessionId);
        const stepAt = step === undefined ? undefined : stepPath(sessionId, step);
        const paths = [scheduleAt, ...(stepAt === undefined ? [] : [stepAt])];
        const [document, stepDocument] = await tx.read(paths);
        const schedule = parseSchedule(document);
        if (schedule === undefined) throw new SessionMissingError(sessionId);
        const known = tries.known(document) ?? tries.known(stepDocument);
        if (known !== undefined) return known;
        const now = readTimeOf(document);
        const record = parseStep(stepDocument);
        const { schedule: next, step: after, shown, value } = decide({ schedule, record, now });
        if (next !== undefined) tx.set(scheduleAt, tries.marked(marksOf(document), next, value));
        if (next !== undefined && shown !== undefined) writeShown(tx, { sessionId, shown, now });
        session = next && shown?.session?.document;
        written = stepAt === undefined ? undefined : after;
        if (after !== undefined && stepAt !== undefined) {
          tx.set(stepAt, tries.marked(marksOf(stepDocument), after, value));
        }
        return { value };
      });
      if (written !== undefined) memory?.noteView(sessionId, written);
      if (session !== undefined) noteWritten(sightings, session, undefined);
      return value;
    } finally {
      memory?.forget(sessionId, step);
    }
  }

  const knownViews: ScheduleStore["knownViews"] = (sessionId, outputs) =>
    memory?.knownViews(sessionId, outputs) ?? new Map();

  return {
    knownViews,
    async create({ sessionId, ownerId, story, given, idempotency, mostRunning, cost }, build) {
      const { seal, wrapped: sessionKey } = await seals.begin({ ownerId, sessionId });
      const sealed = seal.seal(story, { ownerId, sessionId, field: STORY_FIELD });
      const document: StoryDocument = {
        ...{ schemaVersion: 2, ownerId, sealed, key: sessionKey },
        ...(given !== undefined && { given: seal.seal(given, { ownerId, sessionId, field: GIVEN_FIELD }) }),
      };
      const start = () =>
        transact(database, async (tx) => {
          const key = idempotency && idempotencyPath(ownerId, idempotency.key);
          const scheduleAt = schedulePath(sessionId);
          const paths = [scheduleAt, ...(key === undefined ? [] : [key])];
          const [taken, earlier] = await tx.read(paths);
          // No other session has this id, so the response to our own commit was lost.
          if (taken?.content !== undefined) return { sessionId, created: true };
          if (earlier?.content !== undefined) {
            const start = StartSchema.parse(earlier.content);
            if (start.requestHash !== idempotency?.requestHash) throw new IdempotencyConflictError();
            return { sessionId: start.sessionId, created: false };
          }
          const running =
            mostRunning === undefined ? undefined : await placeFor(tx, { ownerId, sessionId }, mostRunning);
          const now = readTimeOf(taken);
          const asked = { sessionId, ownerId, ...(cost ?? { mayCostMicros: 0, budgetMicros: undefined }) };
          const writeStart = limits && (await takeStart(tx, asked, { limits, now }));
          const { schedule, session, events } = build(now);
          writeStart?.(tx);
          if (running !== undefined) {
            tx.set(running.at, running.taken);
          }
          tx.create(scheduleAt, schedule);
          tx.create(sessionPath(sessionId), session);
          writeEvents(tx, { sessionId, events });
          tx.create(storyPath(sessionId), document);
          if (key && idempotency) {
            const { requestHash } = idempotency;
            const expiresAt = new Date(now + KEY_LIFE_MS);
            tx.create(key, { schemaVersion: 1, ownerId, sessionId, requestHash, expiresAt });
          }
          return { sessionId, created: true };
        });
      // Starts of one process would only wait for one another's locks on the service's windows.
      return limits?.service === undefined ? start() : startsInTurn(SERVICE_WINDOWS, start);
    },
    takePlace({ sessionId, ownerId, mostRunning }) {
      return transact(database, async (tx) => {
        const running = await placeFor(tx, { ownerId, sessionId }, mostRunning);
        tx.set(running.at, running.taken);
      });
    },
    read(sessionId) {
      return patiently(async () => parseSchedule((await read([schedulePath(sessionId)]))[0]));
    },
    async readWith(sessionId, step, input) {
      const recalled = input === undefined ? undefined : memory?.recall(sessionId, step, input);
      if (recalled !== undefined) return recalled;
      return patiently(async () => {
        const paths = [schedulePath(sessionId), stepPath(sessionId, step)];
        const [document, stepDocument] = await read(paths);
        const schedule = parseSchedule(document);
        if (schedule === undefined) return undefined;
        const seen = { schedule, record: parseStep(stepDocument), now: readTimeOf(document) };
        memory?.noteSeen(step, seen);
        return seen;
      });
    },
    peek(sessionId) {
      return patiently(async () => {
        const [document] = await read([schedulePath(sessionId)], ["state", "epoch"]);
        if (document?.content === undefined) return undefined;
        const { state, epoch } = PeekSchema.parse(document.content);
        return { status: state.status, epoch };
      });
    },
    readSteps(sessionId, steps, outputs) {
      return patiently(async () => {
        const records = knownViews(sessionId, outputs ?? new Map());
        const unknown = steps.filter((step) => !records.has(step));
        if (unknown.length === 0) return records;
        const documents = await read(unknown.map((step) => stepPath(sessionId, step)));
        for (const document of documents) {
          const record = parseStep(document);
          if (record === undefined) continue;
          records.set(record.step, record);
          memory?.noteView(sessionId, record);
        }
        return records;
      });
    },
    async updateStep(sessionId, step, decide) {
      const tries = beginTries<ReturnType<typeof decide>["value"]>();
      const changed = await memory?.changeStep(sessionId, { step, decide }, tries);
      if (changed !== undefined) return changed.value;
      const at = stepPath(sessionId, step);
      return transact(database, async (tx) => {
        const [document] = await tx.read([at]);
        const known = tries.known(document);
        if (known !== undefined) return known.value;
        const change = decide(parseStep(document), readTimeOf(document));
        if (change.step !== undefined) {
          tx.set(at, tries.marked(marksOf(document), change.step, change.value));
        }
        return change.value;
      });
    },
    update(sessionId, step, decide) {
      const change = () => changeSession(sessionId, { step, decide });
      return step === undefined || memory === undefined ? change() : memory.inTurn(sessionId, change);
    },
    async putOff(sessionId, error) {
      try {
        return await transact(database, async (tx) => {
          const [scheduleAt, sessionAt] = [schedulePath(sessionId), sessionPath(sessionId)];
          const [schedule, session] = await tx.read(
            [scheduleAt, sessionAt],
            ["state", "seq", "sweepFailures"],
          );
          if (schedule?.content === undefined) return undefined;
          const now = readTimeOf(schedule);
          const putOff = planPutOff(ReadableSchema.parse(schedule.content), error, now);
          tx.update(scheduleAt, changesTo(putOff));
          const { seq = 0 } = ReadableSchema.parse(session?.content ?? {});
          const ended = shownEnd(putOff, seq, now);
          if (session?.content !== undefined && ended !== undefined) tx.update(sessionAt, changesTo(ended));
          return putOff;
        });
      } finally {
        memory?.forget(sessionId);
      }
    },
    due(shard, before, limit) {
      return orBusy(async () => {
        const db = await client();
        const found = await db
          .collectionGroup(PRIVATE_COLLECTION)
          .where("shard", "==", shard)
          .where("dueAt", "<=", before)
          .orderBy("dueAt")
          .limit(limit)
          // A broken stream continues after the last document, and needs the field of its order.
          .select("dueAt")
          .get();
        // Ordered by the path, which every document has.
        return found.docs.flatMap(({ ref }) => ref.parent.parent?.id ?? []);
      });
    },
  };
}

const changesTo = (fields: object): FieldChange[] =>
  Object.entries(fields).map(([field, value]) => ({ field: [field], value }));

/** A read in a transaction returns its read time, whether or not the document exists. */
function readTimeOf(document: StoredDocument | undefined): number {
  if (document === undefined) throw new RangeError("Firestore returned no document for a path");
  return document.readAt;
}
