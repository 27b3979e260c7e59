// Runs the work of this process for one session one piece after another: pieces at the same time would each find the session changed by
// another, and share one processor until all of them end late.
import { type Clock, systemClock } from "./clock.ts";

export type SessionTurns = <T>(sessionId: string, work: () => Promise<T>) => Promise<T>;

/** `longestMs`: maximum wait of a piece of work, which then runs at once; the store ensures correctness. */
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
    // The next piece waits for the end, whether it succeeded or failed.
    const over = own.catch(() => undefined);
    last.set(sessionId, over);
    try {
      return await own;
    } finally {
      if (last.get(sessionId) === over) last.delete(sessionId);
    }
  };
}
