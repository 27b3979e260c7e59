// Reads the story's sentences twice: first to find all characters, then to resolve pronouns and omitted subjects with all of them known.
import type { Language } from "../../../../manga/language.ts";
import type { ReadStory, ReadUnit } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import { Discourse } from "./discourse.ts";
import { englishNouns } from "./english-uses.ts";
import { japaneseNouns } from "./japanese-uses.ts";
import { japaneseSubject } from "./left-out.ts";
import { type NounGrammar, nounsOf } from "./noun-use.ts";
import type { Found, Referent } from "./referent.ts";
import { Register } from "./register.ts";
import { resolve } from "./resolve.ts";
import { assignGroupMembers } from "./same.ts";
import { endingWith, meantBy, type ReadSentence, type Scene } from "./scene.ts";
import { learnStatedAge } from "./told-years.ts";
import { peopleWords } from "./word-lists.ts";

export interface ResolvedStory {
  register: Register;
  /** By unit. */
  sentences: ReadSentence[][];
  omittedSubjects: Scene["omittedSubjects"];
}

export function resolveStory(story: ReadStory): ResolvedStory {
  const words = peopleWords(story.language);
  const grammar = story.language === "en" ? englishNouns(words) : japaneseNouns(words);
  const register = new Register(words);
  const omittedSubjects: Scene["omittedSubjects"] = new Map();
  const sentences = story.units.map((_, unit) => sentencesOf(story, unit, grammar));
  for (const isSecondPass of [false, true]) {
    const discourse = new Discourse();
    for (const [now, one] of sentences.flat().entries()) {
      const scene: Scene = { ...one, register, discourse, words, omittedSubjects, now, isSecondPass };
      readNouns(scene);
      const about = discourse.subjects;
      readClauses(scene, story.language);
      if (!isSecondPass) learnStatedAge(scene, about);
    }
  }
  assignGroupMembers(register);
  return { register, sentences, omittedSubjects };
}

/** Headings, authors and dates mention no characters, so they have no sentences here. */
function sentencesOf({ units, language }: ReadStory, unit: number, grammar: NounGrammar): ReadSentence[] {
  const read = units[unit];
  if (read === undefined || NO_SENTENCES.has(read.unit.form ?? read.unit.kind)) return [];
  const { kind, text } = read.unit;
  const isBesideLine = [-1, 1].some((step) => isTag(read, units[unit + step], language));
  return read.sentences.map((sentence, at) => {
    const uses = nounsOf(sentence, grammar);
    return { place: { unit, sentence: at }, text, sentence, uses, spoken: kind === "speech", isBesideLine };
  });
}

const NO_SENTENCES: ReadonlySet<string> = new Set(["heading", "author", "date"]);

/** Whether a line of direct speech is in the same paragraph. A Japanese tag may have its own paragraph (「…」 / と言った). */
const isTag = ({ unit }: ReadUnit, line: ReadUnit | undefined, language: Language): boolean =>
  line?.unit.kind === "speech" &&
  Math.abs(line.unit.paragraph - unit.paragraph) <= (language === "ja" ? 1 : 0);

function readNouns(scene: Scene): void {
  const { uses, discourse, now, isSecondPass } = scene;
  for (const use of uses) {
    use.found = resolve(use, scene);
    const referents = use.found?.referents ?? [];
    if (!use.addressed) discourse.mention(referents, use, now);
    for (const one of isSecondPass || use.pronoun ? [] : referents) {
      one[scene.spoken ? "spoken" : "told"] += 1;
      if (use.addressed) one.addressed += 1;
    }
  }
}

function readClauses(scene: Scene, language: Language): void {
  const { sentence, omittedSubjects, discourse, now, isSecondPass, spoken } = scene;
  const subjects: Referent[] = [];
  for (const clause of sentence.clauses) {
    const unwritten = language === "ja" ? japaneseSubject(clause, scene) : undefined;
    omittedSubjects.delete(clause);
    if (unwritten) omittedSubjects.set(clause, unwritten);
    if (unwritten) discourse.mention(unwritten.referents, { role: "subject" }, now);
    const found = unwritten ?? (clause.subject && meantBy(clause.subject, scene));
    if (found === undefined) continue;
    if (clause.rank === "main") subjects.unshift(...found.referents);
    if (!isSecondPass) countDeed(clause, found, scene);
  }
  if (!spoken && sentence.clauses.length > 0) discourse.subjects = [...new Set(subjects)];
}

/** Counts a clause as evidence that its subject is animate. Spoken, negated and uncertain clauses do not count. */
function countDeed(clause: Clause, { referents, sure }: Found, scene: Scene): void {
  const { predicate, speech, rank, subject } = clause;
  const { spoken, isBesideLine, sentence, words, now } = scene;
  if (spoken || sure < 0.6 || rank === "infinitive" || predicate.polarity === "negative") return;
  const isWill = words.is("will", predicate.lemma) && predicate.voice !== "passive";
  const isNamed = subject !== undefined && endingWith(subject, scene)?.pronoun === undefined;
  for (const referent of referents) {
    // A group may groan without speaking, so its verb of speaking needs a line beside it or a second clause.
    const isSaid = speech === "says" && (!referent.many || isBesideLine || sentence.clauses.length > 1);
    if (isWill || isSaid) referent.volitionalActs += 1;
    if (predicate.mood !== "told") continue;
    if (isSaid) referent.speaks += 1;
    if (predicate.aspect === "state" && !isSaid && !isWill) continue;
    if (isNamed) referent.namedActs += 1;
    if (referent.lastActed !== now) referent.actedIn += 1;
    referent.lastActed = now;
  }
}
