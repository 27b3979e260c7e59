// `npm run bench`: the stopwatch. Prints a table for each bench, and writes bench/results.json and the table of docs/proof/bench.md, which
// are made of it. Exit status 1 when a limit does not hold or a bench cannot run.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BENCHES, type ListedBench } from "../../bench/benches.ts";
import { type Results, ResultsSchema, rowHolds } from "../../bench/row.ts";
import { markdownTable, plainTable, withBenchTable } from "../../bench/tables.ts";

const NAMES = BENCHES.map(({ name }) => name);

/** How many times as long as it should a bench may take before it is ended. */
const PATIENCE = 2;

const USAGE = `Usage: npm run bench [-- NAME…] [--short]
  NAME     of ${NAMES.join(", ")}; default: all
  --short  book with a clock that runs 20 times as fast, its overhead taken out; under a minute`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const RESULTS = at("bench/results.json");
const PAGE = at("docs/proof/bench.md");

function readArguments(args: readonly string[]): { benches: ListedBench[]; short: boolean } {
  const options = { short: { type: "boolean", default: false } } as const;
  let parsed: { values: { short: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = parsed;
  const stranger = positionals.find((name) => !NAMES.includes(name));
  if (stranger !== undefined) throw new UsageError(`There is no bench "${stranger}".`);
  if (values.short && (positionals.length !== 1 || positionals[0] !== "book"))
    throw new UsageError("Only book has a short form.");
  const wanted = positionals.length === 0 ? NAMES : positionals;
  return { benches: BENCHES.filter(({ name }) => wanted.includes(name)), short: values.short };
}

/** Installs the peers, which nothing but the bench needs. */
function setUpPeers(): void {
  const setup = fileURLToPath(at("scripts/setup.mjs"));
  const { status } = spawnSync(process.execPath, [setup, fileURLToPath(at("bench"))], { stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed");
}

const tell = (line: string) => process.stderr.write(`bench: ${line}\n`);

async function main(): Promise<number> {
  const { benches, short } = readArguments(process.argv.slice(2));
  if (!short) setUpPeers();
  const [only, ...others] = benches;
  if (only !== undefined && others.length === 0) return measure(only, short);
  let allHold = true;
  for (const bench of benches) allHold = runApart(bench) && allHold;
  return allHold ? 0 : 1;
}

/**
 * Each of several has a process of its own: none is measured with the memory of the one before, and one that hangs is ended and
 * takes nothing from the others.
 */
function runApart({ name, minutes }: ListedBench): boolean {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), name];
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: "inherit",
    timeout: PATIENCE * minutes * 60_000,
    killSignal: "SIGKILL",
  });
  if (error !== undefined) tell(`${name} DID NOT END: ${error.message}`);
  return status === 0;
}

async function measure({ name, minutes, load }: ListedBench, short: boolean): Promise<number> {
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
  return rows.every(rowHolds) ? 0 : 1;
}

/** Puts fresh results in place of the old ones of the same benches, here and in the page's table. */
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

main().then(
  // What a bench that failed left running ends with this process.
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    const told = error instanceof Error ? ((isUsage ? undefined : error.stack) ?? error.message) : error;
    process.stderr.write(`bench: ${told}\n${isUsage ? `${USAGE}\n` : ""}`);
    process.exit(isUsage ? 2 : 1);
  },
);
