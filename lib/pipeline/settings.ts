// The numbers of the protocol: durations, intervals and limits. Tests shorten them; deployments may raise them.

export interface Timings {
  /** How long a claim holds without a heartbeat. */
  leaseMs: number;
  /** How often a worker extends its lease and looks whether its session still runs. */
  heartbeatMs: number;
  /** From a delivery's arrival to the abort of its step; below the function's timeout, which is below 600 s. */
  stepDeadlineMs: number;
  /** How long aborted work may take to end before its request no longer waits for it. */
  abortGraceMs: number;
  /** The longest wait that stays inside a request; longer ones are published again. */
  waitMs: number;
  /** Claims of one release that may end in a retryable error. */
  maxAttempts: number;
  /** Wait before the second attempt; doubles with each, up to `maxRetryMs`. */
  retryMs: number;
  /** Wait after the first busy answer that names no time; doubles with each, up to `maxRetryMs`. */
  busyMs: number;
  maxRetryMs: number;
  /** How long a released step may stay unclaimed before its message is published again. */
  unclaimedMs: number;
  /** From start to end of a session, the time of its gates not counted. */
  sessionDeadlineMs: number;
  /** The shortest time between two writes of a session's client document. */
  projectionMs: number;
  /** The shortest time between two writes of the progress of a step's picture. */
  progressMs: number;
  /** How often the sweep has a batch looked up. */
  batchLookMs: number;
  /** The longest time of a batch: after it the batch is ended, and its step continues by single calls. */
  batchMs: number;
}

export const DEFAULT_TIMINGS: Timings = {
  leaseMs: 30_000,
  heartbeatMs: 10_000,
  stepDeadlineMs: 510_000,
  abortGraceMs: 5_000,
  waitMs: 20_000,
  maxAttempts: 5,
  retryMs: 500,
  busyMs: 2_000,
  maxRetryMs: 60_000,
  unclaimedMs: 30_000,
  sessionDeadlineMs: 6 * 3_600_000,
  projectionMs: 1_000,
  progressMs: 1_000,
  batchLookMs: 300_000,
  batchMs: 24 * 3_600_000,
};

/** Steps of one session in flight at once, over all epochs. */
export interface Limits {
  /** Portraits and artwork together. */
  images: number;
  /** Each other kind of step. */
  others: number;
}

export const DEFAULT_LIMITS: Limits = { images: 5, others: 10 };

export interface Settings {
  timings: Timings;
  limits: Limits;
}

export const DEFAULT_SETTINGS: Settings = { timings: DEFAULT_TIMINGS, limits: DEFAULT_LIMITS };
