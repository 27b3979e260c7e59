// The tables of words by which a wish is understood, of each language: those by which the offline artist knows settings, acting and looks.
import type { Language } from "../../../manga/language.ts";
import { ACTING_WORDS_EN } from "../words/acting-words-en.ts";
import { ACTING_WORDS_JA } from "../words/acting-words-ja.ts";
import { LOOKS_WORDS_EN } from "../words/looks-words-en.ts";
import { LOOKS_WORDS_JA } from "../words/looks-words-ja.ts";
import { SETTING_WORDS_EN } from "../words/setting-words-en.ts";
import { SETTING_WORDS_JA } from "../words/setting-words-ja.ts";
import type { ActingWords, LooksWords, SettingWords } from "../words/word-tables.ts";

type WishWords = SettingWords & ActingWords & LooksWords;

const WORDS: Readonly<Record<Language, WishWords>> = {
  ja: { ...SETTING_WORDS_JA, ...ACTING_WORDS_JA, ...LOOKS_WORDS_JA },
  en: { ...SETTING_WORDS_EN, ...ACTING_WORDS_EN, ...LOOKS_WORDS_EN },
};

export const wishWords = (language: Language): WishWords => WORDS[language];
