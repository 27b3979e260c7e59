// Resolves a noun phrase to its referents: by name, relation, noun or discourse. Otherwise it introduces a new character.
import { isCapitalized, isWordOfLetters } from "../text/word-forms.ts";
import type { NounUse } from "./noun-use.ts";
import { resolvePronoun } from "./pronouns.ts";
import { type Found, isOtherSex, join, most, type Referent, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";
import { knownReferent, ownerOf } from "./same.ts";
import { endingWith, found, type Scene } from "./scene.ts";
import { isAnimateNoun, UNKNOWN_NOUN } from "./word-lists.ts";

export function resolve(use: NounUse, scene: Scene): Found | undefined {
  if (use.pronoun) return resolvePronoun(use, use.pronoun, scene);
  if (scene.isSecondPass && use.found)
    return { ...use.found, referents: use.found.referents.map((one) => one.is ?? one) };
  if (isUnreal(use)) return undefined;
  if (use.isUnknownWord) Object.assign(use, asNameIfVolitional(use, scene));
  const again = use.ofSubject && !scene.spoken ? found(scene.discourse.subjects, 0.85) : use.apposed?.found;
  const told = named(use, scene) ?? apposedReferent(use, again) ?? complement(use, scene);
  const made = told ?? (canBeCharacter(use, scene) ? byNoun(use, scene) : undefined);
  const same = sameNoun(use, scene);
  for (const one of made?.referents ?? []) {
    if (same && same !== one) join(one, same);
    scene.register.learn(one, use, made?.sure);
  }
  return made;
}

/** An unknown word (ごん, 兵十) is a name if it is the subject of a volitional verb. The name is doubtful unless it starts with お (お鈴). */
function asNameIfVolitional({ role, clause, head }: NounUse, { words, spoken }: Scene): Partial<NounUse> {
  const isWill = clause?.speech === "says" || words.is("will", clause?.predicate.lemma ?? "");
  if (role !== "subject" || spoken || !isWill) return {};
  return { name: { parts: [head], ...(head.startsWith("お") ? { title: "お" } : { doubtful: true }) } };
}

/** `The robot Pip` refers to the unnamed character that the text called a robot before. */
function sameNoun(use: NounUse, { register }: Scene): Referent | undefined {
  const isNoun = use.name && use.determiner === "definite" && (use.facts?.family ?? "unknown") !== "unknown";
  const [one, other] = isNoun ? register.referentsOf(use) : [];
  return one?.names.size === 0 && !other ? one : undefined;
}

/** A comparison (`as if a man had come`) or a negation (`no man`). */
const isUnreal = ({ clause, role, modifiers }: NounUse): boolean =>
  modifiers.includes("no") || (clause?.predicate.mood === "likened" && role !== "subject");

/** Whether a noun may be a character. Nouns for animate beings may; others only as speakers, vocatives or personifications. */
function canBeCharacter(use: NounUse, scene: Scene): boolean {
  const { words, register, isBesideLine, spoken } = scene;
  const { facts, role, clause, addressed, name, head } = use;
  if (name) return name.title !== undefined || !words.is("nobody", name.parts.join(" ").toLowerCase());
  if (facts === undefined || words.is("nobody", head) || words.is("number", head)) return false;
  if (isAnimateNoun(facts) || register.referentsOf(use).length > 0) return true;
  const says = role === "subject" && !use.many && clause?.speech === "says" && !spoken && isBesideLine;
  return says || (facts.family === "nature" && (addressed || isPersonified(use, scene)));
}

/** Whether the noun is personified: `the North Wind`, capitalized and not at the start of its unit. */
const isPersonified = ({ determiner, text, from }: NounUse, { place }: Scene): boolean =>
  isCapitalized(text) &&
  (determiner === "definite" || (determiner === "bare" && (from > 0 || place.sentence > 0)));

function named(use: NounUse, { register }: Scene): Found | undefined {
  const known = register.named(use);
  // A word that was a name before is a name here, and says nothing about the kind.
  if (known && !use.name) Object.assign(use, { name: { parts: [use.head] }, facts: UNKNOWN_NOUN });
  return known && found([known], 0.95);
}

/** The referent of the first phrase, unless this one has another sex or a second name. */
function apposedReferent({ facts, name }: NounUse, first: Found | undefined): Found | undefined {
  const [one, other] = first?.referents ?? [];
  if (first === undefined || one === undefined || other || isOtherSex(one, facts?.sex)) return undefined;
  return name && one.names.size > 0 ? undefined : found([one], Math.min(0.9, first.sure));
}

/** Maximum length of a note, in UTF-16 units. */
const LONGEST_NOTE = 120;

/** `He was a tall policeman` describes the subject and introduces nobody. The words are kept as a note on the subject. */
function complement(use: NounUse, scene: Scene): Found | undefined {
  const { role, clause, facts } = use;
  const subject = role === "complement" && clause?.subject ? endingWith(clause.subject, scene) : undefined;
  const [one, other] = subject?.found?.referents ?? [];
  if (!isAnimateNoun(facts) || !subject?.found || one === undefined || other) return undefined;
  const isOfKind = [undefined, facts?.kind].includes(most(one.kinds)) || facts?.kind === "unknown";
  if (!isOfKind || subject.pronoun?.sex === "none") return undefined;
  const { polarity, mood = "thought" } = clause?.predicate ?? {};
  if (polarity === "negative" || !["told", "remembered"].includes(mood)) return undefined;
  const note = scene.text.slice(subject.from, clause?.to);
  if (!scene.spoken && note.length <= LONGEST_NOTE) one.notes.push(note);
  return found([one], Math.min(0.8, subject.found.sure));
}

function byNoun(use: NounUse, scene: Scene): Found | undefined {
  const { register, words } = scene;
  const { determiner } = use;
  const newcomer = (sure: number) => found([register.create()], sure);
  const owner = ownerOf(use, scene);
  if (owner) return relation(use, owner, register);
  if (use.name !== undefined) return newcomer(0.85);
  // その人, `the person`: a known character. A bare 人 is nobody in particular.
  if (words.is("generic", use.head)) return knownReferent(use, scene);
  if (determiner === "indefinite") return oneOfGroup(use, scene) ?? newcomer(0.85);
  if (determiner === "other") {
    const other = register.referentsOf(use).find(({ modifiers }) => modifiers.has("other"));
    use.modifiers.push("other");
    return other ? found([other], 0.8) : newcomer(0.75);
  }
  const known = bestReferentOf(use, scene);
  if (known) return found([known], known.many === use.many ? 0.88 : 0.7);
  return knownReferent(use, scene) ?? newcomer(determiner === "bare" && use.many ? 0.7 : 0.8);
}

/** The relation of an owner. `his wife` is also Mrs. Barlow if he is Mr. Barlow. */
function relation({ facts, ...use }: NounUse, owner: Referent, register: Register): Found | undefined {
  const kin = register.referentsOf({ ...use, facts }).find((one) => one.owner === owner);
  const name = { title: facts?.sex === "female" ? "mrs." : "mr.", parts: [...owner.parts] };
  const isWed = facts?.age === "adult" && !use.many && owner.parts.size > 0;
  const named = isWed ? register.named({ ...use, facts, name }) : undefined;
  const isTheirs = named?.titled && named !== owner && sexSeen(named).sex === facts?.sex;
  if (isTheirs && kin && named !== kin) join(named, kin);
  return found([(isTheirs ? named : kin) ?? register.create(owner)], kin ? 0.9 : 0.8);
}

/** 一人の紳士 after 二人の紳士 refers to a member of that group. */
function oneOfGroup(use: NounUse, { register }: Scene): Found | undefined {
  const group = register.referentsOf({ ...use, many: true })[0];
  if (group?.count === undefined) return undefined;
  const one = register.referentsOf(use).find(({ modifiers }) => !modifiers.has("other"));
  return one && found([one], 0.65);
}

/** The referent of the noun: one with a common modifier, otherwise the most salient, otherwise the latest. */
function bestReferentOf(use: NounUse, { register, discourse, now }: Scene): Referent | undefined {
  const known = register.referentsOf(use);
  if (known.length < 2) return known[0];
  const telling = use.modifiers.filter((word) => isWordOfLetters(word));
  const fitting = known.find((one) => telling.some((word) => one.modifiers.has(word)));
  if (fitting) return fitting;
  const inMind = discourse.ranked(now, (one) => (known.includes(one) ? 0 : undefined))[0]?.referent;
  return inMind ?? known[0];
}
