// The spoken lines of a story in order, and what lies between one and the next: whether they share a paragraph, and how much is told
// in between. Turn taking depends on it.
import type { ReadStory, ReadUnit } from "../facts.ts";

/**
 * What lies between a line and the one before it. `joined`: nothing, in one paragraph. `beside`: narration, in one paragraph. `next`:
 * nothing but the tag of the line before. `tag`: a tag that leads to this line. `told`: up to three sentences; `far`: more.
 * `break`: a heading, a separator, or so much narration that another talk begins.
 */
export type Gap = "joined" | "beside" | "next" | "told" | "far" | "break";

export interface Line {
  /** Index of the unit in the story. */
  unit: number;
  gap: Gap;
  /** Indices of the units of narration right before and after the line, where they are in its paragraph or beside it. */
  before?: number;
  after?: number;
  /** True where the unit before or after is in the line's own paragraph. */
  beforeInside: boolean;
  afterInside: boolean;
  asks: boolean;
}

const FAR = 4;
const BREAK = 14;

export function linesOf(story: ReadStory): Line[] {
  const lines: Line[] = [];
  let last = -1;
  for (const [unit, read] of story.units.entries()) {
    if (!isLine(read)) continue;
    const { paragraph, text } = read.unit;
    const before = story.units[unit - 1];
    const after = story.units[unit + 1];
    const [hasBefore, hasAfter] = [isBeside(before, paragraph, -1), isBeside(after, paragraph, 1)];
    lines.push({
      unit,
      gap: gapOf(story, last, unit),
      ...(hasBefore ? { before: unit - 1 } : {}),
      ...(hasAfter ? { after: unit + 1 } : {}),
      beforeInside: hasBefore && before?.unit.paragraph === paragraph,
      afterInside: hasAfter && after?.unit.paragraph === paragraph,
      asks: ASKS.has(text.at(-1) ?? ""),
    });
    last = unit;
  }
  return lines;
}

const ASKS = new Set(["?", "？"]);
const NOT_SPOKEN = new Set<string | undefined>(["sign", "sound", "author", "date"]);

const isLine = ({ unit }: ReadUnit): boolean => unit.kind === "speech" && !NOT_SPOKEN.has(unit.form);

/** Narration in the paragraph itself, or in the one beside it. */
function isBeside(read: ReadUnit | undefined, paragraph: number, step: 1 | -1): boolean {
  if (read?.unit.kind !== "narration") return false;
  const distance = (read.unit.paragraph - paragraph) * step;
  return distance === 0 || distance === 1;
}

function gapOf(story: ReadStory, last: number, unit: number): Gap {
  const previous = story.units[last];
  const line = story.units[unit];
  if (previous === undefined || line === undefined) return "break";
  const between = story.units.slice(last + 1, unit);
  const paragraph = line.unit.paragraph;
  if (between.length > BREAK || between.some(({ unit: one }) => one.kind === "heading")) return "break";
  if (isSeparated([previous, ...between, line])) return "break";
  if (previous.unit.paragraph === paragraph) return between.length === 0 ? "joined" : "beside";
  const told = between.filter((one) => !isOfLine(story, one, previous));
  if (told.every((one) => one.unit.paragraph === paragraph)) return "next";
  return told.length < FAR ? "told" : "far";
}

/** A separator takes a number of its own. */
const isSeparated = (units: readonly ReadUnit[]): boolean =>
  units.some((one, at) => at > 0 && one.unit.paragraph - (units[at - 1]?.unit.paragraph ?? 0) > 1);

/** In the line's own paragraph, or its tag in the paragraph after it: 「…」 / と言った。 */
const isOfLine = ({ language }: ReadStory, one: ReadUnit, line: ReadUnit): boolean =>
  one.unit.paragraph === line.unit.paragraph || (language === "ja" && opensWithQuoteParticle(one));

/** と and って at its beginning quote the words before it. */
export const opensWithQuoteParticle = ({ unit }: ReadUnit): boolean =>
  unit.text.startsWith("と")
    ? !NO_PARTICLE.some((word) => unit.text.startsWith(word))
    : unit.text.startsWith("って");

const NO_PARTICLE = [
  "とうとう",
  "とにかく",
  "ところ",
  "とき",
  "とたん",
  "とても",
  "とある",
  "とり",
  "とも",
  "ともかく",
  "とは",
];
