// `npm run prove -- simulate`: sessions with fault injection on in-memory stores and a virtual clock, or with --firestore on the cloud's
// stores and the embedded emulator. Deterministic for a seed. Runs on two threads; exit status 1 if the auditor found a violation.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Command } from "commander";
import {
  addBatch,
  type Batch,
  catchBugs,
  newBatch,
  type Summary,
  summaryOf,
} from "../../lib/pipeline/simulation/campaign.ts";
import type { PlantedBug } from "../../lib/pipeline/simulation/plant-bug.ts";
import { PLANTED_BUGS } from "../../lib/pipeline/simulation/planted-bugs.ts";
import { simulate as simulateSeed } from "../../lib/pipeline/simulation/simulate.ts";
import { SENT, TROUBLES } from "../../lib/pipeline/simulation/tally.ts";
import { CRASH_POINTS } from "../../lib/pipeline/simulation/worker.ts";
import { newCommand, runs, UsageError, wholeNumber } from "../command/command.ts";
import { inPlace, type Portion } from "./simulate/portion.ts";

const CATCHING_SEEDS = join(import.meta.dirname, "../../lib/pipeline/simulation/catching-seeds.json");

const THREADS = 2;
/** Maximum number of seeds for a thread. */
const PORTION = 1_000;

interface Options {
  seeds?: number;
  seed?: number;
  bug?: PlantedBug;
  json: boolean;
  planted: boolean;
  remember: boolean;
  firestore: boolean;
}

export function simulate(): Command {
  const command = newCommand("simulate", "run simulated sessions with faults, on a virtual clock")
    .option("--seeds <n>", "how many seeds (default: 1000)", wholeNumber("--seeds", 1))
    .option(
      "--seed <n>",
      "the first seed; without --seeds only this one, with a full log",
      wholeNumber("--seed", 0),
    )
    .option("--bug <name>", "plant that bug into every session", bugOf)
    .option("--firestore", "use the Firestore stores and the emulator: about a hundred times slower", false)
    .option("--planted", "plant bugs, one at a time, and print which seed catches each", false)
    .option(
      "--remember",
      "write these seeds to lib/pipeline/simulation/catching-seeds.json: the tests try them first",
      false,
    )
    .option("--json", "print only one JSON object", false);
  return runs<Options>(command, (options) => runSimulation(checked(options)));
}

/** Checks combinations of options. Throws `UsageError`. */
function checked(options: Options): Options {
  const { seed, bug, planted, remember, firestore } = options;
  if (planted && (seed !== undefined || bug !== undefined)) {
    throw new UsageError("--planted plants every bug, from seed 1 on: it excludes --seed and --bug.");
  }
  if (planted && firestore) throw new UsageError("--planted runs in memory: it excludes --firestore.");
  if (remember && !planted) throw new UsageError("--remember needs --planted.");
  return options;
}

function bugOf(name: string): PlantedBug {
  const bug = PLANTED_BUGS.find((one) => one.name === name);
  if (bug !== undefined) return bug;
  const names = PLANTED_BUGS.map((one) => `"${one.name}"`).join(", ");
  throw new UsageError(`--bug must be one of ${names}, not "${name}".`);
}

async function runSimulation(options: Options): Promise<number> {
  const { seeds, seed, bug, json, planted, remember, firestore } = options;
  if (planted) return showPlanted(seeds ?? 1_000, { json, remember });
  if (seed !== undefined && seeds === undefined && !json) return showSeed(seed, { bug, firestore });
  const startedAt = performance.now();
  const count = seeds ?? (seed === undefined ? 1_000 : 1);
  const batch = await runOnThreads({ first: seed ?? 1, count, bug: bug?.name, firestore });
  const seconds = (performance.now() - startedAt) / 1_000;
  const summary = summaryOf(batch);
  if (json) process.stdout.write(`${JSON.stringify({ ...summary, seconds: Number(seconds.toFixed(1)) })}\n`);
  else showSummary(batch, summary, seconds);
  const [first] = batch.violations.toSorted((a, b) => a.seed - b.seed);
  if (first !== undefined && !json) await showSeed(first.seed, { bug, firestore });
  return batch.violations.length === 0 ? 0 : 1;
}

