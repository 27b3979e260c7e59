// A character candidate: names and nouns, the facts that these tell, and the evidence of a will.
import { type Sex, sexOf } from "./word-lists.ts";

export function newReferent(order: number) {
  const counts = () => new Map<string, number>();
  const strings = () => new Set<string>();
  return {
    /** In the order in which they are met. */
    order,
    /** As written, with counts; `selves`: words by which a narrator refers to themselves (`I`, ぼく). */
    ...{ names: counts(), nouns: counts(), selves: counts() },
    /** Weighted facts from nouns, titles, names and pronouns. */
    ...{ kinds: counts(), ages: counts(), numbers: counts(), sexes: new Map<Sex, number>() },
    /** Descriptions with their modifiers, as written; parts of names, in lower case, without titles. */
    ...{ texts: strings(), parts: strings(), families: strings(), modifiers: strings() },
    /** `doubtful`: all its names are. `noted`: of the cast beside the story. */
    ...{ titled: false, doubtful: false, narrator: false, noted: false, many: false },
    /** Number of lines, and of deeds that need a will, in told clauses of narration. */
    ...{ speaks: 0, wills: 0 },
    /** Sentences of narration in which they act, and the last of them; deeds with a noun or a name as subject. */
    ...{ actedIn: 0, lastActed: -1, namedActs: 0 },
    /** Uses in narration and in spoken lines, without pronouns; then pronouns, and times that they are addressed. */
    ...{ told: 0, spoken: 0, pronouns: 0, addressed: 0 },
    count: undefined as number | undefined,
    notes: [] as string[],
  };
}

export interface Referent extends ReturnType<typeof newReferent> {
  /** The owner of a relation: `his mother`. */
  owner?: Referent;
  /** For a group: its members, where they are told of one by one. */
  members?: Referent[];
  /** The referent with which this one was merged. */
  is?: Referent;
}

/** All referents that are meant, with the certainty. */
export interface Found {
  referents: Referent[];
  sure: number;
}

export function add<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The entry with the highest count, of equals the first, and its share of all. */
export function leading<K>(counts: ReadonlyMap<K, number>): { key?: K; share: number } {
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  const all = counts.values().reduce((sum, count) => sum + count, 0);
  return first === undefined ? { share: 0 } : { key: first[0], share: first[1] / all };
}

export const most = <K>(counts: ReadonlyMap<K, number>): K | undefined => leading(counts).key;

/** `told`: sex and age, as the tables have them. */
export function tell(one: Referent, told: string | undefined, weight: number): void {
  const [sex, age = "?"] = told?.split(" ") ?? [];
  if (sexOf(sex) !== "unknown") add(one.sexes, sexOf(sex), weight);
  if (age !== "?" && age !== "unknown") add(one.ages, age);
}

/** Their sex, with the certainty. */
export function sexSeen({ sexes }: Referent): { sex: Sex; sure: number } {
  const { key: sex = "unknown", share } = leading(sexes);
  if (sex === "unknown" || share < 0.6) return { sex: "unknown", sure: 0 };
  return { sex, sure: Math.min(0.97, share * (1 - 0.45 ** (sexes.get(sex) ?? 0))) };
}

/** A named character is human by default, and of another kind only by a noun that is certainly theirs. */
export const kindOf = ({ kinds, names, narrator }: Referent): string | undefined =>
  (narrator || names.size > 0) && Math.max(0, ...kinds.values()) < 1 ? "human" : most(kinds);

/** `female` and `male`, where both are known. */
export function isOtherSex(one: Referent, sex: Sex = "unknown"): boolean {
  const known = sexSeen(one).sex;
  return sex !== "unknown" && known !== "unknown" && sex !== known;
}

/** Merges `other` into `one`. */
export function join(one: Referent, other: Referent): void {
  other.is = one;
  one.owner ??= other.owner;
  for (const key of ["nouns", "kinds", "ages", "sexes"] as const)
    for (const [value, count] of other[key]) add(one[key], value, count);
  for (const key of ["speaks", "wills", "actedIn", "namedActs", "told", "pronouns"] as const)
    one[key] += other[key];
}
