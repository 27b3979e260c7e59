// Units whose words need not be lettered, because the picture shows what they say: tags of lines whose balloon says who speaks, and deeds.
import { isShown } from "./claims.ts";
import { seenIn } from "./figures.ts";
import { lineOf, type Moment, partsOf, stagedAt, type Telling } from "./moment.ts";
import type { ToldUnit } from "./story-facts.ts";

/** A tag that says no more than who spoke the moment's last line, which its balloon says by itself. */
export function isTagOf(unit: ToldUnit, moment: Moment, { facts, drawable }: Telling): boolean {
  const line = moment.lines.at(-1);
  const before = facts.story.units[unit.index - 1];
  if (line === undefined || before?.unit.id !== line.unit) return false;
  const { lines, staged } = moment;
  const seen = seenIn([...moment.parts, ...partsOf(unit)], lines, { facts, drawable });
  return isShown(unit, { ...seen, lines: [line], placeName: staged.place?.name ?? "" }, facts);
}

/** The same of a tag before its line. */
export function leadsTo(
  unit: ToldUnit,
  next: ToldUnit,
  { facts, drawable, staged, leftOut }: Telling,
): boolean {
  if (next.spoken === undefined || leftOut.has(next.unit.id)) return false;
  if (staged[next.index]?.scene !== staged[unit.index]?.scene) return false;
  const line = lineOf(next, { text: next.unit.text, ruby: [], from: 0, to: 0 });
  const seen = seenIn(partsOf(unit), [line], { facts, drawable });
  return isShown(unit, { ...seen, lines: [line], placeName: "" }, facts);
}

/** Whether a unit of narration needs no words. */
export function isClaim(unit: ToldUnit, telling: Telling): boolean {
  if (unit.unit.form !== undefined || unit.unit.kind !== "narration") return false;
  const { facts, drawable } = telling;
  const seen = seenIn(partsOf(unit), [], { facts, drawable });
  if (seen.guessed.length > 0) return false;
  const { place, guessed } = stagedAt(telling, unit);
  return isShown(unit, { ...seen, lines: [], placeName: place?.name ?? "", guessed }, facts);
}
