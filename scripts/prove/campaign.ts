// `npm run prove -- campaign`: runs every proof at its full count, in sequence. Prints a table and writes out/campaign.json; with --save
// also docs/proof/campaign.json and its table, docs/proof/campaign.md. Exit status 1 if something does not hold.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { type Command, Option } from "commander";
import { newCommand, runs, UsageError } from "../command/command.ts";
import { FORMS, type Form } from "./campaign/forms.ts";
import { type Campaign, CampaignSchema, campaignTable, merged, withTable } from "./campaign/results.ts";
import { isRunnable, runForm, typed } from "./campaign/run-form.ts";

const NAMES = FORMS.map(({ name }) => name);

interface Options {
  only: Form[];
  share: number;
  save: boolean;
  list: boolean;
}

export function campaign(): Command {
  const command = newCommand("campaign", "run every proof at its full count, one after another")
    .addOption(
      new Option("--only <names>", `names of proofs, separated by commas: ${NAMES.join(", ")}`)
        .argParser(formsOf)
        .default(FORMS, "all"),
    )
    .option("--share <part>", "share of the full counts, above 0 up to 1, for a trial run", shareOf, 1)
    .option("--save", "write docs/proof/campaign.json and its table, docs/proof/campaign.md", false)
    .option("--list", "print the commands without running them", false);
  return runs<Options>(command, runForms);
}

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

function formsOf(text: string): Form[] {
  const wanted = text.split(",").map((name) => name.trim());
  const stranger = wanted.find((name) => !NAMES.includes(name));
  if (stranger !== undefined) throw new UsageError(`There is no form "${stranger}".`);
  return FORMS.filter(({ name }) => wanted.includes(name));
}

function shareOf(text: string): number {
  const share = Number(text);
  if (share > 0 && share <= 1) return share;
  throw new UsageError(`--share must be above 0 and at most 1, not "${text}".`);
}

async function runForms({ only: forms, share, save, list }: Options): Promise<number> {
  const tell = (line: string) => process.stderr.write(`campaign: ${line}\n`);
  if (list) {
    for (const form of forms) {
      process.stdout.write(`${form.name} (${form.minutes} min)\n`);
      for (const command of form.commands(share)) process.stdout.write(`  ${typed(command)}\n`);
    }
    return 0;
  }
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores, ${gigabytes} GB, ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.version}`;
  const measuredOn = new Date().toISOString().slice(0, 10);
  const fresh: Campaign = { results: [] };
  for (const form of forms) {
    if (!isRunnable(form)) {
      tell(`${form.name} is skipped: this machine lacks ${form.needs}`);
      continue;
    }
    tell(`${form.name} begins; it may take ${Math.ceil(form.minutes * share)} min`);
    const result = await runForm(form, share);
    fresh.results.push({ ...result, measuredOn, machine });
    tell(`${form.name} ${result.holds ? "holds" : `DOES NOT HOLD: ${result.problem}`} (${result.seconds} s)`);
    // Saved after each form, so that a later crash loses nothing.
    mkdirSync(at("out"), { recursive: true });
    writeFileSync(at("out/campaign.json"), `${JSON.stringify(fresh, null, 2)}\n`);
  }
  process.stdout.write(`${campaignTable(fresh)}\n`);
  if (save) saveToDocs(fresh);
  return fresh.results.every(({ holds }) => holds) ? 0 : 1;
}

function saveToDocs(fresh: Campaign): void {
  const old = CampaignSchema.parse(JSON.parse(readFileSync(at("docs/proof/campaign.json"), "utf8")));
  const all = merged(old, fresh);
  writeFileSync(at("docs/proof/campaign.json"), `${JSON.stringify(all, null, 2)}\n`);
  const page = at("docs/proof/campaign.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), campaignTable(all)));
}
