// Joins what an English story calls one by two words: a policeman who is `the constable` then, and the brown dog that somebody
// calls Bramble, who shakes himself.
import type { Story } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { genderOfName } from "./given-names.ts";

/** Words for one trade, any of which may be meant by another. */
const SAME: readonly (readonly string[])[] = [
  ["policeman", "policewoman", "constable", "officer", "police officer", "cop"],
  ["postman", "mailman", "letter carrier"],
  ["fireman", "firefighter"],
  ["waiter", "waitress", "server"],
];

/** What only an animal does, or only to an animal is done. */
const DEEDS =
  "(?:shook (?:him|her|it)self|barked|woofed|growled|wagged|whined|yelped|purred|miaowed|meowed|hissed|licked|sniffed|pricked|trotted|padded|curled up|neighed|whinnied)";

const PETS: ReadonlySet<Candidate["kind"]> = new Set(["dog", "cat", "bird", "creature"]);

export function joinSameNouns(roster: Roster, { units }: Story): void {
  const told = units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const roles = () => roster.all().filter(({ type }) => type === "role");
  for (const words of SAME) {
    const [first, ...others] = roles()
      .filter(({ name }) => words.includes(name))
      .toSorted((a, b) => a.first - b.first);
    for (const other of others)
      if (first && !told.some((text) => says(text, first.name) && says(text, other.name)))
        roster.merge(first.name, other.name);
  }
  const pets = roles().filter(({ kind }) => PETS.has(kind));
  for (const name of roster.all().filter((one) => one.type === "name" && one.speaks === 0)) {
    const [pet, ...more] = pets.filter(({ first }) => first < name.first);
    const isPet = told.some((text) => new RegExp(`\\b${name.name} ${DEEDS}`, "u").test(text));
    if (!pet || more.length > 0 || !isPet || (genderOfName(name.name) && pet.mentions < 2)) continue;
    name.kind = pet.kind;
    roster.merge(name.name, pet.name);
  }
}

const says = (text: string, noun: string): boolean => new RegExp(`\\b${noun}\\b`, "u").test(text);
