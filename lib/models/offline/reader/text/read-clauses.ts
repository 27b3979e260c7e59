// Sentences and clauses of a unit's text, in either language. The dictionary of the language is loaded on the first call, the other never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence } from "./clause.ts";
import type { Word } from "./word.ts";

/** Sentences of a text, without a gap; the clauses of each. `spoken`: somebody says it aloud, so that it may address and command. */
export type ReadClauses = (text: string, spoken?: boolean) => Sentence[];

type ReadSentence = (words: readonly Word[], text: string, spoken: boolean) => Omit<Sentence, "from" | "to">;

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const { tag, read } = await (language === "en" ? english() : japanese());
  return (text, spoken = false) => {
    const words = tag(text);
    let next = 0;
    return sentenceSpans(text, language).map(({ from, to }) => {
      const own: Word[] = [];
      for (let word = words[next]; word !== undefined && word.from < to; word = words[next]) {
        own.push(word);
        next += 1;
      }
      return { from, to, ...read(own, text, spoken) };
    });
  };
}

interface LanguageReader {
  tag: (text: string) => Word[];
  read: ReadSentence;
}

async function english(): Promise<LanguageReader> {
  const [{ englishTagger }, { readEnglish }] = await Promise.all([
    import("./english-words.ts"),
    import("./english-sentence.ts"),
  ]);
  return { tag: await englishTagger(), read: readEnglish };
}

async function japanese(): Promise<LanguageReader> {
  const [{ japaneseTagger }, { readJapanese }] = await Promise.all([
    import("./japanese-words.ts"),
    import("./japanese-sentence.ts"),
  ]);
  return { tag: await japaneseTagger(), read: readJapanese };
}
