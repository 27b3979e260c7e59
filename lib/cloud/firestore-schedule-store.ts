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
import { beginTries, marksOf, type Tries } from "./commit-marks.ts";
import { documentVersions } from "./document-versions.ts";
import type { Database, FieldChange, Reader, StoredDocument } from "./firestore-documents.ts";
import { isPassing, orBusy } from "./firestore-errors.ts";
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
import { recentRecords } from "./recent-records.ts";
import { FRESH_MS, recentSchedules } from "./recent-schedules.ts";
import { recentViews } from "./recent-views.ts";
import { scheduleCommits } from "./schedule-commits.ts";
import type { SessionSeals } from "./session-seals.ts";
import { type SessionSightings, sessionSightings } from "./session-sightings.ts";
import { STORY_FIELD, type StoryDocument } from "./story-document.ts";

const StartSchema = z.object({ schemaVersion: z.literal(1), sessionId: z.string(), requestHash: z.string() });
const RunningSchema = z.object({ schemaVersion: z.literal(1), sessionIds: z.array(z.string()) });
const StateSchema = ScheduleSchema.pick({ state: true });
const PeekSchema = ScheduleSchema.pick({ state: true, epoch: true });

/** What of a schedule decides how it is put off, as far as it can be read. */
const ReadableSchema = z.object({
  state: SessionStateSchema.optional().catch(undefined),
  seq: z.int().optional().catch(undefined),
  sweepFailures: SweepFailuresSchema.optional().catch(undefined),
});

/** How long a start's key is remembered; Firestore's TTL on `expiresAt` deletes it after that. */
const KEY_LIFE_MS = 24 * 3_600_000;

/** A change that was asked for. */
interface Asked<T> {
  step: string | undefined;
  decide: (current: Seen) => Change<T>;
  seen: Seen | undefined;
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
  /** Milliseconds of any clock that never goes back. */
  now?: () => number;
}

