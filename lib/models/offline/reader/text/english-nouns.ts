// Every noun phrase of an English sentence, those within others too, and who is addressed.

import { kindOfNoun } from "../../noun-kinds.ts";
import type { Phrase } from "./clause.ts";
import type { Chunk, NounChunk } from "./english-chunks.ts";
import type { EnglishSentence } from "./english-clauses.ts";
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
  const phrase = (first: number, last: number, head: string, marker?: string): Phrase => {
    const from = words[first]?.from ?? 0;
    const to = words[last]?.to ?? from;
    return { from, to, text: text.slice(from, to), head, ...(marker === undefined ? {} : { marker }) };
  };
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

/** Between marks, and neither a member of a list nor another name of the noun before it. */
function isApart(chunks: readonly Chunk[], index: number): boolean {
  let before = index - 1;
  // "Oh, mother": an interjection stands before the name with or without a comma.
  if (chunks[before]?.kind === "other") before -= 1;
  const after = chunks[index + 1];
  if (!isEdge(chunks[before]) || !isEdge(after)) return false;
  const asks = chunks.some(
    (chunk) => chunk.kind === "noun" && chunk.pronoun && table.is("second-person", chunk.head.lemma),
  );
  const addresses = asks || isAddressing(chunks);
  if (isNamed(chunks, index + 2)) return before < 0 && addresses;
  const previous = chunks[before - 1];
  const isSecondName = chunks[before]?.kind === "comma" && previous?.kind === "noun" && !previous.pronoun;
  return !isSecondName || addresses;
}

/** Whether a further member of a list, or another name, stands at `index`. */
function isNamed(chunks: readonly Chunk[], index: number): boolean {
  const [one, next] = [chunks[index], chunks[index + 1]];
  if (chunks[index - 1]?.kind !== "comma") return false;
  return one?.kind === "noun" ? !one.pronoun : one?.kind === "and" && next?.kind === "noun" && !next.pronoun;
}

/** The sentence begins with a base form, or it is asked. */
function isAddressing(chunks: readonly Chunk[]): boolean {
  const first = chunks.find(({ kind }) => kind !== "comma" && kind !== "other" && kind !== "adverb");
  return first?.kind === "verb" && first.main.text.toLowerCase() === first.main.lemma;
}
