// The lexicon of each language.
import type { Language } from "../../../manga/language.ts";
import type { Lexicon } from "./lexicon.ts";
import { LEXICON_EN } from "./lexicon-en.ts";
import { LEXICON_JA } from "./lexicon-ja.ts";

export function lexiconOf(language: Language): Lexicon {
  return language === "ja" ? LEXICON_JA : LEXICON_EN;
}
