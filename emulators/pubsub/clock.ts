// Time as the Pub/Sub core sees it, so that tests decide when a deadline or a backoff has passed.

/** Milliseconds since 1970, and one-shot timers. */
export interface Clock {
  now(): number;
  /** Calls `run` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** What `setTimeout` can hold; a later moment is reached in several steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
