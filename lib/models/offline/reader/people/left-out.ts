// Who does what a Japanese clause says without a subject: whoever the sentence or the one before it is about, where what it says needs
// a will; a subject that the grammar carries on over a change of subject is asked again.
import type { Clause } from "../text/clause.ts";
import { most, type Referent, settled } from "./referent.ts";
import type { Scene } from "./resolve.ts";
import { type FillSubject, meantBy, type ReadSentence } from "./walk.ts";

/** After these the next clause most often has another subject, after て and ながら the same. */
const SWITCHES = new Set([
  "たら",
  "と",
  "ば",
  "なら",
  "から",
  "ので",
  "のに",
  "が",
  "けれど",
  "けれども",
  "ても",
  "でも",
  "し",
]);

export const japaneseSubject: FillSubject = (clause, one, scene) => {
  if (one.spoken) return undefined;
  const { predicate } = clause;
  const isWill = scene.words.is("will", predicate.lemma) || clause.speech === "says";
  if (predicate.aspect === "state" && !isWill) return undefined;
  if (predicate.lemma.length === 0) return undefined;
  const inSentence = ofSentence(clause, one, isWill);
  if (inSentence === "a thing") return undefined;
  if (inSentence)
    return { referents: inSentence.referents, sure: Math.min(inSentence.sure, isWill ? 0.85 : 0.75) };
  const [subject] = scene.discourse.subjects();
  const previous = subject === undefined ? [] : [...scene.discourse.subjects()];
  const ranked = scene.discourse.ranked(scene.now, (referent) =>
    fits(referent, clause, scene)
      ? scene.turn({ spoken: false, role: "subject", clause }, referent)
      : undefined,
  );
  const [best, next] = ranked;
  if (best === undefined) return undefined;
  const isSame = previous.some((referent) => settled(referent) === best.referent);
  const margin = next === undefined ? 2 : best.score - next.score;
  const sure = 0.5 + (isSame ? 0.2 : 0) + Math.min(0.2, 0.1 * margin) - (isWill ? 0 : 0.15);
  return best.score < 1.5 ? undefined : { referents: [best.referent], sure };
};

/** The subject of the clauses before it in the sentence, where nothing between them changes it. */
function ofSentence(
  clause: Clause,
  one: ReadSentence,
  isWill: boolean,
): { referents: Referent[]; sure: number } | "a thing" | undefined {
  const { clauses } = one.sentence;
  const at = clauses.indexOf(clause);
  for (let index = at - 1; index >= Math.max(0, at - LONGEST_CHAIN); index -= 1) {
    const before = clauses[index];
    if (before === undefined || before.rank === "relative") continue;
    const { subject, connector = "" } = before;
    const found = (subject && meantBy(subject, one)) ?? one.leftOut.get(before);
    if (found === undefined) {
      // A thing goes on doing what no will is needed for.
      if (subject && subject.shared === undefined && !isWill && !SWITCHES.has(connector)) return "a thing";
      continue;
    }
    const isTopic = subject?.topic === true;
    if (SWITCHES.has(connector) && !isTopic) return { ...found, sure: Math.min(found.sure, 0.6) };
    return found;
  }
  return undefined;
}

const LONGEST_CHAIN = 6;

function fits(one: Referent, clause: Clause, { words }: Scene): boolean {
  if (
    clause.speech === "says" &&
    most(one.kinds) !== undefined &&
    most(one.kinds) !== "human" &&
    one.speaks === 0
  )
    return false;
  return (
    one.wills + one.acts > 0 ||
    one.narrator ||
    one.names.size > 0 ||
    words.is("person", most(one.nouns) ?? "")
  );
}
