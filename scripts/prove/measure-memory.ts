// Runs a command and prints the maximum memory of its process tree as one JSON line on standard output. `node
// scripts/prove/measure-memory.ts [--limit-mb N] -- COMMAND …`; exit status 1 above the limit, 2 for invalid arguments, otherwise the
// command's own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { EXIT, FailureError, newCommand, runCommand, runs, wholeNumber } from "../command/command.ts";
import { watchMemory } from "../serve/process-memory.ts";

const command = newCommand("node scripts/prove/measure-memory.ts", "run a command and print its peak memory")
  .argument("<command...>", "after --")
  .option("--limit-mb <n>", "exit status 1 beyond it", wholeNumber("--limit-mb", 1));

runs<{ limitMb?: number }>(command, async ({ limitMb }, [program = "", ...rest]: string[]) => {
  const startedAt = performance.now();
  // The command's output goes to standard error, apart from the figures.
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
  if (code !== 0) return typeof code === "number" ? code : EXIT.failed;
  if (limitMb === undefined || peakMegabytes <= limitMb) return EXIT.done;
  throw new FailureError(`${peakMegabytes} MB are more than ${limitMb} MB`);
});

process.exitCode = await runCommand(command, process.argv.slice(2), { name: "measure-memory" });
