// Sentences and clauses of a unit's text, in either language. The dictionary of the language is loaded on the first call, the other never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence } from "./clause.ts";
import type { Word } from "./word.ts";

/** Sentences of a text, without a gap; the clauses of each. */
export type ReadClauses = (text: string) => Sentence[];

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const { tag, clauses, nouns } = await (language === "en" ? english() : japanese());
  return (text) => {
    const words = tag(text);
    let next = 0;
    return sentenceSpans(text, language).map(({ from, to }) => {
      const own: Word[] = [];
      for (let word = words[next]; word !== undefined && word.from < to; word = words[next]) {
        own.push(word);
        next += 1;
      }
      return { from, to, words: own, clauses: clauses(own, text), ...nouns(own, text) };
    });
  };
}

async function english() {
  const [{ englishTagger }, { englishClauses }, { englishNouns }] = await Promise.all([
    import("./english-words.ts"),
    import("./english-clauses.ts"),
    import("./english-nouns.ts"),
  ]);
  return { tag: await englishTagger(), clauses: englishClauses, nouns: englishNouns };
}

async function japanese() {
  const [{ japaneseTagger }, { japaneseClauses }, { japaneseNouns }] = await Promise.all([
    import("./japanese-words.ts"),
    import("./japanese-clauses.ts"),
    import("./japanese-nouns.ts"),
  ]);
  return { tag: await japaneseTagger(), clauses: japaneseClauses, nouns: japaneseNouns };
}
