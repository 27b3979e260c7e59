// What a book will take, said before anything starts: an estimate from the number of its pages, and the models' usual times and prices.

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
  /** A limit with which the book can be finished: it has room for more people and panels than usual, and for what is reserved. */
  enoughMicros: number;
  /** What somebody should know before the start: the limit that holds is below `enoughMicros`. */
  warning?: string;
}

/** Usual and, for a limit that is enough, most. */
const PANELS_PER_PAGE = { usual: 5, most: 6.5 };
const PORTRAITS = { usual: 3, most: 12 };
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

interface EstimatedBook {
  pages: number;
  models: ModelSet;
  /** The lowest limit that holds, in micro-dollars. */
  limitMicros?: number | undefined;
}

export function estimateBook({ pages, models, limitMicros }: EstimatedBook): Estimate {
  const { writer, artist } = MODEL_SETS[models];
  const { book, page } = WRITING[kindOf(writer)];
  const panel = DRAWING[kindOf(artist)];
  const panels = pages * PANELS_PER_PAGE.usual;
  const images = panels + PORTRAITS.usual;
  const drawing = Math.max((panels * panel) / IMAGE_SLOTS, images * secondsApart(artist));
  const seconds = book + pages * page + drawing;
  const [writing, picture] = [writingMicros(writer, pages), drawingMicros(artist)];
  const priceMicros = writing + images * picture;
  const mostImages = Math.ceil(pages * PANELS_PER_PAGE.most) + PORTRAITS.most;
  const enoughMicros = priceMicros === 0 ? 0 : Math.ceil(writing * 1.5) + (mostImages + RESERVED) * picture;
  return {
    ...{ pages, priceMicros, enoughMicros },
    seconds: Math.round(seconds * 10) / 10,
    ...(limitMicros === undefined || limitMicros >= enoughMicros
      ? {}
      : { warning: warningOf({ limitMicros, priceMicros, enoughMicros }) }),
  };
}

/** Pictures for which money is held back while one of them is drawn. */
const RESERVED = 2;

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
const CENT = 10_000;

function warningOf(micros: Record<"limitMicros" | "priceMicros" | "enoughMicros", number>): string {
  const limit = dollars(Math.floor(micros.limitMicros / CENT));
  const [price, enough] = [micros.priceMicros, micros.enoughMicros].map((up) =>
    dollars(Math.ceil(up / CENT)),
  );
  return `The book is estimated at ${price}, and the limit of ${limit} may end it before it is finished; ${enough} is enough.`;
}

/**
 * What a book of so many draft pages costs: written and drawn by the hosted models that are chosen by default (`gemini`), five panels
 * a page and three portraits, each drawn once at 1K, none redrawn; at the catalog's prices of today.
 */
export function draftPagesMicros(pages: number): number {
  return estimateBook({ pages, models: "gemini" }).priceMicros;
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
