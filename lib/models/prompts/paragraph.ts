// Composes one paragraph of a picture prompt within a limit of words, from sentences of phrases; phrases of least importance are dropped
// first.

/** A phrase of a sentence. Rank 0 is kept; of the others, the highest rank is dropped first, and within a rank the last phrase. */
export interface Phrase {
  text: string;
  rank: number;
}

export type Sentence = readonly Phrase[];

/** Image models follow the first 180 words of a prompt well; more words make the result less precise. */
export const MOST_WORDS = 180;

export const required = (text: string): Phrase => ({ text, rank: 0 });
export const optional = (rank: number, text: string): Phrase => ({ text, rank });

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Approximate Japanese letters per word. */
const LETTERS_A_WORD = 2;

/** Number of words; Japanese is estimated by its letters. */
export function wordsIn(text: string): number {
  const letters = text.match(CJK)?.length ?? 0;
  const others = text
    .replaceAll(CJK, " ")
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return others.length + Math.ceil(letters / LETTERS_A_WORD);
}

/** Sentences without phrases are dropped. If the phrases of rank 0 alone are too many, the last of them are dropped too. */
export function paragraph(sentences: readonly Sentence[], most: number = MOST_WORDS): string {
  const kept = sentences.map((sentence) => sentence.filter(({ text }) => text.trim() !== ""));
  const ranked = kept
    .flatMap((sentence, at) => sentence.map((phrase, order) => ({ phrase, at, order })))
    .toSorted((a, b) => b.phrase.rank - a.phrase.rank || b.at - a.at || b.order - a.order);
  const gone = new Set<Phrase>();
  let words = ranked.reduce((sum, { phrase }) => sum + wordsIn(phrase.text), 0);
  for (const { phrase } of ranked) {
    if (words <= most) break;
    gone.add(phrase);
    words -= wordsIn(phrase.text);
  }
  return kept
    .map((sentence) => sentence.filter((phrase) => !gone.has(phrase)))
    .filter((sentence) => sentence.length > 0)
    .map(written)
    .join(" ");
}

function written(sentence: Sentence): string {
  const text = sentence.map((phrase) => phrase.text.replace(/[.。]$/u, "")).join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
