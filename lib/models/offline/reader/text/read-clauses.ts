// Sentences and clauses of a unit's text, in either language. The tagger of the language is loaded on the first call, the other one never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence } from "./clause.ts";
import { englishClauses } from "./english-clauses.ts";
import { englishTagger } from "./english-words.ts";
import type { Word } from "./word.ts";

export type ReadClauses = (text: string) => Sentence[];

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const tag = await englishTagger();
  return (text) => {
    const words = tag(text);
    let next = 0;
    return sentenceSpans(text, language).map(({ from, to }) => {
      const own: Word[] = [];
      for (let word = words[next]; word !== undefined && word.from < to; word = words[next]) {
        own.push(word);
        next += 1;
      }
      return { from, to, clauses: englishClauses(own, text) };
    });
  };
}
