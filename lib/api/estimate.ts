// Estimates a book's time and price before it is started, from the number of pages and the models' usual times and prices.

import { isHostedId, type ModelIds } from "../manga/model-ids.ts";
import type { Tier } from "../manga/tier.ts";
import { type CatalogModel, catalogModel, knownModel, priceOf } from "../models/catalog.ts";
import { isOwn } from "../models/hosted/access.ts";
import { parseHostedId, takesReferences } from "../models/hosted/settings.ts";
import { requestsPerMinute } from "../models/hosted/traffic.ts";
import { modelIds, parseModels } from "../models/model-sets.ts";
import { SIMULATED_PRICES } from "../models/simulated.ts";
import { slowShareOf } from "../models/tiers.ts";
import { today } from "../models/today.ts";

export interface Estimate {
  pages: number;
  seconds: number;
  priceMicros: number;
  /** A budget that suffices to finish the book: it allows for more people and panels than usual, and for reserved money. */
  enoughMicros: number;
  /** A warning to show before the start: the limit in force is below `enoughMicros`. */
  warning?: string;
  /** With `auto`: the program, model and address that the story is sent to, and what was detected but is not used. */
  notices?: string[];
}

/** `usual`: for the estimate; `most`: for a budget that suffices. */
const PANELS_PER_PAGE = { usual: 5, most: 6.5 };
const PEOPLE = { usual: 3, most: 12 };
/** Places seen more than once, and further outfits with a sheet of their own. */
const PLACES = { usual: 3, most: 8 };
const OUTFITS = { usual: 0, most: 4 };
/** The style plate. */
const PLATES = 1;
/** Share of panels that take more than a third of their page. */
const LARGE = { usual: 0.1, most: 0.3 };
/** Pictures made for each one kept, because faults found by the picture check are redrawn. */
const MENDED = { usual: 1, most: 1.25 };
const IMAGE_SLOTS = 5;

/**
 * Seconds for reading the story (for the book and for each page), for directing a page, and for a panel. Sources: measured for offline
 * models, set by the seed for simulated ones, vendors' medians for others.
 */
const READING = {
  offline: { book: 1.5, page: 0.5 },
  simulated: { book: 30, page: 0.25 },
  hosted: { book: 25, page: 0.5 },
};
const DIRECTING = { offline: 0.1, simulated: 0.25, hosted: 0.5 };
const DRAWING = { offline: 0.2, simulated: 3.2, hosted: 15 };

/**
 * Tokens, thoughts included, for reading (for the book, and for each page's part of plan and beats) and for directing a page. Measured with
 * the local model server on the sample story. The number of thought tokens of Google's models is not known.
 */
const READ = { book: { input: 4_000, output: 6_000 }, page: { input: 1_800, output: 1_600 } };
const DIRECTED = { input: 1_900, output: 2_800 };
/** Micro-dollars for checking a picture. Pictures of a self-hosted server are not checked. */
const LOOK_MICROS = 1_000;
/** Tokens of a picture's prompt with its reference pictures (1,120 each), and of the thoughts before it. */
const PICTURE_INPUT = 2_500;
const PICTURE_THOUGHTS = 700;

interface EstimatedBook {
  pages: number;
  /** Model ids, with the tier's artist applied. */
  models: ModelIds;
  /** Default: `standard`. */
  tier?: Tier;
  /** Whether the half-price mode is used, for models that have one. */
  slow?: boolean;
  /** Whether pictures are made at the size for print. */
  isPrinted?: boolean;
  /** Number of people, if known. Default: the usual number. */
  people?: number;
  places?: number;
  /** The lowest of the limits in force, in micro-dollars. */
  limitMicros?: number | undefined;
}

export function estimateBook(book: EstimatedBook): Estimate {
  const { pages, models, limitMicros, slow = false } = book;
  const { reader, director, artist } = models;
  const { book: whole, page } = READING[kindOf(reader)];
  const usual = picturesOf(book, "usual");
  const drawing = Math.max(
    (usual.panels * DRAWING[kindOf(artist)]) / IMAGE_SLOTS,
    (usual.panels + usual.sheets) * secondsApart(artist),
  );
  const fast = whole + pages * (page + DIRECTING[kindOf(director)]) + drawing;
  const seconds = slow ? fast * SLOWER : fast;
  const writing =
    readingMicros(reader, pages) * shareOf(reader, slow) +
    directingMicros(director, pages) * shareOf(director, slow);
  const priceMicros = Math.ceil(writing + drawingMicros(book, usual));
  const most = picturesOf(book, "most");
  const enoughMicros =
    priceMicros === 0
      ? 0
      : Math.ceil(writing * 1.5 + drawingMicros(book, { ...most, panels: most.panels + RESERVED }));
  return {
    ...{ pages, priceMicros, enoughMicros },
    seconds: Math.round(seconds * 10) / 10,
    ...(limitMicros === undefined || limitMicros >= enoughMicros
      ? {}
      : { warning: warningOf({ limitMicros, priceMicros, enoughMicros }) }),
  };
}

/** Pictures for which money is reserved while one is drawn. */
const RESERVED = 2;

