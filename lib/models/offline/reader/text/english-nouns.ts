// Every noun phrase of an English sentence, those within others too, and who is addressed.

import { kindOfNoun } from "../../noun-kinds.ts";
import { type Phrase, phraseOf } from "./clause.ts";
import type { Chunk, EnglishSentence, NounChunk } from "./english-chunks.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

export interface Nouns {
  nouns: Phrase[];
  /** Chunks of those who are addressed. */
  addressed: Set<Chunk>;
  vocatives: Phrase[];
}

/** `text`: what the words' offsets point into. In narration nobody is addressed. */
export function englishNouns({ words, chunks, text, spoken }: EnglishSentence): Nouns {
  const found: Nouns = { nouns: [], addressed: new Set(), vocatives: [] };
  const phrase = (first: number, last: number, head: string, marker?: string): Phrase =>
    phraseOf(text, { from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 }, head, marker);
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind !== "noun") continue;
    const before = chunks[index - 1];
    const marker = before?.kind === "preposition" ? before.word : undefined;
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const word = words[at];
      if (word === undefined) continue;
      const said = word.text.toLowerCase();
      if (table.is("possessive", said)) found.nouns.push(phrase(at, at, said));
      const owner = words[at - 1];
      if (at > chunk.first && word.tag === "PART" && /^['’]s?$/u.test(word.text) && owner)
        found.nouns.push(phrase(chunk.first, at - 1, owner.lemma));
    }
    const own = phrase(chunk.first, chunk.last, chunk.head.lemma, marker);
    found.nouns.push(own);
    if (spoken && isCalled(chunk, words) && isApart(chunks, index)) {
      found.vocatives.push(own);
      found.addressed.add(chunk);
    }
  }
  return found;
}

/** A name, or a noun for a person: bare (`sir`, `boys`) or after `my`, `old`, `dear`. */
function isCalled({ head, first, pronoun }: NounChunk, words: readonly Word[]): boolean {
  const start = words[first];
  if (pronoun || start === undefined || start.tag === "NUM" || start.tag === "DET") return false;
  if (start !== head && start.tag !== "PROPN" && !table.is("vocative-before", start.text.toLowerCase()))
    return false;
  return head.tag === "PROPN" || ["person", "animal"].includes(kindOfNoun(head.lemma, "en")?.is ?? "");
}

const isEdge = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || chunk.kind === "comma" || chunk.kind === "stop";

const isNamed = (chunk: Chunk | undefined): boolean => chunk?.kind === "noun" && !chunk.pronoun;

/** Between marks, and neither a member of a list nor another name of the noun before it. */
function isApart(chunks: readonly Chunk[], index: number): boolean {
  // "Oh, mother": an interjection stands before the name with or without a comma.
  const before = chunks[index - 1]?.kind === "other" ? index - 2 : index - 1;
  const [second, third] = [chunks[index + 2], chunks[index + 3]];
  if (!isEdge(chunks[before]) || !isEdge(chunks[index + 1])) return false;
  const isSecond = chunks[before]?.kind === "comma" && isNamed(chunks[before - 1]);
  const goesOn = isNamed(second) || (second?.kind === "and" && isNamed(third));
  return !isSecond && !(chunks[index + 1]?.kind === "comma" && goesOn);
}
