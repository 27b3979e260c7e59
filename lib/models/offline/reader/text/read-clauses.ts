// Sentences and clauses of a unit's text, in either language. The dictionary of the language is loaded on the first call, the other never.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Sentence, Span } from "./clause.ts";

/** Sentences of a text, without a gap; the clauses of each. `spoken`: somebody says it aloud, so that it may address and command. */
export type ReadClauses = (text: string, spoken?: boolean) => Sentence[];

/** The reader of a language. Its time grows with the length of the text, and each text is read by itself. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const [{ tagger }, { readSentence }] = await (language === "en"
    ? Promise.all([import("./english-words.ts"), import("./english-clauses.ts")])
    : Promise.all([import("./japanese-words.ts"), import("./japanese-clauses.ts")]));
  const tag = await tagger();
  return (text, spoken = false) =>
    sentenceSpans(text, language)
      .flatMap((sentence) => partsOf(text, sentence))
      .map(({ from, to }) => {
        const words = tag(text.slice(from, to)).map((word) =>
          from === 0 ? word : { ...word, from: word.from + from, to: word.to + from },
        );
        return { from, to, words, ...readSentence(words, text, spoken) };
      });
}

/**
 * A longer sentence, in UTF-16 units, is read as several: whatever the text, what looks at all of a sentence stays within a bound, and so
 * does the memory of the taggers. The longest sentence of the development stories has 547.
 */
const LONGEST_SENTENCE = 1_000;

/** The sentence in parts of a bounded length, which end after a comma or space of their second half where there is one. */
function partsOf(text: string, { from, to }: Span): Span[] {
  const parts: Span[] = [];
  for (let start = from; start < to; start = parts.at(-1)?.to ?? to) {
    const most = start + LONGEST_SENTENCE;
    const ends = [", ", "、", " "].map((mark) => text.lastIndexOf(mark, most - mark.length) + mark.length);
    const end = most < to ? (ends.find((one) => one > start + LONGEST_SENTENCE / 2) ?? most) : to;
    parts.push({ from: start, to: end });
  }
  return parts;
}
