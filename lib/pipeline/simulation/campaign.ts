// Many seeds, one after another, and what they come to.
import type { PlantedBug } from "./infection.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { addTally, EXCUSES, newTally, RULES, type Tally, type Violation } from "./tally.ts";
import { CRASH_POINTS } from "./worker.ts";

export interface Batch {
  seeds: number;
  ended: Record<"completed" | "failed" | "cancelled" | "unended", number>;
  tally: Tally;
  violations: (Violation & { seed: number })[];
}

export function newBatch(): Batch {
  return {
    seeds: 0,
    ended: { completed: 0, failed: 0, cancelled: 0, unended: 0 },
    tally: newTally(),
    violations: [],
  };
}

export async function runSeeds(first: number, count: number, bug?: PlantedBug): Promise<Batch> {
  const batch = newBatch();
  for (let seed = first; seed < first + count; seed++) addSeed(batch, await simulate(seed, { bug }));
  return batch;
}

function addSeed(batch: Batch, { seed, status, tally, violations }: Simulated): void {
  batch.seeds += 1;
  const isEnd = status === "completed" || status === "failed" || status === "cancelled";
  batch.ended[isEnd ? status : "unended"] += 1;
  addTally(batch.tally, tally);
  batch.violations.push(...violations.map((violation) => ({ seed, ...violation })));
}

export function addBatch(sum: Batch, { seeds, ended, tally, violations }: Batch): void {
  sum.seeds += seeds;
  sum.ended.completed += ended.completed;
  sum.ended.failed += ended.failed;
  sum.ended.cancelled += ended.cancelled;
  sum.ended.unended += ended.unended;
  addTally(sum.tally, tally);
  sum.violations.push(...violations);
}

export interface Summary {
  sessions: number;
  /** Ended complete. */
  finished: number;
  failed: number;
  cancelled: number;
  /** Sessions in which something was lost that should have followed. */
  lost: number;
  stuck: number;
  doubleEffects: number;
  staleWrites: number;
  otherViolations: number;
  paidCalls: number;
  /** Paid calls made again, whatever the reason. */
  paidRepeats: number;
  /** Those whose first answer died with its worker; never more than `crashesAfterCall`. */
  paidRepeatsAfterCrash: number;
  crashes: number;
  /** Paid calls with a crash between them and their record. */
  crashesAfterCall: number;
  /** Workers killed from outside: none, a worker dies at one of its own points here. */
  kills: 0;
  /** Every finished book is the one that its seed makes without faults. */
  booksEqual: boolean;
  /** The first ten seeds in which something was wrong. */
  failingSeeds: number[];
}

export function summaryOf({ seeds, ended, tally, violations }: Batch): Summary {
  const seedsWith = (harm: (typeof RULES)[keyof typeof RULES]) =>
    new Set(violations.filter(({ rule }) => RULES[rule] === harm).map(({ seed }) => seed)).size;
  const { repeats, crashes, crashesAfterCall, paidCalls } = tally;
  return {
    sessions: seeds,
    ...{ finished: ended.completed, failed: ended.failed, cancelled: ended.cancelled },
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
  /** The first seed under which the auditor caught it, and what it saw; undefined when none did. */
  by: { seed: number; violation: Violation } | undefined;
}

/** Plants one bug at a time and looks for the first seed that shows it. */
export async function* catchBugs(seeds: number): AsyncGenerator<Caught> {
  for (const bug of PLANTED_BUGS) yield { bug, by: await catchBug(bug, seeds) };
}

async function catchBug(bug: PlantedBug, seeds: number): Promise<Caught["by"]> {
  for (let seed = 1; seed <= seeds; seed++) {
    const [violation] = (await simulate(seed, { bug })).violations;
    if (violation !== undefined) return { seed, violation };
  }
  return undefined;
}
