// Lines that nobody of a story says alone: those of a crowd, `The fishermen shook their heads`, `said everybody`, and an animal's
// cry where no such animal is among its people. They take no turn in a talk.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { isNobodys } from "./manners.ts";
import type { Roll } from "./mentions.ts";
import { SPEECH_EN } from "./verbs-en.ts";

/** Many who are not told apart; children and friends may be people of the story. */
const CROWD =
  "(?:(?:[a-z]+ )?(?:men|women|people|crowd|audience|fisher(?:men|folk)|towns(?:people|folk)|villagers|neighbou?rs|passengers|soldiers|sailors|guards|workers|farmers|guests|customers|onlookers|spectators|passers-by|policemen|monks|nuns|knights|pirates|miners|students|pupils|players|dancers|waiters|nurses|reporters)|others)";
const TOLD = new RegExp(`^(?:The|Some of the|All the|Several of the|A few|Two of the) ${CROWD}\\b`, "u");
const TAG = new RegExp(
  `^,? ?(?:${SPEECH_EN}) (?:the ${CROWD}|(?:some|several|all) of the ${CROWD}|everybody|everyone|they all|many voices)\\b`,
  "u",
);

type Told = Pick<Story, "units" | "language">;

/** The units that are such lines. */
export function ownlessLines({ units, language }: Told, people: readonly Person[], roll: Roll): Set<string> {
  const isCrowds = (index: number): boolean =>
    language === "en" &&
    [units[index - 1], units[index + 1]].some(
      (beside) =>
        beside?.kind === "narration" &&
        beside.paragraph === units[index]?.paragraph &&
        (TAG.test(beside.text) || TOLD.test(beside.text)) &&
        roll.mentions(beside.text).length === 0,
    );
  return new Set(
    units.flatMap((unit, index) =>
      unit.kind === "speech" && (isNobodys(unit, people) || isCrowds(index)) ? [unit.id] : [],
    ),
  );
}
