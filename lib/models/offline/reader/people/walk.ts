// Walks the story's sentences in order, twice: to meet everybody, and to read pronouns and left-out subjects knowing them all.
import type { Language } from "../../../../manga/language.ts";
import type { ReadStory, ReadUnit } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import { startsAsWord } from "../text/word-forms.ts";
import { Discourse } from "./discourse.ts";
import type { NounUse, ReadNouns } from "./noun-use.ts";
import { meantBy, type ReadSentence, type Scene } from "./read-sentence.ts";
import type { Found, Referent } from "./referent.ts";
import { Register } from "./register.ts";
import { resolve } from "./resolve.ts";
import { settleGroups } from "./same.ts";
import { learnTold } from "./told-years.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface Walked {
  register: Register;
  sentences: ReadSentence[];
}

/** Finds the subject of a clause that has none. */
export type FillSubject = (clause: Clause, one: ReadSentence, scene: Scene) => Found | undefined;

export function walk(story: ReadStory, words: PeopleWords, read: ReadNouns, fill: FillSubject): Walked {
  const register = new Register(words);
  const sentences = story.units.flatMap((unit, index) =>
    unit.sentences.map((sentence, at): ReadSentence => {
      const { kind, form, text } = unit.unit;
      const heading = kind === "heading" || form === "author" || form === "date";
      const place = { unit: index, sentence: at };
      return {
        ...{ place, text, sentence, heading, spoken: kind === "speech" },
        besideLine: [-1, 1].some((step) => isTag(unit, story.units[index + step], story.language)),
        uses: heading ? [] : read(sentence, unit, place),
        ...{ links: [], byEnd: new Map(), leftOut: new Map() },
      };
    }),
  );
  for (const isAgain of [false, true]) {
    const discourse = new Discourse();
    for (const [now, one] of sentences.entries()) {
      const previous = new Map(one.links.map((link) => [link.use, link]));
      one.links = [];
      one.byEnd = new Map();
      const scene: Scene = {
        ...{ register, discourse, words, now, isAgain, besideLine: one.besideLine },
        linkAt: (to) => one.byEnd.get(to),
        before: (use) => previous.get(use),
      };
      readNouns(one, scene);
      const about = discourse.subjects();
      if (!one.heading) readClauses(one, scene, fill);
      if (!isAgain) learnTold(one, about, words);
    }
  }
  settleGroups(register);
  return { register, sentences };
}

/** A line of one paragraph with what is told; the tag of a Japanese line has a paragraph of its own (「…」 / と言った). */
const isTag = ({ unit }: ReadUnit, line: ReadUnit | undefined, language: Language): boolean =>
  line?.unit.kind === "speech" &&
  Math.abs(line.unit.paragraph - unit.paragraph) <= (language === "ja" ? 1 : 0);

function readNouns(one: ReadSentence, scene: Scene): void {
  for (const use of one.uses) {
    const link = resolve(use, scene);
    one.links.push(link);
    one.byEnd.set(use.to, link);
    if (link.referents.length > 0 && !use.addressed) scene.discourse.mention(link.referents, use, scene.now);
    if (scene.isAgain || use.pronoun) continue;
    for (const referent of link.referents) countUse(referent, use);
  }
}

function countUse(one: Referent, { spoken, addressed }: NounUse): void {
  one[spoken ? "spoken" : "told"] += 1;
  if (addressed) one.addressed += 1;
}

function readClauses(one: ReadSentence, scene: Scene, fill: FillSubject): void {
  const subjects: Referent[] = [];
  for (const clause of one.sentence.clauses) {
    const found =
      leftOutSubject(clause, one, scene, fill) ?? (clause.subject && meantBy(clause.subject, one));
    if (found === undefined) continue;
    if (clause.rank === "main") subjects.unshift(...found.referents);
    if (scene.isAgain) takeNote(clause, found, one, scene);
    else countDeed(clause, found, one, scene);
  }
  if (!one.spoken && one.sentence.clauses.length > 0) scene.discourse.setSubjects(subjects);
}

function leftOutSubject(
  clause: Clause,
  one: ReadSentence,
  scene: Scene,
  fill: FillSubject,
): Found | undefined {
  const found = fill(clause, one, scene);
  one.leftOut.delete(clause);
  if (found === undefined) return undefined;
  one.leftOut.set(clause, found);
  scene.discourse.mention(found.referents, { role: "subject" }, scene.now);
  return found;
}

/** Notes are clauses, in UTF-16 units at most so long; of one person no more are kept. */
const LONGEST_NOTE = 120;
export const MOST_NOTES = 6;

/** Without the marks and spaces before its first word. */
const startedByWord = (text: string): string =>
  [...text]
    .slice([...text].findIndex((letter) => startsAsWord(letter)))
    .join("")
    .trim();

/** Keeps the text's own words for how somebody is: states that are told of them alone (`he was tall`, `wore a red coat`). */
function takeNote(clause: Clause, { referents, sure }: Found, one: ReadSentence, { words }: Scene): void {
  const { predicate, rank, from, to, subject } = clause;
  const [referent, other] = referents;
  if (referent === undefined || other || sure < 0.7 || one.spoken || rank === "infinitive") return;
  if (predicate.aspect !== "state" || predicate.mood !== "told" || predicate.polarity === "negative") return;
  if (words.is("will", predicate.lemma) || words.is("deed", predicate.lemma)) return;
  const use = subject && one.byEnd.get(subject.to)?.use;
  if (
    (use === undefined && !one.leftOut.has(clause)) ||
    use?.pronoun?.sex === "none" ||
    use?.pronoun?.number === "many"
  )
    return;
  const { clauses } = one.sentence;
  const start = clauses.findLast((other) => other.rank !== "relative" && other.to <= from)?.to;
  const note = startedByWord(one.text.slice(start ?? one.sentence.from, to));
  const { notes } = referent;
  if (note.length <= LONGEST_NOTE && notes.length < MOST_NOTES && !notes.includes(note)) notes.push(note);
}

/** What clauses tell of their subject's will. Spoken and unreal clauses tell nothing. */
function countDeed(
  { predicate, speech, rank, subject }: Clause,
  { referents, sure }: Found,
  { spoken, byEnd, besideLine, sentence }: ReadSentence,
  { words, now }: Scene,
): void {
  if (spoken || sure < 0.6 || rank === "infinitive" || predicate.polarity === "negative") return;
  const isWill = words.is("will", predicate.lemma) && predicate.voice !== "passive";
  const isSpeaking = speech === "says";
  for (const referent of referents) {
    // A crowd that groans says nothing.
    const isSaid = isSpeaking && (!referent.many || besideLine || sentence.clauses.length > 1);
    if (isWill || isSaid) referent.wills += 1;
    if (predicate.mood !== "told") continue;
    if (isSaid) referent.speaks += 1;
    if (predicate.aspect === "state" && !isSaid && !isWill) continue;
    if (subject !== undefined && byEnd.get(subject.to)?.use.pronoun === undefined) referent.namedActs += 1;
    if (referent.lastActed !== now) referent.actedIn += 1;
    referent.lastActed = now;
  }
}
