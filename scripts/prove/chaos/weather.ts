// What goes wrong in a campaign, how often, and when: everything is drawn from the campaign's seed.
import { contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { type Chance, seededChance } from "../../../lib/pipeline/simulation/chance.ts";

/** Shares from 0 to 1: a little more than the least that a campaign must bring, so that chance does not fall below it. */
export const RATES = {
  /** Deliveries that come twice. */
  doubled: 0.23,
  /** Deliveries that wait, so that later ones overtake them. */
  reordered: 0.12,
  /** Deliveries whose deadline passes before their answer. */
  lapsed: 0.06,
  /** Commits that Firestore aborts. */
  aborted: 0.06,
  /** Model calls that fail. */
  failedCalls: 0.12,
} as const;

/** What a campaign must have brought at the least, in the same shares, and for each session. */
export const LEAST = {
  ...{ doubled: 0.2, reordered: 0.1, lapsed: 0.05, aborted: 0.05, failedCalls: 0.1 },
  ...{ crashesPerSession: 0.5, killsPerSession: 0.1 },
} as const;

/** Milliseconds. Most that are late are so by little; some by more than a lease, when the sweep has published them again. */
export const REORDER_MS = { little: [20, 600], much: [3_500, 7_000], muchShare: 0.15 } as const;
export const LAPSE_MS = [10, 1_500] as const;
export const FIRESTORE_LATENCY_MS = 2;

/** From one kill of the suite to the next, and how long it stays away. */
export const SUITE_UP_MS = [5_000, 20_000] as const;
export const SUITE_DOWN_MS = [0, 5_000] as const;

/** Crashes of workers for each session; a few of those that are ordered find no delivery any more. */
export const CRASHES_PER_SESSION = 0.54;

/** A source of chance of its own for each purpose: what happens in one place moves nothing elsewhere. */
export function chanceOf(seed: number, purpose: string): Chance {
  return seededChance(Number.parseInt(contentHash(`${seed} ${purpose}`).slice(0, 8), 16));
}
