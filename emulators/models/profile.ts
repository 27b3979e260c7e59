// Behaviour profiles of the simulated models: latency, error rates, and refusals. A seed and the number of the call decide the
// outcome of a call. The prompt itself decides its answer (`endings.ts`).
import { createHash } from "node:crypto";

export interface Profile {
  /** Latency of calls in milliseconds: the median and the 95th percentile. */
  text: { p50Ms: number; p95Ms: number };
  image: { p50Ms: number; p95Ms: number };
  /** Share of calls with 429, 0 to 1. */
  busy: number;
  /** Share of calls with 503. */
  unavailable: number;
  /** Outages: of runs of `length` calls, the share `share` has a higher rate of 503. */
  badRuns?: { length: number; share: number; unavailable: number };
  slow: number;
  /** Latency factor of slow calls. */
  slowFactor: number;
  /** Share of image subjects that are refused. A subject is refused always or never. */
  refused: number;
  /** Share of text subjects that are refused. */
  refusedTexts: number;
  /** Share of pictures that are preceded by a draft. */
  drafts: number;
  /** Share of requests with three times the usual thoughts. */
  longThoughts: number;
  /** Whether pictures are PNG, JPEG or WebP at random. Otherwise all are PNG. */
  mixedTypes: boolean;
}

const FAULTLESS = {
  ...{ busy: 0, unavailable: 0, slow: 0, slowFactor: 4 },
  ...{ refused: 0, refusedTexts: 0, drafts: 0, longThoughts: 0, mixedTypes: false },
};
const AT_ONCE = { p50Ms: 0, p95Ms: 0 };

export const PROFILES = {
  instant: { text: AT_ONCE, image: AT_ONCE, ...FAULTLESS },
  /** The latencies of the service that Mekuri replaces: about 12 s for a text, and 25 s for eight pictures with five in parallel. */
  seed: { text: { p50Ms: 12_000, p95Ms: 12_000 }, image: { p50Ms: 3_125, p95Ms: 3_125 }, ...FAULTLESS },
  /** Gemini 3 without thinking, and 3.1 Flash Image, by vendors' measurements of 2026. */
  measured: {
    text: { p50Ms: 5_000, p95Ms: 11_000 },
    image: { p50Ms: 13_000, p95Ms: 25_000 },
    ...FAULTLESS,
  },
  /** All kinds of failures, at 1/25 of the measured latencies. */
  troubled: {
    text: { p50Ms: 200, p95Ms: 440 },
    image: { p50Ms: 520, p95Ms: 1_000 },
    ...{ busy: 0.1, unavailable: 0.1, slow: 0.05, slowFactor: 4 },
    ...{ refused: 0.05, refusedTexts: 0, drafts: 0.03, longThoughts: 0.01, mixedTypes: true },
  },
  /**
   * An overloaded hour by users' reports: clusters of 503 in which a key got none or one of five pictures, 18 to 28 s per picture, and
   * single answers after 120 s (discuss.ai.google.dev/144598).
   */
  "bad-hour": {
    text: { p50Ms: 12_000, p95Ms: 30_000 },
    image: { p50Ms: 23_000, p95Ms: 28_000 },
    ...FAULTLESS,
    busy: 0.05,
    badRuns: { length: 10, share: 0.5, unavailable: 0.9 },
    ...{ slow: 0.03, slowFactor: 5 },
  },
} as const satisfies Record<string, Profile>;

export interface CallOutcome {
  waitMs: number;
  fault: "busy" | "unavailable" | undefined;
}

/** The outcome of a call by its number (from 1). */
export function outcomeOf(profile: Profile, kind: "text" | "image", seed: number, call: number): CallOutcome {
  const chance = chancesOf(`${seed}/${call}`);
  const { p50Ms, p95Ms } = profile[kind];
  // A piecewise linear distribution through the two known percentiles.
  const rank = chance(0);
  const usual =
    rank < 0.5 ? p50Ms * (0.7 + 0.6 * rank) : p50Ms + ((p95Ms - p50Ms) * Math.min(1, rank - 0.5)) / 0.45;
  const ms = p50Ms === p95Ms ? p50Ms : usual;
  const draw = chance(1);
  const { busy } = profile;
  const unavailable = unavailableAt(profile, seed, call);
  const fault = draw < busy ? "busy" : draw < busy + unavailable ? "unavailable" : undefined;
  return { waitMs: Math.round(chance(2) < profile.slow ? ms * profile.slowFactor : ms), fault };
}

function unavailableAt({ unavailable, badRuns }: Profile, seed: number, call: number): number {
  if (badRuns === undefined) return unavailable;
  const run = Math.floor((call - 1) / badRuns.length);
  return chancesOf(`${seed}/run/${run}`)(0) < badRuns.share ? badRuns.unavailable : unavailable;
}

/** Eight deterministic numbers from 0 to 1 for a text. */
export function chancesOf(words: string): (at: number) => number {
  const digest = createHash("sha256").update(words).digest();
  return (at) => digest.readUInt32BE((at % 8) * 4) / 2 ** 32;
}
