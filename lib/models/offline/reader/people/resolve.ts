// Whom a noun phrase means: a name by its parts, a relation by its owner, a definite noun by the noun, a pronoun by the discourse; and
// when it brings in somebody new.
import type { Discourse } from "./discourse.ts";
import { formOf, type Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { add, learnPronoun, most, type Referent, settled, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface Scene {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Sentence, counted over the story. */
  now: number;
  narrator: { referent?: Referent };
  /** Named or addressed in the line that this tag belongs to: they do not say it. */
  talkedOf: ReadonlySet<Referent>;
  /** Who was said last to speak, and in which paragraph. */
  lastSpeaker: { referent?: Referent; paragraph: number };
  paragraph: number;
  /** Second walk: everybody is known, only pronouns are read anew. */
  isAgain: boolean;
  /** Of this sentence, by where the phrase ends. */
  linkAt(to: number): Link | undefined;
  /** What turn taking says of a subject of a verb of speaking: below 0 where the other speaks. */
  turn(use: NounUse, one: Referent): number;
  /** What the first walk made of it. */
  before(use: NounUse): Link | undefined;
}

const nobody = (use: NounUse): Link => ({ use, referents: [], sure: 0, form: formOf(use) });

const link = (use: NounUse, referents: readonly Referent[], sure: number): Link => ({
  use,
  referents: [...referents],
  sure,
  form: formOf(use),
});

export function resolve(use: NounUse, scene: Scene): Link {
  if (use.pronoun) return resolvePronoun(use, scene);
  if (scene.isAgain) {
    const before = scene.before(use);
    if (before && before.referents.length > 0) return { ...before, referents: before.referents.map(settled) };
  }
  if (isUnreal(use)) return nobody(use);
  const found = named(use, scene) ?? apposed(use, scene) ?? complement(use, scene);
  const made = found ?? (canBeSomebody(use, scene) ? byNoun(use, scene) : undefined);
  if (made === undefined) return nobody(use);
  for (const one of made.referents) scene.register.learn(one, use);
  return made;
}

/** Likened (`like a man`), and nobody (`no man`). */
function isUnreal({ likened, clause, role, modifiers, head }: NounUse): boolean {
  if (likened) return true;
  if (head === "nobody" || modifiers.includes("no")) return true;
  return clause?.predicate.mood === "likened" && role !== "subject";
}

/** A noun for people or animals; any other only where it does what a will does. */
function canBeSomebody(use: NounUse, { words, register }: Scene): boolean {
  const { facts, role, clause, addressed, name } = use;
  if (name) return true;
  if (facts === undefined || words.is("nobody", use.head) || words.is("number", use.head)) return false;
  if (facts.family === "nature" || facts.family === "unknown") {
    if (register.called(use).length > 0) return true;
    const says = clause?.speech === "says" && !use.spoken;
    const isNature = facts.family === "nature";
    const hasCapital = isNature && /\p{Lu}/u.test(use.text) && isPersonified(use);
    return (role === "subject" && says && !use.many) || hasCapital || (addressed && isNature);
  }
  return true;
}

/** `the North Wind`, where no sentence begins with it. */
const isPersonified = ({ determiner, text, sentence, from }: NounUse): boolean =>
  (determiner === "definite" || determiner === "bare") &&
  /^\p{Lu}/u.test(text) &&
  (from > 0 || sentence > 0 || determiner === "definite");

function named(use: NounUse, { register }: Scene): Link | undefined {
  if (use.name === undefined) return undefined;
  const known = register.named(use);
  if (known) return link(use, [known], 0.95);
  return undefined;
}

function apposed(use: NounUse, { linkAt }: Scene): Link | undefined {
  if (use.apposed === undefined) return undefined;
  const first = linkAt(use.apposed.to);
  const one = first?.referents[0];
  if (first === undefined || one === undefined || first.referents.length > 1) return undefined;
  const sex = use.facts?.sex ?? "unknown";
  const known = sexSeen(settled(one)).sex;
  if (sex !== "unknown" && known !== "unknown" && sex !== known) return undefined;
  return link(use, [settled(one)], Math.min(0.9, first.sure));
}

/** `He was a policeman` says what he is and brings in nobody. */
function complement(use: NounUse, { linkAt }: Scene): Link | undefined {
  if (use.role !== "complement" || use.clause?.subject === undefined) return undefined;
  if (use.facts === undefined || use.facts.family === "unknown" || use.facts.family === "nature")
    return undefined;
  const { predicate, subject } = use.clause;
  const first = linkAt(subject.to);
  if (first === undefined || first.referents.length !== 1 || first.use.pronoun?.sex === "none")
    return undefined;
  if (predicate.polarity === "negative" || (predicate.mood !== "told" && predicate.mood !== "remembered"))
    return undefined;
  return link(use, first.referents, Math.min(0.8, first.sure));
}

function byNoun(use: NounUse, scene: Scene): Link {
  const { register } = scene;
  const { determiner, facts, owner } = use;
  const newcomer = (sure: number, by?: Referent) => link(use, [register.create(use, by)], sure);
  if (use.name !== undefined && use.owner === undefined) return newcomer(0.85);
  if (facts?.family === "relation" && (owner !== undefined || determiner === "bare")) {
    const by = owner && scene.linkAt(owner.to)?.referents;
    const [one] = by ?? [];
    if (one && by?.length === 1) {
      const known = register.related(one, use);
      if (known) return link(use, [known], 0.9);
      const free = register.called(use).find((other) => other.owner === undefined && other !== settled(one));
      if (free && use.name === undefined) {
        free.owner = settled(one);
        return link(use, [free], 0.7);
      }
      return newcomer(0.8, one);
    }
    const known = bestCalled(use, scene);
    return known ? link(use, [known], 0.75) : newcomer(0.75);
  }
  if (determiner === "indefinite") return newcomer(0.85);
  if (determiner === "other") {
    const known = register.called(use);
    const other =
      use.modifiers.includes("other") || use.text.startsWith("other")
        ? known.find(({ modifiers }) => modifiers.has("other"))
        : undefined;
    return other ? link(use, [other], 0.8) : newcomer(0.75);
  }
  const known = bestCalled(use, scene);
  if (known) return link(use, [known], known.many === use.many ? 0.88 : 0.7);
  const there = alreadyThere(use, scene);
  return there ?? newcomer(determiner === "bare" && use.many ? 0.7 : 0.8);
}

/** Of those the noun has meant, the latest whose modifiers are not others. */
function bestCalled(use: NounUse, { register }: Scene): Referent | undefined {
  const known = register
    .called(use)
    .filter((one) => use.count === undefined || one.count === undefined || one.count === use.count);
  const telling = use.modifiers.filter((word) => /^\p{L}{3,}$/u.test(word));
  const fitting = known.find((one) => telling.some((word) => one.modifiers.has(word)));
  if (fitting) return fitting;
  if (use.modifiers.includes("other")) return known.find(({ modifiers }) => modifiers.has("other"));
  return known[0];
}

/** `the caller`, `the lady`: nouns that mostly mean somebody who is already there, where just one of them fits. */
function alreadyThere(use: NounUse, scene: Scene): Link | undefined {
  const { discourse, words, now } = scene;
  const isRole = words.is("scene-role", use.head);
  if (!isRole && !words.is("broad", use.head)) return undefined;
  if (use.determiner === "bare" && !use.addressed) return undefined;
  const facts = use.facts;
  const ranked = discourse.ranked(now, (one) => {
    if (one.many !== use.many || one.narrator) return undefined;
    const kind = most(one.kinds);
    if (facts && kind !== undefined && facts.kind !== kind && facts.family !== "animal") return undefined;
    const { sex } = sexSeen(one);
    if (facts && facts.sex !== "unknown") {
      if (sex !== facts.sex && sex !== "unknown") return undefined;
      if (sex === "unknown" && !isRole && one.names.size === 0) return undefined;
    }
    const age = most(one.ages);
    const young = facts?.age === "child" || facts?.age === "baby" || facts?.age === "teen";
    if (young && age === "adult" && !one.modifiers.has("young")) return undefined;
    if (young && age === undefined) return undefined;
    if (!young && facts?.age !== "unknown" && (age === "child" || age === "baby")) return undefined;
    return scene.turn(use, one);
  });
  const [best, next] = ranked;
  if (best === undefined || best.score < 2.5) return undefined;
  if (next !== undefined && best.score - next.score < 0.6) return undefined;
  return link(use, [best.referent], next === undefined ? 0.7 : 0.6);
}

function resolvePronoun(use: NounUse, scene: Scene): Link {
  const { pronoun } = use;
  if (pronoun === undefined) return nobody(use);
  if (pronoun.person === 2 || (pronoun.person === 1 && use.spoken)) return nobody(use);
  if (pronoun.person === 1) return firstPerson(use, scene);
  if (pronoun.form === "relative") return nobody(use);
  if (pronoun.form === "self") {
    const own = scene.discourse.subjects();
    return own.length > 0 ? link(use, own, 0.75) : nobody(use);
  }
  const many = pronoun.number === "many";
  const never = new Set<Referent>();
  const subject = use.clause?.subject;
  if (use.role !== "subject" && pronoun.form !== "owner" && subject && subject.to !== use.to) {
    const own = scene.linkAt(subject.to);
    for (const one of own?.referents ?? []) never.add(settled(one));
  }
  const isTold = use.role === "subject" && use.clause?.predicate.mood === "told";
  const fits = (one: Referent) =>
    never.has(one) || one.narrator ? undefined : scene.turn(use, one) + (isTold && one.actedIn > 0 ? 0.5 : 0);
  const choice =
    scene.discourse.pronoun({ sex: pronoun.sex, many, now: scene.now }, fits) ??
    (many
      ? scene.discourse.several(scene.now, (one) => most(one.kinds) === "human" || one.names.size > 0)
      : undefined);
  if (choice === undefined) return unnamed(use, scene);
  const spoken = use.spoken ? 0.15 : 0;
  const it = pronoun.sex === "none" ? 0.25 : 0;
  const sure = Math.max(0.1, choice.sure - spoken - it);
  if (!scene.isAgain)
    for (const one of choice.referents)
      learnPronoun(one, pronoun.sex === "none" ? "unknown" : pronoun.sex, sure);
  return link(use, choice.referents, sure);
}

/** A story that begins with `she` has somebody whom it names later or never. */
function unnamed(use: NounUse, { register }: Scene): Link {
  const { pronoun } = use;
  if (use.spoken || pronoun === undefined || pronoun.number !== "one" || pronoun.sex === "none")
    return nobody(use);
  if (use.role !== "subject" || use.clause?.predicate.mood !== "told") return nobody(use);
  const one = register.create();
  add(one.kinds, "human");
  one.texts.add(use.head);
  one.sexes[pronoun.sex === "female" ? "female" : "male"] += 4;
  return link(use, [one], 0.85);
}

function firstPerson(use: NounUse, { narrator, register }: Scene): Link {
  narrator.referent ??= register.create();
  const one = settled(narrator.referent);
  narrator.referent = one;
  one.narrator = true;
  const many = use.pronoun?.number === "many";
  return link(use, [one], many ? 0.5 : 0.95);
}
