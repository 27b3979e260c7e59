// Every noun phrase of an English sentence, those within others too, and who is addressed.
import type { Phrase } from "./clause.ts";
import { chunksOf, type NounChunk } from "./english-chunks.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

export interface Nouns {
  nouns: Phrase[];
  vocatives: Phrase[];
}

/** `text`: what the words' offsets point into. */
export function englishNouns(words: readonly Word[], text: string): Nouns {
  const chunks = chunksOf(words);
  const nouns: Phrase[] = [];
  const vocatives: Phrase[] = [];
  const phrase = (first: number, last: number, head: string, marker?: string): Phrase => {
    const from = words[first]?.from ?? 0;
    const to = words[last]?.to ?? from;
    return { from, to, text: text.slice(from, to), head, ...(marker === undefined ? {} : { marker }) };
  };
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind !== "noun") continue;
    const [before, after] = [chunks[index - 1], chunks[index + 1]];
    const marker = before?.kind === "preposition" ? before.word : undefined;
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const word = words[at];
      if (word === undefined) continue;
      if (table.is("possessive", word.text.toLowerCase()))
        nouns.push(phrase(at, at, word.text.toLowerCase()));
      const owner = words[at - 1];
      if (at > chunk.first && word.tag === "PART" && /^['’]s?$/u.test(word.text) && owner)
        nouns.push(phrase(chunk.first, at - 1, owner.lemma));
    }
    const own = phrase(chunk.first, chunk.last, chunk.head.lemma, marker);
    nouns.push(own);
    const isApart = [before, after].every(
      (mark) => mark === undefined || mark.kind === "comma" || mark.kind === "stop",
    );
    if (
      isApart &&
      (before?.kind === "comma" || after !== undefined || chunks.length === 1) &&
      isName(chunk, words)
    )
      vocatives.push(own);
  }
  return { nouns, vocatives };
}

/** A name, or a noun that a person can be called by: bare (`sir`, `boys`) or after `my`, `old`, `dear`. */
function isName({ head, first, pronoun }: NounChunk, words: readonly Word[]): boolean {
  if (pronoun) return false;
  const start = words[first];
  if (start === undefined || start.tag === "NUM" || start.tag === "DET") return false;
  return head.tag === "PROPN" || start === head || table.is("vocative-before", start.text.toLowerCase());
}
