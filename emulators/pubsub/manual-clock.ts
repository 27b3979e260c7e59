// A clock that stands still until a test moves it.
import type { Clock } from "./clock.ts";

export interface ManualClock extends Clock {
  /** When the next timer falls due; undefined means that nothing would ever happen by itself. */
  nextTimerAt(): number | undefined;
  /** Runs every timer that falls due within `ms`, each at its own time, with the deliveries that follow from it. */
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

/** Lets the microtasks run in which deliveries are made. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
