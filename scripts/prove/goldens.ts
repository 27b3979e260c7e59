// `npm run prove -- goldens`: what the offline artist draws of recorded requests, compared with what it drew when they were recorded.
// goldens/README.md says when to compare, accept and record.
import "../draw/things/packed.ts";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Command } from "commander";
import { goldensCommand } from "./goldens/command.ts";
import { GoldensError } from "./goldens/pack.ts";

const ROOT = join(import.meta.dirname, "../..");

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  } catch {
    throw new GoldensError("The commit cannot be named: git rev-parse HEAD fails here.");
  }
}

export const goldens = (): Command =>
  goldensCommand({
    folder: join(ROOT, "goldens"),
    sheets: join(ROOT, "out/goldens"),
    async *requests() {
      // The reader's dictionary is loaded where it is needed alone.
      const { collectRequests } = await import("./goldens/requests.ts");
      yield* collectRequests();
    },
    commit,
    tell: (line) => process.stdout.write(`${line}\n`),
  });
