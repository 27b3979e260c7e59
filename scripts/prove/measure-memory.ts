// Runs a command and tells how much memory it and all that it starts take at most: one line of JSON on standard output.
// `node scripts/prove/measure-memory.ts [--limit-mb N] -- COMMAND …`; exit status 1 beyond the limit, 2 for unusable arguments, else the command's own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watchMemory } from "../serve/process-memory.ts";

async function main(args: readonly string[]): Promise<number> {
  const divider = args.indexOf("--");
  const [program, ...rest] = args.slice(divider + 1);
  const [option, given] = args.slice(0, Math.max(0, divider));
  const limit = option === undefined ? Number.POSITIVE_INFINITY : Number(given);
  if (divider < 0 || program === undefined || !["--limit-mb", undefined].includes(option) || !(limit > 0)) {
    process.stderr.write("Usage: node scripts/prove/measure-memory.ts [--limit-mb N] -- COMMAND …\n");
    return 2;
  }
  const startedAt = performance.now();
  // What the command says is no part of the figures.
  const child = spawn(program, rest, { stdio: ["ignore", process.stderr, process.stderr] });
  const ended = once(child, "exit");
  await once(child, "spawn");
  const watch = watchMemory(child.pid ?? 0);
  const [code] = await ended;
  const { megabytes, processes, samples } = watch.stop();
  const parts = processes.map(({ command, ...part }) => ({
    command: command.split(" ").slice(0, 8).join(" "),
    megabytes: Math.round(part.megabytes),
  }));
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const peakMegabytes = Math.round(megabytes);
  process.stdout.write(`${JSON.stringify({ peakMegabytes, seconds, samples, processes: parts })}\n`);
  if (code !== 0) return typeof code === "number" ? code : 1;
  if (peakMegabytes <= limit) return 0;
  process.stderr.write(`measure-memory: ${peakMegabytes} MB are more than ${limit} MB\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
