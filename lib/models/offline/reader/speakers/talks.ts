// Dialogues: consecutive lines without a break, and their candidate speakers.
import type { FoundPerson, People, ReadStory, ReadUnit } from "../facts.ts";
import { peopleWords } from "../people/word-lists.ts";
import { startsAsWord } from "../text/word-forms.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";
import { type Line, linesOf } from "./lines.ts";
import { type Manner, mannerOf } from "./manner.ts";
import { type LineSigns, NAMING, type Reading } from "./sign-kinds.ts";
import { signsOf } from "./signs.ts";

export interface DialogueLine {
  line: Line;
  signs: LineSigns;
  manner: Manner;
  /** The line consists of an animal's cries only. */
  isCry: boolean;
}

/** The last candidate is undefined: nobody of the cast. */
export interface Dialogue {
  reading: Reading;
  lines: DialogueLine[];
  candidates: readonly (FoundPerson | undefined)[];
  /** Indices of the narration units that mention each character, sorted. */
  seen: ReadonlyMap<string, readonly number[]>;
  /** The lines whose speaker the text names, by character. */
  given: ReadonlyMap<string, readonly DialogueLine[]>;
}

const isCry = (read: ReadUnit | undefined, words: WordTable): boolean => {
  const own = (read?.sentences ?? []).flatMap((sentence) => sentence.words);
  const said = own.map(({ text }) => text.toLowerCase()).filter((word) => startsAsWord(word));
  const isOneCry = words.is("beast", said.join(""));
  return isOneCry || (said.length > 0 && said.every((word) => words.is("beast", word)));
};

/** Maximum number of candidates of a dialogue, and of lines that are weighed together. */
const MOST_CANDIDATES = 9;
const MOST_LINES = 240;

export function dialoguesOf(story: ReadStory, people: People): Dialogue[] {
  const [words, nouns] = [wordTable(story.language, "speech"), peopleWords(story.language)];
  const reading: Reading = { story, people, words, nouns };
  const lines = linesOf(story).map((line): DialogueLine => {
    const read = story.units[line.unit];
    const manner: Manner = story.language === "ja" ? mannerOf(read, reading) : new Set<string>();
    return { line, signs: signsOf(reading, line), manner, isCry: isCry(read, reading.words) };
  });
  const [seen, given] = [seenIn(reading), givenIn(lines)];
  const parts: DialogueLine[][] = [];
  for (const one of lines) {
    const last = parts.at(-1);
    if (last === undefined || one.line.gap === "break" || last.length >= MOST_LINES) parts.push([one]);
    else last.push(one);
  }
  return parts.map((own) => ({
    ...{ reading, lines: own, seen, given, candidates: candidatesOf(reading, own, seen) },
  }));
}

function givenIn(lines: readonly DialogueLine[]): Map<string, DialogueLine[]> {
  const given = new Map<string, DialogueLine[]>();
  for (const one of lines) {
    const named = one.signs.signs.flatMap(({ kind, who }) => (NAMING.has(kind) ? [who] : []));
    for (const who of new Set(named)) given.set(who, [...(given.get(who) ?? []), one]);
  }
  return given;
}

function seenIn({ story, people }: Reading): Dialogue["seen"] {
  const units = new Map<string, number[]>();
  for (const [unit, { sentences, unit: told }] of story.units.entries()) {
    if (told.kind !== "narration") continue;
    for (const [sentence] of sentences.entries())
      for (const { who } of people.mentions({ unit, sentence }))
        for (const id of who.value) {
          const list = units.get(id) ?? [];
          if (list.at(-1) !== unit) list.push(unit);
          units.set(id, list);
        }
  }
  return units;
}

export const LATELY = 12;
export const SOON = 2;

/** The characters with the most evidence and mentions in the dialogue and shortly before it. */
function candidatesOf(
  { people }: Reading,
  lines: Dialogue["lines"],
  seen: Dialogue["seen"],
): Dialogue["candidates"] {
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const { signs } of lines)
    for (const { kind, who, share } of signs.signs) add(who, share * (NAMING.has(kind) ? 4 : 1));
  const from = (lines[0]?.line.unit ?? 0) - LATELY;
  const to = (lines.at(-1)?.line.unit ?? 0) + SOON;
  for (const person of people.people) {
    const units = seen.get(person.id) ?? [];
    const near = lowerBound(units, to + 1) - lowerBound(units, from);
    if (near > 0) add(person.id, Math.min(near, 6) * 0.5);
    if (person.narrator) add(person.id, 2);
  }
  const best = people.people
    .filter(({ id }) => scores.has(id))
    .toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0))
    .slice(0, MOST_CANDIDATES);
  const rest = people.people.filter((person) => person.part === "acts" && !best.includes(person));
  return [...best, ...rest.slice(0, Math.max(0, 3 - best.length)), undefined];
}

/** Number of elements of a sorted list that are less than `least`. */
export function lowerBound(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
