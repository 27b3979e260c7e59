// Resolves pronouns to the most salient recent character that agrees in sex, number and kind. The certainty depends on the lead over the
// second. In narration the first person is the narrator. First and second person of direct speech are resolved with its speaker.
import type { NounUse } from "./noun-use.ts";
import { add, addSexAndAge, type Found, kindOf, type Referent, sexSeen } from "./referent.ts";
import { endingWith, found, type Scene } from "./scene.ts";
import type { PronounFacts, Sex } from "./word-lists.ts";

/** Minimum lead from which the pronoun is full evidence of the referent's sex. */
const CLEAR = 1.5;

export function resolvePronoun(use: NounUse, pronoun: PronounFacts, scene: Scene): Found | undefined {
  const { discourse, now, isSecondPass } = scene;
  const { person, form, sex } = pronoun;
  if (form === "relative" || person === 2 || (person === 1 && scene.spoken)) return undefined;
  if (person === 1) return firstPerson(use, scene);
  if (form === "self") return found(discourse.subjects, 0.75);
  const many = pronoun.number === "many";
  const acts = isTold(use) ? 0.6 : 0.3;
  const never = excludedReferents(use, scene);
  const [best, next] = discourse.ranked(now, (one) => {
    if (never.has(one) || one.narrator || one.many !== many) return undefined;
    const agreed = many ? 0 : agreement(one, sex);
    if (agreed === undefined) return undefined;
    return (one.namedActs > 0 ? acts : 0) + agreed + discourse.continuityBonus(one, sex, now);
  });
  if (best === undefined) return introduceByPronoun(use, pronoun, scene);
  const one = best.referent;
  const margin = next === undefined ? 3 : best.score - next.score;
  const doubts = (best.score < 2 ? 0.15 : 0) + (!many && sexSeen(one).sex === "unknown" ? 0.1 : 0);
  const sure = Math.max(0.2, Math.min(0.95, 0.58 + 0.16 * margin) - doubts);
  if (!isSecondPass && sex !== "none") {
    one.pronouns += 1;
    addSexAndAge(one, sex, margin >= CLEAR ? 1 : 0.25);
  }
  const isThing = sex === "none" && !hasVolitionalVerb(use, scene);
  return found([one], Math.max(0.1, sure - (scene.spoken ? 0.15 : 0) - (isThing ? 0.25 : 0)));
}

/** Whether the verb is volitional: `it` is a thing more often than an animal, but things do not look or swoop. */
const hasVolitionalVerb = ({ role, clause }: NounUse, { words }: Scene): boolean =>
  role === "subject" && words.is("will", clause?.predicate.lemma ?? "");

/** Score for agreement in sex and kind. Undefined if the pronoun cannot refer to the character. */
function agreement(one: Referent, sex: Sex): number | undefined {
  const known = sexSeen(one);
  const isHuman = kindOf(one) === "human" || one.titled;
  if (sex === "none") {
    const isYoung = one.ages.has("baby") || one.ages.has("child");
    if (isHuman && !isYoung) return undefined;
    return known.sex === "female" || known.sex === "male" ? -0.8 : 0;
  }
  if (sex === "unknown") return isHuman ? 0.5 : 0;
  if (known.sex !== "unknown" && known.sex !== sex) return known.sure < 0.7 ? -1 : undefined;
  if (one.doubtful && one.volitionalActs + one.speaks === 0) return undefined;
  const isSomebody = isHuman || one.volitionalActs > 0 || one.speaks > 0 || one.names.size > 0;
  if (!isSomebody) return -1;
  return known.sex === sex ? 1.4 : 0;
}

/** Characters that the pronoun excludes. A verb's subject is not its object, unless the pronoun is reflexive or possessive. */
function excludedReferents({ role, pronoun, clause, to, owns }: NounUse, scene: Scene) {
  // `her mother`: `her` does not refer to the mother.
  if (owns?.facts?.family === "relation") return new Set(scene.register.referentsOf(owns));
  const subject = clause?.subject;
  const isOwner = pronoun?.form === "owner" && owns !== undefined;
  if (role === "subject" || isOwner || subject === undefined || subject.to === to) return new Set();
  return new Set(endingWith(subject, scene)?.found?.referents);
}

/** Number of sentences at the start of a story in which a pronoun may introduce a character. */
const OPENING = 12;

/** Introduces a character by a pronoun: a story may begin with `she`, and name her later or never. */
function introduceByPronoun(use: NounUse, { number, sex }: PronounFacts, scene: Scene): Found | undefined {
  const { register, now } = scene;
  if (use.found) return use.found;
  if (!isTold(use) || scene.spoken || now > OPENING) return undefined;
  if (number !== "one" || sex === "none" || sex === "unknown") return undefined;
  const one = register.create();
  add(one.kinds, "human");
  one.namedActs = 1;
  one.texts.add(use.head);
  add(one.sexes, sex, 4);
  return found([one], 0.85);
}

const isTold = ({ role, clause }: NounUse): boolean =>
  role === "subject" && clause?.predicate.mood === "told";

function firstPerson(use: NounUse, { register, isSecondPass }: Scene): Found | undefined {
  const one = register.narrator();
  if (!isSecondPass) one.pronouns += 1;
  add(one.selves, use.text);
  return found([one], use.pronoun?.number === "many" ? 0.5 : 0.95);
}
