// The key that encrypts stories in a local service: the environment's, else one made once for each data folder.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** 32 bytes in base64. Without this key the stories of the folder cannot be read again. */
export function localDataKey(dataDir: string): string {
  const given = process.env.MEKURI_DATA_KEY;
  if (given !== undefined && given !== "") return given;
  const fresh = randomBytes(32).toString("base64");
  if (dataDir === "memory") return fresh;
  const path = join(dataDir, "data-key");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, `${fresh}\n`, { flag: "wx", mode: 0o600 });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return readFileSync(path, "utf8").trim();
  }
}
