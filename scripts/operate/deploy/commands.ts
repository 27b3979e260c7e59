// Runs the tools of a deployment: queries, whose output is captured, and actions, whose output the user sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "../build/layout.ts";
import type { Step } from "./plan.ts";

export interface Looked {
  isThere: boolean;
  isWell: boolean;
  output: string;
}

/** Pulumi runs the program of `infra/` with the first `node` on the path: this repository's. */
function environment(): NodeJS.ProcessEnv {
  const own = join(ROOT, "node_modules/.bin");
  return {
    ...process.env,
    PATH: `${own}${delimiter}${process.env.PATH ?? ""}`,
    // No tool may wait for input.
    PULUMI_SKIP_UPDATE_CHECK: "true",
    CLOUDSDK_CORE_DISABLE_PROMPTS: "1",
  };
}

/** Never throws: a missing tool and an error are results. */
export async function look(program: string, args: readonly string[], folder = "."): Promise<Looked> {
  const child = spawn(program, args, {
    ...{ cwd: join(ROOT, folder), env: environment() },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const output = text(child.stdout);
  try {
    const [code] = await once(child, "close");
    return { isThere: true, isWell: code === 0, output: (await output).trim() };
  } catch {
    return { isThere: false, isWell: false, output: "" };
  }
}

/** A step failed; the message is for the user. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** Runs the steps in order. Throws `StepError` at the first failure. */
export async function perform(steps: readonly Step[], say: (line: string) => void): Promise<void> {
  for (const { says, program, args, folder = ".", onFailure } of steps) {
    say(`${says}: ${program} ${args.join(" ")}`);
    const child = spawn(program, args, {
      ...{ cwd: join(ROOT, folder), env: environment() },
      // Standard output is reserved for this command's own messages.
      stdio: ["inherit", process.stderr, process.stderr],
    });
    const [code, signal] = await once(child, "close").catch((error: unknown) => {
      throw new StepError(`${program} could not be started (${String(error)}). ${onFailure}`);
    });
    if (code !== 0) throw new StepError(`${program} ended with ${signal ?? code}. ${onFailure}`);
  }
}
