// Whether a noun means somebody who is there already under another name or noun: evidence for and against each who is in mind, weighed
// against how often such a noun brings in somebody new.
import { type Link, link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { most, type Referent, sexSeen } from "./referent.ts";
import type { Scene } from "./scene.ts";

/** What the salience of the one meant is at least, by what the noun says: how seldom it is the first word for somebody. */
const LEAST = { that: 2, wide: 2.2, relation: 3, other: 3.6 } as const;
/** By so much the likeliest is ahead of the next. */
const AHEAD = 0.6;

/** The one in mind whom the noun fits; undefined where nobody does, or two do nearly as well. `owner`: whose relation it says they are. */
export function alreadyThere(use: NounUse, scene: Scene, owner?: Referent): Link | undefined {
  const { determiner, addressed, many } = use;
  if (many || determiner === "indefinite" || determiner === "other") return undefined;
  if (determiner === "bare" && !addressed && owner === undefined) return undefined;
  const own = scene.before(use)?.referents[0];
  const [best, next] = scene.discourse.ranked(scene.now, (one) => fit(use, one, { scene, owner, own }));
  const least = LEAST[classOf(use, scene)];
  if (best === undefined || best.score < least) return undefined;
  if (next !== undefined && best.score - next.score < AHEAD) return undefined;
  return link(use, [best.referent], next === undefined ? 0.72 : 0.62);
}

function classOf({ determiner, head, facts }: NounUse, { words }: Scene): keyof typeof LEAST {
  const isWide = ["scene-role", "broad", "generic"].some((kind) => words.is(kind, head));
  if (isWide) return determiner === "that" ? "that" : "wide";
  return facts?.family === "relation" ? "relation" : facts?.family === "animal" ? "wide" : "other";
}

interface Asked {
  scene: Scene;
  owner: Referent | undefined;
  /** Whom the noun means so far: somebody with no other name. */
  own: Referent | undefined;
}

/** What speaks for the one, in units of salience; undefined where they cannot be meant. */
function fit(use: NounUse, one: Referent, { scene, owner, own }: Asked): number | undefined {
  const { facts, many } = use;
  const { words, register } = scene;
  if (one === own || one === owner || one.many !== many || one.narrator || one.narratee) return undefined;
  if (isApart(use, one, scene) || own?.others.has(one)) return undefined;
  if (own?.newAt !== undefined && one.since < own.newAt) return undefined;
  const isAnimal = facts?.family === "animal";
  const kind = most(one.kinds) ?? (one.names.size > 0 && !isAnimal ? "human" : undefined);
  if (isAnimal && (one.names.size === 0 || one.titled)) return undefined;
  if (isAnimal && use.head === "animal") {
    if (kind === "human") return undefined;
  } else if (kind !== undefined && facts !== undefined && facts.family !== "unknown" && facts.kind !== kind)
    return undefined;
  if (kind === undefined && one.wills + one.speaks === 0) return undefined;
  const [told, known] = [facts?.sex ?? "unknown", sexSeen(one).sex];
  if (told !== "unknown" && known !== "unknown" && told !== known) return undefined;
  const age = most(one.ages) ?? "unknown";
  const isOtherAge = age !== "unknown" && facts !== undefined && facts.age !== "unknown" && facts.age !== age;
  if (facts?.age === "adult" && one.ages.has("child") && !words.is("broad", use.head)) return undefined;
  if (
    isOtherAge &&
    isGrown(age) !== isGrown(facts.age) &&
    !(words.is("broad", use.head) && one.modifiers.has("young"))
  )
    return undefined;
  const isWide = classOf(use, scene) === "wide" || classOf(use, scene) === "that";
  // Somebody with a noun of the same kind is called by it.
  const hasOther = !isWide && [...one.nouns.keys()].some((noun) => isTelling(noun, scene));
  const isSameKin =
    owner !== undefined && register.called(use).includes(one) && use.owner?.pronoun !== undefined;
  const kin = owner ? kinship(use, one, owner) : 0;
  const cls = classOf(use, scene);
  if (cls === "other" && !(words.is("title", use.head) && one.titled)) return undefined;
  if (cls === "relation" && told !== "unknown" && !isSameKin && kin < 2) return undefined;
  return (
    (told !== "unknown" && told === known ? 0.6 : 0) -
    (told !== "unknown" && known === "unknown" ? 0.4 : 0) -
    (hasOther && !isSameKin ? 1.5 : 0) +
    (isSameKin ? 1.5 : 0) +
    kin +
    (one.names.size > 0 ? 0.3 : 0) +
    (use.modifiers.some((word) => one.modifiers.has(word)) ? 0.5 : 0) +
    (words.is("title", use.head) && one.titled ? 0.3 : 0)
  );
}

const isGrown = (age: string): boolean => age === "adult" || age === "elder";

const isTelling = (noun: string, { words }: Scene): boolean =>
  !["scene-role", "broad", "generic"].some((kind) => words.is(kind, noun)) &&
  (words.noun(noun)?.family ?? "unknown") !== "unknown";

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
function isApart(use: NounUse, one: Referent, { linkAt }: Scene): boolean {
  const { clause, role, joined, owner, to } = use;
  const ends = [...joined.map((other) => other.to), ...(owner ? [owner.to] : [])];
  if (role !== "subject" && role !== "apart" && clause?.subject) ends.push(clause.subject.to);
  return ends.some((end) => end !== to && linkAt(end)?.referents.includes(one) === true);
}
