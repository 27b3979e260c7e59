// Corrects moods by the surrounding sentences. A story told in the past comments in the present tense. Memories and habits are told in
// passages of which only some sentences are marked (`had`, `used to`, 以前).
import type { Language } from "../../../../manga/language.ts";
import type { ReadUnit } from "../facts.ts";
import { type Clause, mainClause, type Sentence, withMood } from "./clause.ts";

type Change = (clause: Clause) => Clause;

/** Returns the units with the moods that depend on the whole story. */
export function withDiscourse(units: readonly ReadUnit[], language: Language): ReadUnit[] {
  const comment = asidesOf(units.filter(isNarration), language);
  const commented = units.map((read) => {
    if (isInWriting(read)) return changed(read, reported);
    return isNarration(read) ? changed(read, comment) : read;
  });
  const paragraphs = Map.groupBy(commented.filter(isNarration), ({ unit }) => unit.paragraph).values();
  const before = new Map(
    [...paragraphs].flatMap((paragraph) => passagesOf(paragraph.flatMap(({ sentences }) => sentences))),
  );
  return commented.map((read) => changed(read, (clause) => before.get(clause) ?? clause));
}

const isNarration = ({ unit }: ReadUnit): boolean => unit.kind === "narration" && unit.form === undefined;

/** A sign, letter or verse: quoted words, which do not happen in the scene. */
const isInWriting = ({ unit: { kind, form } }: ReadUnit): boolean =>
  kind === "narration" && (form === "sign" || form === "letter" || form === "verse");

/** An unchanged sentence stays the same object, so that each sentence is in memory once. */
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
 * When a clause in the present tense is an aside. `past`: minimum share of past-tense clauses for a story told in the past. English tells a
 * scene in one tense. Japanese mixes tenses: an aside has fewer than `among` past-tense clauses among its four neighbours. In a Japanese
 * story told in the present it stays `told`, with the certainty `sure`.
 */
const ASIDES = {
  en: { past: 0.7, among: 5, sure: 0.8 },
  ja: { past: 0.25, among: 2, sure: 0.6 },
} as const;

/** Turns main clauses in the present tense into comments. English verbs of speaking (`says he`) stay `told`. */
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

/** Maximum number of unmarked sentences between two marked sentences of a passage. */
const LONGEST_GAP = 4;
/** Minimum number of marked sentences from which a passage extends to the end of its paragraph. */
const FEWEST_MARKED = 3;

/** The clauses of a paragraph that belong to a passage of memories or habits, each with its replacement. */
function passagesOf(sentences: readonly Sentence[]): [Clause, Clause][] {
  const moods = sentences.map((one) => mainClause(one)?.predicate.mood);
  const marked = [...sentences.keys()].filter((at) => moods[at] === "remembered" || moods[at] === "habit");
  const mood = moods.includes("remembered") ? "remembered" : "habit";
  return marked.flatMap((from, at) => {
    const next = marked[at + 1];
    if (next !== undefined && next - from - 1 > LONGEST_GAP) return [];
    const end = next ?? (marked.length >= FEWEST_MARKED ? sentences.length : from + 1);
    const scene = sentences.findIndex((one, index) => index > from && index < end && isSingleMoment(one));
    const stretch = sentences.slice(from, scene < 0 ? end : scene).flatMap(({ clauses }) => clauses);
    return stretch
      .filter(({ predicate }) => predicate.mood === "told" || predicate.mood === "habit")
      .map((clause): [Clause, Clause] => [clause, withMood(clause, mood, 0.6)]);
  });
}

/** Whether the sentence names a single moment ("One evening", ある日, "now"), at which the scene resumes. */
const isSingleMoment = ({ clauses }: Sentence): boolean =>
  clauses.some(({ times }) => times.some(({ text }) => /^(?:one|that very|now)\b|^(?:ある|今)/iu.test(text)));
