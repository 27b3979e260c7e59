// Whether a noun means somebody who is there already under another name or noun: evidence for and against each who is in mind. Those whom
// most of what one is called by can mean as well are joined; groups get those of whom they are.

import type { NounUse } from "./noun-use.ts";
import { type Link, link, type Scene } from "./read-sentence.ts";
import { most, type Referent, realOf, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";

/** What the salience of the one meant is at least, by what the noun says: how seldom it is the first word for somebody. */
const LEAST = { that: 2, wide: 2.2, relation: 3, other: 3.6 } as const;
/** By so much the likeliest is ahead of the next. */
const AHEAD = 0.6;

/** The one in mind whom the noun fits; undefined where nobody does, or two do nearly as well. `owner`: whose relation it says they are. */
export function alreadyThere(use: NounUse, scene: Scene, owner?: Referent): Link | undefined {
  const { determiner, addressed, many, spoken } = use;
  if (many || determiner === "indefinite" || determiner === "other") return undefined;
  // Somebody who speaks points (この子): at whom, only the scene tells.
  if (spoken && determiner === "that") return undefined;
  if (determiner === "bare" && !addressed && owner === undefined) return undefined;
  const own = scene.before(use)?.referents[0];
  const sort = sortOf(use, scene);
  const [best, next] = scene.discourse.ranked(scene.now, (one) =>
    likeness(use, one, { scene, owner, own, sort }),
  );
  if (best === undefined || best.score < LEAST[sort]) return undefined;
  if (next !== undefined && best.score - next.score < AHEAD) return undefined;
  return link(use, [best.referent], next === undefined ? 0.72 : 0.62);
}

type Sort = keyof typeof LEAST;

function sortOf({ determiner, head, facts }: NounUse, scene: Scene): Sort {
  if (isWide(head, scene)) return determiner === "that" ? "that" : "wide";
  return facts?.family === "relation" ? "relation" : facts?.family === "animal" ? "wide" : "other";
}

const isWide = (noun: string, { words }: Scene): boolean =>
  ["scene-role", "broad", "generic"].some((kind) => words.is(kind, noun));

interface Asked {
  scene: Scene;
  owner: Referent | undefined;
  /** Whom the noun means so far: somebody with no other name. */
  own: Referent | undefined;
  sort: Sort;
}

/** What speaks for the one, in units of salience; undefined where they cannot be meant. */
function likeness(use: NounUse, one: Referent, { scene, owner, own, sort }: Asked): number | undefined {
  const { facts, head } = use;
  const { words, register } = scene;
  if (one === own || one === owner || one.many || one.narrator) return undefined;
  if (isApart(use, one, scene) || own?.others?.has(one)) return undefined;
  if (own?.newAt !== undefined && one.since < own.newAt) return undefined;
  if (!isOfKind(use, one)) return undefined;
  const [told, known] = [facts?.sex ?? "unknown", sexSeen(one).sex];
  if (told !== "unknown" && known !== "unknown" && told !== known) return undefined;
  if (!isOfAge(use, one, scene)) return undefined;
  const isSameKin =
    owner !== undefined && use.owner?.pronoun !== undefined && register.called(use).includes(one);
  const isTitle = words.is("title", head) && one.titled;
  const kin = owner ? kinship(use, one, owner) : 0;
  if (sort === "other" && !isTitle) return undefined;
  if (sort === "relation" && told !== "unknown" && !isSameKin && kin < 2) return undefined;
  // Somebody with a noun of the same kind is called by it.
  const isCalledElse =
    (sort === "relation" || sort === "other") &&
    [...one.nouns.keys()].some((noun) => !isWide(noun, scene) && words.noun(noun)?.family !== "unknown");
  return (
    (facts?.family === "animal" && most(one.kinds) === facts.kind ? SAME_KIND : 0) +
    (told === "unknown" ? 0 : told === known ? 0.6 : -0.4) +
    (isSameKin ? 1.5 : isCalledElse ? -1.5 : 0) +
    kin +
    (isTitle || one.names.size > 0 ? 0.3 : 0) +
    (use.modifiers.some((word) => one.modifiers.has(word)) ? 0.5 : 0)
  );
}

/** Who is known to be of an animal's kind is meant rather than anybody of whom no kind is told, however lately they were named. */
const SAME_KIND = 3;

/** Animals are called `the dog` after their name, and `the animal` after anything; everybody else needs some sign of a will. */
function isOfKind({ facts, head }: NounUse, one: Referent): boolean {
  const known = most(one.kinds);
  if (facts?.family === "animal") {
    // あれの猫 is 黒猫; a black cat is a cat.
    if (known === facts.kind && [...one.nouns.keys()].some((noun) => noun.endsWith(head))) return true;
    return (
      one.names.size > 0 &&
      !one.titled &&
      (head === "animal" ? known !== "human" : known === undefined || known === facts.kind)
    );
  }
  const kind = known ?? (one.names.size > 0 ? "human" : undefined);
  if (kind === undefined) return one.wills + one.speaks > 0;
  return facts === undefined || facts.family === "unknown" || facts.kind === kind;
}

/** A young lady is a child as well. */
function isOfAge({ facts, head }: NounUse, one: Referent, { words }: Scene): boolean {
  const [own, age] = [facts?.age ?? "unknown", most(one.ages) ?? "unknown"];
  const isBroad = words.is("broad", head);
  if (own === "adult" && one.ages.has("child") && !isBroad) return false;
  const isGrown = (band: string) => band === "adult" || band === "elder";
  return (
    own === "unknown" ||
    age === "unknown" ||
    isGrown(own) === isGrown(age) ||
    (isBroad && one.modifiers.has("young"))
  );
}

/** Whoever has a title and the owner's family name is the parent, the husband or the wife. */
function kinship({ facts }: NounUse, one: Referent, owner: Referent): number {
  const isShared = [...owner.parts].some((part) => one.parts.has(part));
  if (isShared) return one.titled && facts?.age === "adult" ? 2 : 0.3;
  return one.owner === owner ? 0.5 : 0;
}

/** `his wife` is Mrs. Barlow, whose husband is Mr. Barlow: the only one of the family who has a title of that sex. */
export function namesake(use: NounUse, owner: Referent, { register }: Scene): Referent | undefined {
  const sex = use.facts?.sex ?? "unknown";
  if (sex === "unknown" || use.many) return undefined;
  const all = [...owner.parts]
    .flatMap((part) => register.withName(part))
    .filter((one) => one !== owner && sexSeen(one).sex === sex && kinship(use, one, owner) >= 2);
  return new Set(all).size === 1 ? all[0] : undefined;
}

/** Another argument of the verb, somebody joined with it, or its owner. */
function isApart({ clause, role, joined, owner, to }: NounUse, one: Referent, { linkAt }: Scene): boolean {
  const ends = [...joined.map((other) => other.to), ...(owner ? [owner.to] : [])];
  if (role !== "subject" && role !== "apart" && clause?.subject) ends.push(clause.subject.to);
  return ends.some((end) => end !== to && linkAt(end)?.referents.includes(one) === true);
}

/** Whose mother, husband or friend it is: `his mother`, `a farmer who had one daughter`. */
export function ownerOf({ owner, clause, role, facts }: NounUse, { linkAt }: Scene): Referent | undefined {
  if (facts?.family !== "relation") return undefined;
  const had = clause?.predicate.lemma === "have" && role === "object" ? clause.subject : undefined;
  const { referents = [] } = linkAt((owner ?? had)?.to ?? -1) ?? {};
  return referents.length === 1 ? referents[0] : undefined;
}

/** The least share of somebody's nouns that mean the other, and the least number of them. A namesake counts for two. */
const MOST = 0.6;
const FEWEST = 2;

export class Votes {
  readonly #votes = new Map<Referent, Map<Referent, number>>();

  /** Asks of each noun of somebody without a name who else it could mean. */
  take(links: readonly Link[], scene: Scene): void {
    for (const { use, referents } of links) {
      const [one] = referents;
      if (one && referents.length === 1) this.#sameNoun(use, one, scene);
      if (use.pronoun || one === undefined || referents.length > 1 || one.names.size > 0 || one.narrator)
        continue;
      const owner = ownerOf(use, scene);
      const named = owner && namesake(use, owner, scene);
      const other = named ?? alreadyThere(use, scene, owner)?.referents[0];
      if (other === undefined) continue;
      const votes = this.#votes.get(one) ?? new Map<Referent, number>();
      votes.set(other, (votes.get(other) ?? 0) + (other === named ? 2 : 1));
      this.#votes.set(one, votes);
    }
  }

  /** `The robot Pip` is whom the text called the robot before. */
  #sameNoun(use: NounUse, one: Referent, { register }: Scene): void {
    if (!use.name || use.determiner !== "definite" || (use.facts?.family ?? "unknown") === "unknown") return;
    const alike = register.called(use).filter((other) => other !== one && other.names.size === 0);
    const [other] = alike;
    if (other && alike.length === 1 && !other.others?.has(one))
      this.#votes.set(other, new Map([[one, Number.POSITIVE_INFINITY]]));
  }

  join(register: Register, sentences: readonly { links: Link[] }[]): void {
    for (const [one, votes] of this.#votes) {
      const [[wanted, count] = [one, 0]] = [...votes].toSorted((a, b) => b[1] - a[1]);
      const other = realOf(wanted);
      const isMost = count >= FEWEST && count >= MOST * (one.told + one.spoken);
      if (isMost && one.is === undefined && other !== one) register.join(one, other);
    }
    for (const { links } of sentences)
      for (const link of links) link.referents = [...new Set(link.referents.map(realOf))];
  }
}

/** Members of groups are looked for among so many with one noun. */
const MOST_SINGLES = 12;

/** Gives groups of a told number their members, where just so many single people with their noun are known. */
export function settleGroups(register: Register): void {
  const singles = new Map<string, Referent[]>();
  for (const one of register.all())
    for (const noun of one.many ? [] : one.nouns.keys())
      singles.set(noun, [...(singles.get(noun) ?? []).slice(-MOST_SINGLES), one]);
  for (const group of register.all())
    for (const noun of group.many ? group.nouns.keys() : []) {
      const members = (singles.get(noun) ?? []).filter(({ actedIn, speaks }) => actedIn + speaks > 0);
      if (members.length === group.count) group.members = members;
    }
}
