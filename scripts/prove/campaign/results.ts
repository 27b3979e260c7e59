// Results of a campaign in `out/campaign.json` and `docs/proof/campaign.json`, and their tables. Pure functions.
import * as z from "zod";
import { FORMS, type Form } from "./forms.ts";

const ResultSchema = z.object({
  name: z.string(),
  /** The commands that were run, with their counts. */
  commands: z.array(z.string()).min(1),
  seconds: z.number(),
  holds: z.boolean(),
  figures: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  problem: z.string().optional(),
});
export type Result = z.infer<typeof ResultSchema>;

export const CampaignSchema = z.object({
  results: z.array(
    ResultSchema.extend({
      /** ISO date. */
      measuredOn: z.iso.date(),
      /** The machine: cores, memory, processor and Node version. */
      machine: z.string(),
    }),
  ),
});
export type Campaign = z.infer<typeof CampaignSchema>;

/** Replaces results of the same forms by newer ones, in the order of the forms. */
export function merged(old: Campaign, fresh: Campaign): Campaign {
  const byName = new Map([...old.results, ...fresh.results].map((result) => [result.name, result]));
  return { results: FORMS.flatMap(({ name }) => byName.get(name) ?? []) };
}

const COLUMNS = ["what it proves", "command", "figures", "measured"];

/** The table of docs/proof/campaign.md: a row for each form. */
export function campaignTable({ results }: Campaign): string {
  const rows = FORMS.map((form) => {
    const result = results.find(({ name }) => name === form.name);
    return row([form.proves, ...cells(form, result)]);
  });
  return [row(COLUMNS), row(COLUMNS.map(() => "---")), ...rows].join("\n");
}

function cells(form: Form, result: Campaign["results"][number] | undefined): string[] {
  const only = `\`npm run prove -- campaign --only ${form.name}\``;
  if (result === undefined) return [only, "not measured yet", ""];
  const own = result.commands.at(-1) ?? "";
  const command = own.startsWith("npm run ") ? `\`${own.replace(" --json", "")}\`` : only;
  const shown = (value: number | boolean | string) => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return typeof value === "number" ? value.toLocaleString("en") : value;
  };
  const figures = Object.entries(result.figures).map(([name, value]) => `${spaced(name)} ${shown(value)}`);
  const measured = `${result.measuredOn}, ${duration(result.seconds)}`;
  return [command, `${result.holds ? "" : "**✗** "}${figures.join(", ")}`, measured];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** `doubleEffects` as `double effects`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const BEGIN = "<!-- campaign: written by `npm run prove -- campaign --save` -->";
const END = "<!-- /campaign -->";

/** Replaces the table in the page. Throws if the page has no markers. */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page lacks the lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`;
}
