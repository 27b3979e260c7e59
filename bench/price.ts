// Price of a book's infrastructure on Google Cloud besides its models, in dollars, at the list prices of docs/operate/scale.md.
import { CATALOG } from "../lib/models/catalog.ts";
import { PRICES } from "../scripts/prove/scale/prices.ts";
import type { Operations } from "./operations.ts";

/** Objects that a step stores: its result and at most one picture. */
const OBJECTS = 2;

/** Price of the texts of a book of 8 pages with Gemini 3.8 Flash, from the calls of four phases; pictures are 99 % of a book's price. */
const WORDS = 0.038;

/** Price of an image of Gemini 3.1 Flash Image at 1K. */
function imageDollars(): number {
  const model = CATALOG.find(({ id }) => id === "gemini-3.1-flash-image");
  const size = model?.images?.sizes["1K"];
  const [rates] = model?.rates ?? [];
  if (size === undefined || rates === undefined || !("tokens" in size))
    throw new RangeError("the catalog has no price of an image");
  // Rates are micro-dollars for a million tokens.
  return (size.tokens * rates.imageOutput) / 1e12;
}

interface Work {
  /** Number of pictures, portraits included. */
  images: number;
  /** Seconds during which a function with a CPU and `gib` of memory handles a request, including the time that a model takes. */
  seconds: readonly { seconds: number; gib: number }[];
}

/** Dollars, and the share that is not for models. */
export function priceOf({ reads, writes, messages }: Operations, { images, seconds }: Work) {
  const { read, write, message, request, objectWrite, cpuSecond, gigabyteSecond } = PRICES;
  const run = seconds.reduce((sum, part) => sum + part.seconds * (cpuSecond + part.gib * gigabyteSecond), 0);
  const stores = reads * read + writes * write + messages * OBJECTS * objectWrite;
  const infrastructure = stores + messages * (message + request) + run;
  const models = images * imageDollars() + WORDS;
  return { infrastructure, models, share: infrastructure / (infrastructure + models) };
}
