// Whether a model's text is in the book's language, judged by its script; enough to detect an answer in the wrong language.
import type { Language } from "../../manga/language.ts";

/** Shorter texts, such as names and cries, may be in another script. */
const SHORT = 12;

export function isInLanguage(text: string, language: Language): boolean {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (japanese + latin < SHORT) return true;
  return language === "ja" ? japanese > 0 : latin >= japanese;
}

export const WRONG_LANGUAGE = {
  ja: "文章は日本語で書いてください。",
  en: "Write all texts in English.",
} as const;
