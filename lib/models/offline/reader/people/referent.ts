// A candidate character: its names and nouns, the facts that these state, and evidence of animacy.
import { type Sex, sexOf } from "./word-lists.ts";

export function newReferent(order: number) {
  const counts = () => new Map<string, number>();
  const strings = () => new Set<string>();
  return {
    /** In the order of first mention. */
    order,
    /** As written, with counts. `selves`: words by which a narrator refers to themselves (`I`, ぼく). */
    ...{ names: counts(), nouns: counts(), selves: counts() },
    /** Weighted facts from nouns, titles, names and pronouns. */
    ...{ kinds: counts(), ages: counts(), numbers: counts(), sexes: new Map<Sex, number>() },
    /** `texts`: descriptions with modifiers, as written. `parts`: parts of names, in lower case, without titles. */
    ...{ texts: strings(), parts: strings(), families: strings(), modifiers: strings() },
    /** `doubtful`: all its names are doubtful. `noted`: `listed` by the text, `given` by the user. */
    ...{ titled: false, doubtful: false, narrator: false, noted: "", many: false },
    /** `speaks`: narrated acts of speech. `volitionalActs`: volitional actions, including acts of speech. */
    ...{ speaks: 0, volitionalActs: 0 },
    /** `actedIn`: number of narration sentences in which it acts. `lastActed`: the last. `namedActs`: actions with a noun as subject. */
    ...{ actedIn: 0, lastActed: -1, namedActs: 0 },
    /** Uses without pronouns, in narration (`told`) and direct speech (`spoken`); pronouns; and vocatives. */
    ...{ told: 0, spoken: 0, pronouns: 0, addressed: 0 },
    count: undefined as number | undefined,
    notes: [] as string[],
  };
}

export interface Referent extends ReturnType<typeof newReferent> {
  /** The owner of a relation: `his` of `his mother`. */
  owner?: Referent;
  /** Members of a group that are also mentioned one by one. */
  members?: Referent[];
  /** The referent into which this one was merged. */
  is?: Referent;
}

/** The referents of a phrase, with their certainty. */
export interface Found {
  referents: Referent[];
  sure: number;
}

export function add<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The key with the highest count (of equals the first), and its share of the sum. */
export function leading<K>(counts: ReadonlyMap<K, number>): { key?: K; share: number } {
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  const all = counts.values().reduce((sum, count) => sum + count, 0);
  return first === undefined ? { share: 0 } : { key: first[0], share: first[1] / all };
}

export const most = <K>(counts: ReadonlyMap<K, number>): K | undefined => leading(counts).key;

/** Adds evidence of sex and age. `told`: sex and age, as in the word tables. */
export function addSexAndAge(one: Referent, told: string | undefined, weight: number): void {
  const [sex, age = "?"] = told?.split(" ") ?? [];
  if (sexOf(sex) !== "unknown") add(one.sexes, sexOf(sex), weight);
  if (age !== "?" && age !== "unknown") add(one.ages, age);
}

/** The most likely sex, with its certainty. */
export function sexSeen({ sexes }: Referent): { sex: Sex; sure: number } {
  const { key: sex = "unknown", share } = leading(sexes);
  if (sex === "unknown" || share < 0.6) return { sex: "unknown", sure: 0 };
  return { sex, sure: Math.min(0.97, share * (1 - 0.45 ** (sexes.get(sex) ?? 0))) };
}

/** A named character or narrator is human, unless a noun with a certain reference says otherwise. */
export const kindOf = ({ kinds, names, narrator }: Referent): string | undefined =>
  (narrator || names.size > 0) && Math.max(0, ...kinds.values()) < 1 ? "human" : most(kinds);

/** Whether both sexes are known and differ. */
export function isOtherSex(one: Referent, sex: Sex = "unknown"): boolean {
  const known = sexSeen(one).sex;
  return sex !== "unknown" && known !== "unknown" && sex !== known;
}

export function join(one: Referent, other: Referent): void {
  other.is = one;
  one.owner ??= other.owner;
  for (const key of ["nouns", "kinds", "ages", "sexes"] as const)
    for (const [value, count] of other[key]) add(one[key], value, count);
  for (const key of ["speaks", "volitionalActs", "actedIn", "namedActs", "told", "pronouns"] as const)
    one[key] += other[key];
}
