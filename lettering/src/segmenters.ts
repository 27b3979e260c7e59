// What takes texts apart into letters and words. Each is made with the first text that needs it: the first one loads the data of all
// languages, 20 ms that who draws without words need not wait for.

const made = { letters: new Map<string, Intl.Segmenter>(), words: new Map<string, Intl.Segmenter>() };
const GRANULARITY = { letters: "grapheme", words: "word" } as const;

/** `letters`: as people count them, each with its marks. */
export function segmenter(language: "en" | "ja", into: keyof typeof made): Intl.Segmenter {
  let found = made[into].get(language);
  if (found === undefined) {
    found = new Intl.Segmenter(language, { granularity: GRANULARITY[into] });
    made[into].set(language, found);
  }
  return found;
}
