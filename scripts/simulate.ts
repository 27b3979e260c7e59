// `npm run simulate`: sessions in a bad world, one a seed, on memory and a virtual clock. The same seed always does the same.
// Runs on two threads; exit status 1 when the auditor found something.
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import {
  addBatch,
  type Batch,
  catchBugs,
  newBatch,
  runSeeds,
  type Summary,
  summaryOf,
} from "../lib/pipeline/simulation/campaign.ts";
import { simulate } from "../lib/pipeline/simulation/simulate.ts";
import { CRASH_POINTS } from "../lib/pipeline/simulation/worker.ts";

const USAGE = `Usage: npm run simulate -- [--seeds N] [--seed S] [--json]
       npm run simulate -- --planted [--seeds N]
  --seeds N   how many seeds; default 1000
  --seed S    the first seed; without --seeds that one alone, with everything that happens in it
  --planted   plants bugs, one at a time, and shows which seed catches each`;

const THREADS = 2;
/** The most seeds that a thread is started for. */
const PORTION = 1_000;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

interface Arguments {
  seeds: number | undefined;
  seed: number | undefined;
  json: boolean;
  planted: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const options = {
    seeds: { type: "string" },
    seed: { type: "string" },
    json: { type: "boolean", default: false },
    planted: { type: "boolean", default: false },
  } as const;
  try {
    const { seeds, seed, json, planted } = parseArgs({ args: [...args], options }).values;
    return { seeds: readNumber("seeds", seeds, 1), seed: readNumber("seed", seed, 0), json, planted };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} must be a whole number of at least ${least}, not "${text}".`);
}

async function main(): Promise<number> {
  const { seeds, seed, json, planted } = readArguments(process.argv.slice(2));
  if (planted) return showPlanted(seeds ?? 1_000);
  if (seed !== undefined && seeds === undefined && !json) return showSeed(seed);
  const startedAt = performance.now();
  const batch = await runOnThreads(seed ?? 1, seeds ?? (seed === undefined ? 1_000 : 1));
  const seconds = (performance.now() - startedAt) / 1_000;
  const summary = summaryOf(batch);
  if (json) process.stdout.write(`${JSON.stringify({ ...summary, seconds: Number(seconds.toFixed(1)) })}\n`);
  else showSummary(batch, summary, seconds);
  const [first] = batch.violations.toSorted((a, b) => a.seed - b.seed);
  if (first !== undefined && !json) await showSeed(first.seed);
  return batch.violations.length === 0 ? 0 : 1;
}

/** Hands out seeds by portions until all are run. */
async function runOnThreads(first: number, count: number): Promise<Batch> {
  const sum = newBatch();
  let next = first;
  const end = first + count;
  const runThread = async () => {
    while (next < end) {
      const portion = { first: next, count: Math.min(PORTION, Math.ceil((end - next) / THREADS)) };
      next += portion.count;
      addBatch(sum, await runOnThread(portion));
    }
  };
  await Promise.all(Array.from({ length: THREADS }, runThread));
  return sum;
}

function runOnThread(portion: { first: number; count: number }): Promise<Batch> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: portion });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

function showSummary({ tally }: Batch, summary: Summary, seconds: number): void {
  const points = CRASH_POINTS.map((point) => `${point} ${tally.crashes[point]}`).join(", ");
  const { repeats } = tally;
  const lines = [
    `${summary.sessions} sessions in ${seconds.toFixed(1)} s: ${summary.finished} finished, ${summary.failed} failed, ${summary.cancelled} cancelled`,
    `lost ${summary.lost}, stuck ${summary.stuck}, double effects ${summary.doubleEffects}, stale writes ${summary.staleWrites}, other violations ${summary.otherViolations}, books equal: ${summary.booksEqual ? "yes" : "no"}`,
    `${summary.paidCalls} paid calls; ${repeats.crash} repeated after ${summary.crashesAfterCall} crashes between a call and its record`,
    `  others repeated: ${repeats.store} after a store failed, ${repeats.standstill} after a worker stood still, ${repeats.model} after a model failed, ${repeats.session} after people changed or ended the session`,
    `${tally.deliveries} deliveries; ${summary.crashes} crashes (${points})`,
    `${tally.faults} port failures, ${tally.contentions} transactions aborted, ${tally.standstills} standstills, ${tally.deadLetters} dead letters`,
    `people: ${tally.decisions} decisions, ${tally.edits} edits, ${tally.retries} retries, ${tally.cancels} cancellations`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** One seed, with everything that happens in it. */
async function showSeed(seed: number): Promise<number> {
  const trace: string[] = [];
  const { status, violations } = await simulate(seed, { trace });
  process.stdout.write(`\nseed ${seed}\n${trace.join("\n")}\n`);
  const end =
    violations.length === 0
      ? `nothing is wrong; the session is ${status}`
      : `${violations.length} violation(s)`;
  process.stdout.write(`seed ${seed}: ${end}\n`);
  for (const { rule, detail } of violations) process.stdout.write(`  ${rule}: ${detail}\n`);
  if (violations.length > 0) process.stdout.write(`again: npm run simulate -- --seed ${seed}\n`);
  return violations.length === 0 ? 0 : 1;
}

async function showPlanted(seeds: number): Promise<number> {
  let missed = 0;
  for await (const { bug, by } of catchBugs(seeds)) {
    if (by === undefined) missed += 1;
    const found =
      by === undefined ? `MISSED by ${seeds} seeds` : `caught at seed ${by.seed} (${by.violation.rule})`;
    process.stdout.write(`${bug.name.padEnd(24)} ${found}\n`);
  }
  return missed === 0 ? 0 : 1;
}

function fail(error: unknown): void {
  const isUsage = error instanceof UsageError;
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${isUsage ? `${USAGE}\n` : ""}`,
  );
  process.exitCode = isUsage ? 2 : 1;
}

if (isMainThread) {
  main().then((code) => {
    process.exitCode = code;
  }, fail);
} else {
  const { first, count } = workerData;
  parentPort?.postMessage(await runSeeds(first, count));
}
