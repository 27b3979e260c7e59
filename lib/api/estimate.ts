// What a book will take, said before anything starts: an estimate from the text's length, and the models' usual times and prices.

import { countCharacters } from "../manga/decode-story.ts";
import type { Language } from "../manga/language.ts";
import { catalogModel, priceOf } from "../models/catalog.ts";
import { parseHostedId } from "../models/hosted/settings.ts";
import { requestsPerMinute } from "../models/hosted/traffic.ts";
import { MODEL_SETS, type ModelSet } from "../models/model-sets.ts";
import { SIMULATED_PRICES } from "../models/simulated.ts";
import { today } from "../models/today.ts";

export interface Estimate {
  pages: number;
  seconds: number;
  priceMicros: number;
}

/** Characters of story that fill a page, as the offline author's own choice of pages comes out on average. */
const CHARACTERS_PER_PAGE: Record<Language, number> = { ja: 190, en: 480 };
const PANELS_PER_PAGE = 5;
const PORTRAITS = 3;
const IMAGE_SLOTS = 5;

/** Seconds: of writing the book and a page, by writer; of a panel, by artist. Measured offline, the seed's own when simulated, vendors' medians else. */
const WRITING = {
  offline: { book: 1.5, page: 0.6 },
  simulated: { book: 30, page: 0.5 },
  hosted: { book: 25, page: 1 },
};
const DRAWING = { offline: 0.2, simulated: 3.2, hosted: 15 };

/**
 * Tokens of writing, thoughts included: for a book besides its pages, and for a page with its part of plan and beats. As counted by the
 * local model server on the sample story; how much Google's models really think is not known.
 */
const WRITTEN = { book: { input: 4_000, output: 6_000 }, page: { input: 3_000, output: 4_000 } };
/** Micro-dollars of looking at a picture. */
const LOOK_MICROS = 1_000;
/** Tokens of a picture's prompt with its portraits, and of the thoughts before it. */
const PICTURE_INPUT = 2_500;
const PICTURE_THOUGHTS = 700;

export function estimateBook(
  text: string,
  { language, pages, models }: { language: Language; pages: number | undefined; models: ModelSet },
): Estimate {
  const count =
    pages ?? Math.min(100, Math.max(1, Math.ceil(countCharacters(text) / CHARACTERS_PER_PAGE[language])));
  const { writer, artist } = MODEL_SETS[models];
  const { book, page } = WRITING[kindOf(writer)];
  const panel = DRAWING[kindOf(artist)];
  const images = count * PANELS_PER_PAGE + PORTRAITS;
  const drawing = Math.max((count * PANELS_PER_PAGE * panel) / IMAGE_SLOTS, images * secondsApart(artist));
  const seconds = book + count * page + drawing;
  const priceMicros = priceOfPages(count, { writer, artist });
  return { pages: count, seconds: Math.round(seconds * 10) / 10, priceMicros };
}

/** Micro-dollars of a book of so many pages, with its portraits. */
function priceOfPages(pages: number, { writer, artist }: { writer: string; artist: string }): number {
  return writingMicros(writer, pages) + (pages * PANELS_PER_PAGE + PORTRAITS) * drawingMicros(artist);
}

/**
 * What a book of so many draft pages costs: written and drawn by the hosted models that are chosen by default (`gemini`), five panels
 * a page and three portraits, each drawn once at 1K, none redrawn; at the catalog's prices of today.
 */
export function draftPagesMicros(pages: number): number {
  return priceOfPages(pages, MODEL_SETS.gemini);
}

/** Seconds between two pictures that the rate limit of the model lets begin. */
function secondsApart(artist: string): number {
  const hosted = parseHostedId(artist);
  return hosted === undefined ? 0 : 60 / requestsPerMinute(hosted.model);
}

function kindOf(id: string): "offline" | "simulated" | "hosted" {
  if (parseHostedId(id) !== undefined) return "hosted";
  return id.startsWith("simulated") ? "simulated" : "offline";
}

function writingMicros(id: string, pages: number): number {
  const hosted = parseHostedId(id);
  if (hosted === undefined) return kindOf(id) === "simulated" ? simulatedWritingMicros(pages) : 0;
  const inputTokens = WRITTEN.book.input + pages * WRITTEN.page.input;
  const outputTokens = WRITTEN.book.output + pages * WRITTEN.page.output;
  return priceOf(catalogModel(hosted.model), { inputTokens, outputTokens, imageTokens: 0 }, today());
}

function drawingMicros(id: string): number {
  const hosted = parseHostedId(id);
  if (hosted === undefined) return kindOf(id) === "simulated" ? SIMULATED_PRICES.panel : 0;
  const model = catalogModel(hosted.model);
  const size = model.images?.sizes["1K"];
  const imageTokens = size !== undefined && "tokens" in size ? size.tokens : 0;
  const pieces = { size: "1K", count: 1 } as const;
  return (
    priceOf(
      model,
      { inputTokens: PICTURE_INPUT, outputTokens: PICTURE_THOUGHTS, imageTokens, pieces },
      today(),
    ) + LOOK_MICROS
  );
}

function simulatedWritingMicros(pages: number): number {
  const { concept, characters, plot, storyboard } = SIMULATED_PRICES.writing;
  return concept + characters + plot + pages * storyboard;
}
