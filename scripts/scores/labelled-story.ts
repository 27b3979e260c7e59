// Joins a story of stories/ with its labels: the labelled sentences of each unit.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withCharacters } from "../../lib/manga/aozora.ts";
import { decodeStory } from "../../lib/manga/decode-story.ts";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { Story } from "../../lib/manga/story.ts";
import { type LabelledSentence, type ReadingLabels, readLabels } from "./reading-labels.ts";

/** The development set. A set is a folder with `en/NAME.txt`, `ja/NAME.txt`, `labels/en/NAME.tsv` and `labels/ja/NAME.tsv`. */
const STORIES = join(import.meta.dirname, "../../stories");

export interface LabelledStory {
  story: Story;
  labels: ReadingLabels;
  /** The labelled sentences by unit, in order. A unit that is not found in the labels has none. */
  sentences: ReadonlyMap<string, readonly LabelledSentence[]>;
}

export interface NamedStory extends LabelledStory {
  /** Base name of its files. */
  name: string;
}

/** `labelledStory("en", "eveline")`. Throws if a file is missing or malformed. */
export function labelledStory(language: Language, name: string, folder = STORIES): NamedStory {
  const text = decodeStory(readFileSync(join(folder, language, `${name}.txt`)));
  const labels = readLabels(readFileSync(join(folder, "labels", language, `${name}.tsv`), "utf8"));
  const story = segmentStory(text, language);
  return { name, story, labels, sentences: aligned(story, labels) };
}

/** All labelled stories of a set, or the one with this name. */
export function allLabelledStories(folder = STORIES, only?: string): NamedStory[] {
  return (["en", "ja"] as const).flatMap((language) =>
    readdirSync(join(folder, "labels", language))
      .filter((file) => file.endsWith(".tsv"))
      .map((file) => file.replace(/\.tsv$/u, ""))
      .filter((name) => only === undefined || name === only)
      .map((name) => labelledStory(language, name, folder)),
  );
}

/** Letters and digits without Aozora Bunko's ruby and notes, with repeat marks expanded. */
export const lettersOf = (text: string): string =>
  withCharacters(text)
    .replaceAll(/《[^》]*》|［＃[^］]*］/gu, "")
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Maximum distance, in letters, at which a unit is searched. Text that the story omits from the file (legend, notes) is shorter. */
const AHEAD = 1_500;
/** Length of the prefix by which a unit is found whose rest differs from the file. */
const BEGINNING = 8;

/** The letters of a unit, and the labelled sentence of each. Empty if the unit is not found in the labels. */
export interface AlignedLetters {
  letters: string;
  owners: readonly (LabelledSentence | undefined)[];
}

/** Both have the same text in the same order, so each unit is searched from the end of the previous one. */
export function alignedLetters(
  { units }: Pick<Story, "units">,
  { sentences }: Pick<ReadingLabels, "sentences">,
): Map<string, AlignedLetters> {
  const owners: LabelledSentence[] = [];
  let all = "";
  for (const sentence of sentences) {
    const letters = lettersOf(sentence.text);
    all += letters;
    for (let at = 0; at < letters.length; at += 1) owners.push(sentence);
  }
  const found = new Map<string, AlignedLetters>();
  let from = 0;
  for (const { id, text } of units) {
    const letters = lettersOf(text);
    const ahead = all.slice(from, from + AHEAD + letters.length);
    const whole = letters === "" ? -1 : wholeAt(letters, { ahead, owners, from });
    const at = whole >= 0 || letters === "" ? whole : ahead.indexOf(letters.slice(0, BEGINNING));
    if (at < 0) {
      found.set(id, { letters, owners: [] });
      continue;
    }
    const [start, end] = [from + at, from + at + letters.length];
    found.set(id, { letters, owners: owners.slice(start, end) });
    from = whole >= 0 ? end : start + BEGINNING;
  }
  return found;
}

interface Ahead {
  ahead: string;
  owners: readonly LabelledSentence[];
  from: number;
}

/** The position of a unit's letters. The number of a chapter is searched as a whole sentence first, then within text. */
function wholeAt(letters: string, { ahead, owners, from }: Ahead): number {
  const first = ahead.indexOf(letters);
  if (first <= 0 || letters.length >= BEGINNING) return first;
  for (let at = first; at >= 0; at = ahead.indexOf(letters, at + 1)) {
    const owner = owners[from + at];
    const isWhole = owner !== owners[from + at - 1] && owner !== owners[from + at + letters.length];
    if (isWhole && owner?.kind !== "frame") return at;
  }
  return first;
}

/** The labelled sentences of each unit, in order. */
export function aligned(
  story: Pick<Story, "units">,
  labels: Pick<ReadingLabels, "sentences">,
): Map<string, LabelledSentence[]> {
  const told = new Map<string, LabelledSentence[]>();
  for (const [id, { owners }] of alignedLetters(story, labels))
    told.set(id, [...new Set(owners.filter((owner) => owner !== undefined))]);
  return told;
}
