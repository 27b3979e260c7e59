// The broker's clock. Tests replace it to control deadlines and backoffs.

/** Milliseconds since 1970, and one-shot timers. */
export interface Clock {
  now(): number;
  /** Calls `run` once after `delayMs`. The returned function cancels the call. */
  after(delayMs: number, run: () => void): () => void;
}

/** The maximum delay of `setTimeout`. A longer delay takes several timers. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
