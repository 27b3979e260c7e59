// `npm run keys`: makes, rotates and shows the keys that sign access tokens, in a file such as a mounted secret.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  newSigningKeys,
  publicKeys,
  RotationTooEarlyError,
  rotateKeys,
  type SigningKeys,
  SigningKeysSchema,
} from "../lib/api/token-keys.ts";

const USAGE = `Usage: npm run keys -- create FILE    makes two keys: one that signs, and the next
       npm run keys -- rotate FILE    the next one signs from now on; those before stay until nothing of theirs counts
       npm run keys -- show FILE      prints the public keys
`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command, file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("a command and a file are needed");
  const now = Date.now();
  switch (command) {
    case "create":
      writeFileSync(file, format(await newSigningKeys(now)), { flag: "wx", mode: 0o600 });
      process.stdout.write(`${file} holds two new keys; set MEKURI_SIGNING_KEYS_FILE to it for auth.\n`);
      return;
    case "rotate": {
      const rotated = await rotateKeys(read(file), now);
      // Whole or not at all: auth may read it at any time.
      writeFileSync(`${file}.new`, format(rotated), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      process.stdout.write(`${rotated.keys[0].kid} signs from now on; ${rotated.keys[1].kid} is next.\n`);
      return;
    }
    case "show":
      process.stdout.write(`${JSON.stringify(publicKeys(read(file), now), null, 2)}\n`);
      return;
    default:
      throw new UsageError(`there is no command ${command}`);
  }
}

function read(file: string): SigningKeys {
  const keys = SigningKeysSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!keys.success) throw new UsageError(`${file} holds something else than signing keys`);
  return keys.data;
}

const format = (keys: SigningKeys) => `${JSON.stringify(keys, null, 2)}\n`;

main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && "code" in error);
  const isKnown =
    isUsage || error instanceof RotationTooEarlyError || (error instanceof Error && "code" in error);
  const said = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error);
  process.stderr.write(`mekuri: ${said}\n${isUsage ? USAGE : ""}`);
  process.exitCode = isUsage ? 2 : 1;
});
