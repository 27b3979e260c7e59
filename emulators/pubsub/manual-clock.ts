// A clock that only a test advances.
import type { Clock } from "./clock.ts";

export interface ManualClock extends Clock {
  /** When the next timer is due. Undefined: there is no timer. */
  nextTimerAt(): number | undefined;
  /** Advances the clock by `ms`. Runs each timer at its due time, and the deliveries that it causes. */
  advance(ms: number): Promise<void>;
}

export function manualClock(startAt = Date.UTC(2026, 10, 24)): ManualClock {
  let now = startAt;
  const timers = new Set<{ at: number; run: () => void }>();
  const earliest = () => [...timers].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    nextTimerAt: () => earliest()?.at,
    after(delayMs, run) {
      const timer = { at: now + Math.max(delayMs, 0), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = earliest();
        if (next === undefined || next.at > until) break;
        now = Math.max(now, next.at);
        timers.delete(next);
        next.run();
      }
      now = until;
    },
  };
}

/** Waits for the microtasks in which deliveries are made. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
