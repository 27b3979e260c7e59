// Files that a local service creates once for each data folder, readable by their owner only.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Path and content; `fresh` is the content of a new file. A folder in memory has a temporary file. */
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
