// `npm run deploy -- --stage dev`: brings an environment to the version of this commit. With `--dry-run`, every resource that it
// would have, and how it differs from the manifest that was last saved: that needs neither an account nor the Pulumi tool.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { deployStage, rollBack, type Talk } from "./deploy/deploy-stage.ts";
import {
  type ComparedResource,
  compareResources,
  type Resource,
  ResourceSchema,
} from "./deploy/difference.ts";
import { smokeModels } from "./deploy/models-smoke.ts";
import { smokeTest } from "./deploy/smoke-test.ts";

const USAGE = `Usage: npm run deploy -- --stage dev|prod [--version NAME] [--yes]
       npm run deploy -- --stage dev|prod --rollback [--version NAME] [--yes]
       npm run deploy -- --stage dev|prod --dry-run [--save] [--json]
       npm run deploy -- --smoke ADDRESS
  --stage STAGE   which environment: dev or prod. Checks tools and accounts, builds, uploads, previews, asks, applies, tries
                  what is there, and goes back to the version before when that does not work
  --version NAME  what the version is called, and never anything else; default: the commit
  --yes           applies without asking
  --rollback      runs the version before, or the one that --version names
  --dry-run       lists every resource and what differs from infra/manifest.STAGE.json; changes nothing in any cloud
  --save          writes that manifest anew
  --smoke ADDRESS tries what is deployed there: health, sign-in (of a guest, or MEKURI_SMOKE_TOKEN), a session, and each
                  model by the account of the functions (less than $0.25)
  --json          print one JSON object, and nothing else`;

const root = join(import.meta.dirname, "../..");
const infra = join(root, "infra");
const LONGEST_LIST = 64 * 1024 * 1024;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

type Arguments =
  | { kind: "smoke"; address: string }
  | { kind: "list"; stage: "dev" | "prod"; save: boolean; json: boolean }
  | { kind: "deploy" | "rollback"; stage: "dev" | "prod"; version: string | undefined; yes: boolean };

function readArguments(args: readonly string[]): Arguments {
  const flag = { type: "boolean", default: false } as const;
  const word = { type: "string" } as const;
  const options = {
    ...{ stage: word, smoke: word, version: word },
    ...{ "dry-run": flag, rollback: flag, save: flag, json: flag, yes: flag },
  };
  const values = parse();
  if (values.smoke !== undefined) {
    if (!URL.canParse(values.smoke))
      throw new UsageError("--smoke takes an address: https://PROJECT.web.app");
    return { kind: "smoke", address: values.smoke };
  }
  const stage = z.enum(["dev", "prod"]).safeParse(values.stage);
  if (!stage.success) throw new UsageError("--stage must be dev or prod.");
  const { save, json, yes, version, rollback } = values;
  if (values["dry-run"]) return { kind: "list", stage: stage.data, save, json };
  if (save || json) throw new UsageError("--save and --json go with --dry-run.");
  return { kind: rollback ? "rollback" : "deploy", stage: stage.data, version, yes };

  function parse() {
    try {
      return parseArgs({ args: [...args], options }).values;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Without a terminal nobody can answer. */
async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(await lines.question(`${question} [y/N] `));
  } finally {
    lines.close();
  }
}

/** Runs Node here or in `infra/`, which has packages of its own, and gives what it prints. */
function runNode(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ cwd: root, encoding: "utf8", maxBuffer: LONGEST_LIST },
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed:\n${stderr}`);
  return stdout;
}

function wantedResources(stage: string): Resource[] {
  runNode([join(root, "scripts/setup.mjs"), infra]);
  return z.array(ResourceSchema).parse(JSON.parse(runNode([join(infra, "list.ts"), stage])));
}

/** A resource a line, so that a change can be reviewed. */
function format(resources: readonly Resource[]): string {
  return `[\n${resources.map((resource) => JSON.stringify(resource)).join(",\n")}\n]\n`;
}

const MARKS = { new: "+", changed: "~", same: " ", gone: "-" } as const;

function lineOf({ type, name, state, fields }: ComparedResource): string {
  return `${MARKS[state]} ${type} ${name}${fields.length > 0 ? `: ${fields.join(", ")}` : ""}`;
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  switch (given.kind) {
    case "smoke": {
      // A token is a secret: no command line shows it.
      const accessToken = process.env.MEKURI_SMOKE_TOKEN || undefined;
      await smokeTest({ address: given.address, accessToken, say });
      return smokeModels(given.address, say);
    }
    case "list":
      return listResources(given);
    case "deploy":
    case "rollback": {
      const talk: Talk = { say, confirm: given.yes ? async () => true : ask };
      return given.kind === "deploy" ? deployStage(given, talk) : rollBack(given, talk);
    }
  }
}

function listResources({ stage, save, json }: Arguments & { kind: "list" }): void {
  const file = join(infra, `manifest.${stage}.json`);
  const wanted = wantedResources(stage);
  const saved = existsSync(file) ? z.array(ResourceSchema).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
  const resources = compareResources(wanted, saved);
  if (save) writeFileSync(file, format(wanted));
  if (json) return void process.stdout.write(`${JSON.stringify({ stage, resources })}\n`);
  const count = (state: ComparedResource["state"]) => resources.filter((each) => each.state === state).length;
  const manifest = relative(root, file);
  const lines = [
    ...resources.map(lineOf),
    "",
    `${wanted.length} resources in ${stage}; against ${manifest}: ${count("new")} new (+), ${count("changed")} changed (~), ${count("gone")} gone (-)`,
    ...(save ? [`${manifest} is written`] : []),
    "This is what the code declares, with the made-up settings of infra/recorded.ts. What a project really has, only",
    "`pulumi preview` knows: it needs the Pulumi tool and an account of Google Cloud (docs/operate/operations.md).",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(
    `deploy: ${error instanceof Error ? error.message : error}\n${isUsage ? `${USAGE}\n` : ""}`,
  );
  process.exitCode = isUsage ? 2 : 1;
}
