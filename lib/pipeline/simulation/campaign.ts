// Many seeds, one after another, and what they come to.
import type { SessionStatus } from "../schedule.ts";
import type { PlantedBug } from "./infection.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { addTally, EXCUSES, newTally, RULES, type Tally, type Violation } from "./tally.ts";
import { CRASH_POINTS } from "./worker.ts";
import type { WorldPlace } from "./world-stores.ts";

type Ends = Record<"completed" | "failed" | "cancelled" | "unended", number>;

const ENDS = ["completed", "failed", "cancelled", "unended"] as const satisfies (keyof Ends)[];

export interface Batch {
  seeds: number;
  /** How the first session of each seed ended. */
  ended: Ends;
  /** How the sessions ended that were made beside it. */
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
  /** Where each world stands; default: in memory. */
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
  /** The first of each seed. */
  sessions: number;
  /** Of these, ended complete. */
  finished: number;
  failed: number;
  cancelled: number;
  /** Sessions that were made beside them, of the same person or of another. */
  beside: number;
  /** Answers taken that another session of the same owner had paid for. */
  shared: number;
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
  /** The first seed tried under which the auditor caught it, and what it saw; undefined when none did. */
  by: { seed: number; violation: Violation } | undefined;
}

/**
 * Plants one bug at a time and looks for the first seed that shows it. `likely`: by a bug's name the seed that showed it last, which is
 * tried before all others.
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
