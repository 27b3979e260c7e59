// How a pretended model behaves: how long it takes, how often it fails, and what it refuses. What happens to a call is decided by a
// seed and the number of the call; what a prompt gets as an answer is decided by the prompt itself (`endings.ts`).
import { createHash } from "node:crypto";

export interface Profile {
  /** Milliseconds of a call: what half of the calls take, and what all but five in a hundred take. */
  text: { p50Ms: number; p95Ms: number };
  image: { p50Ms: number; p95Ms: number };
  /** Share of calls that are answered with 429, 0 to 1. */
  busy: number;
  /** Share of calls that are answered with 503. */
  unavailable: number;
  /** Times of trouble: runs of `length` calls, of which `share` are bad, and in a bad one more calls are answered with 503. */
  badRuns?: { length: number; share: number; unavailable: number };
  slow: number;
  /** How many times longer a slow call takes. */
  slowFactor: number;
  /** Share of subjects of pictures that are refused, each one always. */
  refused: number;
  /** Share of subjects of texts that are refused. */
  refusedTexts: number;
  /** Share of pictures before which a draft is sent. */
  drafts: number;
  /** Share of requests that are thought about much longer than usual. */
  longThoughts: number;
  /** Whether pictures come as PNG, JPEG or WebP, as it happens. Else all are PNG. */
  mixedTypes: boolean;
}

const FAULTLESS = {
  ...{ busy: 0, unavailable: 0, slow: 0, slowFactor: 4 },
  ...{ refused: 0, refusedTexts: 0, drafts: 0, longThoughts: 0, mixedTypes: false },
};
const AT_ONCE = { p50Ms: 0, p95Ms: 0 };

export const PROFILES = {
  instant: { text: AT_ONCE, image: AT_ONCE, ...FAULTLESS },
  /** The times of the service whose place Mekuri takes: about 12 s a text, 25 s for eight pictures at five a time. */
  seed: { text: { p50Ms: 12_000, p95Ms: 12_000 }, image: { p50Ms: 3_125, p95Ms: 3_125 }, ...FAULTLESS },
  /** Gemini 3 without thinking, and 3.1 Flash Image, as vendors measured them in 2026. */
  measured: {
    text: { p50Ms: 5_000, p95Ms: 11_000 },
    image: { p50Ms: 13_000, p95Ms: 25_000 },
    ...FAULTLESS,
  },
  /** Every kind of trouble, at a twenty-fifth of the measured times. */
  troubled: {
    text: { p50Ms: 200, p95Ms: 440 },
    image: { p50Ms: 520, p95Ms: 1_000 },
    ...{ busy: 0.1, unavailable: 0.1, slow: 0.05, slowFactor: 4 },
    ...{ refused: 0.05, refusedTexts: 0, drafts: 0.03, longThoughts: 0.01, mixedTypes: true },
  },
  /**
   * What people reported of a bad hour: 503 in clusters, in which one key saw none or one of five pictures, 18 to 28 s a picture, and
   * single answers of 120 s (discuss.ai.google.dev/144598).
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

export interface Fate {
  waitMs: number;
  fault: "busy" | "unavailable" | undefined;
}

/** What happens to the `call`th call (from 1). */
export function fateOf(profile: Profile, kind: "text" | "image", seed: number, call: number): Fate {
  const chance = chancesOf(`${seed}/${call}`);
  const { p50Ms, p95Ms } = profile[kind];
  // Two straight lines through the two numbers that are known of the distribution.
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

/** Eight numbers from 0 to 1, always the same for the same words. */
export function chancesOf(words: string): (at: number) => number {
  const digest = createHash("sha256").update(words).digest();
  return (at) => digest.readUInt32BE((at % 8) * 4) / 2 ** 32;
}
