// Segmenters of text into graphemes and words. Each is made on first use: the first one loads the data of all languages, which takes 20 ms.

const made = { letters: new Map<string, Intl.Segmenter>(), words: new Map<string, Intl.Segmenter>() };
const GRANULARITY = { letters: "grapheme", words: "word" } as const;

/** `letters`: grapheme clusters. */
export function segmenter(language: "en" | "ja", into: keyof typeof made): Intl.Segmenter {
  let found = made[into].get(language);
  if (found === undefined) {
    found = new Intl.Segmenter(language, { granularity: GRANULARITY[into] });
    made[into].set(language, found);
  }
  return found;
}
