// An English sentence: its chunks once, and from them its nouns, who is addressed, and its clauses.
import type { Sentence } from "./clause.ts";
import { type Chunk, chunksOf } from "./english-chunks.ts";
import { englishClauses } from "./english-clauses.ts";
import { englishNouns } from "./english-nouns.ts";
import type { Word } from "./word.ts";

/** `text`: what the words' offsets point into. */
export function readEnglish(
  words: readonly Word[],
  text: string,
  spoken: boolean,
): Omit<Sentence, "from" | "to"> {
  const chunks = chunksOf(words);
  const { nouns, addressed, vocatives } = englishNouns({ words, chunks, text, spoken });
  const others = chunks.map((chunk): Chunk => {
    if (!addressed.has(chunk)) return chunk;
    return { kind: "comma", first: chunk.first, last: chunk.last, word: "," };
  });
  return { words, nouns, vocatives, clauses: englishClauses({ words, chunks: others, text, spoken }) };
}
