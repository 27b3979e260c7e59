// The commands of `npm run prove -- goldens`, with folders and side effects as arguments.
import type { Command } from "commander";
import { newCommand, runs, subCommand, UsageError } from "../../command/command.ts";
import { readAccepted, writeAccepted } from "./accepted.ts";
import { compareGoldens, goldensOf, type Wanted } from "./compare.ts";
import { writeDifferenceSheets } from "./difference-sheet.ts";
import { GoldensError, setsIn } from "./pack.ts";
import { recordGoldens } from "./record.ts";
import type { Asked } from "./requests.ts";

export interface World {
  /** Folder of the goldens. */
  folder: string;
  /** Folder of contact sheets; earlier ones are removed. */
  sheets: string;
  requests(): AsyncIterable<Asked>;
  /** Hash of the checked-out commit. Throws GoldensError if unknown. */
  commit(): string;
  tell(line: string): void;
}

const NAMED = "names like comedy/p3/k2, poses/walk or comedy/c1 (a portrait), or a set like comedy";

/** Commands return the exit status, 0 or 1, and throw GoldensError for problems that the user can fix. */
export function goldensCommand(world: World): Command {
  const command = newCommand(
    "goldens",
    "compare the offline artist's drawings of recorded requests with the recorded drawings",
  );
  const comparing = subCommand(
    command,
    "compare",
    "draw the recorded panels again (or some of them) and write contact sheets of those that differ to out/goldens; exit status 1 if one differs that goldens/accepted.json does not list",
  )
    .argument("[panels...]", `panels or sets, ${NAMED}`)
    .option("--eighth", "a fixed eighth of the panels, as in npm test", false);
  runs<{ eighth: boolean }>(comparing, ({ eighth }, names: string[]) => {
    if (eighth && names.length > 0) throw new UsageError("Give --eighth or names, not both.");
    return compare(world, eighth ? "eighth" : names.length > 0 ? names : "all");
  });

  const accepting = subCommand(
    command,
    "accept",
    "write panels as they are drawn now, with the checked-out commit and the reason, into goldens/accepted.json",
  )
    .argument("<panels...>", NAMED)
    .requiredOption("--reason <text>", "why the new pictures are better or equal");
  runs<{ reason: string }>(accepting, ({ reason }, names: string[]) => accept(world, names, reason));

  const recording = subCommand(
    command,
    "record",
    "make the pack again from the stories, samples and specimen sheets; accepted panels are discarded",
  ).option("--overwrite", "record although a pack exists", false);
  runs<{ overwrite: boolean }>(recording, ({ overwrite }) => record(world, overwrite));

  const showing = subCommand(command, "show", "print a panel's request as JSON").argument(
    "<panels...>",
    NAMED,
  );
  runs<object>(showing, (_options, names: string[]) => show(world, names));
  return command;
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
  reason: string,
): Promise<number> {
  if (reason.trim() === "") throw new UsageError("--reason needs a value");
  const { differences } = await compareGoldens(folder, names);
  const sets = setsIn(folder);
  const same = names.find((name) => !sets.includes(name) && !differences.some(({ panel }) => panel === name));
  if (same !== undefined || differences.length === 0)
    throw new GoldensError(
      `${same ?? names.join(", ")}: nothing to accept; it looks as recorded or accepted.`,
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
  for (const { levels: _, ...golden } of goldensOf(folder, names)) tell(JSON.stringify(golden, null, 2));
  return 0;
}
