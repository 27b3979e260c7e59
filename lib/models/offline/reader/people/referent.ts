// Somebody the text means again and again: the names and nouns they have, what these tell of them, and the evidence that they have a will.
import type { NameFacts, NounUse } from "./noun-use.ts";
import { type PeopleWords, type Sex, sexOf } from "./word-lists.ts";

export interface Referent {
  /** In the order in which they are met. */
  order: number;
  /** As written, with how often. */
  names: Map<string, number>;
  nouns: Map<string, number>;
  /** What a narrator calls himself (`I`, ぼく). */
  selves: Map<string, number>;
  /** Descriptions with their modifiers, as written. */
  texts: Set<string>;
  /** Parts of names, in lower case, without titles. */
  parts: Set<string>;
  titled: boolean;
  /** All its names are doubtful. */
  doubtful: boolean;
  kinds: Map<string, number>;
  families: Set<string>;
  sexes: Record<Exclude<Sex, "unknown">, number>;
  ages: Map<string, number>;
  /** Uses in the plural and in the singular; `many` is what most of them say. */
  numbers: { one: number; many: number };
  many: boolean;
  count?: number;
  members: Referent[];
  /** Who they proved to be. */
  is?: Referent;
  /** Whose relation they are: `his mother`. */
  owner?: Referent;
  modifiers: Set<string>;
  /** Sentence in which they are first mentioned, and in which a noun brought them in as somebody new (`a man`). */
  since: number;
  newAt?: number;
  /** Who cannot be the same: they stood beside each other in a clause. */
  others: Set<Referent>;
  /** How often they speak and do what only a will does, in clauses that are told of narration. */
  speaks: number;
  wills: number;
  /** Sentences of narration in which they act. */
  actedIn: number;
  lastActed: number;
  /** Acts of which a noun or a name is the subject. */
  namedActs: number;
  addressed: number;
  /** Whom the narrator addresses. */
  narratee: boolean;
  /** Uses in narration and in spoken lines, without pronouns; then pronouns. */
  told: number;
  spoken: number;
  pronouns: number;
  narrator: boolean;
  noted: boolean;
  notes: string[];
}

const counts = (): Map<string, number> => new Map();
const strings = (): Set<string> => new Set();

export function newReferent(order: number): Referent {
  return {
    ...{ order, names: counts(), nouns: counts(), selves: counts(), kinds: counts(), ages: counts() },
    ...{
      texts: strings(),
      parts: strings(),
      families: strings(),
      modifiers: strings(),
      others: new Set(),
      since: Number.POSITIVE_INFINITY,
    },
    ...{ titled: false, doubtful: false, narratee: false, narrator: false, noted: false, many: false },
    ...{ sexes: { female: 0, male: 0, none: 0 }, numbers: { one: 0, many: 0 }, members: [], notes: [] },
    ...{ speaks: 0, wills: 0, actedIn: 0, lastActed: -1, namedActs: 0, addressed: 0 },
    ...{ told: 0, spoken: 0, pronouns: 0 },
  };
}

