// The mood of a clause by the sentences around it. A story in the past comments in the present; and memories and habits are mostly told in
// passages of which only some sentences are marked (`had`, `used to`, 以前).
import type { Language } from "../../../../manga/language.ts";
import type { ReadUnit } from "../facts.ts";
import { type Clause, mainClause, type Sentence, withMood } from "./clause.ts";

type Change = (clause: Clause) => Clause;

/** The units with the moods that depend on the whole story. */
export function withDiscourse(units: readonly ReadUnit[], language: Language): ReadUnit[] {
  const comment = asidesOf(units.filter(isNarration), language);
  const commented = units.map((read) => {
    if (isInWriting(read)) return changed(read, reported);
    return isNarration(read) ? changed(read, comment) : read;
  });
  const paragraphs = Map.groupBy(commented.filter(isNarration), ({ unit }) => unit.paragraph).values();
  const before = new Map(
    [...paragraphs].flatMap((paragraph) => stretchesOf(paragraph.flatMap(({ sentences }) => sentences))),
  );
  return commented.map((read) => changed(read, (clause) => before.get(clause) ?? clause));
}

const isNarration = ({ unit }: ReadUnit): boolean => unit.kind === "narration" && unit.form === undefined;

/** A sign, letter or verse: somebody's words, and not what happens in the scene. */
const isInWriting = ({ unit: { kind, form } }: ReadUnit): boolean =>
  kind === "narration" && (form === "sign" || form === "letter" || form === "verse");

/** An unchanged sentence is the same object, so that a story is held in memory once. */
function changed(read: ReadUnit, change: Change): ReadUnit {
  const sentences = read.sentences.map((one) => {
    const clauses = one.clauses.map(change);
    return isSame(clauses, one.clauses) ? one : { ...one, clauses };
  });
  return isSame(sentences, read.sentences) ? read : { ...read, sentences };
}

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.every((item, at) => item === other[at]);

const reported: Change = (clause) => ({
  ...(clause.predicate.mood === "told" ? withMood(clause, "thought", 0.9) : clause),
  speech: "reported",
});

const isPlain = ({ rank, predicate }: Clause): boolean => rank === "main" && predicate.mood === "told";
const isPlainPast = (clause: Clause | undefined): boolean =>
  clause !== undefined && isPlain(clause) && clause.predicate.tense === "past";

/**
 * When a present is no part of the scene, in a story of which at least the share `past` of the sentences is in the past. English tells a
 * scene in one tense. In Japanese the present of a scene stands among pasts: what has fewer than `among` of them in the two sentences on
 * either side is a comment, a habit or a fancy; in a story in the present it may as well be the scene.
 */
const ASIDES = {
  en: { past: 0.7, among: 5, sure: 0.8 },
  ja: { past: 0.25, among: 2, sure: 0.6 },
} as const;

/** A main clause in the present is a comment. English words that are said (`says he`) stay told. */
function asidesOf(narration: readonly ReadUnit[], language: Language): Change {
  const { past, among, sure } = ASIDES[language];
  const all = narration.flatMap(({ sentences }) =>
    sentences.flatMap((one) => (language === "en" ? one.clauses : [mainClause(one)])),
  );
  const plain = all.filter((clause) => clause !== undefined && isPlain(clause));
  const isInPast = plain.filter(isPlainPast).length >= past * plain.length;
  const asides = new Set(
    all.filter((clause, at) => {
      if (clause?.predicate.tense !== "present" || !isPlain(clause)) return false;
      if (language === "en" && (!isInPast || clause.speech !== undefined)) return false;
      return [at - 2, at - 1, at + 1, at + 2].filter((index) => isPlainPast(all[index])).length < among;
    }),
  );
  return (clause) => (asides.has(clause) ? withMood(clause, isInPast ? "comment" : "told", sure) : clause);
}

/** Between two marked sentences of a stretch there are at most so many that carry no mark. */
const LONGEST_GAP = 4;
/** From so many marked sentences on, the stretch holds to the end of its paragraph. */
const FIRM = 3;

/** The clauses of a paragraph that lie in a stretch of what was before the scene, each with what it becomes. */
function stretchesOf(sentences: readonly Sentence[]): [Clause, Clause][] {
  const moods = sentences.map((one) => mainClause(one)?.predicate.mood);
  const marked = [...sentences.keys()].filter((at) => moods[at] === "remembered" || moods[at] === "habit");
  const mood = moods.includes("remembered") ? "remembered" : "habit";
  return marked.flatMap((from, at) => {
    const next = marked[at + 1];
    if (next !== undefined && next - from - 1 > LONGEST_GAP) return [];
    const end = next ?? (marked.length >= FIRM ? sentences.length : from + 1);
    const scene = sentences.findIndex((one, index) => index > from && index < end && isMoment(one));
    const stretch = sentences.slice(from, scene < 0 ? end : scene).flatMap(({ clauses }) => clauses);
    return stretch
      .filter(({ predicate }) => predicate.mood === "told" || predicate.mood === "habit")
      .map((clause): [Clause, Clause] => [clause, withMood(clause, mood, 0.6)]);
  });
}

/** "One evening", ある日, "now": a single moment begins the scene again. */
const isMoment = ({ clauses }: Sentence): boolean =>
  clauses.some(({ times }) => times.some(({ text }) => /^(?:one|that very|now)\b|^(?:ある|今)/iu.test(text)));
