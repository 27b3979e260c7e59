// Walks the story's sentences in order, twice: first to meet everybody, then to read pronouns and left-out subjects knowing them all.
import type { ReadStory } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import { joinCalledNames } from "./called-names.ts";
import { Discourse } from "./discourse.ts";
import { settleGroups } from "./groups.ts";
import type { Link } from "./links.ts";
import type { NounUse, ReadNouns } from "./noun-use.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { type Referent, settled } from "./referent.ts";
import { Register } from "./register.ts";
import { resolve } from "./resolve.ts";
import type { Scene } from "./scene.ts";
import type { PeopleWords } from "./word-lists.ts";

interface Found {
  referents: Referent[];
  sure: number;
}

export interface Walked {
  register: Register;
  sentences: ReadSentence[];
  narrator: Referent | undefined;
}

/** Finds the subject of a clause that has none. */
export type FillSubject = (
  clause: Clause,
  one: ReadSentence,
  scene: Scene,
) => { referents: Referent[]; sure: number } | undefined;

export function walk(story: ReadStory, words: PeopleWords, read: ReadNouns, fill: FillSubject): Walked {
  const register = new Register(words);
  const narrator: Scene["narrator"] = {};
  const sentences = story.units.flatMap((unit, index) =>
    unit.sentences.map((sentence, at): ReadSentence => {
      const place = { unit: index, sentence: at };
      const heading =
        unit.unit.kind === "heading" || unit.unit.form === "author" || unit.unit.form === "date";
      return {
        ...{ unit: index, text: unit.unit.text, place: at, sentence },
        uses: heading ? [] : read(sentence, unit, place),
        links: [],
        byEnd: new Map(),
        leftOut: new Map(),
        spoken: unit.unit.kind === "speech",
        heading,
      };
    }),
  );
  for (const isAgain of [false, true]) {
    if (isAgain) joinCalledNames(register, sentences);
    const discourse = new Discourse();
    let talkedOf = new Set<Referent>();
    let spokenUnit = -1;
    const lastSpeaker: Scene["lastSpeaker"] = { paragraph: -9 };
    for (const [now, one] of sentences.entries()) {
      if (one.heading) continue;
      if (one.spoken && one.unit !== spokenUnit) {
        if (one.unit - spokenUnit > 2) talkedOf = new Set();
        spokenUnit = one.unit;
      } else if (!one.spoken && one.unit - spokenUnit > 1) talkedOf = new Set();
      const previous = new Map(one.links.map((link) => [link.use, link]));
      one.links = [];
      one.byEnd = new Map();
      const scene: Scene = {
        ...{ register, discourse, words, now, narrator, talkedOf, isAgain, lastSpeaker },
        paragraph: story.units[one.unit]?.unit.paragraph ?? 0,
        turn: (use, referent) => turnOf(use, referent, scene),
        linkAt: (to) => one.byEnd.get(to),
        before: (use) => previous.get(use),
      };
      readSentence(one, scene, fill);
      if (one.spoken) {
        for (const { referents, use } of one.links)
          if (use.pronoun === undefined) for (const referent of referents) talkedOf.add(settled(referent));
      }
    }
  }
  settleGroups(register);
  return { register, sentences, narrator: narrator.referent && settled(narrator.referent) };
}

function readSentence(one: ReadSentence, scene: Scene, fill: FillSubject): void {
  const { discourse, now } = scene;
  for (const use of one.uses) {
    const link = resolve(use, scene);
    one.links.push(link);
    one.byEnd.set(use.to, link);
    if (link.referents.length > 0 && !use.addressed) discourse.mention(link.referents, weighed(use), now);
    if (!scene.isAgain && use.pronoun === undefined)
      for (const referent of link.referents) countUse(settled(referent), use);
  }
  const subjects: Referent[] = [];
  for (const clause of one.sentence.clauses) {
    const found = leftOutSubject(clause, one, scene, fill) ?? subjectOf(clause, one);
    if (clause.rank === "main" && found) subjects.unshift(...found.referents);
    if (
      found &&
      clause.speech === "says" &&
      clause.rank === "main" &&
      !one.spoken &&
      found.referents.length === 1
    )
      Object.assign(scene.lastSpeaker, { referent: found.referents[0], paragraph: scene.paragraph });
    if (found && !scene.isAgain) countDeed(clause, found, one, scene);
    if (found && scene.isAgain) takeNote(clause, found, one, scene);
  }
  if (!one.spoken && one.sentence.clauses.length > 0) discourse.setSubjects(subjects);
}

function leftOutSubject(
  clause: Clause,
  one: ReadSentence,
  scene: Scene,
  fill: FillSubject,
): { referents: Referent[]; sure: number } | undefined {
  if (clause.subject !== undefined && (clause.subject.shared === undefined || clause.rank === "relative"))
    return undefined;
  const found = fill(clause, one, scene);
  if (found === undefined) {
    one.leftOut.delete(clause);
    return undefined;
  }
  one.leftOut.set(clause, found);
  scene.discourse.mention(found.referents, { role: "subject", spoken: one.spoken }, scene.now);
  return found;
}

/** The owner of what is a subject (`the Giant's heart melted`) is in mind nearly as its subject. */
function weighed(use: NounUse): Pick<NounUse, "role" | "spoken"> {
  return use;
}

