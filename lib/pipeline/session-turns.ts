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

/** The turns in which the paid answers of one step are brought home. */
export interface Homeward {
  /**
   * Does `work` in a turn of its own. If `isLast` says so when the work is done, the turn goes on until `end`, so that what the
   * step stores and records next is within it.
   */
  bring<T>(work: () => Promise<T>, isLast: () => boolean): Promise<T>;
  /** Ends the turn that goes on, if there is one. */
  end(): void;
}

export function openHomeward(inTurn: SessionTurns, sessionId: string): Homeward {
  let held = () => {};
  return {
    async bring(work, isLast) {
      const over = Promise.withResolvers<void>();
      await new Promise<void>((begin) => {
        void inTurn(sessionId, () => {
          begin();
          return over.promise;
        });
      });
      let goesOn = false;
      try {
        const result = await work();
        goesOn = isLast();
        return result;
      } finally {
        if (goesOn) {
          held();
          held = over.resolve;
        } else over.resolve();
      }
    },
    end: () => held(),
  };
}
