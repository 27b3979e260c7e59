// The keys of a local service: from the environment, otherwise created once for each data folder.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { newSigningKeys } from "../../lib/api/token-keys.ts";
import { keptFile } from "./kept-file.ts";

/** The key that encrypts stories: 32 bytes in base64. Without it the folder's stories are unreadable. */
export function localDataKey(dataDir: string): string {
  const fresh = () => randomBytes(32).toString("base64");
  if (process.env.MEKURI_DATA_KEY) return process.env.MEKURI_DATA_KEY;
  return dataDir === "memory" ? fresh() : keptFile(dataDir, "data-key", fresh()).content;
}

export interface LocalSigningKeys {
  path: string;
  /** Deletes the file of a folder in memory. */
  discard(): void;
}

/** The file with the token signing keys. Without it all users must sign in again. */
export async function localSigningKeys(dataDir: string): Promise<LocalSigningKeys> {
  const given = process.env.MEKURI_SIGNING_KEYS_FILE;
  if (given) return { path: given, discard() {} };
  const fresh = JSON.stringify(await newSigningKeys(Date.now()), null, 2);
  const { path } = keptFile(dataDir, "signing-keys.json", fresh);
  return {
    path,
    discard() {
      if (dataDir === "memory") rmSync(dirname(path), { recursive: true, force: true });
    },
  };
}

/** Where commands on this folder store the guest's token; undefined for a folder in memory. */
export function localTokenFile(dataDir: string): string | undefined {
  return dataDir === "memory" ? undefined : join(dataDir, "guest-token.json");
}

/** The guest's secret, so that all commands on this folder are the same guest. */
export function localGuestKey(dataDir: string): string {
  const fresh = randomBytes(32).toString("base64url");
  return dataDir === "memory" ? fresh : keptFile(dataDir, "guest-key", fresh).content;
}