/** Talks go to and fro between paragraphs; within a paragraph one speaks on. */
function turnOf(
  use: Pick<NounUse, "spoken" | "role" | "clause">,
  one: Referent,
  { talkedOf, lastSpeaker, paragraph }: Scene,
): number {
  if (use.spoken || use.role !== "subject" || use.clause?.speech !== "says") return 0;
  const talked = talkedOf.has(one) ? -1.5 : 0;
  const isLast = lastSpeaker.referent !== undefined && settled(lastSpeaker.referent) === one;
  if (!isLast || paragraph - lastSpeaker.paragraph > 3) return talked;
  return talked + (paragraph === lastSpeaker.paragraph ? 0.5 : -0.9);
}

function countUse(one: Referent, use: NounUse): void {
  if (use.spoken) one.spoken += 1;
  else one.told += 1;
  if (use.addressed) one.addressed += 1;
  if (use.addressed && !use.spoken) one.narratee = true;
  if (use.role === "oblique" && use.marker !== undefined && PLACED.has(use.marker)) one.placed += 1;
}

const PLACED = new Set([
  "to",
  "in",
  "at",
  "from",
  "into",
  "near",
  "に",
  "へ",
  "から",
  "で",
  "には",
  "では",
  "まで",
]);

/** Notes are clauses, in UTF-16 units at most so long; of one person no more are kept. */
const LONGEST_NOTE = 120;
const MOST_NOTES = 6;

/** Keeps the text's own words for how somebody is: states that are told of them alone (`he was tall`, `wore a red coat`). */
function takeNote(clause: Clause, { referents, sure }: Found, one: ReadSentence, { words }: Scene): void {
  const { predicate, rank, from, to } = clause;
  const [referent] = referents.map(settled);
  if (referent === undefined || referents.length > 1 || sure < 0.7 || one.spoken) return;
  if (predicate.aspect !== "state" || predicate.mood !== "told" || predicate.polarity === "negative") return;
  if (rank === "infinitive" || words.is("will", predicate.lemma) || words.is("deed", predicate.lemma)) return;
  const subject = clause.subject && one.byEnd.get(clause.subject.to)?.use;
  if (subject === undefined || subject.pronoun?.sex === "none" || subject.pronoun?.number === "many") return;
  const note = one.text.slice(from, to).trim();
  if (note.length > LONGEST_NOTE || referent.notes.length >= MOST_NOTES || referent.notes.includes(note))
    return;
  referent.notes.push(note);
}

/** What clauses tell of their subject's will. Spoken and unreal clauses tell nothing. */
function countDeed(
  clause: Clause,
  { referents, sure }: { referents: Referent[]; sure: number },
  one: ReadSentence,
  { words, now }: Scene,
): void {
  const { predicate, speech, rank } = clause;
  if (one.spoken || sure < 0.6 || rank === "infinitive") return;
  if (predicate.polarity === "negative") return;
  const isWill = words.is("will", predicate.lemma) && predicate.voice !== "passive";
  const isNamed = clause.subject !== undefined && one.byEnd.get(clause.subject.to)?.use.pronoun === undefined;
  for (const referent of referents.map(settled)) {
    if (isWill || speech === "says") referent.wills += 1;
    if (predicate.mood !== "told") continue;
    if (speech === "says") referent.speaks += 1;
    if (predicate.aspect === "state" && speech !== "says" && !isWill) continue;
    referent.acts += 1;
    if (isNamed) referent.namedActs += 1;
    if (referent.lastActed !== now) {
      referent.actedIn += 1;
      referent.lastActed = now;
    }
  }
}

/** The subject as the clause has it, with all who are joined in it. */
export function subjectOf(
  clause: Clause,
  one: ReadSentence,
): { referents: Referent[]; sure: number } | undefined {
  const { subject } = clause;
  if (subject === undefined) return undefined;
  return meantBy(subject, one);
}

/** Whom a phrase of the sentence means: the use that ends with it, and those joined with that. */
export function meantBy(
  { from, to }: { from: number; to: number },
  { links, byEnd }: ReadSentence,
): { referents: Referent[]; sure: number } | undefined {
  const link =
    byEnd.get(to) ?? links.findLast(({ use }) => use.to <= to && use.from >= from && use.role === "subject");
  if (link === undefined || link.referents.length === 0) return relativeOf(link, links);
  const joined = link.use.joined
    .filter((use) => use.from >= from - JOINED_BEFORE)
    .flatMap((use) => byEnd.get(use.to) ?? []);
  const all = [...joined, link].filter(({ referents }) => referents.length > 0);
  return {
    referents: [...new Set(all.flatMap(({ referents }) => referents.map(settled)))],
    sure: Math.min(...all.map(({ sure }) => sure)),
  };
}

/** Those joined with a phrase begin not further before it, in UTF-16 units. */
const JOINED_BEFORE = 80;

/** `who` and `that` mean what the phrase before them means. */
function relativeOf(
  link: Link | undefined,
  links: readonly Link[],
): { referents: Referent[]; sure: number } | undefined {
  if (link?.use.pronoun?.form !== "relative") return undefined;
  const at = links.indexOf(link);
  const before = links.slice(Math.max(0, at - 3), at).findLast(({ use }) => use.to <= link.use.from);
  return before && before.referents.length > 0
    ? { referents: before.referents.map(settled), sure: before.sure }
    : undefined;
}
