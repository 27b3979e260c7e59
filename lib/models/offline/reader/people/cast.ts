// Who of all that were named is somebody, as the book's cast: kind, age and sex with how sure each is, in the order in which they matter.
import type { FoundPerson, ReadStory, Sure } from "../facts.ts";
import { pluralOf } from "../text/word-forms.ts";
import { add, most, newReferent, type Referent, sexSeen } from "./referent.ts";
import type { Walked } from "./walk.ts";
import type { PeopleWords } from "./word-lists.ts";

/** A book has no use for more; those who matter least are left out. */
export const MOST_PEOPLE = 60;
const MOST_ALIASES = 12;
const MOST_NOTES = 6;

export function castOf(
  { register, narrator, sentences }: Walked,
  story: ReadStory,
  words: PeopleWords,
): ReadonlyMap<Referent, FoundPerson> {
  takeNotes(register.all(), story, words);
  const kept = register
    .all()
    .map((one) => ({ one, sure: existence(one, one === narrator && isToldBy(one, sentences)) }))
    .filter(({ sure }) => sure >= LEAST)
    .toSorted((a, b) => weight(b.one) - weight(a.one) || a.one.order - b.one.order)
    .slice(0, MOST_PEOPLE);
  return new Map(
    kept.map(({ one, sure }, index) => [one, personOf(one, { id: `c${index + 1}`, sure, story })]),
  );
}

/** Whoever is less sure is not in the list at all. */
/** Of the sentences of narration, the least share that a narrator is in; a letter or a thought says `I`, too. */
const NARRATORS_SHARE = 0.12;

function isToldBy({ pronouns, told, names }: Referent, sentences: Walked["sentences"]): boolean {
  const all = sentences.filter(({ spoken, heading }) => !spoken && !heading).length;
  return names.size > 0 || (pronouns >= 2 && pronouns + told >= NARRATORS_SHARE * all);
}

const LEAST = 0.55;

/** How much somebody matters: what they do and say counts more than how often they are named. */
const weight = (one: Referent): number =>
  3 * one.actedIn +
  2 * one.speaks +
  one.told +
  one.pronouns +
  0.5 * one.spoken +
  (one.narrator ? 8 : 0) +
  (one.noted ? 20 : 0);

const has = (one: Referent, ...families: string[]): boolean =>
  families.some((family) => one.families.has(family));

/** How likely it is that the text means a person, animal or thing with a will, who is nobody else of the list. */
function existence(one: Referent, isNarrator: boolean): number {
  if (one.noted) return 1;
  // Told of one by one.
  if (one.members.length > 0) return 0;
  if (one.narrator) return isNarrator ? 0.95 : 0.4;
  const acts = one.actedIn + one.speaks;
  const isNamed = one.names.size > 0;
  const isHuman = has(one, "person", "relation") || one.titled;
  const uses = one.told + one.spoken;
  if (one.doubtful && one.wills + one.speaks < 2 && one.addressed === 0 && one.kinds.size === 0) return 0;
  // Only ever named by somebody who speaks: mostly somebody else under another name, or nobody who matters.
  if (one.told + one.pronouns + acts === 0) {
    if (one.addressed > 0) return 0.4;
    return isNamed || has(one, "relation") ? (uses >= 3 ? 0.6 : 0.45) : 0.3;
  }
  if (isHuman && !one.many) {
    if (acts > 0) return Math.min(0.97, 0.56 + 0.08 * one.actedIn + (isNamed ? 0.1 : 0));
    if (isNamed || one.owner !== undefined || has(one, "relation")) return uses >= 2 ? 0.65 : 0.5;
    return uses + one.pronouns >= 3 ? 0.5 : 0.4;
  }
  if (isHuman) return acts > 1 ? 0.75 : 0.45;
  if (has(one, "group")) return acts > 1 ? 0.72 : 0.45;
  if (has(one, "animal", "being")) {
    if (one.wills + one.speaks > 0 || one.addressed > 0)
      return Math.min(0.95, 0.7 + 0.06 * (one.wills + one.speaks));
    if (acts > 0) return 0.6;
    return isNamed && uses >= 2 ? 0.6 : 0.3;
  }
  if (isNamed) {
    const isPlace = one.placed > 0 && one.placed >= 0.5 * uses;
    if (isPlace && one.wills + one.speaks === 0) return 0;
    const isGiven = Math.max(one.sexes.female, one.sexes.male) >= 1.5;
    if (one.speaks + one.wills > 0)
      return Math.min(0.97, 0.72 + 0.08 * (one.speaks + one.wills) + (isGiven ? 0.1 : 0));
    if (isGiven) return uses >= 2 ? 0.75 : 0.6;
    if (one.addressed > 0) return 0.65;
    return acts > 0 && uses >= 2 ? 0.5 : 0.2;
  }
  if (has(one, "nature")) return acts >= 2 || one.wills > 0 ? Math.min(0.95, 0.68 + 0.05 * acts) : 0.3;
  if (one.families.size === 0) return acts >= 2 ? Math.min(0.95, 0.6 + 0.05 * acts) : 0.3;
  return one.speaks > 1 || (one.speaks > 0 && one.wills > one.speaks) ? 0.7 : 0.45;
}

