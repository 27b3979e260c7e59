// Decides who says each spoken line: whom the text names, else whom the turn of the talk suggests.
import type { Person } from "../../../manga/concept.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { callRoll, type Roll } from "./mentions.ts";
import { namesSelf } from "./self-naming.ts";
import { readEnglish } from "./speakers-en.ts";
import { readJapanese } from "./speakers-ja.ts";
import { addresses, calledIn, contradicts, takeTurn } from "./turns.ts";

export interface Speaker {
  person: Person | null;
  guessed: boolean;
}

/** What the text around a line says of its speaker. */
export interface Clue {
  person?: Person | undefined;
  /** A pronoun stands for them, so that the last person who fits must be found. */
  pronoun?: "female" | "male" | undefined;
  /** The sentences around the line suggest them, without a name in the right place. */
  likely?: Person | undefined;
  /** They cannot have said it. */
  not?: Person | undefined;
}

export interface Around {
  story: Story;
  index: number;
  unit: StoryUnit;
  roll: Roll;
  people: readonly Person[];
}

/** For each unit of the story its speaker, where the unit is a spoken line. */
export function attributeLines(story: Story, people: readonly Person[]): Map<string, Speaker> {
  const roll = callRoll(people, story.language);
  const speakers = new Map<string, Speaker>();
  const read = story.language === "ja" ? readJapanese : readEnglish;
  const recent: Person[] = [];
  for (const [index, unit] of story.units.entries()) {
    if (unit.kind !== "speech") {
      for (const { person } of roll.mentions(unit.text)) remember(recent, person);
      continue;
    }
    const around: Around = { story, index, unit, roll, people };
    const told: Clue = unit.label ? { person: roll.named(unit.label) } : read(around, speakers);
    const clue = told.person ? told : { ...told, person: namesSelf(unit, roll) };
    const speaker = clue.person
      ? { person: clue.person, guessed: false }
      : guess(clue, around, speakers, recent);
    speakers.set(unit.id, speaker);
    if (speaker.person) remember(recent, speaker.person);
  }
  return speakers;
}

function remember(recent: Person[], person: Person): void {
  const at = recent.indexOf(person);
  if (at >= 0) recent.splice(at, 1);
  recent.push(person);
}

function guess(
  clue: Clue,
  around: Around,
  speakers: ReadonlyMap<string, Speaker>,
  recent: readonly Person[],
): Speaker {
  if (clue.pronoun) {
    const called = calledIn(around.unit, around.roll);
    const free = recent.filter((person) => !called.includes(person));
    const fits = free.filter(({ gender }) => gender === clue.pronoun);
    const perhaps = free.filter(({ gender }) => gender === clue.pronoun || gender === "unknown");
    const person = fits.at(-1) ?? perhaps.at(-1);
    if (person) return { person, guessed: (fits.length > 0 ? fits : perhaps).length > 1 };
  }
  const { likely } = clue;
  const fits =
    likely &&
    !calledIn(around.unit, around.roll).includes(likely) &&
    !addresses(around.unit, likely) &&
    !contradicts(around.unit.text, likely, around.people);
  if (fits) return { person: likely, guessed: true };
  return { person: takeTurn(around, clue, speakers, recent), guessed: true };
}
