// The keys that sign tokens, in a file: a mounted secret in the cloud, a file beside the data key on one machine. It is read again after a
// change, so that a rotation needs no restart.
import { readFile, stat } from "node:fs/promises";
import { type SigningKeys, SigningKeysSchema } from "../api/token-keys.ts";

/** Interval between checks of the file. */
const LOOK_MS = 5_000;

/** `clock`: milliseconds; only differences count. Rejects if the file is missing or does not contain signing keys. */
export function signingKeyFile(path: string, clock: () => number): () => Promise<SigningKeys> {
  let known: { keys: SigningKeys; changedAt: number; lookedAt: number } | undefined;
  return async () => {
    const now = clock();
    if (known !== undefined && now - known.lookedAt < LOOK_MS) return known.keys;
    const { mtimeMs: changedAt } = await stat(path);
    const keys =
      known?.changedAt === changedAt
        ? known.keys
        : SigningKeysSchema.parse(JSON.parse(await readFile(path, "utf8")));
    known = { keys, changedAt, lookedAt: now };
    return keys;
  };
}
