// Selects the book's characters from all referents, the most important first, with kind, age and sex and their certainties.

import { pluralOf } from "../../noun-kinds.ts";
import type { FoundPerson, ReadStory, Sure } from "../facts.ts";
import { add, kindOf, leading, most, newReferent, type Referent, sexSeen } from "./referent.ts";
import { learnNote } from "./told-years.ts";
import type { ResolvedStory } from "./walk.ts";
import { peopleWords } from "./word-lists.ts";

/** Maximum number of characters of a book. The least important are dropped. */
export const MOST_PEOPLE = 60;
const MOST_ALIASES = 12;
const MOST_NOTES = 6;

export type Cast = ReadonlyMap<Referent, FoundPerson>;

export function castOf({ register, sentences }: ResolvedStory, story: ReadStory): Cast {
  const all = [...register.all()];
  applyNotes(all, story);
  const narration = sentences.flat().filter(({ spoken }) => !spoken).length;
  const kept = all
    .map((one) => ({ one, sure: existence(one, narration) }))
    .filter(({ sure }) => sure > 0)
    .toSorted((a, b) => weight(b.one) - weight(a.one) || a.one.order - b.one.order)
    .slice(0, MOST_PEOPLE);
  if (kept.length === 0 && narration === 0) kept.push(...unnamedSpeakers(story));
  return new Map(kept.map(({ one, sure }, at) => [one, { ...personOf(one, at, story), sure }]));
}

const TWO = { ja: ["ひとり", "もうひとり"], en: ["One", "The other"] } as const;

/** Dialogue without narration and names: two unnamed people who speak in turn. */
function unnamedSpeakers({ units, language }: ReadStory): { one: Referent; sure: number }[] {
  const isTalk = units.filter(({ unit }) => unit.kind === "speech").length > 1;
  return (isTalk ? TWO[language] : []).map((name, at) => {
    const one = newReferent(at);
    add(one.names, name);
    return { one: { ...one, speaks: 1 }, sure: 0.75 };
  });
}

/** Minimum share of narration sentences that mention a narrator. Below it, the `I` of letters and thoughts is not a narrator. */
const NARRATORS_SHARE = 0.12;

const isNarrator = ({ pronouns, told, names, actedIn }: Referent, narration: number): boolean =>
  names.size > 0 || actedIn >= 2 || (pronouns >= 2 && pronouns + told >= NARRATORS_SHARE * narration);

/** Weight factor of named characters: stories name their main characters. */
const NAMED = 1.3;

/** Importance. Actions and speech count more than mentions. */
const weight = (one: Referent): number =>
  (3 * one.actedIn + 2 * one.speaks + one.told + one.pronouns + 0.5 * one.spoken) *
    (one.names.size > 0 ? NAMED : 1) +
  (one.narrator ? 8 : 0) +
  (one.noted === "listed" ? 20 : 0);

/** Minimum number of narration sentences from which a bare noun with a single action is usually another character of the list. */
const LONG = 40;

/** Probability that the referent is animate and a distinct character. 0 drops it. Nouns without animacy need more actions. */
function existence(one: Referent, narration: number): number {
  const { actedIn, speaks, told, pronouns, addressed, namedActs, families } = one;
  const [acts, volitional, uses] = [actedIn + speaks, one.volitionalActs + speaks, told + one.spoken];
  const isNamed = one.names.size > 0;
  const isKin = families.has("relation");
  const isPerson = isKin || families.has("person") || one.titled;
  const isBeast = families.has("animal") || families.has("being");
  const isGiven = Math.max(one.sexes.get("female") ?? 0, one.sexes.get("male") ?? 0) >= 1.5;
  const isOther = !isNamed && uses + pronouns <= 2 && narration >= LONG;
  const seen = actedIn + (isKin ? Math.min(1, speaks) : 0) + (told > 1 && namedActs > 0 ? 1 : 0);
  const isVolitional = addressed > 0 || (volitional > 0 && (namedActs > 0 || uses > 1));
  // The first rule that applies decides.
  const rules: readonly [boolean, number][] = [
    [one.noted !== "", 1],
    // A group whose members are characters themselves.
    [one.members !== undefined, 0],
    [one.narrator, isNarrator(one, narration) ? 0.95 : 0],
    [one.doubtful && volitional < 2 && addressed === 0 && one.kinds.size === 0, 0],
    // Named in direct speech only: usually a second name of another character, or unimportant.
    [told + pronouns + acts === 0, addressed === 0 && (isNamed || isKin) && uses >= 3 ? 0.6 : 0],
    [isPerson && one.many, acts > 1 ? 0.75 : 0],
    [isPerson && acts > (isOther ? 1 : 0), Math.min(0.97, 0.56 + 0.08 * seen + (isNamed ? 0.1 : 0))],
    [isPerson, (isNamed || one.owner !== undefined || isKin) && uses >= 2 ? 0.65 : 0],
    [families.has("group"), acts > 1 ? 0.72 : 0],
    [isBeast && isVolitional, Math.min(0.95, 0.7 + 0.06 * volitional)],
    [isBeast && acts > 0, acts > 1 || uses > 1 ? 0.75 : 0.6],
    [isBeast, isNamed && uses >= 2 ? 0.6 : 0],
    [isNamed && volitional > 0, Math.min(0.97, 0.72 + 0.08 * volitional + (isGiven ? 0.1 : 0))],
    [isNamed && isGiven, uses >= 2 ? 0.75 : 0.6],
    [isNamed, addressed > 0 ? 0.65 : 0],
    [families.has("nature") && (acts > 1 || volitional > 0), Math.min(0.95, 0.68 + 0.05 * acts)],
  ];
  return rules.find(([holds]) => holds)?.[1] ?? 0;
}

