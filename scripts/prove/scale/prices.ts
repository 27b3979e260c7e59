// Google Cloud's prices for a book's usage, in dollars: list prices of November 2026; of an expensive region if regions differ.
// https://cloud.google.com/firestore/pricing https://cloud.google.com/pubsub/pricing https://cloud.google.com/run/pricing
// https://cloud.google.com/storage/pricing

export const PRICES = {
  /** The price of one document read. */
  read: 0.06 / 100_000,
  write: 0.18 / 100_000,
  /** A message counts as at least 1 KB, once when it is published and once when it is pushed. */
  message: (2 * 1_024 * 40) / 1_024 ** 4,
  objectWrite: 0.005 / 1_000,
  cpuSecond: 0.000_024,
  gigabyteSecond: 0.000_002_5,
  request: 0.4 / 1_000_000,
} as const;
