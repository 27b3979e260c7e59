// Decides whether a noun refers to a known character under another name or noun, and finds the members of groups.
import type { NounUse } from "./noun-use.ts";
import { type Found, isOtherSex, kindOf, most, type Referent, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";
import { endingWith, found, type Scene } from "./scene.ts";

/** Minimum score of the referent, by kind of noun. `wide`: broad nouns (`the man`) and animals. `relation`: nouns for relations. */
const LEAST = { wide: 2.2, relation: 3 } as const;
/** Penalty for the addressee: the topic of the sentence before a line usually speaks it, and does not address themselves. */
const SPEAKS = 1.2;
/** Minimum lead of the best referent over the second. */
const AHEAD = 0.6;

/** The character to which the noun refers. Undefined if nobody fits, or two fit almost equally. */
export function knownReferent(use: NounUse, scene: Scene): Found | undefined {
  const { determiner, addressed, many } = use;
  if (many || determiner === "indefinite" || determiner === "other") return undefined;
  // A speaker may point (この子) at a character that the text has not mentioned.
  if ((scene.spoken && determiner === "that") || (determiner === "bare" && !addressed)) return undefined;
  const least = leastFor(use, scene);
  const [best, next] = scene.discourse.ranked(scene.now, (one) => matchScore(use, one, scene));
  if (least === undefined || best === undefined || best.score < least) return undefined;
  if (next !== undefined && best.score - next.score < AHEAD) return undefined;
  return found([best.referent], next === undefined ? 0.72 : 0.62);
}

/** Minimum score for the noun. Undefined for a specific noun (`the butcher`), which usually introduces a new character. */
function leastFor({ head, facts }: NounUse, { words }: Scene): number | undefined {
  const isWide = ["scene-role", "broad", "generic"].some((kind) => words.is(kind, head));
  if (isWide || facts?.family === "animal") return LEAST.wide;
  return facts?.family === "relation" ? LEAST.relation : undefined;
}

/** Score of a character, on the scale of salience. Undefined if the noun cannot refer to the character. */
function matchScore(use: NounUse, one: Referent, scene: Scene): number | undefined {
  if (one.many || one.narrator || !isOfKind(use, one) || !isOfAge(use, one, scene)) return undefined;
  const told = use.facts?.sex ?? "unknown";
  if (isOtherSex(one, told)) return undefined;
  const isSpeaker = use.addressed && scene.discourse.subjects.includes(one);
  const agrees = told === "unknown" ? 0 : told === sexSeen(one).sex ? 0.6 : -0.4;
  return agrees + (one.names.size > 0 ? 0.3 : 0) - (isSpeaker ? SPEAKS : 0);
}

/** Whether the kind fits. A noun for an animal (`the dog`) refers only to a named animal without a title. */
function isOfKind({ facts }: NounUse, one: Referent): boolean {
  const isAnimal = facts?.family === "animal";
  const known = isAnimal ? most(one.kinds) : kindOf(one);
  if (isAnimal && (one.names.size === 0 || one.titled)) return false;
  return known === undefined || facts === undefined || facts.family === "unknown" || known === facts.kind;
}

/** Whether the age fits. A broad noun (`the lady`) fits a young character, too. */
function isOfAge({ facts, head }: NounUse, one: Referent, { words }: Scene): boolean {
  const [own, age] = [facts?.age ?? "unknown", most(one.ages) ?? "unknown"];
  const isBroad = words.is("broad", head);
  if (own === "adult" && one.ages.has("child") && !isBroad) return false;
  const [isGrown, isKnownGrown] = [own, age].map((band) => band === "adult" || band === "elder");
  const isUnknown = own === "unknown" || age === "unknown";
  return isUnknown || isGrown === isKnownGrown || (isBroad && one.modifiers.has("young"));
}

/** The owner of a relation: `his mother`, `a farmer who had one daughter`. */
export function ownerOf({ owner, clause, role, facts }: NounUse, scene: Scene): Referent | undefined {
  if (facts?.family !== "relation") return undefined;
  const had = clause?.predicate.lemma === "have" && role === "object" ? clause.subject : undefined;
  const [one, other] = (owner ?? (had && endingWith(had, scene)))?.found?.referents ?? [];
  return other ? undefined : one;
}

/** Maximum number of single characters per noun that are considered as members. */
const MOST_SINGLES = 12;

/** Assigns members to a group of a stated number, if exactly that many single characters have its noun. */
export function assignGroupMembers(register: Register): void {
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
