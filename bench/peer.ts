// Runs a peer's program in a process of its own, with a folder that is thrown away.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type * as z from "zod";

interface Peer<T> {
  /** In `bench/peers/`. */
  program: string;
  args?: readonly string[];
  /** What of the machine it needs, and what to install for it. */
  needs?: { programs: readonly string[]; install: string };
  measured: z.ZodType<T>;
}

/** A peer takes some ten seconds. */
const LONGEST_MS = 180_000;

/** Gives what the peer printed as its last line. Throws what is missing, with what to install. */
export async function runPeer<T>({ program, args = [], needs, measured }: Peer<T>): Promise<T> {
  const missing = needs?.programs.filter((name) => spawnSync("which", [name]).status !== 0) ?? [];
  if (missing.length > 0) throw new Error(`${program} needs ${missing.join(" and ")}: ${needs?.install}`);
  const folder = mkdtempSync(join(tmpdir(), "mekuri-peer-"));
  try {
    const path = fileURLToPath(new URL(`peers/${program}`, import.meta.url));
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path, folder, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: LONGEST_MS,
    });
    const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, "exit")]);
    if (code !== 0) throw new Error(`${program} ended with ${code ?? signal}`);
    return measured.parse(JSON.parse(printed.trim().split("\n").at(-1) ?? ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
