// Aligns the sentences of the read story with the labelled sentences. Both have the same letters in the same order, but are split
// differently.
import type { ReadStory, SentencePlace } from "../../lib/models/offline/reader/facts.ts";
import type { LabelledSentence } from "./reading-labels.ts";

export interface Aligned extends SentencePlace {
  label: LabelledSentence;
}

/** Removes ruby and notes. */
const letters = (text: string): string => text.replaceAll(/《[^》]*》|［＃[^］]*］|[^\p{L}\p{N}]/gu, "");

/** Maximum gap between two sentences in letters, for text that the reader leaves out. */
const FARTHEST = 2_000;

/** Each sentence of the story with the label that contains most of its letters. Sentences without a label are left out. */
export function alignLabels(story: ReadStory, labels: readonly LabelledSentence[]): Aligned[] {
  const owners: number[] = [];
  let all = "";
  for (const [index, { text }] of labels.entries()) {
    const own = letters(text);
    all += own;
    for (let at = 0; at < own.length; at += 1) owners.push(index);
  }
  const aligned: Aligned[] = [];
  let next = 0;
  for (const [unit, { unit: told, sentences }] of story.units.entries()) {
    for (const [sentence, { from, to }] of sentences.entries()) {
      const own = letters(told.text.slice(from, to));
      if (own === "") continue;
      const found = all.slice(next, next + FARTHEST).indexOf(own);
      if (found < 0) continue;
      const start = next + found;
      next = start + own.length;
      const label = labels[mostFrequent(owners.slice(start, next)) ?? -1];
      if (label !== undefined) aligned.push({ unit, sentence, label });
    }
  }
  return aligned;
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
