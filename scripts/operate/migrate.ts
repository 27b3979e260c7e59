// `npm run migrate`: changes stored documents when their form has changed. On this machine in the service of a data folder,
// in the cloud when GOOGLE_CLOUD_PROJECT names a project there; the service goes on meanwhile.
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Migration } from "../../lib/cloud/migrations/migration.ts";
import {
  createMigrator,
  MigrationLockedError,
  MigrationRefusedError,
  type MigrationRun,
  type Migrator,
} from "../../lib/cloud/migrations/migrator.ts";
import { rewrapKeys } from "../../lib/cloud/migrations/rewrap.ts";
import { openStores } from "../serve/open-stores.ts";

const FOLDER = join(import.meta.dirname, "../../lib/cloud/migrations");
const FILE = /^(\d{4}-[a-z0-9-]+)\.ts$/;
const COMMANDS = ["up", "down", "new", "history", "status", "rewrap"] as const;
type Command = (typeof COMMANDS)[number];

const USAGE = `Usage: npm run migrate -- up | down | new NAME | history | status | rewrap [--dry-run] [--batch N] [--data DIR]
  up          carries out every migration that is pending; a stopped one goes on where it was
  down        takes back the last one
  new NAME    begins a migration in lib/cloud/migrations
  history     what was carried out, when and by whom
  status      each migration: applied, pending, or stopped part of the way
  rewrap      after a rotation of the service's key: wraps every session's key with the new one
  --dry-run   says what would change and changes nothing
  --batch N   documents a commit, 1 to 400; default 100
  --data DIR  where the local service keeps its data; default .local
In the cloud: with GOOGLE_CLOUD_PROJECT and the functions' other settings set.`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

interface Arguments {
  command: Command;
  name: string | undefined;
  isRehearsal: boolean;
  batchSize: number;
  data: string;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [word, name, more] = positionals;
  const command = COMMANDS.find((known) => known === word);
  if (command === undefined)
    throw new UsageError(`Say one of ${COMMANDS.join(", ")}${word ? `, not "${word}"` : ""}.`);
  if (more !== undefined || (name !== undefined && command !== "new")) {
    throw new UsageError(`"${more ?? name}" is one word too many.`);
  }
  if (command === "new" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? "")) {
    throw new UsageError(
      "A new migration needs a name of small letters, digits and hyphens: new page-titles",
    );
  }
  const batchSize = Number(values.batch);
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 400) {
    throw new UsageError(`--batch must be a number from 1 to 400, not "${values.batch}".`);
  }
  if (values.data === "memory")
    throw new UsageError("--data must name a folder: nothing in memory is left to migrate.");
  return { command, name, isRehearsal: values["dry-run"], batchSize, data: values.data };
}

function parse(args: readonly string[]) {
  const options = {
    "dry-run": { type: "boolean", default: false },
    batch: { type: "string", default: "100" },
    data: { type: "string", default: ".local" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Every migration by its file's name, in order. */
async function readMigrations(): Promise<Map<string, Migration>> {
  const found = new Map<string, Migration>();
  for (const file of (await readdir(FOLDER)).toSorted()) {
    const [, id] = FILE.exec(file) ?? [];
    if (id === undefined) continue;
    const { migration }: { migration: Migration } = await import(join(FOLDER, file));
    found.set(id, migration);
  }
  return found;
}

async function begin(name: string): Promise<void> {
  const numbers = (await readdir(FOLDER)).map((file) => Number(FILE.exec(file)?.[1]?.slice(0, 4) ?? 0));
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, "0");
  const path = join(FOLDER, `${number}-${name}.ts`);
  await writeFile(path, template(name), { flag: "wx" });
  process.stdout.write(`${path}\n`);
}

const template = (
  name: string,
) => `// What changes, and why: raise the same documents on read in \`upcast.ts\`, so that the service goes on while this runs.
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  about: "${name.replaceAll("-", " ")}",
  documents: (db) => db.collection("sessions"),
  async up(document) {
    // Undefined leaves the document as it is. This runs again after a crash: what is changed already must be seen as such.
    if (document.get("schemaVersion") !== 1) return undefined;
    throw new Error("${name} is not written yet");
  },
};
`;

function sentence({ id, direction, looked, changed, lost }: MigrationRun, isRehearsal: boolean): string {
  const done = `${id}: ${isRehearsal ? "would change" : "changed"} ${changed} of ${looked} documents on its way ${direction}`;
  if (lost === undefined) return done;
  return `${done}; the form before cannot hold all of ${lost} of them`;
}

async function act({ command, isRehearsal }: Arguments, migrator: Migrator): Promise<string[]> {
  switch (command) {
    case "status":
      return (await migrator.status()).map(({ id, about, state, direction }) =>
        [id, state === "part" ? `stopped on its way ${direction}` : state, about].join("  "),
      );
    case "history":
      return (await migrator.history()).map((run) => {
        const ended =
          run.endedAt === undefined ? "not ended" : `${((run.endedAt - run.startedAt) / 1_000).toFixed(1)} s`;
        return `${new Date(run.startedAt).toISOString()}  ${sentence(run, false)}, ${ended}, by ${run.by}`;
      });
    case "down":
      return [sentence(await migrator.down({ isRehearsal }), isRehearsal)];
    default: {
      const runs = await migrator.up({ isRehearsal });
      return runs.length === 0 ? ["nothing is pending"] : runs.map((run) => sentence(run, isRehearsal));
    }
  }
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.command === "new") return begin(asked.name ?? "");
  const note = (line: string) => process.stderr.write(`migrate: ${line}\n`);
  const stores = await openStores(asked.data, note);
  try {
    const { keyRing } = await import("../../functions/wiring.ts");
    const { firestore } = await import("../../functions/firestore.ts");
    const tools = { db: firestore(), ...keyRing() };
    const { isRehearsal, batchSize } = asked;
    if (asked.command === "rewrap") {
      const { sessions, wrapped, without } = await rewrapKeys(tools, { batchSize, isRehearsal });
      const left = without === 0 ? "" : `; ${without} have no key of their own yet: run \`up\` first`;
      process.stdout.write(
        `${isRehearsal ? "would wrap" : "wrapped"} the keys of ${wrapped} of ${sessions} sessions anew${left}\n`,
      );
    } else {
      const migrator = createMigrator({
        ...{ tools, batchSize, migrations: await readMigrations() },
        holder: `${process.env.USER ?? "somebody"} at ${hostname()}, process ${process.pid}`,
        onProgress: (id, { looked, changed }) => note(`${id}: ${changed} of ${looked} documents so far`),
      });
      for (const line of await act(asked, migrator)) process.stdout.write(`${line}\n`);
    }
    await tools.db.terminate();
  } finally {
    await stores.close();
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const isUsage = error instanceof UsageError;
  const isExpected =
    isUsage || error instanceof MigrationLockedError || error instanceof MigrationRefusedError;
  const reason =
    error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`migrate: ${reason}\n${isUsage ? `${USAGE}\n` : ""}`);
  process.exit(isUsage ? 2 : 1);
}
