// Runs one form of the campaign, command by command, and returns its result.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Command, Form } from "./forms.ts";
import type { Result } from "./results.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TOOLS = join(ROOT, "node_modules", ".bin");
const ENV = { ...process.env, PATH: `${TOOLS}:${process.env.PATH ?? ""}` };

/** Whether the machine has the form's program. */
export function isRunnable({ needs }: Form): boolean {
  return needs === undefined || spawnSync("sh", ["-c", `command -v ${needs}`]).status === 0;
}

/** The command as a user would type it. */
export function typed({ env = {}, program, args }: Command): string {
  const words = [...Object.entries(env).map(([name, value]) => `${name}=${value}`), program, ...args];
  const shown = words.filter((word) => !/^--(disable-warning|reporter|outputFile)=/.test(word));
  const line = shown.map((word) => (/^[\w./=*-]+$/.test(word) ? word : `'${word}'`)).join(" ");
  return line
    .replace(/^node scripts\/(mekuri|prove)\.ts /, "npm run $1 -- ")
    .replace(/^node scripts\/operate\/build\.ts( |$)/, "npm run build -- ")
    .replace("vitest run", "npx vitest run")
    .trim();
}

/** The commands' output is passed on to standard error. Never throws errors of a command. */
export async function runForm(form: Form, share: number): Promise<Result> {
  const commands = form.commands(share);
  const startedAt = performance.now();
  let output = "";
  let problem: string | undefined;
  for (const command of commands) {
    const ran = await run(command);
    output = ran.output;
    if (ran.code === 0) continue;
    problem = `${typed(command)} ended with ${ran.code}`;
    break;
  }
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const result = { name: form.name, commands: commands.map(typed), seconds };
  try {
    const figures = form.figures(output);
    return { ...result, holds: problem === undefined, figures, ...(problem && { problem }) };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return { ...result, holds: false, figures: {}, problem: problem ?? told };
  }
}

async function run({
  env,
  program,
  args,
  report,
}: Command): Promise<{ code: number | null; output: string }> {
  // Deletes an earlier form's report.
  if (report !== undefined) rmSync(join(ROOT, report), { force: true });
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...ENV, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = text(child.stdout);
  const [code] = await once(child, "exit");
  const told = await output;
  if (report === undefined || !existsSync(join(ROOT, report))) return { code, output: told };
  return { code, output: readFileSync(join(ROOT, report), "utf8") };
}
