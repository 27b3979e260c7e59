// What a book will take, said before anything starts: an estimate from the text's length and the models' usual times.
import { countCharacters } from "../manga/decode-story.ts";
import type { Language } from "../manga/language.ts";
import type { ModelSet } from "../models/registry.ts";

export interface Estimate {
  pages: number;
  seconds: number;
  priceMicros: number;
}

/** Characters of story that fill a page, as the offline author's own choice of pages comes out on average. */
const CHARACTERS_PER_PAGE: Record<Language, number> = { ja: 190, en: 480 };
const PANELS_PER_PAGE = 5;
const IMAGE_SLOTS = 5;

/** Seconds of one step, by model set; measured for `offline`, the seed's own times for `simulated`. */
const SECONDS: Record<ModelSet, { book: number; page: number; panel: number }> = {
  offline: { book: 1.5, page: 0.6, panel: 0.2 },
  simulated: { book: 30, page: 0.5, panel: 3.2 },
};

export function estimateBook(
  text: string,
  { language, pages, models }: { language: Language; pages: number | undefined; models: ModelSet },
): Estimate {
  const count =
    pages ?? Math.min(100, Math.max(1, Math.ceil(countCharacters(text) / CHARACTERS_PER_PAGE[language])));
  const { book, page, panel } = SECONDS[models];
  const seconds = book + count * page + (count * PANELS_PER_PAGE * panel) / IMAGE_SLOTS;
  return { pages: count, seconds: Math.round(seconds * 10) / 10, priceMicros: 0 };
}
