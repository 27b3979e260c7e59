// `mekuri keys`: creates, rotates and prints the signing keys of access tokens in a file such as a mounted secret, and sets an account's
// daily limit and whether it is an operator.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import * as z from "zod";
import {
  newSigningKeys,
  publicKeys,
  RotationTooEarlyError,
  rotateKeys,
  type SigningKeys,
  SigningKeysSchema,
} from "../../lib/api/token-keys.ts";
import { BusyError } from "../../lib/pipeline/errors.ts";
import type { DayLimit } from "../../lib/pipeline/ledger.ts";
import {
  DEFAULT_DATA,
  dataFolder,
  FailureError,
  IN_THE_CLOUD,
  InputError,
  newCommand,
  runs,
  subCommand,
  UsageError,
} from "../command/command.ts";
import { NoAccountError, readDayLimit, setDayBudget } from "./day-budget.ts";
import { setOperator } from "./operators.ts";

export function keys(): Command {
  const command = newCommand(
    "keys",
    "make and rotate the keys that sign tokens; set an account's daily budget; make operators",
  );
  const actions = {
    create: ["make two keys: the signing key and the next one", create],
    rotate: [
      "make the next key the signing key; earlier keys stay until all their tokens have expired",
      rotate,
    ],
    show: ["print the public keys", show],
  } as const;
  for (const [name, [summary, act]] of Object.entries(actions)) {
    const child = subCommand(command, name, summary).argument(
      "<file>",
      "file with the keys, such as a mounted secret",
    );
    runs<object>(child, (_options, file: string) => known(() => act(file, Date.now())));
  }
  const dayBudget = subCommand(command, "day-budget", "set an account's daily limit")
    .argument("<email-or-id>", "the account's e-mail address or id")
    .argument("<microdollars>", 'the limit, or "service" to use the service limit', dayLimitOf)
    .option("--data <folder>", "data folder of the local service", dataFolder("set"), DEFAULT_DATA)
    .addHelpText("after", IN_THE_CLOUD);
  runs<{ data: string }>(dayBudget, ({ data }, account: string, limit: DayLimit) =>
    known(() => limitDay(account, limit, data)),
  );
  const operator = subCommand(command, "operator", "make an account an operator, or take that back")
    .argument("<email>", "the account's e-mail address", emailOf)
    .option("--revoke", "the account is no operator any more", false)
    .option("--data <folder>", "data folder of the local service", dataFolder("set"), DEFAULT_DATA)
    .addHelpText("after", IN_THE_CLOUD);
  runs<{ data: string; revoke: boolean }>(operator, ({ data, revoke }, email: string) =>
    known(() => makeOperator(email, !revoke, data)),
  );
  return command;
}

/** Reports errors that the user can fix without a stack. */
async function known(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isKnown =
      error instanceof RotationTooEarlyError ||
      error instanceof NoAccountError ||
      error instanceof BusyError ||
      (error instanceof Error && "code" in error);
    throw isKnown ? new FailureError(error.message, { cause: error }) : error;
  }
}

async function create(file: string, now: number): Promise<void> {
  writeFileSync(file, format(await newSigningKeys(now)), { flag: "wx", mode: 0o600 });
  process.stdout.write(`${file} holds two new keys; set MEKURI_SIGNING_KEYS_FILE to it for auth.\n`);
}

async function rotate(file: string, now: number): Promise<void> {
  const rotated = await rotateKeys(read(file), now);
  // Replaced atomically, because auth may read the file at any time.
  writeFileSync(`${file}.new`, format(rotated), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  process.stdout.write(`${rotated.keys[0].kid} signs from now on; ${rotated.keys[1].kid} is next.\n`);
}

async function show(file: string, now: number): Promise<void> {
  process.stdout.write(`${JSON.stringify(publicKeys(read(file), now), null, 2)}\n`);
}

function dayLimitOf(word: string): DayLimit {
  const limit = readDayLimit(word);
  if (limit !== undefined) return limit;
  throw new UsageError(`"${word}" is neither a number of micro-dollars nor "service"`);
}

async function limitDay(account: string, limit: DayLimit, dataDir: string): Promise<void> {
  const ownerId = await setDayBudget(account, limit, dataDir);
  const said = typeof limit === "number" ? `${limit} micro-dollars` : `the limit called ${limit}`;
  process.stdout.write(`${ownerId} has ${said} a day, starting with the next allotment.\n`);
}

function emailOf(word: string): string {
  if (z.email().max(254).safeParse(word).success) return word;
  throw new UsageError(`"${word}" is not an e-mail address`);
}

async function makeOperator(email: string, isGranted: boolean, dataDir: string): Promise<void> {
  const ownerId = await setOperator(email, isGranted, dataDir);
  const who = ownerId ?? `${email}, who has not signed in yet,`;
  const said = isGranted ? "is an operator" : "is no operator any more";
  process.stdout.write(`${who} ${said}, from the next request on.\n`);
}

function read(file: string): SigningKeys {
  const keys = SigningKeysSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!keys.success) throw new InputError(`${file} does not contain signing keys`);
  return keys.data;
}

const format = (keys: SigningKeys) => `${JSON.stringify(keys, null, 2)}\n`;
