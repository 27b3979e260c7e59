// The port to the documents that decide: a session's schedule and its steps' own documents, under transactions.
import type { ClientEvent, ClientSession } from "./client-documents.ts";
import type { Shown } from "./projector.ts";
import type { Schedule, SessionStatus } from "./schedule.ts";
import type { StepRecord } from "./step-record.ts";
import type { PutOff } from "./sweep-failures.ts";

/** What the idempotency record of a start remembers. */
export interface IdempotencyClaim {
  /** Scoped to the owner. */
  key: string;
  /** Hash of the request: the same key with another request is refused. */
  requestHash: string;
}

export interface Creation {
  sessionId: string;
  ownerId: string;
  /** The person's text; stored encrypted. */
  story: string;
  idempotency?: IdempotencyClaim | undefined;
  /** Sessions of the owner that may run at once, with this one; any number unless given. */
  mostRunning?: number | undefined;
  /** What it is expected to cost, and its own budget: where the service has limits, it is given its allotment with its start. */
  cost?: { mayCostMicros: number; budgetMicros: number | undefined } | undefined;
}

/** What a session begins with. */
export interface Begun {
  schedule: Schedule;
  session: ClientSession;
  events: readonly ClientEvent[];
}

export interface Change<T> {
  schedule?: Schedule | undefined;
  step?: StepRecord | undefined;
  /**
   * What clients see of the schedule that is written: it is written with it, whatever they saw before, since all that they may
   * have seen is older. The interval of a session's document is not looked at. Without a schedule, nothing is shown.
   */
  shown?: Shown | undefined;
  value: T;
}

export interface StepChange<T> {
  step?: StepRecord | undefined;
  value: T;
}

/** A session with one step's document as they were read or written; `now` is the time of that, by the store's clock. */
export interface Seen {
  schedule: Schedule;
  record: StepRecord | undefined;
  now: number;
}

/**
 * All functions throw `BusyError` when the store is down, or when a transaction still meets contention after twenty tries.
 * Deciders are pure: they run once a try, they must not mutate what they are given, and what they throw ends the
 * transaction without a write and is thrown on. `now` is the transaction's read time in milliseconds. A transaction
 * whose commit came to pass while its answer was lost gives what was committed, and is not done again.
 */
export interface ScheduleStore {
  /**
   * Writes session, schedule, encrypted story, idempotency record and the first events of the timeline in one transaction.
   * With a key that the owner used before, it writes nothing and gives the session of then.
   * Throws `IdempotencyConflictError` when that one was for another request, `TooManyRunningError`, and `ServiceFullError`.
   */
  create(creation: Creation, build: (now: number) => Begun): Promise<{ sessionId: string; created: boolean }>;
  /**
   * Counts a session that is about to run again among those of its owner that run. Doing it again changes nothing.
   * Throws `TooManyRunningError` when `mostRunning` others run.
   */
  takePlace(place: { sessionId: string; ownerId: string; mostRunning: number }): Promise<void>;
  /** A plain read, outside transactions; undefined when there is no such session. */
  read(sessionId: string): Promise<Schedule | undefined>;
  /**
   * The same with one step's document. For a step in flight for this `input`, a store need not read what it has itself written
   * within the last second; a step that was released then has no document as far as it knows.
   */
  readWith(sessionId: string, step: string, input?: string): Promise<Seen | undefined>;
  /** A plain read of the little that a heartbeat looks at. */
  peek(sessionId: string): Promise<{ status: SessionStatus; epoch: number } | undefined>;
  /**
   * A plain read of some steps' documents; those that were never claimed are not in the map. Who wants the views of certain outputs
   * alone names their hashes by step: a store need not read again what it has read or written with that view.
   */
  readSteps(
    sessionId: string,
    steps: readonly string[],
    outputs?: ReadonlyMap<string, string>,
  ): Promise<Map<string, StepRecord>>;
  /** Of what `readSteps` would give for these outputs, what needs no reading. */
  knownViews(sessionId: string, outputs: ReadonlyMap<string, string>): Map<string, StepRecord>;
  /** A transaction on one step's document alone. */
  updateStep<T>(
    sessionId: string,
    step: string,
    decide: (record: StepRecord | undefined, now: number) => StepChange<T>,
  ): Promise<T>;
  /**
   * A transaction on the schedule, and on one step's document when a step is named. A store may first decide on what it remembers, and
   * commit that if the documents have not changed. What is decided on something that has changed, or thrown on it, does not count.
   * Throws `SessionMissingError` when there is no such session.
   */
  update<T>(sessionId: string, step: string | undefined, decide: (current: Seen) => Change<T>): Promise<T>;
  /**
   * Counts a failure of the sweep on a session, as `planPutOff` decides. It reads and writes single fields, so that it works on a
   * schedule that cannot be parsed; where the session ends by it, its document of clients says so. Undefined where there is none.
   */
  putOff(sessionId: string, error: unknown): Promise<PutOff | undefined>;
  /** Ids of the shard's sessions whose `dueAt` is not after `before`, the earliest first. */
  due(shard: number, before: number, limit: number): Promise<string[]>;
}

export class SessionMissingError extends Error {
  override readonly name = "SessionMissingError";
  constructor(sessionId: string) {
    super(`there is no session ${sessionId}`);
  }
}

export class IdempotencyConflictError extends Error {
  override readonly name = "IdempotencyConflictError";
  constructor() {
    super("this idempotency key was used for another request");
  }
}

/** As many sessions of the owner run as may. */
export class TooManyRunningError extends Error {
  override readonly name = "TooManyRunningError";
  readonly most: number;
  constructor(most: number) {
    super(`${most} sessions run already; wait for one to end, or cancel one`);
    this.most = most;
  }
}
