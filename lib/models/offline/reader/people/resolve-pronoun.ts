// Whom a pronoun means: the narrator, the clause's own subject, or whoever is in mind, agrees with it and is no other argument of its verb.

import { type Link, link, nobody } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { add, learnPronoun } from "./referent.ts";
import type { Scene } from "./scene.ts";

export function resolvePronoun(use: NounUse, scene: Scene): Link {
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
