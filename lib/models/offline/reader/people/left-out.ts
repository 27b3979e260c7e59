// Who does what a Japanese clause says without a subject: whoever its sentence or the one before is about, where what it says needs a
// will. A subject that the grammar carries on over a change of subject is asked again.
import type { Clause } from "../text/clause.ts";
import { wordsIn } from "./noun-use.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { most, type Referent, settled } from "./referent.ts";
import type { Scene } from "./scene.ts";
import { type FillSubject, meantBy } from "./walk.ts";

/** After these the next clause most often has another subject, after て and ながら the same. */
const SWITCHES = new Set("たら と ば なら から ので のに が けれど けれども ても でも し".split(" "));

/** No clause looks further for its subject, in clauses. */
const LONGEST_CHAIN = 6;
const LONGEST_AHEAD = 3;

interface Found {
  referents: Referent[];
  sure: number;
}

export const japaneseSubject: FillSubject = (clause, one, scene) => {
  if (one.spoken) return undefined;
  const { predicate } = clause;
  const isWill =
    clause.speech === "says" ||
    scene.words.is("will", predicate.lemma) ||
    scene.words.is("deed", predicate.lemma);
  if (predicate.aspect === "state" && !isWill) return undefined;
  const never = otherArguments(clause, one, scene);
  const fits = (referents: readonly Referent[]) =>
    !referents.some((referent) => never.has(settled(referent)));
  const before = earlier(clause, one, isWill);
  if (before === "a thing") return undefined;
  if (before && fits(before.referents))
    return { ...before, sure: Math.min(before.sure, isWill ? 0.85 : 0.72) };
  const after = before === undefined ? later(clause, one) : undefined;
  if (after && fits(after.referents)) return { ...after, sure: Math.min(after.sure, 0.7) };
  return inMind(clause, scene, { never, isWill });
};

/** The subject of the clauses before it in the sentence, where nothing between them changes it. */
function earlier(clause: Clause, one: ReadSentence, isWill: boolean): Found | "a thing" | undefined {
  const { clauses } = one.sentence;
  const at = clauses.indexOf(clause);
  for (let index = at - 1; index >= Math.max(0, at - LONGEST_CHAIN); index -= 1) {
    const before = clauses[index];
    if (before === undefined || before.rank === "relative") continue;
    const { subject, connector = "" } = before;
    const found = one.leftOut.get(before) ?? (subject && meantBy(subject, one));
    const isSwitched = SWITCHES.has(connector) && subject?.topic !== true;
    if (found) return isSwitched ? { ...found, sure: Math.min(found.sure, 0.6) } : found;
    // A thing goes on doing what no will is needed for.
    if (subject && subject.shared === undefined && !isWill && !isSwitched) return "a thing";
  }
  return undefined;
}

/** 呼びに来て、女中が言った: the subject of the clause that this one is tied to. */
function later(clause: Clause, one: ReadSentence): Found | undefined {
  if (clause.connector !== undefined && SWITCHES.has(clause.connector)) return undefined;
  const { clauses } = one.sentence;
  const at = clauses.indexOf(clause);
  for (const next of clauses.slice(at + 1, at + 1 + LONGEST_AHEAD)) {
    if (next.subject && next.subject.shared === undefined) return meantBy(next.subject, one);
    if (next.connector !== undefined && SWITCHES.has(next.connector)) return undefined;
  }
  return undefined;
}

interface Limits {
  never: ReadonlySet<Referent>;
  isWill: boolean;
}

/** Whoever the sentences before are about. */
function inMind(clause: Clause, scene: Scene, { never, isWill }: Limits): Found | undefined {
  const { discourse, now } = scene;
  const previous = discourse.subjects();
  const [best, next] = discourse.ranked(now, (one) =>
    never.has(one) || !hasWill(one, clause, scene)
      ? undefined
      : scene.turn({ spoken: false, role: "subject", clause }, one),
  );
  if (best === undefined || best.score < 1.5) return undefined;
  const isSame = previous.includes(best.referent);
  const margin = next === undefined ? 2 : best.score - next.score;
  return {
    referents: [best.referent],
    sure: 0.42 + (isSame ? 0.2 : 0) + Math.min(0.2, 0.1 * margin) - (isWill ? 0 : 0.15),
  };
}

/** Whom the clause does it to, and of what is done for the narrator (〜てくれる) the narrator. */
function otherArguments(clause: Clause, one: ReadSentence, { words, narrator }: Scene): Set<Referent> {
  const never = new Set<Referent>();
  for (const phrase of [...clause.objects, ...clause.places])
    for (const referent of one.byEnd.get(phrase.to)?.referents ?? []) never.add(settled(referent));
  const { from, to } = clause.predicate;
  const isGiven = wordsIn(one.sentence.words, from, to).some(({ lemma }) => words.is("give", lemma));
  if (isGiven && narrator.referent) never.add(settled(narrator.referent));
  return never;
}

function hasWill(one: Referent, clause: Clause, { words }: Scene): boolean {
  const kind = most(one.kinds);
  if (clause.speech === "says" && kind !== undefined && kind !== "human" && one.speaks === 0) return false;
  return (
    one.wills + one.acts > 0 ||
    one.narrator ||
    one.names.size > 0 ||
    words.is("person", most(one.nouns) ?? "")
  );
}
