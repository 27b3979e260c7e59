// Decides who says each spoken line: whom the text names, else whom the turn of the talk suggests.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { ownlessLines } from "./crowd-lines.ts";
import { addresses, calledIn, sounds } from "./manners.ts";
import { callRoll, type Roll } from "./mentions.ts";
import { answersName, namesSelf } from "./self-naming.ts";
import { readEnglish } from "./speakers-en.ts";
import { readJapanese } from "./speakers-ja.ts";
import { type Talk, type Weighed, weighTalk } from "./talk.ts";
import { isKnown, suits, type Voices, voicesOf } from "./voices.ts";

export interface Speaker {
  person: Person | null;
  guessed: boolean;
}

/** Of a woman, of a man, or of what is no human being. */
export type Pronoun = "female" | "male" | "it";

export const suitsPronoun = ({ gender, kind }: Person, pronoun: Pronoun): boolean =>
  pronoun === "it" ? kind !== "human" : gender === pronoun;

/** What the text around a line says of its speaker. */
export interface Clue {
  person?: Person | undefined;
  /** Only what they do beside the line says so. */
  acts?: boolean;
  /** A pronoun stands for them, so that the last person who fits must be found. */
  pronoun?: Pronoun | undefined;
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
  const clues = new Map<string, Clue>();
  const read = story.language === "ja" ? readJapanese : readEnglish;
  const company: Company = { recent: [], since: [], near: [] };
  const { recent } = company;
  const talks = new Set(
    story.units.filter(({ kind }) => kind === "speech").map(({ paragraph }) => paragraph),
  );
  for (const [index, unit] of story.units.entries()) {
    if (unit.paragraph !== story.units[index - 1]?.paragraph && unit.kind !== "speech") company.near = [];
    if (unit.kind !== "speech") {
      for (const { person } of roll.mentions(unit.text)) {
        remember(recent, person);
        if (!talks.has(unit.paragraph)) remember(company.since, person);
        if (!talks.has(unit.paragraph)) remember(company.near, person);
      }
      continue;
    }
    const around: Around = { story, index, unit, roll, people };
    const told: Clue = unit.label ? { person: roll.named(unit.label) } : read(around, speakers);
    const own = told.person && told.acts && isCalled(unit, told.person, roll) ? { not: told.person } : told;
    const asked = story.units.slice(Math.max(0, index - 3), index).findLast(({ kind }) => kind === "speech");
    const named = answersName(unit, asked, roll) ?? namesSelf(unit, roll);
    const clue = own.person ? own : { ...own, person: named };
    const person = clue.person ?? onlyFit(clue, around, company);
    company.since = [];
    company.near = [];
    clues.set(unit.id, clue);
    if (!person || (clue.acts && clue.person && story.language === "ja")) continue;
    speakers.set(unit.id, { person, guessed: false });
    remember(recent, person);
  }
  const tagged = new Map([...speakers].filter(([id]) => !clues.get(id)?.acts));
  const talk = { story, roll, people, clues, known: speakers, voices: voicesOf(story.units, tagged) };
  for (const [id, person] of listen(talk))
    speakers.set(id, {
      person,
      guessed: !(person && clues.get(id)?.acts && clues.get(id)?.person === person),
    });
  for (const id of ownlessLines(story, people, roll)) speakers.set(id, { person: null, guessed: true });
  return speakers;
}

/** Who says each line, by how everybody is heard to talk in the others. Where that goes better with two of them exchanged, they are. */
function listen(talk: Talk): Map<string, Person | null> {
  let best = settle(talk, talk.voices);
  if (talk.story.language !== "ja" || best.speakers.size > LONG) return best.speakers;
  for (const [one, other] of pairsOf(best.speakers)) {
    const swapped = new Map(
      [...best.speakers].map(([id, person]) => [
        id,
        person === one ? other : person === other ? one : person,
      ]),
    );
    const again = settle(talk, voicesOf(talk.story.units, withGuesses(talk.known, swapped)));
    if (again.worth > best.worth) best = again;
  }
  return best.speakers;
}

