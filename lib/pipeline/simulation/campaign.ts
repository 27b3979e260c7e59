// Runs many seeds one after another, and sums up the results.
import type { SessionStatus } from "../schedule.ts";
import type { PlantedBug } from "./plant-bug.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { addTally, EXCUSES, newTally, RULES, type Tally, type Violation } from "./tally.ts";
import { CRASH_POINTS } from "./worker.ts";
import type { WorldPlace } from "./world-stores.ts";

type Ends = Record<"completed" | "failed" | "cancelled" | "unended", number>;

const ENDS = ["completed", "failed", "cancelled", "unended"] as const satisfies (keyof Ends)[];

export interface Batch {
  seeds: number;
  /** Ends of the first session of each seed. */
  ended: Ends;
  /** Ends of the other sessions. */
  beside: Ends;
  tally: Tally;
  violations: (Violation & { seed: number })[];
}

export function newBatch(): Batch {
  return {
    seeds: 0,
    ended: { completed: 0, failed: 0, cancelled: 0, unended: 0 },
    beside: { completed: 0, failed: 0, cancelled: 0, unended: 0 },
    tally: newTally(),
    violations: [],
  };
}

export interface RunOptions {
  bug?: PlantedBug | undefined;
  /** Returns the stores of the next world; default: in memory. */
  nextPlace?: (() => WorldPlace) | undefined;
}

export async function runSeeds(
  first: number,
  count: number,
  { bug, nextPlace }: RunOptions = {},
): Promise<Batch> {
  const batch = newBatch();
  for (let seed = first; seed < first + count; seed++) {
    addSeed(batch, await simulate(seed, { bug, place: nextPlace?.() }));
  }
  return batch;
}

function addSeed(batch: Batch, { seed, status, others, tally, violations }: Simulated): void {
  batch.seeds += 1;
  batch.ended[endOf(status)] += 1;
  for (const other of others) batch.beside[endOf(other)] += 1;
  addTally(batch.tally, tally);
  batch.violations.push(...violations.map((violation) => ({ seed, ...violation })));
}

function endOf(status: SessionStatus | undefined): keyof Ends {
  return status === "completed" || status === "failed" || status === "cancelled" ? status : "unended";
}

export function addBatch(sum: Batch, { seeds, ended, beside, tally, violations }: Batch): void {
  sum.seeds += seeds;
  for (const end of ENDS) {
    sum.ended[end] += ended[end];
    sum.beside[end] += beside[end];
  }
  addTally(sum.tally, tally);
  sum.violations.push(...violations);
}

export interface Summary {
  /** Number of first sessions, one for each seed. */
  sessions: number;
  /** Number of these that completed. */
  finished: number;
  failed: number;
  cancelled: number;
  /** Number of other sessions, of the same owner or of another. */
  beside: number;
  /** Answers taken from the cache that another session of the same owner had paid for. */
  shared: number;
  /** Sessions with a missing consequence. */
  lost: number;
  stuck: number;
  doubleEffects: number;
  staleWrites: number;
  otherViolations: number;
  paidCalls: number;
  /** Repeated paid calls, for any reason. */
  paidRepeats: number;
  /** Repeats whose first answer was lost with its worker; at most `crashesAfterCall`. */
  paidRepeatsAfterCrash: number;
  crashes: number;
  /** Paid calls with a crash before their record. */
  crashesAfterCall: number;
  /** Kills from outside: zero, because workers die only at crash points here. */
  kills: 0;
  /** Whether every finished book equals the one of its seed without faults. */
  booksEqual: boolean;
  /** The first ten seeds with a violation. */
  failingSeeds: number[];
}

export function summaryOf({ seeds, ended, beside, tally, violations }: Batch): Summary {
  const seedsWith = (harm: (typeof RULES)[keyof typeof RULES]) =>
    new Set(violations.filter(({ rule }) => RULES[rule] === harm).map(({ seed }) => seed)).size;
  const { repeats, crashes, crashesAfterCall, paidCalls } = tally;
  return {
    sessions: seeds,
    ...{ finished: ended.completed, failed: ended.failed, cancelled: ended.cancelled },
    beside: ENDS.reduce((sum, end) => sum + beside[end], 0),
    shared: tally.met.shared,
    ...{ lost: seedsWith("lost"), stuck: seedsWith("stuck") },
    ...{ doubleEffects: seedsWith("double"), staleWrites: seedsWith("stale") },
    otherViolations: seedsWith("wrong"),
    paidCalls,
    paidRepeats: EXCUSES.reduce((sum, excuse) => sum + repeats[excuse], 0),
    paidRepeatsAfterCrash: repeats.crash,
    crashes: CRASH_POINTS.reduce((sum, point) => sum + crashes[point], 0),
    crashesAfterCall,
    kills: 0,
    failingSeeds: [...new Set(violations.map(({ seed }) => seed))].toSorted((a, b) => a - b).slice(0, 10),
    booksEqual: !violations.some(({ rule }) => rule === "book-differs" || rule === "finished-early"),
  };
}

export interface Caught {
  bug: PlantedBug;
  /** The first seed under which the auditor caught the bug, and the violation; undefined if none did. */
  by: { seed: number; violation: Violation } | undefined;
}

/**
 * Plants one bug at a time and searches for the first seed that reveals it. `likely`: for each bug's name, the seed that revealed it last
 * time, which is tried first.
 */
export async function* catchBugs(
  seeds: number,
  likely: Readonly<Record<string, number>> = {},
): AsyncGenerator<Caught> {
  for (const bug of PLANTED_BUGS) yield { bug, by: await catchBug(bug, seeds, likely[bug.name]) };
}

async function catchBug(bug: PlantedBug, seeds: number, likely: number | undefined): Promise<Caught["by"]> {
  const all = Array.from({ length: seeds }, (_, index) => index + 1);
  for (const seed of likely === undefined ? all : [likely, ...all]) {
    const [violation] = (await simulate(seed, { bug })).violations;
    if (violation !== undefined) return { seed, violation };
  }
  return undefined;
}
