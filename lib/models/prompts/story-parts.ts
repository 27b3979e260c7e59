// Cuts a story's units into the parts that one question asks about, and says how a unit stands in a prompt.
import type { StoryUnit } from "../../manga/story.ts";

/** The most units that a question shows, context included. */
export const MOST_UNITS = 60;
/** Letters of a unit that a prompt shows. A unit is a sentence or one speech; what goes on longer is known by its beginning. */
const MOST_LETTERS = 1_000;

/** `[id, kind, text]`; a line of a play script has its label as a fourth. */
export type UnitRow = [id: string, kind: StoryUnit["kind"], text: string, label?: string];

export function unitRow({ id, kind, text, label }: StoryUnit): UnitRow {
  const shown = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  return label === undefined ? [id, kind, shown] : [id, kind, shown, label];
}

/** Units from `from` up to, not including, `to`, by their index in the story. */
export interface Range {
  from: number;
  to: number;
}

export const lettersIn = (units: readonly StoryUnit[], { from, to }: Range): number =>
  units.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);

/** Cuts a range into as few parts of at most `most` units as can be, at the greatest breaks of the text that are near. */
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

/** Where the first of `count` parts ends: what is left must fit into the others. */
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

/** How much the text breaks before a unit: 3 at a heading, 2 at a separator, 1 at a paragraph, less inside of a conversation. */
function breakAt(units: readonly StoryUnit[], at: number): number {
  const [before, after] = [units[at - 1], units[at]];
  if (before === undefined || after === undefined) return 0;
  if (after.kind === "heading") return 3;
  if (after.paragraph - before.paragraph > 1) return 2;
  if (after.kind === "speech" && before.kind === "speech") return -0.5;
  return after.paragraph === before.paragraph ? 0 : 1;
}