export function firestoreScheduleStore(
  database: Database,
  seals: SessionSeals,
  { sightings = sessionSightings(), limits, now = () => performance.now() }: StoreOptions = {},
): ScheduleStore {
  const { read, begin, client } = database;
  const versions = documentVersions(now);
  const recent = recentSchedules(now);
  const views = recentViews();
  const records = recentRecords(now);
  const commits = scheduleCommits(begin, { versions, sightings, recent, views, records });
  const inTurn = sessionTurns();

  function parsed<T extends object>(
    schema: z.ZodType<T>,
    document: StoredDocument | undefined,
  ): T | undefined {
    if (document?.content === undefined) return undefined;
    const content = schema.parse(document.content);
    const { updateTime } = document;
    if (updateTime !== undefined) versions.note(content, { updateTime, marks: marksOf(document) });
    return content;
  }
  const parseSchedule = (document: StoredDocument | undefined): Schedule | undefined =>
    parsed(ScheduleSchema, document);
  const parseStep = (document: StoredDocument | undefined): StepRecord | undefined =>
    parsed(StepRecordSchema, document);

  /**
   * A session's place among those of its owner that run, as far as their starts were noted. That they ended is looked up
   * only when there is no place left, so that an end need not touch a document of the owner. Throws `TooManyRunningError`.
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

  /** Without a transaction where that can be: first on what this process knows, then on what it reads of the schedule. */
  async function changeSeen<T>(
    sessionId: string,
    { step, decide, seen }: Asked<T>,
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined> {
    const own = step === undefined ? undefined : records.of(sessionId, step);
    const newest = own && recent.newest(sessionId);
    const isFresh = (versions.of(seen?.schedule)?.ageMs ?? Number.POSITIVE_INFINITY) <= FRESH_MS;
    const known = own && newest ? { ...newest, record: own.record } : isFresh ? seen : undefined;
    const changed = known && (await commits.change({ step, decide, seen: known }, tries));
    // Whoever holds a step's claim is the only one to write its document, so that the schedule alone is read again.
    if (changed !== undefined || own === undefined) return changed;
    const document = await readNow(schedulePath(sessionId));
    const schedule = parseSchedule(document);
    if (document === undefined || schedule === undefined) return undefined;
    const done = tries.known(document);
    if (done !== undefined) return done;
    const now = readTimeOf(document);
    return commits.change({ step, decide, seen: { schedule, record: own.record, now } }, tries);
  }

  /** Undefined where Firestore does not answer now. */
  async function readNow(path: string): Promise<StoredDocument | undefined> {
    try {
      return (await read([path]))[0];
    } catch (error) {
      if (isPassing(error)) return undefined;
      throw error;
    }
  }

  async function changeSession<T>(sessionId: string, asked: Asked<T>): Promise<T> {
    const { step, decide } = asked;
    const tries = beginTries<T>();
    const changed = await changeSeen(sessionId, asked, tries);
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
      if (written !== undefined) views.note(sessionId, written);
      if (session !== undefined) noteWritten(sightings, session, undefined);
      return value;
    } finally {
      recent.forget(sessionId);
      if (step !== undefined) records.forget(sessionId, step);
    }
  }

  function knownViews(sessionId: string, outputs: ReadonlyMap<string, string>): Map<string, StepRecord> {
    const records = new Map<string, StepRecord>();
    for (const [step, output] of outputs) {
      const known = views.of(sessionId, step, output);
      if (known !== undefined) records.set(step, known);
    }
    return records;
  }

  return {
    knownViews,
    async create({ sessionId, ownerId, story, idempotency, mostRunning, cost }, build) {
      const { seal, wrapped: sessionKey } = await seals.begin({ ownerId, sessionId });
      const sealed = seal.seal(story, { ownerId, sessionId, field: STORY_FIELD });
      const document: StoryDocument = { schemaVersion: 2, ownerId, sealed, key: sessionKey };
      const start = () =>
        transact(database, async (tx) => {
          const key = idempotency && idempotencyPath(ownerId, idempotency.key);
          const scheduleAt = schedulePath(sessionId);
          const paths = [scheduleAt, ...(key === undefined ? [] : [key])];
          const [taken, earlier] = await tx.read(paths);
          // Nobody else has this id: the answer of our own commit was lost.
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
      return limits?.service === undefined ? start() : inTurn(SERVICE_WINDOWS, start);
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
      const written = input === undefined ? undefined : recent.take(sessionId, { step, input });
      if (written !== undefined) return { ...written, record: undefined };
      return patiently(async () => {
        const paths = [schedulePath(sessionId), stepPath(sessionId, step)];
        const [document, stepDocument] = await read(paths);
        const schedule = parseSchedule(document);
        return schedule && { schedule, record: parseStep(stepDocument), now: readTimeOf(document) };
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
          views.note(sessionId, record);
        }
        return records;
      });
    },
    async updateStep(sessionId, step, decide, seen) {
      const tries = beginTries<ReturnType<typeof decide>["value"]>();
      const at = stepPath(sessionId, step);
      if (seen !== undefined && seen.record === undefined) {
        const { step: first, value } = decide(undefined, seen.now);
        if (first !== undefined && (await commits.create(sessionId, { step: first, value }, tries)))
          return value;
      }
      const own = records.of(sessionId, step);
      const changed = own && (await commits.changeStep(sessionId, { decide, seen: own }, tries));
      if (changed !== undefined) return changed.value;
      records.forget(sessionId, step);
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
    update(sessionId, step, decide, seen) {
      const change = () => changeSession(sessionId, { step, decide, seen });
      return step === undefined ? change() : inTurn(sessionId, change);
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
        recent.forget(sessionId);
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
          // A stream that breaks goes on behind the last document, and needs what it is ordered by.
          .select("dueAt")
          .get();
        // By its place, which is there whatever the document says.
        return found.docs.flatMap(({ ref }) => ref.parent.parent?.id ?? []);
      });
    },
  };
}

const changesTo = (fields: object): FieldChange[] =>
  Object.entries(fields).map(([field, value]) => ({ field: [field], value }));

/** A read in a transaction says at which time it read, whether or not the document exists. */
function readTimeOf(document: StoredDocument | undefined): number {
  if (document === undefined) throw new RangeError("Firestore gave no document for a path");
  return document.readAt;
}
