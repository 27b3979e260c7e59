// Sets up what is missing, then runs a program with the project's own programs first in PATH, above all its own Node: what `mekuri` and every
// npm script begins with. `node bin/launch.mjs vitest run`. Plain JavaScript without packages: it runs on whatever Node the machine has.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT, setUp } from "../scripts/setup.mjs";

/** Set-up writes to standard error alone, so that a program's standard output stays its own. Ends this process as the program ends. */
export function launch(program, args) {
  setUp(PROJECT);
  const path = `${join(PROJECT, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;
  const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, PATH: path } });
  // The program decides what a signal means, and how long its end takes; this process waits for it.
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`mekuri: ${program} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

if (realpathSync(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) {
    process.stderr.write("Usage: node bin/launch.mjs PROGRAM [ARGUMENT…]\n");
    process.exit(2);
  }
  launch(program, args);
}
