// Runs the tools of a deployment: looks with some, whose words are kept, and acts with others, whose words a person reads.
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

/** Pulumi runs the program of `infra/` on the first `node` of the path: this repository's. */
function environment(): NodeJS.ProcessEnv {
  const own = join(ROOT, "node_modules/.bin");
  return {
    ...process.env,
    PATH: `${own}${delimiter}${process.env.PATH ?? ""}`,
    // No tool may wait for an answer that nobody gives.
    PULUMI_SKIP_UPDATE_CHECK: "true",
    CLOUDSDK_CORE_DISABLE_PROMPTS: "1",
  };
}

/** Never throws: what is not there, or says no, is what was asked. */
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

/** A step that did not go well, in words for a person. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** Does the steps in their order. Throws `StepError` with the first that fails. */
export async function perform(steps: readonly Step[], say: (line: string) => void): Promise<void> {
  for (const { says, program, args, folder = ".", onFailure } of steps) {
    say(`${says}: ${program} ${args.join(" ")}`);
    const child = spawn(program, args, {
      ...{ cwd: join(ROOT, folder), env: environment() },
      // Standard output is for what this command itself says.
      stdio: ["inherit", process.stderr, process.stderr],
    });
    const [code, signal] = await once(child, "close").catch((error: unknown) => {
      throw new StepError(`${program} could not be started (${String(error)}). ${onFailure}`);
    });
    if (code !== 0) throw new StepError(`${program} ended with ${signal ?? code}. ${onFailure}`);
  }
}