export function add<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The entry with the highest count; of equals the first. */
export function most<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined;
  for (const [key, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = key;
  return best;
}

/** No sex is told by names of a list alone as surely as by a noun. */
const WEIGHT = { noun: 4, title: 4, given: 1.5, pronoun: 1 } as const;

/** Takes over what a noun phrase tells of the one it means. */
export function learn(one: Referent, use: NounUse, words: PeopleWords): void {
  const { name, facts, modifiers, text } = use;
  if (name) {
    one.doubtful = name.doubtful === true && (one.names.size === 0 || one.doubtful);
    add(one.names, text);
    for (const part of partKeys(name, words)) one.parts.add(part);
    if (name.title !== undefined) learnTitle(one, name.title, words);
    for (const part of name.parts) {
      const sex = sexOf(words.value("given", part.toLowerCase()) ?? words.ending("given-end", part));
      if (sex !== "unknown") one.sexes[sex] += WEIGHT.given;
    }
  }
  if (
    facts &&
    (facts.family !== "unknown" || (name === undefined && one.nouns.size === 0 && one.names.size === 0))
  ) {
    add(one.nouns, use.head);
    one.families.add(facts.family);
    if (facts.kind !== "unknown") add(one.kinds, facts.kind);
    if (facts.sex !== "unknown") one.sexes[facts.sex] += WEIGHT.noun;
    if (facts.age !== "unknown") add(one.ages, facts.age);
  }
  if ((name === undefined || modifiers.length > 0) && facts && one.nouns.has(use.head)) one.texts.add(text);
  for (const modifier of modifiers) learnModifier(one, modifier, words);
  if (use.name === undefined && use.role !== "complement") one.numbers[use.many ? "many" : "one"] += 1;
  one.many = one.numbers.many > one.numbers.one;
  if (use.count !== undefined) one.count = use.count;
}

/** What a name is known by: its parts in lower case, of a pet name the name that it stands for. */
export const partKeys = (name: NameFacts | undefined, words: PeopleWords): string[] =>
  (name?.parts ?? []).map((part) => words.value("pet-name", part.toLowerCase()) ?? part.toLowerCase());

function learnTitle(one: Referent, title: string, words: PeopleWords): void {
  one.titled = true;
  const [sex, age = "?"] = words.value("title", title)?.split(" ") ?? [];
  const told = sexOf(sex);
  if (told !== "unknown") one.sexes[told] += WEIGHT.title;
  if (age !== "?") add(one.ages, age);
  add(one.kinds, "human");
}

function learnModifier(one: Referent, modifier: string, words: PeopleWords): void {
  one.modifiers.add(modifier);
  const age = words.value("age-word", modifier);
  if (age === "elder") add(one.ages, age, 3);
  // Small beings and things are called little, too; of a noun for grown people `little` says nothing of age.
  else if (age === "child" && !one.ages.has("adult") && one.kinds.has("human")) add(one.ages, age);
  else if (age === "adult" || age === "baby") add(one.ages, age);
  const sex = sexOf(words.value("sex-word", modifier));
  if (sex !== "unknown") one.sexes[sex] += WEIGHT.noun;
}

export function learnPronoun(one: Referent, sex: Sex, isClear: boolean): void {
  one.pronouns += 1;
  if (sex !== "unknown") one.sexes[sex] += isClear ? WEIGHT.pronoun : WEIGHT.pronoun / 4;
}

/** Their sex as far as it is told, and how clearly. */
export function sexSeen({ sexes }: Referent): { sex: Sex; sure: number } {
  const { female, male, none } = sexes;
  const all = female + male + none;
  if (all === 0) return { sex: "unknown", sure: 0 };
  const sex = female >= male && female >= none ? "female" : male >= none ? "male" : "none";
  const share = sexes[sex] / all;
  if (share < 0.6) return { sex: "unknown", sure: 0 };
  return { sex, sure: Math.min(0.97, share * (1 - 0.45 ** sexes[sex])) };
}

/** Who they are, after all. */
export function realOf(one: Referent): Referent {
  let real = one;
  while (real.is) real = real.is;
  return real;
}

/** Adds to `one` all that is known of `other`. */
export function takeOver(one: Referent, other: Referent): void {
  for (const key of ["names", "nouns", "selves", "kinds", "ages"] as const)
    for (const [value, count] of other[key]) add(one[key], value, count);
  for (const key of ["texts", "parts", "families", "modifiers", "others"] as const)
    for (const value of other[key]) (one[key] as Set<unknown>).add(value);
  for (const sex of ["female", "male", "none"] as const) one.sexes[sex] += other.sexes[sex];
  for (const key of COUNTED) one[key] += other[key];
  for (const number of ["one", "many"] as const) one.numbers[number] += other.numbers[number];
  one.titled ||= other.titled;
  one.owner ??= other.owner;
  one.since = Math.min(one.since, other.since);
}

const COUNTED = [
  "speaks",
  "wills",
  "actedIn",
  "namedActs",
  "addressed",
  "told",
  "spoken",
  "pronouns",
] as const;
