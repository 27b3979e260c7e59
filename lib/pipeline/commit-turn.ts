// The turn in which one step commits what was paid for. Steps of a session whose paid answers arrive together in one process would
// share its processor and find each other's schedule changed, and all of them would end late. With turns the first step commits
// everything, and what it releases begins while the others wait. Without turns (`Services.turns`) everything is as correct.
import { type Clock, systemClock } from "./clock.ts";
import { type SessionTurns, sessionTurns } from "./session-turns.ts";

export interface CommitTurn {
  /**
   * Does `work` in a turn of its own. If `isLast` says so when the work is done, the turn goes on until `end`, so that what the step
   * stores and records next is within it.
   */
  take<T>(work: () => Promise<T>, isLast: () => boolean): Promise<T>;
  /** Ends the turn that goes on, if there is one. */
  end(): void;
}

/** Nobody with an answer in hand waits longer for those before. */
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