function personOf(one: Referent, at: number, story: ReadStory): Omit<FoundPerson, "sure"> {
  const name = nameOf(one, story);
  return {
    id: `c${at + 1}`,
    name,
    aliases: [...new Set([...one.names.keys(), ...one.texts])]
      .filter((text) => text !== name && text.trim() !== "")
      .slice(0, MOST_ALIASES),
    kind: kindSeen(one),
    age: ageOf(one),
    sex: sexOf(one),
    part: one.actedIn > 0 || one.speaks > 0 || one.noted === "given" ? "acts" : "told-of",
    ...(one.narrator ? { narrator: true as const } : {}),
    notes: [...new Set(one.notes)].slice(0, MOST_NOTES),
  };
}

function nameOf(one: Referent, { language }: ReadStory): string {
  const name = most(one.names);
  const noun = most(one.nouns);
  const isCalled = (one.names.get(name ?? "") ?? 0) * 3 >= (one.nouns.get(noun ?? "") ?? 0);
  if (name !== undefined && isCalled) return name;
  const self = one.narrator ? (language === "en" ? "I" : most(one.selves)) : undefined;
  if (self !== undefined) return self;
  const texts = [...one.texts].filter((text) => noun === undefined || text.toLowerCase().includes(noun));
  return texts.toSorted((a, b) => a.length - b.length)[0] ?? noun ?? "";
}

function kindSeen(one: Referent): Sure<string> {
  const kind = kindOf(one);
  if (kind === undefined) return { value: most(one.nouns) ?? "unknown", sure: 0.5 };
  const sure = [one.narrator ? 0.85 : 0.75, 0.92][one.kinds.size] ?? 0.7;
  return { value: one.many ? `group of ${pluralOf(kind)}` : kind, sure };
}

function ageOf(one: Referent): Sure<string> {
  const { key: age, share } = leading(one.ages);
  // A named character or narrator without a word for their age is usually an adult.
  const isPlain = (one.names.size > 0 || one.narrator) && !one.many && kindOf(one) === "human";
  if (age === undefined && isPlain) return { value: "adult", sure: one.titled ? 0.75 : 0.6 };
  if (age === undefined || share < 0.55) return { value: "unknown", sure: 0 };
  return { value: age, sure: 0.55 + 0.35 * share };
}

function sexOf(one: Referent): FoundPerson["sex"] {
  const { sex, sure } = sexSeen(one);
  return sex === "female" || sex === "male" ? { value: sex, sure } : { value: "unknown", sure: 0 };
}

/** Applies the user's notes on the cast, which are certain. */
function applyNotes(all: Referent[], { cast, language }: ReadStory): void {
  for (const { name, notes, sentences, given } of cast) {
    const written = name.toLowerCase();
    const isCalled = (one: Referent) =>
      [...one.names.keys(), ...one.nouns.keys()].some((own) => own.toLowerCase() === written) ||
      written.split(" ").every((part) => one.parts.has(part));
    const known = all.find(isCalled);
    const one = known ?? newReferent(all.length);
    if (known === undefined) all.push(one);
    one.noted = given ? "given" : "listed";
    for (const { words } of sentences) learnNote(one, words, peopleWords(language));
    add(one.names, name, 50);
    if (notes !== "") one.notes.unshift(notes);
  }
}
