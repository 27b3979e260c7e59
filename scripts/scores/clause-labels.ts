// How the clauses that the offline reader finds agree with the labels of the development stories: the mode of each sentence's main
// clause, and the subject and verb of each deed. `node scripts/scores/clause-labels.ts [--misses]`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import { type Clause, mainClause, type Sentence } from "../../lib/models/offline/reader/text/clause.ts";
import { withComments } from "../../lib/models/offline/reader/text/narration.ts";
import { clauseReader, type ReadClauses } from "../../lib/models/offline/reader/text/read-clauses.ts";
import {
  type LabelledPerson,
  type LabelledSentence,
  type ReadingLabels,
  readLabels,
} from "./reading-labels.ts";

export interface ClauseScores {
  /** Sentences of narration, and those whose main clause has the label's mode. */
  sentences: number;
  modes: number;
  /** As `modes`, where only real and unreal are told apart: `told`, `state` against all others. */
  real: number;
  /** Deeds of narration; those with their verb in a clause that is told; those with their subject as well. English only. */
  deeds: number;
  verbs: number;
  subjects: number;
  misses: string[];
}

/** Modes as the labels have them. */
function modeOf(sentence: readonly Sentence[]): string {
  const clauses = sentence.flatMap((one) => {
    const main = mainClause(one);
    return main ? [main] : [];
  });
  const last = clauses.at(-1);
  if (last === undefined) return "told";
  const { mood, polarity, aspect } = last.predicate;
  if (polarity === "negative" && mood !== "comment") return "negated";
  if (mood !== "told") return mood;
  return aspect === "state" ? "state" : "told";
}

const isReal = (mode: string): boolean => mode === "told" || mode === "state";

/** Ruby and notes are no part of what is read. */
const bare = (text: string): string => text.replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "");

export function scoreClauses(labels: ReadingLabels, read: ReadClauses, language: Language): ClauseScores {
  const scores: ClauseScores = {
    sentences: 0,
    modes: 0,
    real: 0,
    deeds: 0,
    verbs: 0,
    subjects: 0,
    misses: [],
  };
  const narration = labels.sentences.filter(({ kind }) => kind === "told" || kind === "tag");
  const plain = narration.map(({ text }) => read(bare(text)));
  const settled = language === "en" ? withComments(plain.flat()) : plain.flat();
  let next = 0;
  for (const [index, labelled] of narration.entries()) {
    const sentences = settled.slice(next, next + (plain[index]?.length ?? 0));
    next += sentences.length;
    const mode = modeOf(sentences);
    scores.sentences += 1;
    if (mode === labelled.mode) scores.modes += 1;
    if (isReal(mode) === isReal(labelled.mode)) scores.real += 1;
    if (mode !== labelled.mode) scores.misses.push(`${labelled.mode}→${mode}\t${labelled.text}`);
    const clauses = sentences.flatMap((one) => one.clauses);
    for (const deed of labelled.deeds) {
      scores.deeds += 1;
      const [verb = ""] = deed.verb.split(" ");
      const found = clauses.filter(({ predicate }) => predicate.lemma === verb && isTold(predicate));
      if (found.length > 0) scores.verbs += 1;
      if (found.some((clause) => isBy(clause, deed.who, labels.cast))) scores.subjects += 1;
      else
        scores.misses.push(
          `deed ${deed.who}:${deed.verb}${found.length > 0 ? " (subject)" : ""}\t${labelled.text}`,
        );
    }
  }
  return scores;
}

const isTold = ({ mood, polarity }: Clause["predicate"]): boolean =>
  mood === "told" && polarity === "positive";

const PRONOUNS: Readonly<Record<LabelledPerson["sex"], RegExp>> = {
  female: /^(she|i|who|they|her|we|you)$/iu,
  male: /^(he|i|who|they|him|we|you)$/iu,
  none: /^(it|they|i|who|which|that)$/iu,
  "?": /^(he|she|it|they|i|who|we|which|that|you|all|both)$/iu,
};

/** The subject is a name of the person, or a pronoun that can stand for them; who it is then is for coreference. */
function isBy(
  { subject }: Clause,
  who: LabelledSentence["deeds"][number]["who"],
  cast: readonly LabelledPerson[],
): boolean {
  const person = cast.find(({ id }) => id === who);
  if (person === undefined || subject === undefined) return false;
  if (PRONOUNS[person.sex].test(subject.text)) return true;
  const names = [person.name, ...person.aliases]
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}']+/u);
  return (
    names.includes(subject.head.toLowerCase()) ||
    names.some((name) => name.length > 3 && subject.head.toLowerCase().startsWith(name.slice(0, -1)))
  );
}

const LABELS = join(import.meta.dirname, "../../stories/labels");

/** All labelled stories of a language together. */
export function scoreLanguage(language: Language, read: ReadClauses): ClauseScores {
  const folder = join(LABELS, language);
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .map((file) => scoreClauses(readLabels(readFileSync(join(folder, file), "utf8")), read, language));
  const sum = (of: (scores: ClauseScores) => number) => all.reduce((total, scores) => total + of(scores), 0);
  return {
    sentences: sum(({ sentences }) => sentences),
    modes: sum(({ modes }) => modes),
    real: sum(({ real }) => real),
    deeds: sum(({ deeds }) => deeds),
    verbs: sum(({ verbs }) => verbs),
    subjects: sum(({ subjects }) => subjects),
    misses: all.flatMap(({ misses }) => misses),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { misses: { type: "boolean" }, language: { type: "string" } } });
  for (const language of ["en", "ja"] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const read = await clauseReader(language);
    const before = process.cpuUsage();
    const { misses, ...scores } = scoreLanguage(language, read);
    const { user, system } = process.cpuUsage(before);
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
    const { sentences, modes, real, deeds, verbs, subjects } = scores;
    console.log(
      `${language}: mode ${share(modes, sentences)} and real or not ${share(real, sentences)} of ${sentences} sentences`,
    );
    if (language === "en")
      console.log(
        `${language}: verb ${share(verbs, deeds)}, subject and verb ${share(subjects, deeds)} of ${deeds} deeds`,
      );
    console.log(
      `${language}: ${Math.round((user + system) / 1000)} ms of CPU, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
    if (values.misses) console.log(misses.join("\n"));
  }
}
