// `npm run prove -- bench`: prints a table for each bench, and writes bench/results.json and the table of docs/proof/bench.md. Exit status
// 1 if a limit is exceeded or a bench cannot run.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { BENCHES, type ListedBench } from "../../bench/benches.ts";
import { isInstalled } from "../../bench/needs.ts";
import { type Results, ResultsSchema, rowHolds } from "../../bench/row.ts";
import { markdownTable, plainTable, withBenchTable } from "../../bench/tables.ts";
import { EXIT, newCommand, runs, UsageError } from "../command/command.ts";

const NAMES = BENCHES.map(({ name }) => name);

/** Timeout of a bench, as a multiple of its expected time. */
const PATIENCE = 2;

interface Options {
  short: boolean;
}

export function bench(): Command {
  const command = newCommand("bench", "measure with benchmarks, compared with other tools")
    .argument("[name...]", `names of benchmarks: ${NAMES.join(", ")} (default: all)`)
    .option("--short", "book with a clock 20 times as fast, its overhead subtracted; under a minute", false);
  return runs<Options>(command, ({ short }, named: string[]) => measureAll(benchesOf(named, short), short));
}

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const RESULTS = at("bench/results.json");
const PAGE = at("docs/proof/bench.md");

function benchesOf(named: readonly string[], short: boolean): readonly ListedBench[] {
  const stranger = named.find((name) => !NAMES.includes(name));
  if (stranger !== undefined) throw new UsageError(`There is no bench "${stranger}".`);
  if (short && (named.length !== 1 || named[0] !== "book")) throw new UsageError("Only book has --short.");
  return named.length === 0 ? BENCHES : BENCHES.filter(({ name }) => named.includes(name));
}

/** Installs the peers' packages, which only the bench needs. */
function setUpPeers(): void {
  const setup = fileURLToPath(at("scripts/setup.mjs"));
  const { status } = spawnSync(process.execPath, [setup, fileURLToPath(at("bench"))], { stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed");
}

const tell = (line: string) => process.stderr.write(`bench: ${line}\n`);

/** Missing programs are reported before anything is measured. Benches that need them are skipped and count as failed. */
async function measureAll(benches: readonly ListedBench[], short: boolean): Promise<number> {
  const ready = benches.filter((each) => isReady(each));
  const allThere = ready.length === benches.length;
  if (ready.length === 0) return EXIT.failed;
  if (!short) setUpPeers();
  const [only, ...others] = ready;
  if (only !== undefined && others.length === 0) {
    const holds = await measure(only, short);
    return holds && allThere ? EXIT.done : EXIT.failed;
  }
  let allHold = allThere;
  for (const each of ready) allHold = runApart(each) && allHold;
  return allHold ? EXIT.done : EXIT.failed;
}

function isReady({ name, needs = [] }: ListedBench): boolean {
  const lacking = needs.map((need) => ({
    ...need,
    programs: need.programs.filter((each) => !isInstalled(each)),
  }));
  const missing = lacking.filter(({ programs }) => programs.length > 0);
  for (const { programs, install } of missing)
    tell(`${name} is skipped: this machine lacks ${programs.join(" and ")} (${install})`);
  return missing.length === 0;
}

/** Several benches run in a process each, so that none is affected by the memory of the one before, and one that hangs can be killed. */
function runApart({ name, minutes }: ListedBench): boolean {
  const args = [...process.execArgv, fileURLToPath(at("scripts/prove.ts")), "bench", name];
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: "inherit",
    timeout: PATIENCE * minutes * 60_000,
    killSignal: "SIGKILL",
  });
  if (error !== undefined) tell(`${name} DID NOT END: ${error.message}`);
  return status === 0;
}

/** Returns whether all limits are kept. */
async function measure({ name, minutes, load }: ListedBench, short: boolean): Promise<boolean> {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores, ${gigabytes} GB, ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.version}`;
  tell(`${name} begins; it may take ${short ? 1 : minutes} min`);
  const { run } = await load();
  const startedAt = performance.now();
  const rows = await run({ short, tell });
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  keep({
    [short ? `${name} --short` : name]: { measuredAt: new Date().toISOString(), seconds, machine, rows },
  });
  process.stdout.write(`\n${name} (${seconds} s)\n${plainTable(rows)}\n`);
  return rows.every(rowHolds);
}

/** Merges the new results into the file and the page's table. */
function keep(fresh: Results["benches"]): void {
  const old = existsSync(RESULTS)
    ? ResultsSchema.parse(JSON.parse(readFileSync(RESULTS, "utf8"))).benches
    : {};
  const merged = { ...old, ...fresh };
  const order = [...NAMES, ...NAMES.map((name) => `${name} --short`)];
  const benches = Object.fromEntries(
    order.flatMap((name) => (merged[name] === undefined ? [] : [[name, merged[name]]])),
  );
  writeFileSync(RESULTS, `${JSON.stringify({ benches }, null, 2)}\n`);
  writeFileSync(PAGE, withBenchTable(readFileSync(PAGE, "utf8"), markdownTable({ benches })));
}
