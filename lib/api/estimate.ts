// What a book will take, said before anything starts: an estimate from the number of its pages, and the models' usual times and prices.

import { isHostedId, type ModelIds } from "../manga/model-ids.ts";
import { type CatalogModel, catalogModel, knownModel, priceOf } from "../models/catalog.ts";
import { isOwn } from "../models/hosted/access.ts";
import { parseHostedId } from "../models/hosted/settings.ts";
import { requestsPerMinute } from "../models/hosted/traffic.ts";
import { modelIds, parseModels } from "../models/model-sets.ts";
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
  /** With `auto`: to which program, with which model and at which address, the story is sent; and what was found and is not used. */
  notices?: string[];
}

/** Usual and, for a limit that is enough, most. */
const PANELS_PER_PAGE = { usual: 5, most: 6.5 };
const PORTRAITS = { usual: 3, most: 12 };
const IMAGE_SLOTS = 5;

/**
 * Seconds: of reading the story, for the book and for each page; of directing a page; of a panel. Measured offline, the seed's own when
 * simulated, vendors' medians else.
 */
const READING = {
  offline: { book: 1.5, page: 0.5 },
  simulated: { book: 30, page: 0.25 },
  hosted: { book: 25, page: 0.5 },
};
const DIRECTING = { offline: 0.1, simulated: 0.25, hosted: 0.5 };
const DRAWING = { offline: 0.2, simulated: 3.2, hosted: 15 };

/**
 * Tokens of text, thoughts included: of reading, for a book besides its pages, and for a page's part of plan and beats; of directing a page.
 * As counted by the local model server on the sample story; how much Google's models really think is not known.
 */
const READ = { book: { input: 4_000, output: 6_000 }, page: { input: 1_800, output: 1_600 } };
const DIRECTED = { input: 1_900, output: 2_800 };
/** Micro-dollars of looking at a picture. Nobody looks at those of a person's own server. */
const LOOK_MICROS = 1_000;
/** Tokens of a picture's prompt with its portraits, and of the thoughts before it. */
const PICTURE_INPUT = 2_500;
const PICTURE_THOUGHTS = 700;

interface EstimatedBook {
  pages: number;
  models: ModelIds;
  /** The lowest limit that holds, in micro-dollars. */
  limitMicros?: number | undefined;
}

export function estimateBook({ pages, models, limitMicros }: EstimatedBook): Estimate {
  const { reader, director, artist } = models;
  const { book, page } = READING[kindOf(reader)];
  const panel = DRAWING[kindOf(artist)];
  const panels = pages * PANELS_PER_PAGE.usual;
  const images = panels + PORTRAITS.usual;
  const drawing = Math.max((panels * panel) / IMAGE_SLOTS, images * secondsApart(artist));
  const seconds = book + pages * (page + DIRECTING[kindOf(director)]) + drawing;
  const writing = readingMicros(reader, pages) + directingMicros(director, pages);
  const picture = drawingMicros(artist);
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
  return estimateBook({ pages, models: modelIds(parseModels("gemini")) }).priceMicros;
}

/** Seconds between two pictures that the rate limit of the model lets begin. */
function secondsApart(artist: string): number {
  const model = rowOf(artist);
  return model === undefined ? 0 : 60 / requestsPerMinute(model.id);
}

/** Undefined for programs, and for a server that no setting names, or none that can be read: it has no price yet. */
function rowOf(id: string): CatalogModel | undefined {
  const hosted = parseHostedId(id);
  if (hosted === undefined) return undefined;
  if (!isOwn(hosted.adapter)) return catalogModel(hosted.model);
  try {
    return knownModel(hosted.model);
  } catch (error) {
    // Readiness says which setting it is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function kindOf(id: string): "offline" | "simulated" | "hosted" {
  if (isHostedId(id)) return "hosted";
  return id.startsWith("simulated") ? "simulated" : "offline";
}

function readingMicros(id: string, pages: number): number {
  if (isHostedId(id)) {
    const of = (key: "input" | "output") => READ.book[key] + pages * READ.page[key];
    return textMicros(id, { input: of("input"), output: of("output") });
  }
  const { concept, characters, plot } = SIMULATED_PRICES.writing;
  return kindOf(id) === "simulated" ? concept + characters + plot : 0;
}

/** Nothing where code directs. */
function directingMicros(id: string, pages: number): number {
  const { input, output } = DIRECTED;
  if (isHostedId(id)) return textMicros(id, { input: pages * input, output: pages * output });
  return kindOf(id) === "simulated" ? pages * SIMULATED_PRICES.writing.storyboard : 0;
}

function textMicros(id: string, { input, output }: { input: number; output: number }): number {
  const model = rowOf(id);
  if (model === undefined) return 0;
  return priceOf(model, { inputTokens: input, outputTokens: output, imageTokens: 0 }, today());
}

function drawingMicros(id: string): number {
  const model = rowOf(id);
  if (model === undefined) return kindOf(id) === "simulated" ? SIMULATED_PRICES.panel : 0;
  const size = model.images?.sizes["1K"];
  const imageTokens = size !== undefined && "tokens" in size ? size.tokens : 0;
  const pieces = { size: "1K", count: 1 } as const;
  return (
    priceOf(
      model,
      { inputTokens: PICTURE_INPUT, outputTokens: PICTURE_THOUGHTS, imageTokens, pieces },
      today(),
    ) + (model.method === "own" ? 0 : LOOK_MICROS)
  );
}
