// Walks the story's sentences in order, twice: first to meet everybody, then to read pronouns and left-out subjects knowing them all.
import type { ReadStory, SentencePlace } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import { Discourse } from "./discourse.ts";
import { settleGroups } from "./groups.ts";
import type { Found, Link } from "./links.ts";
import type { NounUse, ReadNouns } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import { Register } from "./register.ts";
import { resolve } from "./resolve.ts";
import type { Scene } from "./scene.ts";
import { Votes } from "./votes.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface ReadSentence {
  place: SentencePlace;
  /** Of the unit, into which all offsets point. */
  text: string;
  sentence: Sentence;
  uses: NounUse[];
  links: Link[];
  /** The last link that ends at an offset. */
  byEnd: Map<number, Link>;
  /** Subjects that are left out, by the clause. */
  leftOut: Map<Clause, Found>;
  /** Inside a spoken line. */
  spoken: boolean;
  heading: boolean;
}

export interface Walked {
  register: Register;
  sentences: ReadSentence[];
  narrator: Referent | undefined;
}

/** Finds the subject of a clause that has none. */
export type FillSubject = (clause: Clause, one: ReadSentence, scene: Scene) => Found | undefined;

export function walk(story: ReadStory, words: PeopleWords, read: ReadNouns, fill: FillSubject): Walked {
  const register = new Register(words);
  const narrator: Scene["narrator"] = {};
  const sentences = story.units.flatMap((unit, index) =>
    unit.sentences.map((sentence, at): ReadSentence => {
      const { kind, form, text } = unit.unit;
      const heading = kind === "heading" || form === "author" || form === "date";
      const place = { unit: index, sentence: at };
      return {
        ...{ place, text, sentence, heading, spoken: kind === "speech" },
        uses: heading ? [] : read(sentence, unit, place),
        ...{ links: [], byEnd: new Map(), leftOut: new Map() },
      };
    }),
  );
  for (const round of ["meet", "compare", "know"] as const) {
    const isAgain = round !== "meet";
    const votes = new Votes();
    const discourse = new Discourse();
    for (const [now, one] of sentences.entries()) {
      if (one.heading) continue;
      const previous = new Map(one.links.map((link) => [link.use, link]));
      one.links = [];
      one.byEnd = new Map();
      const scene: Scene = {
        ...{ register, discourse, words, now, narrator, isAgain },
        linkAt: (to) => one.byEnd.get(to),
        before: (use) => previous.get(use),
      };
      readNouns(one, scene);
      if (round === "compare") votes.take(one, scene);
      readClauses(one, scene, fill);
    }
    if (round === "compare") votes.join(register, sentences);
  }
  settleGroups(register);
  return { register, sentences, narrator: narrator.referent && narrator.referent };
}

function readNouns(one: ReadSentence, scene: Scene): void {
  for (const use of one.uses) {
    const link = resolve(use, scene);
    one.links.push(link);
    one.byEnd.set(use.to, link);
    if (link.referents.length > 0 && !use.addressed) scene.discourse.mention(link.referents, use, scene.now);
    if (!scene.isAgain && use.pronoun === undefined)
      for (const referent of link.referents) countUse(referent, use, scene.now);
    if (!scene.isAgain) standApart(link, one);
  }
}