/** Runs portions of seeds on threads until all are done. */
async function runOnThreads({ first, count, ...others }: Portion): Promise<Batch> {
  const sum = newBatch();
  let next = first;
  const end = first + count;
  const runThread = async () => {
    while (next < end) {
      const portion = { first: next, count: Math.min(PORTION, Math.ceil((end - next) / THREADS)), ...others };
      next += portion.count;
      addBatch(sum, await runOnThread(portion));
    }
  };
  await Promise.all(Array.from({ length: THREADS }, runThread));
  return sum;
}

function runOnThread(portion: Portion): Promise<Batch> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./simulate/seeds-process.ts", import.meta.url), {
      workerData: portion,
    });
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
    `${summary.paidCalls} paid calls, ${tally.continued} claims that went on in another delivery; ${repeats.crash} repeated of ${summary.crashesAfterCall} with a crash between the call and its record`,
    `  others repeated: ${repeats.store} after a store failed, ${repeats.standstill} after a worker stood still, ${repeats.model} after a model failed, ${repeats.session} after people changed or ended the session`,
    `${tally.deliveries} deliveries; ${summary.crashes} crashes (${points})`,
    `messages and models: ${TROUBLES.map((trouble) => `${trouble} ${tally.troubles[trouble]}`).join(", ")}`,
    `${tally.faults} port failures, ${tally.contentions} transactions aborted, ${tally.standstills} standstills, ${tally.deadLetters} dead letters`,
    `beside them ${summary.beside} sessions of the same or another person: ${summary.shared} answers taken over, ${tally.met.short} days short of money, ${tally.met.deadline} deadlines, ${tally.met.place} starts without a place, ${tally.met.wavered} changes there and back`,
    `people: ${tally.revisions} changes of books; ${tally.refusals} refusals; sent: ${SENT.map((kind) => `${kind} ${tally.sent[kind]}`).join(", ")}`,
  ];
  if (summary.failingSeeds.length > 0) lines.push(`seeds that fail: ${summary.failingSeeds.join(", ")}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Runs one seed and prints all its events. */
async function showSeed(
  seed: number,
  { bug, firestore }: { bug: PlantedBug | undefined; firestore: boolean },
): Promise<number> {
  const trace: string[] = [];
  const { status, violations } = await inPlace(firestore, (nextPlace) =>
    simulateSeed(seed, { trace, bug, place: nextPlace?.() }),
  );
  process.stdout.write(`\nseed ${seed}\n${trace.join("\n")}\n`);
  const end =
    violations.length === 0
      ? `nothing is wrong; the session is ${status}`
      : `${violations.length} violation(s)`;
  process.stdout.write(`seed ${seed}: ${end}\n`);
  for (const { rule, detail } of violations) process.stdout.write(`  ${rule}: ${detail}\n`);
  const planted = bug === undefined ? "" : ` --bug "${bug.name}"`;
  const place = firestore ? " --firestore" : "";
  if (violations.length > 0)
    process.stdout.write(`again: npm run prove -- simulate --seed ${seed}${planted}${place}\n`);
  return violations.length === 0 ? 0 : 1;
}

async function showPlanted(
  seeds: number,
  { json, remember }: Pick<Options, "json" | "remember">,
): Promise<number> {
  const caught: { bug: string; seed: number; rule: string }[] = [];
  const missed: string[] = [];
  for await (const { bug, by } of catchBugs(seeds)) {
    if (by === undefined) missed.push(bug.name);
    else caught.push({ bug: bug.name, seed: by.seed, rule: by.violation.rule });
    if (json) continue;
    const found =
      by === undefined ? `MISSED by ${seeds} seeds` : `caught at seed ${by.seed} (${by.violation.rule})`;
    process.stdout.write(`${bug.name.padEnd(26)} ${found}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ seeds, caught, missed })}\n`);
  const found = Object.fromEntries(caught.map(({ bug, seed }) => [bug, seed]));
  if (remember) writeFileSync(CATCHING_SEEDS, `${JSON.stringify(found, null, 2)}\n`);
  return missed.length === 0 ? 0 : 1;
}
