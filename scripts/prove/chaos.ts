// `npm run prove -- chaos`: the real functions as processes on the embedded suite, with fault injection: workers die, the suite is killed,
// messages are duplicated, late and reordered, commits are aborted and models fail; and users edit pictures and redraw sheets and scenes of
// finished books. Exit status 1 if a promise is broken.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { newCommand, runs, wholeNumber } from "../command/command.ts";
import { brokenPromises, chaosText } from "./chaos/report.ts";
import { runChaos } from "./chaos/run-chaos.ts";

interface Options {
  sessions: number;
  seed: number;
  atOnce: number;
  built: boolean;
  keep?: string;
  json: boolean;
}

export function chaos(): Command {
  const command = newCommand("chaos", "run the real functions in processes of their own, in a storm")
    .option("--sessions <n>", "how many sessions", wholeNumber("--sessions", 1), 50)
    .option("--seed <n>", "what the faults are drawn from", wholeNumber("--seed", 0), 1)
    .option("--at-once <n>", "sessions at the same time", wholeNumber("--at-once", 1), 18)
    .option(
      "--built",
      "the functions as npm run build made them, unchanged: workers die by kills from outside alone, and no model's call fails of itself; paid calls are counted from the ledger",
      false,
    )
    .option(
      "--keep <folder>",
      "where data, journal and logs go, and stay; a new or empty folder; without it they stay only where something did not hold",
    )
    .option("--json", "print one JSON object, and nothing else", false);
  return runs<Options>(command, runCampaign);
}

async function runCampaign({ keep, json, built: isBuilt, ...counts }: Options): Promise<number> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), "mekuri-chaos-"));
  const note = (line: string) => process.stderr.write(`chaos: ${line}\n`);
  let holds = false;
  try {
    const report = await runChaos({ ...counts, isBuilt, folder, note });
    process.stdout.write(`${json ? JSON.stringify(report) : chaosText(report)}\n`);
    holds = brokenPromises(report).length === 0;
    return holds ? 0 : 1;
  } finally {
    if (holds && keep === undefined) rmSync(folder, { recursive: true, force: true });
    else note(`data, journal and logs are in ${folder}`);
  }
}
