// `npm run chaos`: the real functions as processes of their own on the embedded suite, while workers die, the suite is killed,
// messages come twice, late and out of order, commits are aborted and models fail, and while people edit pictures and have sheets and
// scenes of finished books drawn again. Exit status 1 when a promise is broken.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brokenPromises, chaosText } from "./chaos/report.ts";
import { runChaos } from "./chaos/run-chaos.ts";

const USAGE = `Usage: npm run chaos -- [--sessions N] [--seed S] [--at-once N] [--built] [--keep DIR] [--json]
  --sessions N   how many sessions; default 50
  --seed S       what the faults are drawn from; default 1
  --at-once N    sessions at the same time; default 18
  --built        the functions as npm run build made them, unchanged: workers die by kills from outside alone, and no
                 model's call fails of itself; paid calls are counted from the ledger
  --keep DIR     where data, journal and logs go, and stay; a new or empty folder; without it they stay only where
                 something did not hold
  --json         print one JSON object, and nothing else`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

function readArguments(args: readonly string[]) {
  const options = {
    sessions: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: "18" },
    built: { type: "boolean", default: false },
    keep: { type: "string" },
    json: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    return {
      sessions: readNumber("sessions", values.sessions, 1),
      seed: readNumber("seed", values.seed, 0),
      atOnce: readNumber("at-once", values["at-once"], 1),
      isBuilt: values.built,
      keep: values.keep,
      json: values.json,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} must be a whole number of at least ${least}, not "${text}".`);
}

async function main(): Promise<number> {
  const { keep, json, ...wanted } = readArguments(process.argv.slice(2));
  const folder = keep ?? mkdtempSync(join(tmpdir(), "mekuri-chaos-"));
  const note = (line: string) => process.stderr.write(`chaos: ${line}\n`);
  let holds = false;
  try {
    const report = await runChaos({ ...wanted, folder, note });
    process.stdout.write(`${json ? JSON.stringify(report) : chaosText(report)}\n`);
    holds = brokenPromises(report).length === 0;
    return holds ? 0 : 1;
  } finally {
    if (holds && keep === undefined) rmSync(folder, { recursive: true, force: true });
    else note(`data, journal and logs are in ${folder}`);
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(
      `chaos: ${error instanceof Error ? error.message : String(error)}\n${isUsage ? `${USAGE}\n` : ""}`,
    );
    process.exit(isUsage ? 2 : 1);
  },
);
