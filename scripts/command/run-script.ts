// Runs a command as a user does, and collects its output, for tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The scripts behind `npm run mekuri --` and `npm run prove --`. */
export const MEKURI = at("mekuri.ts");
export const PROVE = at("prove.ts");

/** Environment variables that are passed on: only the path to programs, and the settings of services in `vitest.config.ts`. */
const FOR_COMMANDS = ["PATH", "NODE_COMPILE_CACHE", "MEKURI_WORK_THREADS", "MEKURI_LOCAL_MEMORY"];

export const runMekuri = (...args: string[]) => runNode(MEKURI, ...args);
export const runProve = (...args: string[]) => runNode(PROVE, ...args);
/** `script`: path below `scripts/`. */
export const runScript = (script: string, ...args: string[]) => runNode(at(script), ...args);

async function runNode(path: string, ...args: string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: Object.fromEntries(FOR_COMMANDS.map((name) => [name, process.env[name]])),
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "exit");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}
