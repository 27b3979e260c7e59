// The pipeline's stores in memory: for tests, simulations and programs without a database. Documents are shared, not copied, so readers
// must not change them.
import { BlobMissingError, type BlobStore } from "./blob-store.ts";
import { contentHash } from "./canonical-json.ts";
import type { DeadLetter, DeadLetterStore } from "./dead-letters.ts";
import type { DocumentEraser, FileEraser, Tombstone } from "./deletion.ts";
import type { MemoryLedger } from "./memory-ledger.ts";
import { type MemoryProjector, memoryProjector } from "./memory-projector.ts";
import type { StepMessage, StepPublisher } from "./message.ts";
import { isLive, type Schedule } from "./schedule.ts";
import {
  type Creation,
  type IdempotencyClaim,
  IdempotencyConflictError,
  type ScheduleStore,
  SessionMissingError,
  TooManyRunningError,
} from "./schedule-store.ts";
import type { StepRecord } from "./step-record.ts";
import type { StoryVault } from "./story-vault.ts";
import { planPutOff, shownEnd } from "./sweep-failures.ts";

export interface MemoryStores {
  schedules: ScheduleStore;
  stories: StoryVault;
  projector: MemoryProjector;
  eraser: DocumentEraser;
}

interface StoredSession {
  schedule: Schedule;
  steps: Map<string, StepRecord>;
  story: string;
  given: string | undefined;
}

/** `now`: the time that transactions read. `ledger`: gives sessions their first allotment. */
export function memoryStores(now: () => number, ledger?: Pick<MemoryLedger, "start">): MemoryStores {
  const sessions = new Map<string, StoredSession>();
  const starts = new Map<string, { sessionId: string; requestHash: string }>();
  const projector = memoryProjector(now, (sessionId, step) => sessions.get(sessionId)?.steps.get(step));

  function find(sessionId: string): StoredSession {
    const session = sessions.get(sessionId);
    if (session === undefined) throw new SessionMissingError(sessionId);
    return session;
  }

  function runningOf(ownerId: string): number {
    const schedules = [...sessions.values()].map(({ schedule }) => schedule);
    return schedules.filter((schedule) => schedule.ownerId === ownerId && isLive(schedule.state)).length;
  }

  function earlierStart(ownerId: string, claim: IdempotencyClaim): string | undefined {
    const earlier = starts.get(`${ownerId} ${claim.key}`);
    if (earlier !== undefined && earlier.requestHash !== claim.requestHash)
      throw new IdempotencyConflictError();
    return earlier?.sessionId;
  }

  const schedules: ScheduleStore = {
    async create({ sessionId, ownerId, story, given, ...begun }: Creation, build) {
      const { idempotency, mostRunning, cost } = begun;
      const earlier = idempotency && earlierStart(ownerId, idempotency);
      if (earlier !== undefined) return { sessionId: earlier, created: false };
      if (mostRunning !== undefined && runningOf(ownerId) >= mostRunning) {
        throw new TooManyRunningError(mostRunning);
      }
      ledger?.start({ sessionId, ownerId, ...(cost ?? { mayCostMicros: 0, budgetMicros: undefined }) });
      const { schedule, session, events } = build(now());
      sessions.set(sessionId, { schedule, steps: new Map(), story, given });
      projector.sessions.set(sessionId, session);
      projector.showAtOnce(sessionId, { events });
      if (idempotency !== undefined) {
        starts.set(`${ownerId} ${idempotency.key}`, { sessionId, requestHash: idempotency.requestHash });
      }
      return { sessionId, created: true };
    },
    async takePlace({ sessionId, ownerId, mostRunning }) {
      const isLiveItself = isLive(find(sessionId).schedule.state);
      if (runningOf(ownerId) - (isLiveItself ? 1 : 0) >= mostRunning)
        throw new TooManyRunningError(mostRunning);
    },
    async read(sessionId) {
      return sessions.get(sessionId)?.schedule;
    },
    async readWith(sessionId, step) {
      const session = sessions.get(sessionId);
      return session && { schedule: session.schedule, record: session.steps.get(step), now: now() };
    },
    async peek(sessionId) {
      const schedule = sessions.get(sessionId)?.schedule;
      return schedule && { status: schedule.state.status, epoch: schedule.epoch };
    },
    async readSteps(sessionId, steps) {
      const found = new Map<string, StepRecord>();
      for (const step of steps) {
        const record = sessions.get(sessionId)?.steps.get(step);
        if (record !== undefined) found.set(step, record);
      }
      return found;
    },
    knownViews(sessionId, outputs) {
      const found = new Map<string, StepRecord>();
      for (const [step, output] of outputs) {
        const record = sessions.get(sessionId)?.steps.get(step);
        if (record?.viewOf === output) found.set(step, record);
      }
      return found;
    },
    async updateStep(sessionId, step, decide) {
      const { steps } = find(sessionId);
      const change = decide(steps.get(step), now());
      if (change.step !== undefined) steps.set(step, change.step);
      return change.value;
    },
    async update(sessionId, step, decide) {
      const session = find(sessionId);
      const record = step === undefined ? undefined : session.steps.get(step);
      const change = decide({ schedule: session.schedule, record, now: now() });
      if (change.step !== undefined) session.steps.set(change.step.step, change.step);
      if (change.schedule !== undefined) {
        session.schedule = change.schedule;
        if (change.shown !== undefined) projector.showAtOnce(sessionId, change.shown);
      }
      return change.value;
    },
    async putOff(sessionId, error) {
      const session = sessions.get(sessionId);
      if (session === undefined) return undefined;
      const putOff = planPutOff(session.schedule, error, now());
      session.schedule = { ...session.schedule, ...putOff };
      const shown = projector.sessions.get(sessionId);
      const ended = shown && shownEnd(putOff, shown.seq, now());
      if (shown !== undefined && ended !== undefined)
        projector.sessions.set(sessionId, { ...shown, ...ended });
      return putOff;
    },
    async due(shard, before, limit) {
      return [...sessions.values()]
        .map(({ schedule }) => schedule)
        .flatMap(({ sessionId, dueAt, ...schedule }) =>
          schedule.shard === shard && dueAt !== null && dueAt <= before ? [{ sessionId, dueAt }] : [],
        )
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ sessionId }) => sessionId);
    },
  };

  function checkOwner(sessionId: string, ownerId: string): void {
    if (find(sessionId).schedule.ownerId !== ownerId)
      throw new RangeError("the session belongs to another owner");
  }

  const stories: StoryVault = {
    async read(sessionId) {
      return find(sessionId).story;
    },
    async readGiven(sessionId) {
      return find(sessionId).given;
    },
    // Encoded and bound to its session, as sealed text in the cloud is.
    async seal({ sessionId, ownerId }, text) {
      checkOwner(sessionId, ownerId);
      return Buffer.from(Buffer.from(`${sessionId} ${text}`).toString("base64"));
    },
    async open({ sessionId, ownerId }, sealed) {
      checkOwner(sessionId, ownerId);
      const text = Buffer.from(Buffer.from(sealed).toString(), "base64").toString();
      if (!text.startsWith(`${sessionId} `)) throw new RangeError("it was sealed for another session");
      return text.slice(sessionId.length + 1);
    },
  };
  const tombstones = new Map<string, Tombstone>();
  const eraser: DocumentEraser = {
    async bury(sessionId) {
      find(sessionId);
      sessions.delete(sessionId);
      projector.sessions.delete(sessionId);
      tombstones.set(sessionId, { sessionId, deletedAt: now() });
    },
    async erase(sessionId) {
      for (const documents of [projector.phases, projector.pages, projector.events]) {
        for (const key of documents.keys()) {
          if (key.startsWith(`${sessionId}/`)) documents.delete(key);
        }
      }
      for (const [key, start] of starts) {
        if (start.sessionId === sessionId) starts.delete(key);
      }
    },
    async buriedBefore(time, limit) {
      const old = [...tombstones.values()].filter(({ deletedAt }) => deletedAt <= time);
      return old.sort((a, b) => a.deletedAt - b.deletedAt).slice(0, limit);
    },
    async forget(sessionId) {
      tombstones.delete(sessionId);
    },
  };
  return { schedules, stories, projector, eraser };
}

