// Runs a peer's program in a child process with a temporary folder.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type * as z from "zod";

interface Peer<T> {
  /** File name in `bench/peers/`. */
  program: string;
  args?: readonly string[];
  measured: z.ZodType<T>;
}

/** A peer takes some ten seconds. */
const LONGEST_MS = 180_000;

/** Returns the last line of the peer's output, parsed. */
export async function runPeer<T>({ program, args = [], measured }: Peer<T>): Promise<T> {
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
