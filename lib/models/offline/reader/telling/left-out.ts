// Units that a book omits: lines outside the story, and narration that does not fit its pages. Direct speech is never omitted.
import { type Room, withoutRoom } from "../../../../direction/narration-room.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { isIdle, isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

/** Additional worth of a story's first and last unit. */
const AT_AN_END = 3;

export function leftOutUnits(
  units: readonly ToldUnit[],
  facts: StoryFacts,
  room: Omit<Room, "spoken">,
): Set<string> {
  const isFrame = ({ unit }: ToldUnit) => unit.form === "author" || unit.form === "date";
  const told = units.filter((unit) => !isFrame(unit));
  const narration = told.filter(({ unit, spoken }) => spoken === undefined && unit.kind !== "heading");
  const offered = narration.map((one, at) => ({
    unit: one.unit.id,
    letters: lengthOf(one.unit.text),
    worth: worthOf(one, facts) + (at === 0 || one === told.at(-1) ? AT_AN_END : 0),
  }));
  const spoken = lettersOf(told) - lettersOf(narration);
  const frame = units.filter(isFrame).map(({ unit }) => unit.id);
  return new Set([...frame, ...withoutRoom(offered, { ...room, spoken })]);
}

export const lettersOf = (units: readonly ToldUnit[]): number =>
  units.reduce((sum, { unit }) => sum + lengthOf(unit.text), 0);

/** Worth of a unit: highest for actions of people, openings of scenes, and writing or sounds. */
function worthOf(unit: ToldUnit, facts: StoryFacts): number {
  if (unit.unit.form !== undefined) return 2;
  const worths = sentencesOf(unit).map((at) => {
    const { reality, acting } = facts.deeds.at(at);
    const deed = acting.some((one) => isSure(one) && !isIdle(one.value)) ? 1 : 0;
    const real = reality.value === "told" ? 1.5 : reality.value === "state" ? 0.8 : 0;
    return real + deed + (facts.settings.at(at).jump ? 1.5 : 0);
  });
  return Math.max(0, ...worths);
}
