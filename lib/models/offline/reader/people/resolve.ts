// Whom a noun phrase means: a name by its parts, a relation by its owner, a definite noun by the noun, a pronoun by the discourse; and
// when it brings in somebody new.
import { isCapitalized, isWordOfLetters } from "../text/word-forms.ts";
import { alreadyThere } from "./already-there.ts";
import { relation } from "./kin.ts";
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { type Referent, settled, sexSeen } from "./referent.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { link, nobody, type Scene } from "./scene.ts";

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
function canBeSomebody(use: NounUse, { words, register, linkAt }: Scene): boolean {
  const { facts, role, clause, addressed, name, owner } = use;
  if (name) return !words.is("nobody", name.parts.join(" ").toLowerCase());
  if (facts === undefined || words.is("nobody", use.head) || words.is("number", use.head)) return false;
  // 火の子: of a thing.
  if (
    owner &&
    owner.pronoun === undefined &&
    words.is("broad", use.head) &&
    linkAt(owner.to)?.referents.length === 0
  )
    return false;
  if (facts.family !== "nature" && facts.family !== "unknown") return true;
  if (register.called(use).length > 0) return true;
  const says = clause?.speech === "says" && !use.spoken;
  const isNature = facts.family === "nature";
  const hasCapital = isNature && isPersonified(use);
  return (role === "subject" && says && !use.many) || hasCapital || (addressed && isNature);
}

/** `the North Wind`, where no sentence begins with it. */
const isPersonified = ({ determiner, text, sentence, from }: NounUse): boolean =>
  (determiner === "definite" || determiner === "bare") &&
  isCapitalized(text) &&
  (from > 0 || sentence > 0 || determiner === "definite");

function named(use: NounUse, { register }: Scene): Link | undefined {
  const known = register.named(use);
  return known && link(use, [known], 0.95);
}

function apposed(use: NounUse, scene: Scene): Link | undefined {
  const { linkAt, discourse, now } = scene;
  const first = use.apposed && linkAt(use.apposed.to);
  const [one] = first?.referents ?? [];
  if (first === undefined || one === undefined || first.referents.length > 1) return undefined;
  const sex = use.facts?.sex ?? "unknown";
  const known = sexSeen(settled(one)).sex;
  if (sex !== "unknown" && known !== "unknown" && sex !== known) return undefined;
  if (use.name === undefined || settled(one).names.size === 0)
    return link(use, [settled(one)], Math.min(0.9, first.sure));
  // `she, Eveline`: no one who has another name.
  const [other] = discourse.ranked(now, (person) => {
    const own = sexSeen(person).sex;
    return person.names.size > 0 || person.many || (own !== known && own !== "unknown") ? undefined : 0;
  });
  if (other === undefined || use.apposed === undefined) return undefined;
  // The pronoun was misread, too.
  first.referents = [other.referent];
  discourse.mention(first.referents, use.apposed, now);
  return link(use, [other.referent], 0.75);
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
  const { register, words } = scene;
  const { determiner } = use;
  const newcomer = (sure: number) => link(use, [register.create()], sure);
  const kin = relation(use, scene);
  if (kin) return kin;
  if (use.name !== undefined) return newcomer(0.85);
  if (words.is("generic", use.head)) return anyone(use, scene);
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

/** その人, `the person`: whoever is in mind; a bare 人 is anybody. */
function anyone(use: NounUse, scene: Scene): Link {
  const { determiner, modifiers, role, many } = use;
  if (determiner === "that" || determiner === "definite") return alreadyThere(use, scene) ?? nobody(use);
  const isBrought = role === "subject" && !use.spoken && use.clause?.predicate.mood === "told" && !many;
  if (isBrought && (determiner === "indefinite" || modifiers.length > 0))
    return link(use, [scene.register.create()], 0.75);
  return nobody(use);
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
  if (use.modifiers.includes("other")) return known.find(({ modifiers }) => modifiers.has("other"));
  const inMind = discourse.ranked(now, (one) => (known.includes(one) ? 0 : undefined))[0]?.referent;
  return inMind ?? known[0];
}
