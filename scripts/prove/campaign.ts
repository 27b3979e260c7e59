// `npm run campaign`: every proof at its full count, one after another. Prints a table, writes
// out/campaign.json; with --save also docs/proof/campaign.json and its table, docs/proof/campaign.md. Exit status 1 when something does not hold.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { FORMS, type Form } from "./campaign/forms.ts";
import { type Campaign, CampaignSchema, campaignTable, merged, withTable } from "./campaign/results.ts";
import { isRunnable, runForm, typed } from "./campaign/run-form.ts";

const NAMES = FORMS.map(({ name }) => name);

const USAGE = `Usage: npm run campaign -- [--only NAME,...] [--share S] [--save] [--list]
  --only NAME,...  of ${NAMES.join(", ")}
  --share S        of the full counts, above 0 up to 1: a rehearsal
  --save           writes docs/proof/campaign.json and the table of docs/proof/campaign.md
  --list           the commands, without running them`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

function readArguments(args: readonly string[]): {
  forms: Form[];
  share: number;
  save: boolean;
  list: boolean;
} {
  const options = {
    only: { type: "string" },
    share: { type: "string", default: "1" },
    save: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  } as const;
  let values: { only?: string | undefined; share: string; save: boolean; list: boolean };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { only, save, list } = values;
  const share = Number(values.share);
  if (!(share > 0 && share <= 1))
    throw new UsageError(`--share must be above 0 and at most 1, not "${values.share}".`);
  const wanted = only?.split(",").map((name) => name.trim()) ?? NAMES;
  const stranger = wanted.find((name) => !NAMES.includes(name));
  if (stranger !== undefined) throw new UsageError(`There is no form "${stranger}".`);
  return { forms: FORMS.filter(({ name }) => wanted.includes(name)), share, save, list };
}

async function main(): Promise<number> {
  const { forms, share, save, list } = readArguments(process.argv.slice(2));
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
  const campaign: Campaign = { results: [] };
  for (const form of forms) {
    if (!isRunnable(form)) {
      tell(`${form.name} is left out: this machine has no ${form.needs}`);
      continue;
    }
    tell(`${form.name} begins; it may take ${Math.ceil(form.minutes * share)} min`);
    const result = await runForm(form, share);
    campaign.results.push({ ...result, measuredOn, machine });
    tell(`${form.name} ${result.holds ? "holds" : `DOES NOT HOLD: ${result.problem}`} (${result.seconds} s)`);
    // What was measured is kept, whatever comes after.
    mkdirSync(at("out"), { recursive: true });
    writeFileSync(at("out/campaign.json"), `${JSON.stringify(campaign, null, 2)}\n`);
  }
  process.stdout.write(`${campaignTable(campaign)}\n`);
  if (save) saveToDocs(campaign);
  return campaign.results.every(({ holds }) => holds) ? 0 : 1;
}

function saveToDocs(fresh: Campaign): void {
  const old = CampaignSchema.parse(JSON.parse(readFileSync(at("docs/proof/campaign.json"), "utf8")));
  const all = merged(old, fresh);
  writeFileSync(at("docs/proof/campaign.json"), `${JSON.stringify(all, null, 2)}\n`);
  const page = at("docs/proof/campaign.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), campaignTable(all)));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(
      `campaign: ${error instanceof Error ? error.message : String(error)}\n${isUsage ? `${USAGE}\n` : ""}`,
    );
    process.exitCode = isUsage ? 2 : 1;
  },
);
