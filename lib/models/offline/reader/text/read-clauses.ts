// Sentences and clauses of a unit's text, in either language. The dictionary of the language is loaded on the first call, the other never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence } from "./clause.ts";
import type { TagWords, Word } from "./word.ts";

/** Sentences of a text, without a gap; the clauses of each. `spoken`: somebody says it aloud, so that it may address and command. */
export type ReadClauses = (text: string, spoken?: boolean) => Sentence[];

interface LanguageReader {
  tag: TagWords;
  /** `text`: what the words' offsets point into. */
  read(words: readonly Word[], text: string, spoken: boolean): Omit<Sentence, "from" | "to" | "words">;
}

/**
 * A longer sentence, in words, is read as several: what looks at all clauses or nouns of a sentence stays within a bound, whatever the text.
 * The longest sentence of the development stories has 122.
 */
const LONGEST_SENTENCE = 400;

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const { tag, read } = await (language === "en" ? english() : japanese());
  return (text, spoken = false) => {
    const words = taggedInPieces(text, tag);
    let next = 0;
    return sentenceSpans(text, language).flatMap(({ from, to }) => {
      const first = next;
      while ((words[next]?.from ?? to) < to) next += 1;
      const parts = partsOf(words.slice(first, next));
      const starts = [from, ...parts.slice(1).map(([word]) => word?.from ?? to)];
      return parts.map((part, at) => ({
        ...{ from: starts[at] ?? from, to: starts[at + 1] ?? to, words: part },
        ...read(part, text, spoken),
      }));
    });
  };
}

/** Longer texts are tagged in pieces, for a tagger's time and memory grow faster than a text. In UTF-16 units. */
const PIECE = 1_500;

function taggedInPieces(text: string, tag: TagWords): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const word of tag(text.slice(start, end)))
      words.push(start === 0 ? word : { ...word, from: word.from + start, to: word.to + start });
    start = end;
  }
  return words;
}

/** After a sentence, else after a space or comma, of the piece's second half. */
function pieceEnd(text: string, start: number): number {
  const most = start + PIECE;
  if (most >= text.length) return text.length;
  const after = (...marks: string[]) =>
    Math.max(...marks.map((mark) => text.lastIndexOf(mark, most - mark.length) + mark.length));
  const ends = [after(". ", "。"), after(" ", "、")];
  return ends.find((end) => end > start + PIECE / 2) ?? most;
}

/** The words of a sentence in parts of a bounded length, which end at a mark where there is one. At least one part. */
function partsOf(words: readonly Word[]): (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  let start = 0;
  while (words.length - start > LONGEST_SENTENCE) {
    const end = start + LONGEST_SENTENCE;
    const mark = words.slice(start, end).findLastIndex(({ tag }) => tag === "PUNCT" || tag === "記号");
    const cut = mark < LONGEST_SENTENCE / 2 ? end : start + mark + 1;
    parts.push(words.slice(start, cut));
    start = cut;
  }
  return [...parts, words.slice(start)];
}

async function english(): Promise<LanguageReader> {
  const [{ englishTagger }, { readEnglish }] = await Promise.all([
    import("./english-words.ts"),
    import("./english-clauses.ts"),
  ]);
  return { tag: await englishTagger(), read: readEnglish };
}

async function japanese(): Promise<LanguageReader> {
  const [{ japaneseTagger }, { readJapanese }] = await Promise.all([
    import("./japanese-words.ts"),
    import("./japanese-clauses.ts"),
  ]);
  return { tag: await japaneseTagger(), read: readJapanese };
}