/** How many of those who say most are tried in each other's place. */
const MOST = 3;

/** Lines beyond which names and voices are many, and trying is dear. */
const LONG = 150;

/** The pairs of those who are guessed to say most. */
function pairsOf(guesses: ReadonlyMap<string, Person | null>): [Person, Person][] {
  const counts = new Map<Person, number>();
  for (const person of guesses.values()) if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST);
  return most.flatMap(([one], at) => most.slice(at + 1).map(([other]): [Person, Person] => [one, other]));
}

/** Weighs a talk again with the voices that were heard in it. */
function settle(talk: Talk, from: Voices): Weighed {
  const { story, clues } = talk;
  let [voices, known] = [from, talk.known];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { speakers } = weighTalk({ ...talk, known, voices });
    voices = voicesOf(story.units, withGuesses(talk.known, speakers));
    const heard = { story, clues, voices, speakers: talk.known };
    known = new Map([...talk.known].filter(([id]) => !isUnlike(id, heard)));
  }
  return weighTalk({ ...talk, known, voices });
}

const withGuesses = (
  known: ReadonlyMap<string, Speaker>,
  guesses: ReadonlyMap<string, Person | null>,
): Map<string, Speaker> =>
  new Map([...known, ...[...guesses].map(([id, person]) => [id, { person, guessed: true }] as const)]);

interface Heard {
  story: Story;
  clues: ReadonlyMap<string, Clue>;
  voices: Voices;
  speakers: ReadonlyMap<string, Speaker>;
}

/** A line that only an act beside it gives to somebody, who never talks so: somebody else remarks on the act. */
function isUnlike(id: string, { story, clues, voices, speakers }: Heard): boolean {
  const person = speakers.get(id)?.person;
  const unit = story.units.find((one) => one.id === id);
  if (clues.get(id)?.acts !== true || !person || !unit || !isKnown(voices.get(person))) return false;
  if (suits(unit, voices.get(person)) > UNLIKE) return false;
  return [...voices].some(
    ([other, voice]) => other !== person && isKnown(voice) && suits(unit, voice) >= -UNLIKE,
  );
}

/** How often the talk is weighed again with the voices that were heard in it. */
const ROUNDS = 2;

/** How unlike somebody's own manner a line must be. */
const UNLIKE = -0.3;

/** Whoever acts beside a line that calls them does not say it. */
const isCalled = (unit: StoryUnit, person: Person, roll: Roll): boolean =>
  (calledIn(unit, roll).includes(person) || addresses(unit, person)) && !sounds(unit.text, person);

function remember(recent: Person[], person: Person): void {
  const at = recent.indexOf(person);
  if (at >= 0) recent.splice(at, 1);
  recent.push(person);
}

/** Whom the story has named so far, the latest last. */
interface Company {
  recent: Person[];
  /** In the narration since the last line: who comes in then is meant before those who were there. */
  since: Person[];
  /** In the paragraph right before the line. */
  near: Person[];
}

/** The only one whom a pronoun can stand for. */
function onlyFit({ pronoun, acts }: Clue, { unit, roll }: Around, company: Company): Person | undefined {
  if (!pronoun) return undefined;
  const called = calledIn(unit, roll);
  const fitting = (people: readonly Person[]) =>
    people.filter((person) => suitsPronoun(person, pronoun) && !called.includes(person));
  const near = fitting(company.near);
  if (near.length === 1 && !acts) return near[0];
  const told = fitting(company.since);
  if (told.length === 1 && !acts) return told[0];
  const fits = fitting(company.recent);
  const open = company.recent.filter((one) => one.gender === "unknown" && !called.includes(one));
  const perhaps = fits.length > 0 || pronoun === "it" ? fits : open;
  return perhaps.length === 1 ? perhaps[0] : undefined;
}
