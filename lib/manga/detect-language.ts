// Tells whether a text is Japanese or English, or neither: by the scripts of its letters and, for Latin script, by the share of common
// English words.

const ENGLISH_WORDS =
  /^(?:the|and|was|were|is|of|to|you|it|he|she|his|her|they|with|that|this|at|on|for|but|said|i|my|we|not|in|had|have|what|no|are|be|do|me|from|as|so|your)$/i;

/** In a text of fewer words the common words may be missing by chance. */
const ENOUGH_WORDS = 12;

export function detectLanguage(text: string): "ja" | "en" | "other" {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return "other";
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  if (kana + han > latin && (kana + han) / letters > 0.5) {
    return kana / (kana + han) >= 0.15 ? "ja" : "other";
  }
  if (latin / letters < 0.7) return "other";
  const words = text.match(/\p{Script=Latin}+/gu) ?? [];
  if (words.length < ENOUGH_WORDS) return "en";
  const english = words.filter((word) => ENGLISH_WORDS.test(word)).length;
  return english / words.length >= 0.12 ? "en" : "other";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
