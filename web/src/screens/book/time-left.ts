// A book's working time so far and its estimated rest, from the phases' times. Pure functions.
import { type ClientSession, PHASES, type PhaseName } from "../../documents.ts";

type Phases = ClientSession["phases"];

/** Approximate share of each phase in a book's work. */
const SHARES: Record<PhaseName, number> = {
  ...{ concept: 10, characters: 14, plot: 12, storyboard: 12, artwork: 42, lettering: 7, finish: 3 },
};

/** Minimum share of finished work for an estimate. */
const LEAST = 8;

/** Seconds in which any phase was running. Time at gates does not count. */
export function workedSeconds(phases: Phases, now: number): number {
  const times = PHASES.flatMap((phase) => {
    const { startedAt, endedAt } = phases[phase];
    if (startedAt === undefined) return [];
    return [{ from: Date.parse(startedAt), to: endedAt === undefined ? now : Date.parse(endedAt) }];
  });
  let [worked, until] = [0, 0];
  for (const { from, to } of times.toSorted((a, b) => a.from - b.from)) {
    worked += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return worked / 1000;
}

/** Seconds; undefined while too little is known. */
export function secondsLeft(phases: Phases, now: number): number | undefined {
  let done = 0;
  for (const phase of PHASES) {
    const { state, done: count, total } = phases[phase];
    // A phase counts as whole only when it is done, not when its last step is.
    done += SHARES[phase] * (state === "done" ? 1 : total === 0 ? 0 : Math.min(1, count / total) * 0.95);
  }
  return done < LEAST ? undefined : (workedSeconds(phases, now) * (100 - done)) / done;
}
