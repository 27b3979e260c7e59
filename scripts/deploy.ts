// `npm run deploy -- --stage dev --dry-run`: every resource that an environment would have, and how it differs from the
// manifest that was last saved. It needs neither an account nor the Pulumi tool.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import {
  type ComparedResource,
  compareResources,
  type Resource,
  ResourceSchema,
} from "./deploy/difference.ts";
import { smokeTest } from "./deploy/smoke-test.ts";

const USAGE = `Usage: npm run deploy -- --stage dev|prod --dry-run [--save] [--json]
       npm run deploy -- --smoke ADDRESS
  --stage STAGE   which environment: dev or prod
  --dry-run       lists every resource and what differs from infra/manifest.STAGE.json; changes nothing in any cloud
  --save          writes that manifest anew
  --smoke ADDRESS tries what is deployed there: health, sign-in (of a guest, or MEKURI_SMOKE_TOKEN), a session
  --json          print one JSON object, and nothing else
Only the dry run exists: docs/operations.md says how an environment is applied.`;

const root = join(import.meta.dirname, "..");
const infra = join(root, "infra");
const LONGEST_LIST = 64 * 1024 * 1024;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

interface Arguments {
  stage: "dev" | "prod";
  save: boolean;
  json: boolean;
}

interface SmokeArguments {
  smoke: string;
}

function readArguments(args: readonly string[]): Arguments | SmokeArguments {
  const options = {
    stage: { type: "string" },
    smoke: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    save: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  } as const;
  const values = parse();
  if (values.smoke !== undefined) {
    if (!URL.canParse(values.smoke))
      throw new UsageError("--smoke takes an address: https://PROJECT.web.app");
    return { smoke: values.smoke };
  }
  const stage = z.enum(["dev", "prod"]).safeParse(values.stage);
  if (!stage.success) throw new UsageError("--stage must be dev or prod.");
  if (!values["dry-run"]) {
    throw new UsageError("Applying is done by hand, as docs/operations.md says: add --dry-run.");
  }
  return { stage: stage.data, save: values.save, json: values.json };

  function parse() {
    try {
      return parseArgs({ args: [...args], options }).values;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
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
  if ("smoke" in given) {
    const say = (line: string) => process.stdout.write(`${line}\n`);
    // A token is a secret: no command line shows it.
    const accessToken = process.env.MEKURI_SMOKE_TOKEN || undefined;
    return smokeTest({ address: given.smoke, accessToken, say });
  }
  listResources(given);
}

function listResources({ stage, save, json }: Arguments): void {
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
    "`pulumi preview` knows: it needs the Pulumi tool and an account of Google Cloud (docs/operations.md).",
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
