// A clock that advances only on command, to the next moment for which a timer waits.
import type { Clock } from "./clock.ts";

export interface VirtualClock extends Clock {
  /** Advances to the earliest moment that a timer waits for and runs it; false when there is none. */
  tick(): boolean;
  /** Advances by a duration without running timers: for code that only compares times. */
  skip(ms: number): void;
}

interface Sleeper {
  at: number;
  wake: () => void;
}

export function virtualClock(startMs: number): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = startMs;

  function earliest(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (first === undefined || sleeper.at < first.at) first = sleeper;
    }
    return first;
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper: Sleeper = { at: now + Math.max(0, ms), wake };
        function wake(): void {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wake);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wake);
      }),
    tick() {
      const first = earliest();
      if (first === undefined) return false;
      now = Math.max(now, first.at);
      first.wake();
      return true;
    },
    skip(ms) {
      now += ms;
    },
  };
}
