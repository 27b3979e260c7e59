// Sentences and clauses of a unit's text, in either language. The dictionary of the language is loaded on the first call, the other never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence } from "./clause.ts";
import type { Word } from "./word.ts";

/** Sentences of a text, without a gap; the clauses of each. `spoken`: somebody says it aloud, so that it may address and command. */
export type ReadClauses = (text: string, spoken?: boolean) => Sentence[];

type ReadSentence = (words: readonly Word[], text: string, spoken: boolean) => Omit<Sentence, "from" | "to">;

/**
 * A longer sentence, in words, is read as several: what looks at all clauses or nouns of a sentence stays within a bound, whatever the text.
 * The longest sentence of the development stories has 122.
 */
const LONGEST_SENTENCE = 400;

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const { tag, read } = await (language === "en" ? english() : japanese());
  return (text, spoken = false) => {
    const words = tag(text);
    let next = 0;
    return sentenceSpans(text, language).flatMap(({ from, to }) => {
      const own: Word[] = [];
      for (let word = words[next]; word !== undefined && word.from < to; word = words[next]) {
        own.push(word);
        next += 1;
      }
      const parts = partsOf(own);
      const starts = [from, ...parts.slice(1).map(([first]) => first?.from ?? to)];
      return parts.map((part, at) => ({
        ...{ from: starts[at] ?? from, to: starts[at + 1] ?? to },
        ...read(part, text, spoken),
      }));
    });
  };
}

/** The words of a sentence in parts of a bounded length, which end at a mark where there is one. At least one part. */
function partsOf(words: readonly Word[]): (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  let start = 0;
  while (words.length - start > LONGEST_SENTENCE) {
    const end = start + LONGEST_SENTENCE;
    const mark = words.slice(start, end).findLastIndex(({ tag }) => MARKS.has(tag));
    const cut = mark < LONGEST_SENTENCE / 2 ? end : start + mark + 1;
    parts.push(words.slice(start, cut));
    start = cut;
  }
  return [...parts, words.slice(start)];
}

const MARKS: ReadonlySet<string> = new Set(["PUNCT", "記号"]);

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