function readClauses(one: ReadSentence, scene: Scene, fill: FillSubject): void {
  const subjects: Referent[] = [];
  for (const clause of one.sentence.clauses) {
    const found = leftOutSubject(clause, one, scene, fill) ?? subjectOf(clause, one);
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
  if (clause.subject !== undefined && (clause.subject.shared === undefined || clause.rank === "relative"))
    return undefined;
  const found = fill(clause, one, scene);
  one.leftOut.delete(clause);
  if (found === undefined) return undefined;
  one.leftOut.set(clause, found);
  scene.discourse.mention(found.referents, { role: "subject" }, scene.now);
  return found;
}

/** Two that stand beside each other in a clause, or own each other, are two. */
function standApart({ use, referents }: Link, { byEnd }: ReadSentence): void {
  const { role, clause, joined, owner, pronoun } = use;
  if (pronoun || referents.length !== 1) return;
  const beside = [...joined, ...(owner ? [owner] : [])].map(({ to }) => to);
  if ((role === "object" || role === "oblique") && clause?.subject) beside.push(clause.subject.to);
  for (const end of beside) {
    const [other, ...more] = byEnd.get(end)?.referents ?? [];
    const [one] = referents;
    if (one === undefined || other === undefined || other === one || more.length > 0) continue;
    if (byEnd.get(end)?.use.pronoun) continue;
    one.others.add(other);
    other.others.add(one);
  }
}

function countUse(one: Referent, { spoken, addressed, determiner }: NounUse, now: number): void {
  if (one.since > now && (determiner === "indefinite" || determiner === "other")) one.newAt = now;
  one.since = Math.min(one.since, now);
  if (spoken) one.spoken += 1;
  else one.told += 1;
  if (addressed) one.addressed += 1;
  if (addressed && !spoken) one.narratee = true;
}

/** Notes are clauses, in UTF-16 units at most so long; of one person no more are kept. */
const LONGEST_NOTE = 120;
const MOST_NOTES = 6;

/** Keeps the text's own words for how somebody is: states that are told of them alone (`he was tall`, `wore a red coat`). */
function takeNote(clause: Clause, { referents, sure }: Found, one: ReadSentence, { words }: Scene): void {
  const { predicate, rank, from, to } = clause;
  const [referent] = referents;
  if (referent === undefined || referents.length > 1 || sure < 0.7 || one.spoken) return;
  if (predicate.aspect !== "state" || predicate.mood !== "told" || predicate.polarity === "negative") return;
  if (rank === "infinitive" || words.is("will", predicate.lemma) || words.is("deed", predicate.lemma)) return;
  const subject = clause.subject && one.byEnd.get(clause.subject.to)?.use;
  if (subject === undefined || subject.pronoun?.sex === "none" || subject.pronoun?.number === "many") return;
  const note = one.text.slice(from, to).trim();
  const { notes } = referent;
  if (note.length <= LONGEST_NOTE && notes.length < MOST_NOTES && !notes.includes(note)) notes.push(note);
}

/** What clauses tell of their subject's will. Spoken and unreal clauses tell nothing. */
function countDeed(
  { predicate, speech, rank, subject }: Clause,
  { referents, sure }: Found,
  { spoken, byEnd }: ReadSentence,
  { words, now }: Scene,
): void {
  if (spoken || sure < 0.6 || rank === "infinitive" || predicate.polarity === "negative") return;
  const isWill = words.is("will", predicate.lemma) && predicate.voice !== "passive";
  const isSaid = speech === "says";
  for (const referent of referents) {
    if (isWill || isSaid) referent.wills += 1;
    if (predicate.mood !== "told") continue;
    if (isSaid) referent.speaks += 1;
    if (predicate.aspect === "state" && !isSaid && !isWill) continue;
    if (subject !== undefined && byEnd.get(subject.to)?.use.pronoun === undefined) referent.namedActs += 1;
    if (referent.lastActed !== now) referent.actedIn += 1;
    referent.lastActed = now;
  }
}

/** The subject as the clause has it, with all who are joined in it. */
export const subjectOf = ({ subject }: Clause, one: ReadSentence): Found | undefined =>
  subject && meantBy(subject, one);

/** Whom a phrase of the sentence means: the use that ends with it, and those joined with that. */
export function meantBy({ from, to }: Span, { links, byEnd }: ReadSentence): Found | undefined {
  const link =
    byEnd.get(to) ?? links.findLast(({ use }) => use.to <= to && use.from >= from && use.role === "subject");
  if (link === undefined || link.referents.length === 0) return undefined;
  const joined = link.use.joined
    .filter((use) => use.from >= from - JOINED_BEFORE)
    .flatMap((use) => byEnd.get(use.to) ?? []);
  const all = [...joined, link].filter(({ referents }) => referents.length > 0);
  return {
    referents: [...new Set(all.flatMap(({ referents }) => referents))],
    sure: Math.min(...all.map(({ sure }) => sure)),
  };
}

/** Those joined with a phrase begin not further before it, in UTF-16 units. */
const JOINED_BEFORE = 80;