function personOf(
  one: Referent,
  { id, sure, story }: { id: string; sure: number; story: ReadStory },
): FoundPerson {
  const name = nameOf(one, story);
  return {
    id,
    name,
    aliases: [...new Set([...one.names.keys(), ...one.texts])]
      .filter((text) => text !== name && text.trim() !== "")
      .slice(0, MOST_ALIASES),
    kind: kindOf(one),
    age: ageOf(one),
    sex: sexOf(one),
    part: one.actedIn > 0 || one.speaks > 0 ? "acts" : "told-of",
    sure,
    ...(one.narrator ? { narrator: true as const } : {}),
    notes: one.notes.slice(0, MOST_NOTES),
  };
}

function nameOf(one: Referent, { language }: ReadStory): string {
  const name = most(one.names);
  const noun = most(one.nouns);
  if (
    name !== undefined &&
    (noun === undefined || (one.names.get(name) ?? 0) * 3 >= (one.nouns.get(noun) ?? 0))
  )
    return name;
  const self = one.narrator ? (language === "en" ? "I" : most(one.selves)) : undefined;
  if (self !== undefined) return self;
  if (noun === undefined) return [...one.texts][0] ?? "";
  const texts = [...one.texts].filter((text) => text.toLowerCase().includes(noun));
  const shortest = texts.toSorted((a, b) => a.length - b.length)[0];
  return shortest ?? noun;
}

function kindOf(one: Referent): Sure<string> {
  const kind = most(one.kinds) ?? (one.narrator || one.names.size > 0 ? "human" : undefined);
  if (kind === undefined) {
    const noun = most(one.nouns);
    return { value: noun ?? "unknown", sure: 0.5 };
  }
  const sure = one.kinds.size === 0 ? (one.narrator ? 0.85 : 0.75) : one.kinds.size === 1 ? 0.92 : 0.7;
  return { value: one.many ? `group of ${SAME.has(kind) ? kind : pluralOf(kind)}` : kind, sure };
}

const SAME = new Set(["fish", "sheep", "deer"]);

function ageOf(one: Referent): Sure<string> {
  const age = most(one.ages);
  if (age === undefined) {
    // Whom a story names and lets act without a word of youth is most often grown.
    const isPlain =
      (one.names.size > 0 || one.narrator) &&
      !one.many &&
      (one.kinds.size === 0 || most(one.kinds) === "human");
    return isPlain ? { value: "adult", sure: one.titled ? 0.75 : 0.6 } : { value: "unknown", sure: 0 };
  }
  const all = [...one.ages.values()].reduce((sum, count) => sum + count, 0);
  const share = (one.ages.get(age) ?? 0) / all;
  return share < 0.55 ? { value: "unknown", sure: 0 } : { value: age, sure: 0.55 + 0.35 * share };
}

function sexOf(one: Referent): FoundPerson["sex"] {
  const { sex, sure } = sexSeen(one);
  return sex === "female" || sex === "male" ? { value: sex, sure } : { value: "unknown", sure: 0 };
}

/** What the person wrote of the cast beside the story is sure. */
function takeNotes(all: Referent[], { cast }: ReadStory, words: PeopleWords): void {
  for (const { name, notes } of cast) {
    const parts = name.toLowerCase().split(" ");
    const known = all.find(
      (one) =>
        one.names.has(name) ||
        [...one.names.keys()].some((own) => own.toLowerCase() === name.toLowerCase()) ||
        parts.every((part) => one.parts.has(part)) ||
        one.nouns.has(name.toLowerCase()) ||
        one.nouns.has(name),
    );
    const one = known ?? newReferent(all.length);
    if (known === undefined) all.push(one);
    one.noted = true;
    add(one.names, name, 50);
    if (notes !== "") one.notes.unshift(notes);
    void words;
  }
}
