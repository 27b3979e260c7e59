// The commands of `npm run goldens`, with the folders and the outside world handed in.
import { parseArgs } from "node:util";
import { readAccepted, writeAccepted } from "./accepted.ts";
import { compareGoldens, goldensOf, type Wanted } from "./compare.ts";
import { writeDifferenceSheets } from "./difference-sheet.ts";
import { GoldensError, setsIn } from "./pack.ts";
import { recordGoldens } from "./record.ts";
import type { Asked } from "./requests.ts";

export const USAGE = `Usage: npm run goldens -- compare [PANEL|SET…] [--eighth] | accept PANEL… --reason TEXT | record [--overwrite] | show PANEL
  compare      draws the recorded panels again (or some of them) and puts those that differ on contact sheets in out/goldens;
               exit status 1 when one differs that goldens/accepted.json does not name
  accept       writes panels, as they are drawn now, with the commit that is checked out and the reason into goldens/accepted.json
  record       makes the pack anew from the stories, samples and specimen sheets; accepted panels start over
  show         prints a panel's request as JSON
  --eighth     a fixed eighth of the panels, as npm test compares
  --overwrite  record even though there is a pack already
A panel is named like comedy/p3/k2, poses/walk or comedy/c1 (a portrait); a set like comedy.`;

export interface World {
  /** Where the goldens are. */
  folder: string;
  /** Where contact sheets go: earlier ones there are removed. */
  sheets: string;
  requests(): AsyncIterable<Asked>;
  /** The commit that is checked out, in full. Throws GoldensError where nobody can say it. */
  commit(): string;
  tell(line: string): void;
}

/** Gives the exit status, 0 or 1. Throws GoldensError for what a person has to mend. */
export async function runGoldens(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, ...names] = positionals;
  refuseStray(command, values);
  switch (command) {
    case "compare": {
      if (values.eighth && names.length > 0) throw new GoldensError("Say --eighth or names, not both.");
      return compare(world, values.eighth ? "eighth" : names.length > 0 ? names : "all");
    }
    case "accept":
      return accept(world, names, values.reason);
    case "record":
      if (names.length > 0)
        throw new GoldensError(`"${names[0]}" is one word too many: all panels are recorded.`);
      return record(world, values.overwrite);
    case "show":
      return show(world, names);
    default:
      throw new GoldensError(
        `Say compare, accept, record or show${command ? `, not "${command}"` : ""}.\n${USAGE}`,
      );
  }
}

function parse(args: readonly string[]) {
  const options = {
    eighth: { type: "boolean", default: false },
    overwrite: { type: "boolean", default: false },
    reason: { type: "string" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new GoldensError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const OWNERS = { eighth: "compare", overwrite: "record", reason: "accept" } as const;

function refuseStray(
  command: string | undefined,
  values: Partial<Record<keyof typeof OWNERS, unknown>>,
): void {
  for (const [option, owner] of Object.entries(OWNERS)) {
    const given = values[option as keyof typeof OWNERS];
    if (given !== undefined && given !== false && command !== owner)
      throw new GoldensError(`--${option} belongs to ${owner}.`);
  }
}

async function compare({ folder, sheets, tell }: World, wanted: Wanted): Promise<number> {
  const { panels, differences, accepted } = await compareGoldens(folder, wanted);
  for (const { panel, told, wasAccepted } of differences)
    tell(`${panel} differs: ${told}${wasAccepted ? ", and from the picture that was accepted" : ""}`);
  for (const path of await writeDifferenceSheets(sheets, differences)) tell(`to look at: ${path}`);
  tell(JSON.stringify({ panels, differ: differences.length, accepted: accepted.length }));
  return differences.length === 0 ? 0 : 1;
}

async function accept(
  { folder, commit, tell }: World,
  names: readonly string[],
  reason = "",
): Promise<number> {
  if (names.length === 0) throw new GoldensError("Say which panels are accepted.");
  if (reason.trim() === "")
    throw new GoldensError("Say why the new pictures are better or equal: --reason TEXT");
  const { differences } = await compareGoldens(folder, names);
  const sets = setsIn(folder);
  const same = names.find((name) => !sets.includes(name) && !differences.some(({ panel }) => panel === name));
  if (same !== undefined || differences.length === 0)
    throw new GoldensError(
      `${same ?? names.join(", ")}: nothing to accept, for it looks as recorded or accepted.`,
    );
  const panels = differences.map(({ panel, widthPx, after, told }) => {
    if (!after) throw new GoldensError(`${panel} cannot be accepted: ${told}`);
    return { panel, widthPx, pixels: after };
  });
  for (const { panel, hash } of await writeAccepted(folder, panels, {
    commit: commit(),
    reason: reason.trim(),
  }))
    tell(`${panel} is accepted as ${hash}`);
  return 0;
}

async function record({ folder, requests, tell }: World, overwrite: boolean): Promise<number> {
  if (!overwrite && hasPack(folder))
    throw new GoldensError(
      `${folder} has a pack already, and ${readAccepted(folder).length} accepted panels. To record in place of both: --overwrite`,
    );
  tell(`${await recordGoldens(folder, requests())} panels are recorded in ${folder}`);
  return 0;
}

function hasPack(folder: string): boolean {
  try {
    return setsIn(folder).length > 0;
  } catch (error) {
    if (error instanceof GoldensError) return false;
    throw error;
  }
}

function show({ folder, tell }: World, names: readonly string[]): number {
  if (names.length === 0) throw new GoldensError("Say which panel is shown.");
  for (const { levels: _, ...golden } of goldensOf(folder, names)) tell(JSON.stringify(golden, null, 2));
  return 0;
}
