// Changes of one session by this process, one after another: those that end together would each find the schedule changed by the
// one before, and it is nearer to wait for that one than for the store's lock.
import { setTimeout as sleep } from "node:timers/promises";

export type SessionTurns = <T>(sessionId: string, work: () => Promise<T>) => Promise<T>;

/** `longestMs`: whoever waits longer goes on; the store keeps apart what must be kept apart. */
export function sessionTurns(longestMs = 500): SessionTurns {
  const last = new Map<string, Promise<unknown>>();
  return async (sessionId, work) => {
    const before = last.get(sessionId);
    const own = before === undefined ? work() : overOrLate(before, longestMs).then(work);
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

async function overOrLate(before: Promise<unknown>, longestMs: number): Promise<void> {
  const over = new AbortController();
  const late = sleep(longestMs, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([before, late]);
  over.abort();
}
