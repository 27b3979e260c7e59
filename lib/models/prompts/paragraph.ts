// One paragraph of a picture prompt, within a number of words: sentences of phrases, of which the less needed go first.

/** A phrase of a sentence. What has rank 0 stays; of the others those of the highest rank go first, and of these the last. */
export interface Phrase {
  text: string;
  rank: number;
}

export type Sentence = readonly Phrase[];

/** Image models follow the first 180 words of a prompt well; more of them blur the picture. */
export const MOST_WORDS = 180;

export const must = (text: string): Phrase => ({ text, rank: 0 });
export const may = (rank: number, text: string): Phrase => ({ text, rank });

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Japanese letters of a word, about. */
const LETTERS_A_WORD = 2;

/** Words of a text; Japanese ones are counted by their letters. */
export function wordsIn(text: string): number {
  const letters = text.match(CJK)?.length ?? 0;
  const others = text
    .replaceAll(CJK, " ")
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return others.length + Math.ceil(letters / LETTERS_A_WORD);
}

/** Sentences of which nothing is left vanish. Should the phrases of rank 0 be too many, the last of them go as well. */
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
