// What this process does for one session, one piece after another: pieces that come together would each find the session changed by the
// one before, and share one processor until all of them end late.
import { type Clock, systemClock } from "./clock.ts";

export type SessionTurns = <T>(sessionId: string, work: () => Promise<T>) => Promise<T>;

/** `longestMs`: whoever waits longer goes on; the store keeps apart what must be kept apart. */
export function sessionTurns(longestMs = 500, clock: Clock = systemClock): SessionTurns {
  const last = new Map<string, Promise<unknown>>();

  async function overOrLate(before: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    await Promise.race([before, clock.sleep(longestMs, over.signal)]);
    over.abort("it is over");
  }

  return async (sessionId, work) => {
    const before = last.get(sessionId);
    const own = before === undefined ? work() : overOrLate(before).then(work);
    // Whoever follows waits for the end, good or bad.
    const over = own.catch(() => undefined);
    last.set(sessionId, over);
    try {
      return await own;
    } finally {
      if (last.get(sessionId) === over) last.delete(sessionId);
    }
  };
}
