// The port to the documents that decide: a session's schedule and its steps' own documents, under transactions.
import type { ClientEvent, ClientSession } from "./client-documents.ts";
import type { Shown } from "./projector.ts";
import type { Schedule, SessionStatus } from "./schedule.ts";
import type { StepRecord } from "./step-record.ts";
import type { PutOff } from "./sweep-failures.ts";

/** The idempotency record of a start. */
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
  /** What the person said beside the text; stored encrypted with it. */
  given?: string | undefined;
  idempotency?: IdempotencyClaim | undefined;
  /** The number of the owner's sessions that may run at once, this one included; no limit where absent. */
  mostRunning?: number | undefined;
  /** The expected cost, and the session's own budget: where the service has limits, the allotment is given with the start. */
  cost?: { mayCostMicros: number; budgetMicros: number | undefined } | undefined;
}

/** The documents with which a session begins. */
export interface Begun {
  schedule: Schedule;
  session: ClientSession;
  events: readonly ClientEvent[];
}

export interface Change<T> {
  schedule?: Schedule | undefined;
  step?: StepRecord | undefined;
  /**
   * What clients see of the schedule. It is written with the schedule, whatever clients saw before, because that is older; the interval of
   * a session's document does not apply. Without a schedule, nothing is shown.
   */
  shown?: Shown | undefined;
  value: T;
}

export interface StepChange<T> {
  step?: StepRecord | undefined;
  value: T;
}

/** A session with one step's document as read or written; `now` is the store's time of that. */
export interface Seen {
  schedule: Schedule;
  record: StepRecord | undefined;
  now: number;
}

/**
 * All functions throw `BusyError` when the store is down, or when a transaction still meets contention after twenty tries. Deciders are
 * pure: they run once per try and must not mutate their arguments; an error that they throw ends the transaction without a write and is
 * thrown on. `now` is the transaction's read time in milliseconds. A transaction whose commit succeeded although its answer was lost gives
 * the committed value, and is not repeated.
 */
export interface ScheduleStore {
  /**
   * Writes session, schedule, encrypted story, idempotency record and the first events of the timeline in one transaction. With a key that
   * the owner used before, it writes nothing and gives the session that the key made. Throws `IdempotencyConflictError` when that session
   * was for another request, `TooManyRunningError`, and `ServiceFullError`.
   */
  create(creation: Creation, build: (now: number) => Begun): Promise<{ sessionId: string; created: boolean }>;
  /**
   * Counts a session that is about to run again among its owner's running ones. Repeating it changes nothing. Throws `TooManyRunningError`
   * when `mostRunning` others run.
   */
  takePlace(place: { sessionId: string; ownerId: string; mostRunning: number }): Promise<void>;
  /** A plain read, outside transactions; undefined when there is no such session. */
  read(sessionId: string): Promise<Schedule | undefined>;
  /**
   * The same with one step's document. For a step in flight for this `input`, a store need not read what it has itself written within the
   * last second; a step released within that second has no document then.
   */
  readWith(sessionId: string, step: string, input?: string): Promise<Seen | undefined>;
  /** A plain read of the few fields that a heartbeat needs. */
  peek(sessionId: string): Promise<{ status: SessionStatus; epoch: number } | undefined>;
  /**
   * A plain read of some steps' documents; steps that were never claimed are not in the map. Callers that need only the views of certain
   * outputs name their hashes by step: a store need not read again a document that it has read or written with that view.
   */
  readSteps(
    sessionId: string,
    steps: readonly string[],
    outputs?: ReadonlyMap<string, string>,
  ): Promise<Map<string, StepRecord>>;
  /** The part of `readSteps` for these outputs that needs no read. */
  knownViews(sessionId: string, outputs: ReadonlyMap<string, string>): Map<string, StepRecord>;
  /** A transaction on one step's document alone. */
  updateStep<T>(
    sessionId: string,
    step: string,
    decide: (record: StepRecord | undefined, now: number) => StepChange<T>,
  ): Promise<T>;
  /**
   * A transaction on the schedule, and on one step's document when a step is named. A store may first decide on remembered documents, and
   * commit that if they have not changed; a decision or an error from changed documents does not count. Throws `SessionMissingError` when
   * there is no such session.
   */
  update<T>(sessionId: string, step: string | undefined, decide: (current: Seen) => Change<T>): Promise<T>;
  /**
   * Counts a failure of the sweep on a session, as `planPutOff` decides. It reads and writes single fields, so it also works on a schedule
   * that cannot be parsed; where the session ends by it, the clients' document shows that. Undefined where there is no such session.
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

/** The owner has as many running sessions as allowed. */
export class TooManyRunningError extends Error {
  override readonly name = "TooManyRunningError";
  readonly most: number;
  constructor(most: number) {
    super(`${most} sessions are running already; wait for one to end, or cancel one`);
    this.most = most;
  }
}
