// `npm run keys`: makes, rotates and shows the keys that sign access tokens, in a file such as a mounted secret, and sets what an
// account may spend on a day.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  newSigningKeys,
  publicKeys,
  RotationTooEarlyError,
  rotateKeys,
  type SigningKeys,
  SigningKeysSchema,
} from "../../lib/api/token-keys.ts";
import { NoAccountError, readDayLimit, setDayBudget } from "./day-budget.ts";

const USAGE = `Usage: npm run keys -- create FILE    makes two keys: one that signs, and the next
       npm run keys -- rotate FILE    the next one signs from now on; those before stay until nothing of theirs counts
       npm run keys -- show FILE      prints the public keys
       npm run keys -- day-budget EMAIL_OR_ID MICRODOLLARS [--data DIR]
                                      sets the limit of an account's day; "service" in place of the number: what everybody has
  --data DIR   where the local service keeps its data; default .local. In the cloud: with GOOGLE_CLOUD_PROJECT set.
`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const options = { data: { type: "string", default: ".local" } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [command, file, ...more] = positionals;
  if (command === "day-budget") return limitDay([file, ...more], values.data);
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

async function limitDay([account, word, more]: (string | undefined)[], dataDir: string): Promise<void> {
  if (account === undefined || word === undefined || more !== undefined) {
    throw new UsageError("an account and its limit in micro-dollars are needed");
  }
  const limit = readDayLimit(word);
  if (limit === undefined) throw new UsageError(`"${word}" is no number of micro-dollars, nor "service"`);
  if (dataDir === "memory")
    throw new UsageError("--data must name a folder: nothing in memory is left to set");
  const ownerId = await setDayBudget(account, limit, dataDir);
  const said = typeof limit === "number" ? `${limit} micro-dollars` : `the limit called ${limit}`;
  process.stdout.write(`${ownerId} has ${said} a day from the next allotment on.\n`);
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
    isUsage ||
    error instanceof RotationTooEarlyError ||
    error instanceof NoAccountError ||
    (error instanceof Error && "code" in error);
  const said = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error);
  process.stderr.write(`mekuri: ${said}\n${isUsage ? USAGE : ""}`);
  process.exitCode = isUsage ? 2 : 1;
});
