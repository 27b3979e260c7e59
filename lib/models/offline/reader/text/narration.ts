// What the sentences around a clause say of it. A story that tells in the past comments in the present; and what is remembered or habitual
// is mostly told in stretches, of which only some sentences carry the mark (`had`, `used to`, 以前).
import type { Language } from "../../../../manga/language.ts";
import type { ReadUnit } from "../facts.ts";
import { type Clause, type Mood, mainClause, type Sentence } from "./clause.ts";

/** Of a story's main clauses, the share in the past from which it tells in the past. */
const MOSTLY = 0.7;

const isPlain = ({ rank, predicate }: Clause): boolean =>
  rank === "main" && predicate.mood === "told" && predicate.tense !== "none";

const isNarration = ({ unit }: ReadUnit): boolean => unit.kind === "narration" && unit.form === undefined;

/** The units with the moods that only the whole story tells. */
export function withDiscourse(units: readonly ReadUnit[], language: Language): ReadUnit[] {
  const commented = language === "en" ? withComments(units) : withAsides(units);
  const settled = new Map<Sentence, Sentence>();
  for (const paragraph of paragraphsOf(commented)) {
    for (const [before, after] of withStretches(paragraph)) settled.set(before, after);
  }
  return commented.map((read) => ({
    ...read,
    sentences: read.sentences.map((one) => settled.get(one) ?? (isInWriting(read) ? reported(one) : one)),
  }));
}

/** A sign, letter or verse in its own words: somebody's words, and not what happens in the scene. */
const isInWriting = ({ unit: { kind, form } }: ReadUnit): boolean =>
  kind === "narration" && (form === "sign" || form === "letter" || form === "verse");

const reported = (sentence: Sentence): Sentence => ({
  ...sentence,
  clauses: sentence.clauses.map((clause) => ({
    ...(clause.predicate.mood === "told" ? withMood(clause, "thought", 0.9) : clause),
    speech: "reported",
  })),
});

function mapClauses(units: readonly ReadUnit[], change: (clause: Clause) => Clause): ReadUnit[] {
  return units.map((read) =>
    isNarration(read)
      ? {
          ...read,
          sentences: read.sentences.map((one) => ({ ...one, clauses: one.clauses.map(change) })),
        }
      : read,
  );
}

const withMood = (clause: Clause, mood: Mood, sure: number): Clause => ({
  ...clause,
  predicate: { ...clause.predicate, mood, sure },
});

/** English: a main clause in the present. Words that are said (`says he`) stay told. */
function withComments(units: readonly ReadUnit[]): ReadUnit[] {
  const plain = units
    .filter(isNarration)
    .flatMap(({ sentences }) => sentences.flatMap(({ clauses }) => clauses.filter(isPlain)));
  const past = plain.filter(({ predicate }) => predicate.tense === "past").length;
  if (past < MOSTLY * plain.length) return [...units];
  return mapClauses(units, (clause) =>
    isPlain(clause) && clause.predicate.tense === "present" && clause.speech === undefined
      ? withMood(clause, "comment", 0.8)
      : clause,
  );
}

/** Of a Japanese story's main clauses, the share in the past from which it is no story in the present. */
const ENOUGH_PAST = 0.25;

/**
 * Japanese: one deed may be told in the past and the next in the present, but the present of a scene stands among pasts. What stands among
 * presents is a comment, a habit or a fancy; in a story in the present it may as well be the scene.
 */
function withAsides(units: readonly ReadUnit[]): ReadUnit[] {
  const main = units.filter(isNarration).flatMap(({ sentences }) => sentences.map(mainClause));
  const isPast = (clause: Clause | undefined) => clause?.predicate.tense === "past" && isPlain(clause);
  const plain = main.filter((clause) => clause !== undefined && isPlain(clause));
  const isInPast = plain.filter(isPast).length >= ENOUGH_PAST * plain.length;
  const aside = new Set<Clause | undefined>();
  for (const [index, clause] of main.entries()) {
    const around = [index - 2, index - 1, index + 1, index + 2].filter((at) => isPast(main[at]));
    if (clause?.predicate.tense === "present" && around.length < 2) aside.add(clause);
  }
  return mapClauses(units, (clause) => {
    if (!aside.has(clause) || !isPlain(clause)) return clause;
    return withMood(clause, isInPast ? "comment" : "told", 0.6);
  });
}

function paragraphsOf(units: readonly ReadUnit[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  let last = -1;
  for (const { unit, sentences } of units.filter(isNarration)) {
    if (unit.paragraph !== last) paragraphs.push([]);
    last = unit.paragraph;
    paragraphs.at(-1)?.push(...sentences);
  }
  return paragraphs;
}

/** Between two marked sentences of a stretch there are at most so many that carry no mark. */
const LONGEST_GAP = 4;
/** From so many marked sentences on, the stretch holds to the end of its paragraph, or to a `now`. */
const FIRM = 3;

const isBefore = (mood: Mood | undefined): boolean => mood === "remembered" || mood === "habit";

/** The sentences of a paragraph that lie in a stretch of what was before the scene, each with what it becomes. */
function withStretches(sentences: readonly Sentence[]): [Sentence, Sentence][] {
  const marked = [...sentences.keys()].filter((index) => isBefore(moodAt(sentences, index)));
  const isRemembered = marked.some((index) => moodAt(sentences, index) === "remembered");
  const changed: [Sentence, Sentence][] = [];
  for (const [at, index] of marked.entries()) {
    const next = marked[at + 1] ?? (marked.length >= FIRM ? endOf(sentences, index) : index + 1);
    if (at + 1 < marked.length && next - index - 1 > LONGEST_GAP) continue;
    const scene = sentences.findIndex((one, place) => place > index && place < next && isMoment(one));
    for (const one of sentences.slice(index, scene < 0 ? next : scene)) {
      const mood = isRemembered ? "remembered" : "habit";
      const clauses = one.clauses.map((clause) =>
        clause.predicate.mood === "told" || clause.predicate.mood === "habit"
          ? withMood(clause, mood, 0.6)
          : clause,
      );
      changed.push([one, { ...one, clauses }]);
    }
  }
  return changed;
}

const moodAt = (sentences: readonly Sentence[], index: number): Mood | undefined => {
  const one = sentences[index];
  return one && mainClause(one)?.predicate.mood;
};

/** "One evening", ある日: a single moment begins the scene again. */
const isMoment = ({ clauses }: Sentence): boolean =>
  clauses.some(({ times }) => times.some(({ text }) => /^(?:one|that very)\b|^ある/iu.test(text)));

const NOW: ReadonlySet<string> = new Set(["now", "今", "今日"]);

function endOf(sentences: readonly Sentence[], from: number): number {
  const now = sentences.findIndex(
    ({ words }, index) => index > from && words.some(({ lemma }) => NOW.has(lemma)),
  );
  return now < 0 ? sentences.length : now;
}
