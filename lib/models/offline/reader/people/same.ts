// Whether a noun means a known character under another name or noun; and groups whose members are told of one by one.
import type { NounUse } from "./noun-use.ts";
import { type Found, isOtherSex, kindOf, most, type Referent, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";
import { endingWith, found, type Scene } from "./scene.ts";

/** The least salience of the meant one, by kind of noun: nouns that rarely are a character's first name need more. */
const LEAST = { wide: 2.2, relation: 3 } as const;
/** Penalty: the topic of the sentence before a line usually says it, and does not address themselves. */
const SPEAKS = 1.2;
/** The least lead of the most likely one over the next. */
const AHEAD = 0.6;

/** The character whom the noun means; undefined where nobody fits, or two fit nearly equally. */
export function alreadyThere(use: NounUse, scene: Scene): Found | undefined {
  const { determiner, addressed, many } = use;
  if (many || determiner === "indefinite" || determiner === "other") return undefined;
  // A speaker may point (この子) at somebody whom only the scene shows.
  if ((scene.spoken && determiner === "that") || (determiner === "bare" && !addressed)) return undefined;
  const least = leastFor(use, scene);
  const [best, next] = scene.discourse.ranked(scene.now, (one) => likeness(use, one, scene));
  if (least === undefined || best === undefined || best.score < least) return undefined;
  if (next !== undefined && best.score - next.score < AHEAD) return undefined;
  return found([best.referent], next === undefined ? 0.72 : 0.62);
}

/** A specific noun (`the butcher`) usually introduces a new character. */
function leastFor({ head, facts }: NounUse, { words }: Scene): number | undefined {
  const isWide = ["scene-role", "broad", "generic"].some((kind) => words.is(kind, head));
  if (isWide || facts?.family === "animal") return LEAST.wide;
  return facts?.family === "relation" ? LEAST.relation : undefined;
}

/** Score of a character in units of salience; undefined where they cannot be meant. */
function likeness(use: NounUse, one: Referent, scene: Scene): number | undefined {
  if (one.many || one.narrator || !isOfKind(use, one) || !isOfAge(use, one, scene)) return undefined;
  const told = use.facts?.sex ?? "unknown";
  if (isOtherSex(one, told)) return undefined;
  const isSpeaker = use.addressed && scene.discourse.subjects.includes(one);
  const agrees = told === "unknown" ? 0 : told === sexSeen(one).sex ? 0.6 : -0.4;
  return agrees + (one.names.size > 0 ? 0.3 : 0) - (isSpeaker ? SPEAKS : 0);
}

/** Animals are called `the dog` after their name; everybody else as their kind is. */
function isOfKind({ facts }: NounUse, one: Referent): boolean {
  const isAnimal = facts?.family === "animal";
  const known = isAnimal ? most(one.kinds) : kindOf(one);
  if (isAnimal && (one.names.size === 0 || one.titled)) return false;
  return known === undefined || facts === undefined || facts.family === "unknown" || known === facts.kind;
}

/** A young lady is a child as well. */
function isOfAge({ facts, head }: NounUse, one: Referent, { words }: Scene): boolean {
  const [own, age] = [facts?.age ?? "unknown", most(one.ages) ?? "unknown"];
  const isBroad = words.is("broad", head);
  if (own === "adult" && one.ages.has("child") && !isBroad) return false;
  const [isGrown, isKnownGrown] = [own, age].map((band) => band === "adult" || band === "elder");
  const isUnknown = own === "unknown" || age === "unknown";
  return isUnknown || isGrown === isKnownGrown || (isBroad && one.modifiers.has("young"));
}

/** Whose mother, husband or friend it is: `his mother`, `a farmer who had one daughter`. */
export function ownerOf({ owner, clause, role, facts }: NounUse, scene: Scene): Referent | undefined {
  if (facts?.family !== "relation") return undefined;
  const had = clause?.predicate.lemma === "have" && role === "object" ? clause.subject : undefined;
  const [one, other] = (owner ?? (had && endingWith(had, scene)))?.found?.referents ?? [];
  return other ? undefined : one;
}

/** Members of groups are looked for among so many with one noun. */
const MOST_SINGLES = 12;

/** Gives a group of a known number its members, if exactly that many single people with its noun are known. */
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
