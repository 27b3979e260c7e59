// `mekuri migrate`: migrates stored documents to the current format, in the service of a data folder, or in the cloud if
// GOOGLE_CLOUD_PROJECT names a project. The service keeps running.
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Firestore } from "@google-cloud/firestore";
import type { Command } from "commander";
import type { Migration } from "../../lib/cloud/migrations/migration.ts";
import {
  createMigrator,
  MigrationLockedError,
  MigrationRefusedError,
  type MigrationRun,
  type Migrator,
} from "../../lib/cloud/migrations/migrator.ts";
import { rewrapKeys } from "../../lib/cloud/migrations/rewrap.ts";
import {
  DEFAULT_DATA,
  dataFolder,
  FailureError,
  IN_THE_CLOUD,
  newCommand,
  runs,
  subCommand,
  UsageError,
  wholeNumber,
} from "../command/command.ts";
import { isCloud, openStores } from "../serve/open-stores.ts";
import { auditCommand } from "./audit-command.ts";

const FOLDER = join(import.meta.dirname, "../../lib/cloud/migrations");
const FILE = /^(\d{4}-[a-z0-9-]+)\.ts$/;
const COMMANDS = {
  up: "run every pending migration; an interrupted one continues where it stopped",
  down: "revert the last migration",
  history: "list the migrations that were run, when and by whom",
  status: "state of each migration: applied, pending or interrupted",
  rewrap: "after a rotation of the service's key: wrap every session's key with the new one",
  accounts: "copy accounts with a password of ours to Identity Platform, or with --revert back",
} as const;
type Action = keyof typeof COMMANDS;

/** The actions that change documents, as the audit names them. */
const RECORDED = {
  ...({ up: "migrate-up", down: "migrate-down", rewrap: "migrate-rewrap" } as const),
  accounts: "migrate-accounts",
  ...({ history: undefined, status: undefined } as const),
} as const satisfies Record<Action, string | undefined>;

interface Options {
  dryRun: boolean;
  batch: number;
  data: string;
  /** Only for `accounts`. */
  revert?: boolean;
}

export function migrate(): Command {
  const command = newCommand("migrate", "migrate stored documents to a new form").addHelpText(
    "after",
    IN_THE_CLOUD,
  );
  for (const [action, summary] of Object.entries(COMMANDS) as [Action, string][]) {
    const child = subCommand(command, action, summary)
      .option("--dry-run", "only print what would change", false)
      .option("--batch <n>", "documents a commit, 1 to 400", wholeNumber("--batch", 1, 400), 100)
      .option("--data <folder>", "data folder of the local service", dataFolder("migrate"), DEFAULT_DATA);
    if (action === "accounts")
      child.option("--revert", "delete the copies whose password was not changed there", false);
    runs<Options>(child, (options) => changeDocuments(action, options));
  }
  const begun = subCommand(command, "new", "create a migration in lib/cloud/migrations").argument(
    "<name>",
    "lower-case letters, digits and hyphens: page-titles",
    nameOf,
  );
  runs<object>(begun, (_options, name: string) => begin(name));
  return command;
}

function nameOf(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  throw new UsageError(
    "A new migration needs a name of lower-case letters, digits and hyphens: new page-titles",
  );
}

/** All migrations by file name, in order. */
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
) => `// What changes, and why. Raise the same documents on read in \`upcast.ts\`, so that the service works while this runs.
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  about: "${name.replaceAll("-", " ")}",
  documents: (db) => db.collection("sessions"),
  async up(document) {
    // Undefined leaves the document unchanged. Idempotent, because it runs again after a crash.
    if (document.get("schemaVersion") !== 1) return undefined;
    throw new Error("${name} is not written yet");
  },
};
`;

