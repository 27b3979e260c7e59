// Kinds, rates and times of injected faults, all drawn from the campaign's seed.
import { contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { type Chance, seededChance } from "../../../lib/pipeline/simulation/chance.ts";

/** Shares from 0 to 1, a little above the required minima, so that chance does not fall below them. */
export const RATES = {
  /** Duplicated deliveries. */
  doubled: 0.23,
  /** Delayed deliveries, which later ones overtake. */
  reordered: 0.12,
  /** Deliveries whose deadline passes before their answer. */
  lapsed: 0.06,
  /** Commits that Firestore aborts. */
  aborted: 0.06,
  /** Model calls that fail. */
  failedCalls: 0.12,
} as const;

/** Required minima of a campaign, in the same shares, and for each session. */
export const LEAST = {
  ...{ doubled: 0.2, reordered: 0.1, lapsed: 0.05, aborted: 0.05, failedCalls: 0.1 },
  ...{ crashesPerSession: 0.5, killsPerSession: 0.1 },
} as const;

/** Milliseconds. Most delays are short; some exceed a lease, after which the sweep has published the message again. */
export const REORDER_MS = { little: [20, 600], much: [3_500, 7_000], muchShare: 0.15 } as const;
export const LAPSE_MS = [10, 1_500] as const;
export const FIRESTORE_LATENCY_MS = 2;

/** Time between kills of the suite, and duration of an outage. */
export const SUITE_UP_MS = [5_000, 20_000] as const;
export const SUITE_DOWN_MS = [0, 5_000] as const;

/** Crashes of workers for each session; some orders never find a delivery. */
export const CRASHES_PER_SESSION = 0.54;

/** A separate random generator for each purpose, so that one does not affect another. */
export function chanceOf(seed: number, purpose: string): Chance {
  return seededChance(Number.parseInt(contentHash(`${seed} ${purpose}`).slice(0, 8), 16));
}
