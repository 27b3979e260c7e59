// Somebody the text means again and again: the names and nouns they have, what these tell of them, and the evidence that they have a will.
import type { NounUse } from "./noun-use.ts";
import type { PeopleWords, Sex } from "./word-lists.ts";
import { sexOf } from "./word-lists.ts";

export interface Referent {
  /** In the order in which they are met. */
  order: number;
  /** Set where two prove to be one; then only the other counts. */
  same?: Referent;
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
  /** Whose relation they are: `his mother`. */
  owner?: Referent;
  modifiers: Set<string>;
  /** How often they speak, do what only a will does, and do anything, in clauses that are told of narration. */
  speaks: number;
  wills: number;
  acts: number;
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
  /** Uses in narration after a preposition of place, and all others: whether a name is one of a place. */
  placed: number;
  narrator: boolean;
  noted: boolean;
  notes: string[];
}

export function newReferent(order: number): Referent {
  return {
    ...{
      order,
      names: new Map(),
      selves: new Map(),
      nouns: new Map(),
      texts: new Set(),
      parts: new Set(),
      titled: false,
      doubtful: false,
    },
    ...{ kinds: new Map(), families: new Set(), sexes: { female: 0, male: 0, none: 0 }, ages: new Map() },
    ...{
      many: false,
      numbers: { one: 0, many: 0 },
      members: [],
      modifiers: new Set(),
      speaks: 0,
      wills: 0,
      acts: 0,
      actedIn: 0,
    },
    ...{
      lastActed: -1,
      namedActs: 0,
      addressed: 0,
      narratee: false,
      told: 0,
      spoken: 0,
      pronouns: 0,
      placed: 0,
      narrator: false,
    },
    ...{ noted: false, notes: [] },
  };
}

/** Who a referent proved to be. */
export function settled(referent: Referent): Referent {
  let one = referent;
  while (one.same !== undefined) one = one.same;
  return one;
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
  const { name, facts, modifiers, years, text } = use;
  if (name) {
    one.doubtful = name.doubtful === true && (one.names.size === 0 || one.doubtful);
    add(one.names, text);
    for (const part of name.parts) one.parts.add(part.toLowerCase());
    if (name.title !== undefined) learnTitle(one, name.title, words);
    for (const part of name.parts) {
      const sex = sexOf(words.value("given", part.toLowerCase()) ?? words.ending("given-end", part)?.value);
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
  if (years !== undefined) add(one.ages, ageOfYears(years), 5);
  if (use.name === undefined && use.role !== "complement") one.numbers[use.many ? "many" : "one"] += 1;
  one.many = one.numbers.many > one.numbers.one;
  if (use.count !== undefined) one.count = use.count;
}

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

function ageOfYears(years: number): string {
  if (years < 2) return "baby";
  if (years < 13) return "child";
  if (years < 20) return "teen";
  return years < 60 ? "adult" : "elder";
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

/** Joins two that prove to be one; the earlier stays. */
export function merge(a: Referent, b: Referent): Referent {
  const [one, other] = settledPair(a, b);
  if (one === other) return one;
  other.same = one;
  for (const [key, count] of other.names) add(one.names, key, count);
  for (const [key, count] of other.selves) add(one.selves, key, count);
  for (const [key, count] of other.nouns) add(one.nouns, key, count);
  for (const [key, count] of other.kinds) add(one.kinds, key, count);
  for (const [key, count] of other.ages) add(one.ages, key, count);
  for (const text of other.texts) one.texts.add(text);
  for (const part of other.parts) one.parts.add(part);
  for (const modifier of other.modifiers) one.modifiers.add(modifier);
  for (const family of other.families) one.families.add(family);
  for (const sex of ["female", "male", "none"] as const) one.sexes[sex] += other.sexes[sex];
  for (const count of [
    "speaks",
    "wills",
    "acts",
    "actedIn",
    "namedActs",
    "addressed",
    "told",
    "spoken",
    "pronouns",
    "placed",
  ] as const)
    one[count] += other[count];
  one.doubtful &&= other.doubtful;
  one.titled ||= other.titled;
  one.numbers.one += other.numbers.one;
  one.numbers.many += other.numbers.many;
  one.many = one.numbers.many > one.numbers.one;
  one.narrator ||= other.narrator;
  one.noted ||= other.noted;
  one.narratee ||= other.narratee;
  one.owner ??= other.owner;
  one.notes.push(...other.notes);
  return one;
}

function settledPair(a: Referent, b: Referent): [Referent, Referent] {
  const [one, other] = [settled(a), settled(b)];
  return one.order <= other.order ? [one, other] : [other, one];
}

/** Whether nothing that is told of the two speaks against their being one. */
export function agree(a: Referent, b: Pick<Referent, "sexes" | "kinds" | "many">): boolean {
  if (a.many !== b.many) return false;
  const [sexA, sexB] = [sexSeen(a as Referent).sex, sexSeen(b as Referent).sex];
  if (sexA !== "unknown" && sexB !== "unknown" && sexA !== sexB) return false;
  const [kindA, kindB] = [most(a.kinds), most(b.kinds)];
  return kindA === undefined || kindB === undefined || kindA === kindB;
}
