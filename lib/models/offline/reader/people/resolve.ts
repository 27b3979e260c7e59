// Whom a noun phrase means: a name by its parts, a relation by its owner, a definite noun by the noun, a pronoun by the discourse; and
// when it brings in somebody new.
import { isCapitalized, isWordOfLetters } from "../text/word-forms.ts";
import type { NounUse } from "./noun-use.ts";
import { type Link, link, nobody, type Scene } from "./read-sentence.ts";
import { add, join, learnPronoun, most, type Referent, sexSeen } from "./referent.ts";
import { alreadyThere, ownerOf } from "./same.ts";
import { UNKNOWN_NOUN } from "./word-lists.ts";

export function resolve(use: NounUse, scene: Scene): Link {
  if (use.pronoun) return resolvePronoun(use, scene);
  const before = scene.isAgain ? scene.before(use) : undefined;
  if (before && before.referents.length > 0)
    return { ...before, referents: before.referents.map((one) => one.is ?? one) };
  if (isUnreal(use)) return nobody(use);
  const found = named(use, scene) ?? ofSubject(use, scene) ?? apposed(use, scene) ?? complement(use, scene);
  const made = found ?? (canBeSomebody(use, scene) ? byNoun(use, scene) : nobody(use));
  const same = sameNoun(use, scene);
  for (const one of made.referents) {
    if (same && same !== one) join(one, same);
    scene.register.learn(one, use);
  }
  return made;
}

/** `The robot Pip` is whom the text called the robot before. */
function sameNoun(use: NounUse, { register }: Scene): Referent | undefined {
  const isNoun = use.name && use.determiner === "definite" && (use.facts?.family ?? "unknown") !== "unknown";
  const [one, other] = isNoun ? register.called(use) : [];
  return one?.names.size === 0 && !other ? one : undefined;
}

/** Likened (`like a man`), and nobody (`no man`). */
const isUnreal = ({ likened, clause, role, modifiers, head }: NounUse): boolean =>
  likened ||
  head === "nobody" ||
  modifiers.includes("no") ||
  (clause?.predicate.mood === "likened" && role !== "subject");

/** A noun for people or animals; any other only where it does what a will does. */
function canBeSomebody(use: NounUse, { words, register, besideLine }: Scene): boolean {
  const { facts, role, clause, addressed, name, head } = use;
  if (name) return name.title !== undefined || !words.is("nobody", name.parts.join(" ").toLowerCase());
  if (facts === undefined || words.is("nobody", head) || words.is("number", head)) return false;
  if (facts.family !== "nature" && facts.family !== "unknown") return true;
  if (register.called(use).length > 0) return true;
  const says = role === "subject" && !use.many && clause?.speech === "says" && !use.spoken && besideLine;
  return says || (facts.family === "nature" && (addressed || isPersonified(use)));
}

/** `the North Wind`, where no sentence begins with it. */
const isPersonified = ({ determiner, text, sentence, from }: NounUse): boolean =>
  isCapitalized(text) && (determiner === "definite" || (determiner === "bare" && (from > 0 || sentence > 0)));

function named(use: NounUse, { register }: Scene): Link | undefined {
  const known = register.named(use);
  // A word that was a name before is one here as well, and says nothing of their kind.
  if (known)
    Object.assign(use, {
      name: use.name ?? { parts: [use.head] },
      facts: use.name ? use.facts : UNKNOWN_NOUN,
    });
  return known && link(use, [known], 0.95);
}

function ofSubject(use: NounUse, { discourse }: Scene): Link | undefined {
  const [one, other] = use.ofSubject === true && !use.spoken ? discourse.subjects() : [];
  if (one === undefined || other || one.many || (use.name && one.names.size > 0)) return undefined;
  const [told, known] = [use.facts?.sex ?? "unknown", sexSeen(one).sex];
  return told !== "unknown" && known !== "unknown" && told !== known ? undefined : link(use, [one], 0.85);
}

function apposed(use: NounUse, { linkAt }: Scene): Link | undefined {
  const first = use.apposed && linkAt(use.apposed.to);
  const [one, other] = first?.referents ?? [];
  if (first === undefined || one === undefined || other) return undefined;
  const [sex, known] = [use.facts?.sex ?? "unknown", sexSeen(one).sex];
  if (sex !== "unknown" && known !== "unknown" && sex !== known) return undefined;
  if (use.name !== undefined && one.names.size > 0) return undefined;
  return link(use, [one], Math.min(0.9, first.sure));
}

/** `He was a policeman` says what he is and brings in nobody. */
function complement(use: NounUse, { linkAt }: Scene): Link | undefined {
  const { role, clause, facts } = use;
  const first = role === "complement" && clause?.subject ? linkAt(clause.subject.to) : undefined;
  if (facts === undefined || facts.family === "unknown" || facts.family === "nature") return undefined;
  if (first === undefined || first.referents.length !== 1 || first.use.pronoun?.sex === "none")
    return undefined;
  const [one] = first.referents;
  const kind = one && most(one.kinds);
  if (kind !== undefined && facts.kind !== "unknown" && kind !== facts.kind) return undefined;
  const { polarity, mood } = clause?.predicate ?? {};
  if (polarity === "negative" || (mood !== "told" && mood !== "remembered")) return undefined;
  return link(use, first.referents, Math.min(0.8, first.sure));
}

