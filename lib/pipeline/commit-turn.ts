// A turn in which one step commits its paid answers. Without turns, steps of a session whose paid answers arrive together in one process
// share its processor and conflict on the schedule, so all of them end late. With turns the first step commits everything, and the steps
// that it releases begin while the others wait. Correctness does not depend on turns (`Services.turns` may be absent).
import { type Clock, systemClock } from "./clock.ts";
import { type SessionTurns, sessionTurns } from "./session-turns.ts";

export interface CommitTurn {
  /**
   * Does `work` in a turn of its own. If `isLast` returns true after the work, the turn lasts until `end`, so that it includes what the
   * step stores and records next.
   */
  take<T>(work: () => Promise<T>, isLast: () => boolean): Promise<T>;
  /** Ends the turn that was kept open, if there is one. */
  end(): void;
}

/** The longest time that a step with an answer waits for earlier ones. */
const LONGEST_TURN_MS = 250;

/** The turns of all steps of a process. */
export function commitTurns(clock: Clock = systemClock): SessionTurns {
  return sessionTurns(LONGEST_TURN_MS, clock);
}

/** `turns`: undefined where steps do not wait for each other. */
export function openCommitTurn(turns: SessionTurns | undefined, sessionId: string): CommitTurn {
  if (turns === undefined) return { take: (work) => work(), end: () => {} };
  let held = () => {};
  return {
    async take(work, isLast) {
      const over = Promise.withResolvers<void>();
      await new Promise<void>((begin) => {
        void turns(sessionId, () => {
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
