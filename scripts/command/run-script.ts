// Runs a script of this folder as a person does, and keeps what it says: for tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Nothing of the machine's own settings but the way to programs, and what `vitest.config.ts` says of services. */
const FOR_COMMANDS = ["PATH", "NODE_COMPILE_CACHE", "MEKURI_WORK_THREADS", "MEKURI_LOCAL_MEMORY"];

export async function runScript(script: string, ...args: string[]) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: Object.fromEntries(FOR_COMMANDS.map((name) => [name, process.env[name]])),
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "exit");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}