/** Factor by which the half-price mode is slower. An assumption: the vendor says "minutes", and it has not been measured here. */
const SLOWER = 10;

interface Pictures {
  panels: number;
  /** Number of large panels. */
  large: number;
  /** Number of sheets: people, places and the style. */
  sheets: number;
  /** Pictures made in total for each one kept. */
  mended: number;
}

function picturesOf(
  { pages, models: { artist }, tier, isPrinted, people, places }: EstimatedBook,
  how: "usual" | "most",
): Pictures {
  const panels = Math.ceil(pages * PANELS_PER_PAGE[how]);
  const shown = people ?? PEOPLE[how];
  const besides = takesReferences(artist) ? PLATES + (places ?? PLACES[how]) + OUTFITS[how] : 0;
  const isSmall = tier === "draft" || !takesReferences(artist);
  return {
    panels,
    large: isSmall ? 0 : isPrinted ? panels : panels * LARGE[how],
    sheets: shown + besides,
    mended: isLookedAt(artist, tier) ? MENDED[how] : 1,
  };
}

/** Results that a change invalidates. */
interface MadeAgain {
  /** Whether the story is read again. */
  reading: boolean;
  /** Number of pages whose panels are planned again. */
  directed: number;
  panels: number;
  /** Number of sheets: people, places and the style. */
  sheets: number;
}

/** Estimated cost of a change to a book of `pages` pages, in micro-dollars, without any cached result. */
export function estimateChange(
  book: EstimatedBook,
  { reading, directed, panels, sheets }: MadeAgain,
): number {
  const { pages, models, slow = false, tier } = book;
  const isSmall = tier === "draft" || !takesReferences(models.artist);
  const large = isSmall ? 0 : book.isPrinted ? panels : panels * LARGE.usual;
  const mended = isLookedAt(models.artist, tier) ? MENDED.usual : 1;
  const read = reading ? readingMicros(models.reader, pages) * shareOf(models.reader, slow) : 0;
  const written = directingMicros(models.director, directed) * shareOf(models.director, slow);
  return Math.ceil(read + written + drawingMicros(book, { panels, large, sheets, mended }));
}

/** Drafts, and pictures of programs and self-hosted servers, are not checked. */
const isLookedAt = (artist: string, tier: Tier | undefined): boolean =>
  tier !== "draft" && isHostedId(artist) && rowOf(artist)?.method !== "own";

/** Models without a half-price mode cost the full price. */
const shareOf = (id: string, slow: boolean): number => (slow ? slowShareOf(id, today()) : undefined) ?? 1;

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
const CENT = 10_000;

function warningOf(micros: Record<"limitMicros" | "priceMicros" | "enoughMicros", number>): string {
  const limit = dollars(Math.floor(micros.limitMicros / CENT));
  const [price, enough] = [micros.priceMicros, micros.enoughMicros].map((up) =>
    dollars(Math.ceil(up / CENT)),
  );
  return `The estimated cost is ${price}. With the limit of ${limit} the book may stop unfinished; ${enough} is enough.`;
}

/**
 * Cost of `pages` draft pages with the default hosted models (`gemini`): five panels a page and three portraits, each drawn once at 1K,
 * none redrawn, at today's catalog prices.
 */
export function draftPagesMicros(pages: number): number {
  return estimateBook({ pages, models: modelIds(parseModels("gemini")) }).priceMicros;
}

/** Seconds between two pictures under the model's rate limit. */
function secondsApart(artist: string): number {
  const model = rowOf(artist);
  return model === undefined ? 0 : 60 / requestsPerMinute(model.id);
}

/** Undefined for programs, and for servers without a valid setting, whose price is not known. */
function rowOf(id: string): CatalogModel | undefined {
  const hosted = parseHostedId(id);
  if (hosted === undefined) return undefined;
  if (!isOwn(hosted.adapter)) return catalogModel(hosted.model);
  try {
    return knownModel(hosted.model);
  } catch (error) {
    // The readiness check reports which setting is wrong.
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

/** 0 for the code director. */
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

/** Cost of all pictures of a book, with the picture checks. */
function drawingMicros(
  { models: { artist }, tier, slow = false }: EstimatedBook,
  pictures: Pictures,
): number {
  const { panels, large, sheets, mended } = pictures;
  const share = shareOf(artist, slow);
  const small = panels - large + sheets;
  const looks = isLookedAt(artist, tier) ? (panels + sheets) * LOOK_MICROS * share : 0;
  const drawn = small * pictureMicros(artist, "1K") + large * pictureMicros(artist, "2K");
  return (drawn * share + looks) * mended;
}

function pictureMicros(id: string, wanted: "1K" | "2K"): number {
  const model = rowOf(id);
  if (model === undefined) return kindOf(id) === "simulated" ? SIMULATED_PRICES.panel : 0;
  const size = model.images?.sizes[wanted] === undefined ? "1K" : wanted;
  const price = model.images?.sizes[size];
  const imageTokens = price !== undefined && "tokens" in price ? price.tokens : 0;
  return priceOf(
    model,
    {
      ...{ inputTokens: PICTURE_INPUT, outputTokens: PICTURE_THOUGHTS, imageTokens },
      pieces: { size, count: 1 },
    },
    today(),
  );
}