/** `blobs` holds blobs by `{sessionId}/{hash}`. */
export function memoryBlobs(): BlobStore & FileEraser & { blobs: ReadonlyMap<string, Uint8Array> } {
  const blobs = new Map<string, Uint8Array>();
  const store: BlobStore = {
    async put(sessionId, bytes) {
      const hash = contentHash(bytes);
      blobs.set(`${sessionId}/${hash}`, bytes);
      return hash;
    },
    async putStream(sessionId, chunks, contentType) {
      const held: Uint8Array[] = [];
      for await (const chunk of chunks) held.push(chunk);
      return store.put(sessionId, Buffer.concat(held), contentType);
    },
    async get(sessionId, hash) {
      const bytes = blobs.get(`${sessionId}/${hash}`);
      if (bytes === undefined) throw new BlobMissingError(sessionId, hash);
      return bytes;
    },
    async *getStream(sessionId, hash) {
      yield await store.get(sessionId, hash);
    },
  };
  return {
    ...store,
    blobs,
    async eraseAll(sessionId) {
      for (const key of blobs.keys()) {
        if (key.startsWith(`${sessionId}/`)) blobs.delete(key);
      }
    },
  };
}

/** Adds published messages to `queue`, in order, for a test to deliver. */
export function memoryPublisher(): StepPublisher & { queue: StepMessage[] } {
  const queue: StepMessage[] = [];
  return {
    queue,
    async publish(messages) {
      queue.push(...messages);
    },
  };
}

export function memoryDeadLetters(): DeadLetterStore & { letters: Map<string, DeadLetter> } {
  const letters = new Map<string, DeadLetter>();
  return {
    letters,
    async keep(letter) {
      if (!letters.has(letter.id)) letters.set(letter.id, letter);
    },
  };
}
