// Splits a story's units into parts for one question each, and gives a unit's form in a prompt.
import type { StoryUnit } from "../../manga/story.ts";

/** The most units in a question, context included. */
export const MOST_UNITS = 60;
/** Most letters of a unit in a prompt. A unit is a sentence or one speech; the beginning of a longer one suffices to recognise it. */
const MOST_LETTERS = 1_000;

/** `[id, kind, text]`; a line of a play script has its label as the fourth item. */
export type UnitRow = [id: string, kind: StoryUnit["kind"], text: string, label?: string];

export function unitRow({ id, kind, text, label }: StoryUnit): UnitRow {
  const shown = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  return label === undefined ? [id, kind, shown] : [id, kind, shown, label];
}

/** Units by index in the story, from `from` (included) to `to` (excluded). */
export interface Range {
  from: number;
  to: number;
}

export const lettersIn = (units: readonly StoryUnit[], { from, to }: Range): number =>
  units.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);

/** Splits a range into the least number of parts with at most `most` units, at the strongest breaks of the text near even shares. */
export function cutRange(units: readonly StoryUnit[], range: Range, most: number): Range[] {
  const parts: Range[] = [];
  let { from } = range;
  while (from < range.to) {
    const left = range.to - from;
    const count = Math.ceil(left / most);
    const to = count === 1 ? range.to : bestBreak(units, from, { count, left, most });
    parts.push({ from, to });
    from = to;
  }
  return parts;
}

/** The end of the first of `count` parts; the rest must fit the other parts. */
function bestBreak(
  units: readonly StoryUnit[],
  from: number,
  { count, left, most }: { count: number; left: number; most: number },
): number {
  const even = left / count;
  const earliest = Math.max(left - (count - 1) * most, Math.floor(even * 0.75), 1);
  const latest = Math.min(most, Math.ceil(even * 1.25));
  let best = latest;
  for (let length = earliest; length <= latest; length += 1) {
    const worth = (at: number) => breakAt(units, from + at) - Math.abs(at - even) / even;
    if (worth(length) > worth(best)) best = length;
  }
  return from + best;
}

/** Strength of the break before a unit: 3 at a heading, 2 at a separator, 1 at a paragraph, less inside a conversation. */
function breakAt(units: readonly StoryUnit[], at: number): number {
  const [before, after] = [units[at - 1], units[at]];
  if (before === undefined || after === undefined) return 0;
  if (after.kind === "heading") return 3;
  if (after.paragraph - before.paragraph > 1) return 2;
  if (after.kind === "speech" && before.kind === "speech") return -0.5;
  return after.paragraph === before.paragraph ? 0 : 1;
}
