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
  owners?: number;
  atOnce: number;
  built: boolean;
  keep?: string;
  json: boolean;
}

export function chaos(): Command {
  const command = newCommand("chaos", "run the real functions in separate processes, with injected faults")
    .option("--sessions <n>", "how many sessions", wholeNumber("--sessions", 1), 50)
    .option("--seed <n>", "seed of the random faults", wholeNumber("--seed", 0), 1)
    .option(
      "--owners <n>",
      "number of owners who share the sessions (default: one for each session)",
      wholeNumber("--owners", 1),
    )
    .option("--at-once <n>", "number of concurrent sessions", wholeNumber("--at-once", 1), 18)
    .option(
      "--built",
      "the unchanged functions as built by npm run build: workers die only by kills from outside, and no model call fails by itself; paid calls are counted from the ledger",
      false,
    )
    .option(
      "--keep <folder>",
      "new or empty folder in which data, journal and logs are kept (default: kept only after a violation)",
    )
    .option("--json", "print only one JSON object", false);
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
