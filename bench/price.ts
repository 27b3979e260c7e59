// What a book's infrastructure costs in Google's cloud beside its models. List prices of us-central1, in dollars.
// https://cloud.google.com/firestore/pricing https://cloud.google.com/pubsub/pricing https://cloud.google.com/run/pricing
import type { Operations } from "./operations.ts";

const READ = 0.03 / 100_000;
const WRITE = 0.09 / 100_000;
/** Pub/Sub counts a message as 1 KB at least, once when it is published and once when it is delivered. */
const MESSAGE = (2 * 1_000 * 40) / 2 ** 40;
const REQUEST = 0.4 / 1_000_000;
const CPU_SECOND = 0.000024;
const GIB_SECOND = 0.0000025;
/** Cloud Storage's operations of class A; each step stores its result, and most a picture. */
const STORE = 0.005 / 1_000;

/** An image of Gemini 3.1 Flash Image at 1K, and the words of a book of 8 pages. */
const IMAGE = 0.067;
const WORDS = 0.038;

interface Work {
  /** Pictures, portraits included. */
  images: number;
  /** Seconds that a function with a CPU and `gib` of memory was asked; while a model answers, too. */
  seconds: readonly { seconds: number; gib: number }[];
}

/** Dollars, and the share that is not the models'. */
export function priceOf({ reads, writes, messages }: Operations, { images, seconds }: Work) {
  const run = seconds.reduce((sum, part) => sum + part.seconds * (CPU_SECOND + part.gib * GIB_SECOND), 0);
  const stored = messages * 2 * STORE;
  const infrastructure = reads * READ + writes * WRITE + messages * (MESSAGE + REQUEST) + stored + run;
  const models = images * IMAGE + WORDS;
  return { infrastructure, models, share: infrastructure / (infrastructure + models) };
}
