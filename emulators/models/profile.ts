// How a pretended model behaves: how long it takes and how often it fails, decided by a seed and the number of the call.
import { createHash } from "node:crypto";

export interface Profile {
  /** Milliseconds of a call: what half of the calls take, and what all but five in a hundred take. */
  text: { p50Ms: number; p95Ms: number };
  image: { p50Ms: number; p95Ms: number };
  /** Shares of calls, 0 to 1. */
  busy: number;
  unavailable: number;
  refused: number;
  slow: number;
  /** How many times longer a slow call takes. */
  slowFactor: number;
}

const FAULTLESS = { busy: 0, unavailable: 0, refused: 0, slow: 0, slowFactor: 4 };
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
    busy: 0.1,
    unavailable: 0.05,
    refused: 0.03,
    slow: 0.05,
    slowFactor: 4,
  },
} as const satisfies Record<string, Profile>;

export interface Fate {
  waitMs: number;
  fault: "busy" | "unavailable" | "refused" | undefined;
}

/** What happens to the `call`th call (from 1). */
export function fateOf(profile: Profile, kind: "text" | "image", seed: number, call: number): Fate {
  const digest = createHash("sha256").update(`${seed}/${call}`).digest();
  const chance = (at: number) => digest.readUInt32BE(at) / 2 ** 32;
  const { p50Ms, p95Ms } = profile[kind];
  // Two straight lines through the two numbers that are known of the distribution.
  const rank = chance(0);
  const usual =
    rank < 0.5 ? p50Ms * (0.7 + 0.6 * rank) : p50Ms + ((p95Ms - p50Ms) * Math.min(1, rank - 0.5)) / 0.45;
  const ms = p50Ms === p95Ms ? p50Ms : usual;
  const draw = chance(4);
  const { busy, unavailable, refused } = profile;
  const fault =
    draw < busy
      ? "busy"
      : draw < busy + unavailable
        ? "unavailable"
        : draw < busy + unavailable + refused
          ? "refused"
          : undefined;
  return { waitMs: Math.round(chance(8) < profile.slow ? ms * profile.slowFactor : ms), fault };
}
