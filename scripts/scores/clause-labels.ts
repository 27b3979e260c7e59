// Compares the offline reader's clauses with the labels of the development stories: the mode of each sentence's main clause, and the
// subject and verb of each deed. `node scripts/scores/clause-labels.ts [--misses]`.
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import type { ReadStory } from "../../lib/models/offline/reader/facts.ts";
import { type Clause, mainClause } from "../../lib/models/offline/reader/text/clause.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { allLabelledStories } from "./labelled-story.ts";
import type { LabelledPerson, LabelledSentence, ReadingLabels } from "./reading-labels.ts";

export interface ClauseScores {
  /** Sentences of narration, and those whose main clause has the label's mode. */
  sentences: number;
  modes: number;
  /** Like `modes` with two classes: real (`told`, `state`) and unreal (all others). */
  real: number;
  /** Deeds of narration; those whose verb is in a `told` clause; those whose subject is right too. English only. */
  deeds: number;
  verbs: number;
  subjects: number;
  misses: string[];
}

/** The modes of the labels. */
function modeOf(clauses: Clause[]): string {
  const main = mainClause({ clauses });
  if (main === undefined) return "told";
  const { mood, polarity, aspect } = main.predicate;
  if (polarity === "negative" && mood !== "comment") return "negated";
  if (mood !== "told") return mood;
  return aspect === "state" ? "state" : "told";
}

const isReal = (mode: string): boolean => mode === "told" || mode === "state";

const LETTER = /[\p{L}\p{N}]/u;

/** Removes ruby and notes. */
const lettersOf = (text: string): string =>
  [...text.replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "")].filter((one) => LETTER.test(one)).join("");

/** Maximum distance, in letters, at which a unit is searched. */
const AHEAD = 4_000;

/** The clauses of each labelled sentence, aligned by letters. */
export function clausesByLabel(
  { units }: ReadStory,
  labelled: readonly LabelledSentence[],
): Map<LabelledSentence, Clause[]> {
  const owners = labelled.flatMap((sentence) => [...lettersOf(sentence.text)].map(() => sentence));
  const all = [...labelled.map(({ text }) => lettersOf(text)).join("")];
  const found = new Map<LabelledSentence, Clause[]>();
  let next = 0;
  for (const { unit, sentences } of units) {
    const own = lettersOf(unit.text);
    const ahead = all.slice(next, next + own.length + AHEAD).join("");
    const at = own === "" ? -1 : ahead.indexOf(own);
    if (at < 0) continue;
    const from = next + [...ahead.slice(0, at)].length;
    next = from + [...own].length;
    for (const clause of sentences.flatMap(({ clauses }) => clauses)) {
      const before = [...lettersOf(unit.text.slice(0, clause.predicate.from))].length;
      const owner = owners[from + before];
      if (owner) found.set(owner, [...(found.get(owner) ?? []), clause]);
    }
  }
  return found;
}

export function scoreClauses(labels: ReadingLabels, story: ReadStory): ClauseScores {
  const scores: ClauseScores = {
    sentences: 0,
    modes: 0,
    real: 0,
    deeds: 0,
    verbs: 0,
    subjects: 0,
    misses: [],
  };
  const found = clausesByLabel(story, labels.sentences);
  for (const labelled of labels.sentences) {
    if (labelled.kind !== "told" && labelled.kind !== "tag") continue;
    const clauses = found.get(labelled) ?? [];
    const mode = modeOf(clauses);
    scores.sentences += 1;
    if (mode === labelled.mode) scores.modes += 1;
    if (isReal(mode) === isReal(labelled.mode)) scores.real += 1;
    if (mode !== labelled.mode) scores.misses.push(`${labelled.mode}→${mode}\t${labelled.text}`);
    for (const deed of labelled.deeds) {
      scores.deeds += 1;
      const [verb = ""] = deed.verb.split(" ");
      const same = clauses.filter(({ predicate }) => predicate.lemma === verb && isTold(predicate));
      if (same.length > 0) scores.verbs += 1;
      if (same.some((clause) => isBy(clause, deed.who, labels.cast))) scores.subjects += 1;
      else
        scores.misses.push(
          `deed ${deed.who}:${deed.verb}${same.length > 0 ? " (subject)" : ""}\t${labelled.text}`,
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

/** The subject is a name of the person or a pronoun that can refer to them. Coreference is scored elsewhere. */
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

/** Sums over all labelled stories of a language. */
export async function scoreLanguage(language: Language): Promise<ClauseScores> {
  const all: ClauseScores[] = [];
  for (const { story, labels } of allLabelledStories()) {
    if (story.language === language) all.push(scoreClauses(labels, await readStory(story)));
  }
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
    const before = process.cpuUsage();
    const { misses, ...scores } = await scoreLanguage(language);
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
