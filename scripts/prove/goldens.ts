// `npm run prove -- goldens`: compares the offline artist's drawings of recorded requests with the recorded ones. goldens/README.md says
// when to compare, accept and record.
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
      // Loaded lazily, because of the reader's dictionary.
      const { collectRequests } = await import("./goldens/requests.ts");
      yield* collectRequests();
    },
    commit,
    tell: (line) => process.stdout.write(`${line}\n`),
  });
