// `mekuri deploy --stage dev`: deploys this commit to an environment. With `--dry-run` lists every resource and its difference from the
// saved manifest, without an account and without Pulumi.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import * as z from "zod";
import { newCommand, oneOf, runs, UsageError } from "../command/command.ts";
import { deployStage, type Prompt, rollBack } from "./deploy/deploy-stage.ts";
import {
  type ComparedResource,
  compareResources,
  type Resource,
  ResourceSchema,
} from "./deploy/difference.ts";
import { smokeModels } from "./deploy/models-smoke.ts";
import { smokeTest } from "./deploy/smoke-test.ts";

const root = join(import.meta.dirname, "../..");
const infra = join(root, "infra");
const LONGEST_LIST = 64 * 1024 * 1024;

type Stage = "dev" | "prod";

interface Options {
  stage?: Stage;
  version?: string;
  yes: boolean;
  rollback: boolean;
  dryRun: boolean;
  save: boolean;
  json: boolean;
  smoke?: string;
}

type Asked =
  | { kind: "smoke"; address: string }
  | { kind: "list"; stage: Stage; save: boolean; json: boolean }
  | { kind: "deploy" | "rollback"; stage: Stage; version: string | undefined; yes: boolean };

export function deploy(): Command {
  const command = newCommand(
    "deploy",
    "deploy the version of this commit to an environment in the cloud: checks tools and accounts, builds, uploads, previews, asks, applies, runs a smoke test, and rolls back if the test fails",
  )
    .option("--stage <stage>", "which environment: dev or prod", oneOf("--stage", ["dev", "prod"]))
    .option("--version <name>", "name of the version, used only once (default: the commit)")
    .option("--yes", "apply without asking", false)
    .option("--rollback", "run the previous version, or the one named by --version", false)
    .option(
      "--dry-run",
      "list every resource and the differences from infra/manifest.STAGE.json; changes nothing in the cloud",
      false,
    )
    .option("--save", "with --dry-run: write that manifest again", false)
    .option(
      "--smoke <address>",
      "smoke test of the deployment there: health, sign-in (as a guest, or with MEKURI_SMOKE_TOKEN), a session, and each model with the functions' account (less than $0.25)",
      addressOf,
    )
    .option("--json", "with --dry-run: print only one JSON object", false);
  return runs<Options>(command, (options) => act(askedOf(options)));
}

function addressOf(text: string): string {
  if (URL.canParse(text)) return text;
  throw new UsageError("--smoke takes an address: https://PROJECT.web.app");
}

function askedOf({ stage, version, yes, rollback, dryRun, save, json, smoke }: Options): Asked {
  if (smoke !== undefined) return { kind: "smoke", address: smoke };
  if (stage === undefined) throw new UsageError("--stage must be dev or prod.");
  if (dryRun) return { kind: "list", stage, save, json };
  if (save || json) throw new UsageError("--save and --json need --dry-run.");
  return { kind: rollback ? "rollback" : "deploy", stage, version, yes };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Asks the user for confirmation. Without a terminal the answer is no. */
async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(await lines.question(`${question} [y/N] `));
  } finally {
    lines.close();
  }
}

/** Runs Node here or in `infra/`, which has its own packages, and returns its output. */
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

/** One resource a line, for readable diffs. */
function format(resources: readonly Resource[]): string {
  return `[\n${resources.map((resource) => JSON.stringify(resource)).join(",\n")}\n]\n`;
}

const MARKS = { new: "+", changed: "~", same: " ", gone: "-" } as const;

function lineOf({ type, name, state, fields }: ComparedResource): string {
  return `${MARKS[state]} ${type} ${name}${fields.length > 0 ? `: ${fields.join(", ")}` : ""}`;
}

async function act(given: Asked): Promise<void> {
  switch (given.kind) {
    case "smoke": {
      // The token comes from the environment, because command lines are visible to other processes.
      const accessToken = process.env.MEKURI_SMOKE_TOKEN || undefined;
      await smokeTest({ address: given.address, accessToken, say });
      return smokeModels(given.address, say);
    }
    case "list":
      return listResources(given);
    case "deploy":
    case "rollback": {
      const prompt: Prompt = { say, confirm: given.yes ? async () => true : ask };
      return given.kind === "deploy" ? deployStage(given, prompt) : rollBack(given, prompt);
    }
  }
}

function listResources({ stage, save, json }: Asked & { kind: "list" }): void {
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
    "This is what the code declares, with the sample settings of infra/recorded.ts. Only `pulumi preview` shows what",
    "a project really has; it needs the Pulumi tool and a Google Cloud account (docs/operate/operations.md).",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
