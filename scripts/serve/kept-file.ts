// What a local service makes once for each data folder and keeps there, for its owner's eyes alone.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where it is, and what it holds: `fresh` when there was none. A folder in memory has no file that outlives it. */
export function keptFile(dataDir: string, name: string, fresh: string): { path: string; content: string } {
  const folder = dataDir === "memory" ? mkdtempSync(join(tmpdir(), "mekuri-memory-")) : dataDir;
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, `${fresh}\n`, { flag: "wx", mode: 0o600 });
    return { path, content: fresh };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return { path, content: readFileSync(path, "utf8").trim() };
  }
}
