// Joins how an English story shows somebody to the name that it gives them right afterwards:
// A woman came in out of the snow. … Inspector Crane was thin; At a desk sat a small old woman. … said Madame Solange.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Candidate, Roster } from "./evidence.ts";
import type { Roll } from "./mentions.ts";
import { SPEECH_EN } from "./verbs-en.ts";

/** How many units before the name somebody may have come in. */
const BACK = 5;

/** `It was Miss Purdy.`: whoever has been there for a while is known at last. */
const IT_WAS = /^It was (?:\p{Lu}\p{Ll}+\.? ?){1,3}[.!]$/u;
const FAR_BACK = 30;

const NOUN = "(?:old |young |little )?(?:woman|man|lady|gentleman|girl|boy)";
const ENTRANCE = new RegExp(
  `\\b(?:an?|the [a-z]+est|another) (?:[a-z]+(?:,| and)? ){0,3}?(${NOUN})\\b(?! (?:of|from|like)\\b)`,
  "iu",
);

/** `He was a huge man`: nobody comes in. */
const IS = /^(?:He|She|It) (?:was|is)\b/u;

type Units = Story["units"];

type Named = Pick<Candidate, "name" | "aliases"> | Pick<Person, "name" | "aliases">;

interface Entrance {
  /** The sentence that shows somebody, and what it calls them. */
  text: string;
  noun: string;
  gender: "female" | "male";
}

/** How each of those is shown who are named only afterwards. */
function entrancesOf<N extends Named>(names: readonly N[], units: Units): Map<N, Entrance> {
  const firsts = new Map(names.map((name) => [name, units.findIndex((unit) => tellsOf(unit, name))]));
  const found = new Map<N, Entrance>();
  for (const [name, at] of firsts) {
    if (at < 1 || !isNamedNow(units, at, name)) continue;
    const from = Math.max(
      0,
      at - (IT_WAS.test(units[at]?.text ?? "") ? FAR_BACK : BACK),
      ...[...firsts].flatMap(([other, first]) => (other !== name && first < at ? [first + 1] : [])),
    );
    const entrance = units
      .slice(from, at)
      .findLast(({ kind, text }) => kind === "narration" && !IS.test(text) && ENTRANCE.test(text));
    const noun = entrance && ENTRANCE.exec(entrance.text)?.[1]?.toLowerCase();
    if (!entrance || !noun) continue;
    const gender = /(?:woman|lady|girl)$/u.test(noun) ? "female" : "male";
    found.set(name, { text: entrance.text, noun, gender });
  }
  return found;
}

export function introduceNamed(roster: Roster, { units }: Story): void {
  const names = roster
    .all()
    .filter(
      ({ type, kind, speaks, name }) =>
        (kind ?? "human") === "human" && (type === "name" || (speaks > 0 && !ANYBODY.test(name))),
    );
  for (const [name, { text, noun, gender }] of entrancesOf(names, units)) {
    if (name.gender !== undefined && name.gender !== gender) continue;
    name.gender = gender;
    name.age ??= noun.startsWith("old ") ? "elder" : /(?:girl|boy)$/u.test(noun) ? undefined : "adult";
    name.introduced = text;
    const role = roster.get(noun);
    if (role?.type !== "role") continue;
    if (isOnlyOne(units, noun)) roster.merge(name.name, noun);
    // Whoever that is there, it is nobody else.
    else role.score -= ENTERED;
  }
}

/** What a noun is credited with that acts once. */
const ENTERED = 4.5;
const ANYBODY = new RegExp(`^${NOUN}$`, "u");

/** A roll that knows whom a sentence shows who is named only after it: `A fat man sold maps … said the map seller.` */
export function withEntrances(roll: Roll, { units }: Story, people: readonly Person[]): Roll {
  const shown = new Map<string, { person: Person; noun: string }>();
  for (const [person, { text, noun, gender }] of entrancesOf(
    people.filter(({ kind, name }) => kind === "human" && !ANYBODY.test(name)),
    units,
  ))
    if (person.gender === "unknown" || person.gender === gender) shown.set(text, { person, noun });
  for (const [text, person] of somebodies(units, roll))
    shown.set(text, { person, noun: /some(?:body|one)/iu.exec(text)?.[0].toLowerCase() ?? "" });
  return {
    ...roll,
    mentions(text) {
      const mentions = roll.mentions(text);
      const found = [...shown].find(([sentence]) => text.includes(sentence));
      if (!found) return mentions;
      const [sentence, { person, noun }] = found;
      if (mentions.some((one) => one.person === person)) return mentions;
      const from = text.indexOf(sentence);
      const at = from + Math.max(0, ` ${sentence.toLowerCase()}`.indexOf(` ${noun}`));
      const others = mentions.filter((one) => one.end <= at || one.at >= at + noun.length);
      const own = { person, at, end: at + noun.length, subject: true };
      return [...others, own].toSorted((a, b) => a.at - b.at);
    },
  };
}

/** `At the table sat somebody in a blanket. … said Inspector Crane`: known already, and recognised only when they speak. */
const SOMEBODY =
  /\b(?:sat|stood|lay|knelt|waited|crouched|leaned) (?:some(?:body|one))\b|^Some(?:body|one) (?:[a-z' ]{2,24} )?(?:sat|stood|lay|knelt|waited|crouched|leaned|was (?:sitting|standing|lying|waiting))\b/u;

function somebodies(units: Units, roll: Roll): [string, Person][] {
  const told = (unit: Units[number]) => roll.mentions(unit.text).map(({ person }) => person);
  return units.flatMap(({ kind, text }, at): [string, Person][] => {
    if (kind !== "narration" || !SOMEBODY.test(text) || roll.mentions(text).length > 0) return [];
    const line = units.findIndex((unit, index) => index > at && unit.kind === "speech");
    const tag = units[line + 1];
    if (tag?.kind !== "narration" || line - at > BACK) return [];
    const [speaker] = SAYS.test(tag.text) ? told(tag) : [];
    const near = units.slice(Math.max(0, at - BACK), line).filter((unit) => unit.kind === "narration");
    return speaker?.kind === "human" && !near.flatMap(told).includes(speaker) ? [[text, speaker]] : [];
  });
}

const SAYS = new RegExp(`^,? ?(?:${SPEECH_EN})\\b`, "u");

const bare = (name: string): string => name.replace(/^The /u, "");

/** `The doctor is on the other side` is said of somebody whom nobody has seen. */
const tellsOf = ({ kind, text }: Units[number], { name, aliases }: Named): boolean =>
  [bare(name), ...(kind === "narration" ? aliases : [])].some((one) => text.includes(one));

/** `said Hedda`, after a line; `Inspector Crane was thin`, at the head of a sentence; `It was her brother, Milo`. */
function isNamedNow(units: Units, at: number, named: Named): boolean {
  const name = bare(named.name);
  const [before, unit] = [units[at - 1], units[at]];
  if (unit?.kind !== "narration") return false;
  const attributed =
    before?.kind === "speech" &&
    new RegExp(`^,? ?(?:${SPEECH_EN}) (?:the (?:[a-z]+ )?)?${name}\\b`, "u").test(unit.text);
  const presented = new RegExp(`^It was (?:(?:the|his|her|my|their) [a-z' -]{2,24},? )?${name}\\b`, "u");
  return attributed || presented.test(unit.text) || unit.text.startsWith(`${name} was `);
}

/** Whether a noun brings in nobody else. */
const isOnlyOne = (units: Units, noun: string): boolean =>
  units.filter(({ kind, text }) => kind === "narration" && ENTRANCE.exec(text)?.[1]?.toLowerCase() === noun)
    .length === 1;
