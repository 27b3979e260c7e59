// The lines of direct speech in order, with the narration beside each and the gap to the previous line, on which turn-taking depends.
import type { ReadStory, ReadUnit } from "../facts.ts";
import { wordTable } from "../text/word-table.ts";

/**
 * What lies between a line and the one before it. `continued`: the previous quotation was not closed. `joined`: nothing, in one paragraph.
 * `beside`: narration, in one paragraph. `next`: only the tag of the previous line. `told`: up to three units of narration. `far`: more.
 * `break`: a heading, or so much narration that another dialogue begins.
 */
export type Gap = "continued" | "joined" | "beside" | "next" | "told" | "far" | "break";

/**
 * Narration directly before or after a line. `inside`: in its paragraph. `other`: in the paragraph of the neighbouring line. `between`: in
 * its own paragraph between two lines. `near`: in the adjacent paragraph, without another line.
 */
export interface Beside {
  unit: number;
  where: "inside" | "other" | "between" | "near";
}

export interface Line {
  /** Index of the unit in the story. */
  unit: number;
  gap: Gap;
  before: Beside | undefined;
  after: Beside | undefined;
}

const FAR = 4;
const BREAK = 14;

export function linesOf(story: ReadStory): Line[] {
  const lines: Line[] = [];
  let last = -1;
  for (const [unit, read] of story.units.entries()) {
    if (!isLine(read)) continue;
    const [before, after] = [besideOf(story, unit, -1), besideOf(story, unit, 1)];
    lines.push({ unit, gap: gapOf(story, last, unit), before, after });
    last = unit;
  }
  return lines;
}

const NOT_SPOKEN = new Set<string | undefined>(["sign", "sound", "author", "date"]);

const isLine = ({ unit }: ReadUnit): boolean => unit.kind === "speech" && !NOT_SPOKEN.has(unit.form);

function besideOf({ units }: ReadStory, line: number, step: 1 | -1): Beside | undefined {
  const unit = line + step;
  const [own, told, next] = [units[line]?.unit, units[unit]?.unit, units[unit + step]?.unit];
  if (own === undefined || told?.kind !== "narration") return undefined;
  if (told.paragraph === own.paragraph) return { unit, where: "inside" };
  if ((told.paragraph - own.paragraph) * step !== 1) return undefined;
  const isBetween = next?.kind === "speech";
  return { unit, where: isBetween ? (next.paragraph === told.paragraph ? "other" : "between") : "near" };
}

function gapOf(story: ReadStory, last: number, unit: number): Gap {
  const previous = story.units[last];
  const line = story.units[unit];
  if (previous === undefined || line === undefined) return "break";
  const between = story.units.slice(last + 1, unit);
  const paragraph = line.unit.paragraph;
  if (between.length === 0 && line.unit.continues) return "continued";
  if (between.length > BREAK || between.some(({ unit: one }) => one.kind === "heading")) return "break";
  if (previous.unit.paragraph === paragraph) return between.length === 0 ? "joined" : "beside";
  const told = between.filter((one) => !isOfLine(story, one, previous));
  if (told.every((one) => one.unit.paragraph === paragraph)) return "next";
  return told.length < FAR ? "told" : "far";
}

/** Whether the narration is in the line's paragraph, or is its tag in the next paragraph: 「…」 / と言った。 */
const isOfLine = (story: ReadStory, one: ReadUnit, line: ReadUnit): boolean =>
  one.unit.paragraph === line.unit.paragraph || opensWithQuoteParticle(story, one);

/** Whether the unit starts with と or って, which quote the words before it. */
export const opensWithQuoteParticle = ({ language }: ReadStory, { sentences }: ReadUnit): boolean =>
  wordTable(language, "speech").is("quotes", sentences[0]?.words[0]?.text ?? "");