function sentence({ id, direction, looked, changed, lost }: MigrationRun, isRehearsal: boolean): string {
  const done = `${id}: ${isRehearsal ? "would change" : "changed"} ${changed} of ${looked} documents (${direction})`;
  if (lost === undefined) return done;
  return `${done}; the earlier form cannot hold all data of ${lost} of them`;
}

async function act(action: Action, isRehearsal: boolean, migrator: Migrator): Promise<string[]> {
  switch (action) {
    case "status":
      return (await migrator.status()).map(({ id, about, state, direction }) =>
        [id, state === "part" ? `interrupted on its way ${direction}` : state, about].join("  "),
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

async function changeDocuments(action: Action, options: Options): Promise<void> {
  try {
    await inStores(action, options);
  } catch (error) {
    const isExpected = error instanceof MigrationLockedError || error instanceof MigrationRefusedError;
    throw isExpected ? new FailureError(error.message, { cause: error }) : error;
  }
}

async function moveAccounts(
  db: Firestore,
  { revert, ...options }: { batchSize: number; isRehearsal: boolean; revert: boolean },
): Promise<string> {
  const [{ identityAccounts }, { readSetting }, { importAccounts, revertAccounts }] = await Promise.all([
    import("../../lib/cloud/identity-accounts.ts"),
    import("../../lib/cloud/config.ts"),
    import("../../lib/cloud/account-import.ts"),
  ]);
  const project =
    readSetting("MEKURI_IDENTITY_PROJECT") ??
    (isCloud(process.env) ? process.env.GOOGLE_CLOUD_PROJECT : undefined);
  if (project === undefined)
    throw new FailureError("there is no Identity Platform to copy accounts to: set MEKURI_IDENTITY_PROJECT");
  const target = identityAccounts(project, readSetting("FIREBASE_AUTH_EMULATOR_HOST"));
  const move = revert ? revertAccounts : importAccounts;
  const { accounts, moved, before, refused } = await move(db, target, options);
  const verb = revert ? ["took back", "would take back"] : ["copied", "would copy"];
  const lines = [
    `${verb[Number(options.isRehearsal)]} ${moved} of ${accounts} accounts with a password; ${before} ${revert ? "are not copied" : "were copied before"}`,
    ...Object.entries(refused).map(([reason, count]) => `left ${count}: ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}

async function inStores(
  action: Action,
  { dryRun: isRehearsal, batch: batchSize, data, revert = false }: Options,
): Promise<void> {
  const note = (line: string) => process.stderr.write(`migrate: ${line}\n`);
  const stores = await openStores(data, note);
  try {
    const { keyRing } = await import("../../functions/wiring.ts");
    const { firestore } = await import("../../functions/firestore.ts");
    const tools = { db: firestore(), ...keyRing() };
    const recorded = isRehearsal ? undefined : RECORDED[action];
    if (recorded !== undefined)
      await auditCommand({ command: revert ? "migrate-accounts-revert" : recorded });
    if (action === "accounts") {
      const report = await moveAccounts(tools.db, { batchSize, isRehearsal, revert });
      process.stdout.write(report);
    } else if (action === "rewrap") {
      const { sessions, wrapped, without } = await rewrapKeys(tools, { batchSize, isRehearsal });
      const left =
        without === 0 ? "" : `; ${without} sessions have no key of their own yet: run \`up\` first`;
      process.stdout.write(
        `${isRehearsal ? "would wrap" : "wrapped"} the keys of ${wrapped} of ${sessions} sessions again${left}\n`,
      );
    } else {
      const migrator = createMigrator({
        ...{ tools, batchSize, migrations: await readMigrations() },
        holder: `${process.env.USER ?? "somebody"} at ${hostname()}, process ${process.pid}`,
        onProgress: (id, { looked, changed }) => note(`${id}: ${changed} of ${looked} documents so far`),
      });
      for (const line of await act(action, isRehearsal, migrator)) process.stdout.write(`${line}\n`);
    }
    await tools.db.terminate();
  } finally {
    await stores.close();
  }
}