function byNoun(use: NounUse, scene: Scene): Link {
  const { register, words } = scene;
  const { determiner } = use;
  const newcomer = (sure: number) => link(use, [register.create()], sure);
  const owner = ownerOf(use, scene);
  const kin = owner && register.related(owner, use);
  const titled = owner && namesake(use, owner, scene);
  if (titled && kin && titled !== kin) join(titled, kin);
  if (owner) return link(use, [titled ?? kin ?? register.create(owner)], kin ? 0.9 : 0.8);
  if (use.name !== undefined) return newcomer(0.85);
  // その人, `the person`: whoever is in mind; a bare 人 is anybody.
  if (words.is("generic", use.head)) return alreadyThere(use, scene) ?? nobody(use);
  if (determiner === "indefinite") return oneOfGroup(use, scene) ?? newcomer(0.85);
  if (determiner === "other") {
    const other = register.called(use).find(({ modifiers }) => modifiers.has("other"));
    use.modifiers.push("other");
    return other ? link(use, [other], 0.8) : newcomer(0.75);
  }
  const known = bestCalled(use, scene);
  if (known) return link(use, [known], known.many === use.many ? 0.88 : 0.7);
  return alreadyThere(use, scene) ?? newcomer(determiner === "bare" && use.many ? 0.7 : 0.8);
}

/** `his wife` is Mrs. Barlow, whose husband is Mr. Barlow. */
function namesake({ facts, ...use }: NounUse, owner: Referent, { register }: Scene): Referent | undefined {
  if (facts?.age !== "adult" || use.many || owner.parts.size === 0) return undefined;
  const title = facts.sex === "female" ? "mrs." : "mr.";
  const one = register.named({ ...use, facts, name: { title, parts: [...owner.parts] } });
  return one?.titled && one !== owner && sexSeen(one).sex === facts.sex ? one : undefined;
}

/** 一人の紳士 after 二人の紳士: one of those. */
function oneOfGroup(use: NounUse, { register }: Scene): Link | undefined {
  const group = register.called({ ...use, many: true })[0];
  if (group?.count === undefined) return undefined;
  const one = register.called(use).find(({ modifiers }) => !modifiers.has("other"));
  return one && link(use, [one], 0.65);
}

/** Of those the noun has meant, the latest whose modifiers are not others. */
function bestCalled(use: NounUse, { register, discourse, now }: Scene): Referent | undefined {
  const known = register
    .called(use)
    .filter((one) => use.count === undefined || one.count === undefined || one.count === use.count);
  if (known.length < 2) return known[0];
  const telling = use.modifiers.filter((word) => isWordOfLetters(word));
  const fitting = known.find((one) => telling.some((word) => one.modifiers.has(word)));
  if (fitting) return fitting;
  const inMind = discourse.ranked(now, (one) => (known.includes(one) ? 0 : undefined))[0]?.referent;
  return inMind ?? known[0];
}

function resolvePronoun(use: NounUse, scene: Scene): Link {
  const { pronoun } = use;
  if (pronoun === undefined || pronoun.form === "relative") return nobody(use);
  if (pronoun.person === 2 || (pronoun.person === 1 && use.spoken)) return nobody(use);
  if (pronoun.person === 1) return firstPerson(use, scene);
  if (pronoun.form === "self") return link(use, scene.discourse.subjects(), 0.75);
  const many = pronoun.number === "many";
  const isTold = use.role === "subject" && use.clause?.predicate.mood === "told";
  const never = otherArguments(use, scene);
  const choice = scene.discourse.pronoun({ sex: pronoun.sex, many, now: scene.now }, (one) => {
    if (never.has(one) || one.narrator) return undefined;
    if (use.count !== undefined && one.count !== use.count) return undefined;
    return one.namedActs > 0 ? (isTold ? 0.6 : 0.3) : 0;
  });
  if (choice === undefined) return unnamed(use, scene);
  const sure = Math.max(0.1, choice.sure - (use.spoken ? 0.15 : 0) - (pronoun.sex === "none" ? 0.25 : 0));
  if (!scene.isAgain && pronoun.sex !== "none")
    for (const one of choice.referents) learnPronoun(one, pronoun.sex, choice.isClear === true);
  return link(use, choice.referents, sure);
}

/** The subject of a verb is not its object as well, unless the pronoun says so (`himself`) or only owns (`his hat`). */
function otherArguments({ role, pronoun, clause, to, owns }: NounUse, { linkAt, register }: Scene) {
  // `her mother`: she is not her own mother.
  if (owns?.facts?.family === "relation") return new Set(register.called(owns));
  const subject = clause?.subject;
  const isOwner = pronoun?.form === "owner" && owns !== undefined;
  if (role === "subject" || isOwner || subject === undefined || subject.to === to) return new Set();
  return new Set(linkAt(subject.to)?.referents);
}

/** Sentences from the beginning in which a pronoun may bring somebody in. */
const OPENING = 12;

/** A story that begins with `she` has somebody whom it names later or never. */
function unnamed(use: NounUse, { register, before, now }: Scene): Link {
  const known = before(use);
  if (known && known.referents.length > 0) return known;
  const { pronoun, role, clause, spoken } = use;
  const isTold = role === "subject" && clause?.predicate.mood === "told" && !spoken && now <= OPENING;
  if (!isTold || pronoun?.number !== "one" || pronoun.sex === "none" || pronoun.sex === "unknown")
    return nobody(use);
  const one = register.create();
  add(one.kinds, "human");
  one.namedActs = 1;
  one.texts.add(use.head);
  add(one.sexes, pronoun.sex, 4);
  return link(use, [one], 0.85);
}

function firstPerson(use: NounUse, { register, isAgain }: Scene): Link {
  const one = register.narrator();
  if (!isAgain) one.pronouns += 1;
  add(one.selves, use.text);
  return link(use, [one], use.pronoun?.number === "many" ? 0.5 : 0.95);
}
