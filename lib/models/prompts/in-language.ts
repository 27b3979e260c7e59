// Whether a text that a model wrote is in the book's language, by its script: enough to notice an answer in the wrong one.
import type { Language } from "../../manga/language.ts";

/** A name or a cry in another script is no sign of another language. */
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
