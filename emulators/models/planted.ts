// Faults in the simulated model's pictures: a seed plants them in a share of the pictures, edits remove most of them, and a simulated
// vision model finds them with set error rates.
import { type Random, randomOf } from "./random.ts";

export const PLANTED = [
  ...(["letters", "border", "colour", "extra-head", "wrong-person", "busy-zone"] as const),
] as const;
export type Planted = (typeof PLANTED)[number];

export interface PlantOptions {
  /** Share of pictures that have a fault. */
  share: number;
  /** Share of edits that remove the named fault. */
  obeyed: number;
}

/** Approximately the frequencies in users' reports. */
export const USUAL_FAULTS: PlantOptions = { share: 0.1, obeyed: 0.85 };

export interface Drawing {
  /** Hexadecimal hash of the request and the seed. */
  hash: string;
  /** All texts of the request. */
  texts: readonly string[];
  /** The faults of the request's first picture. Undefined if this server did not make it. */
  given: readonly Planted[] | undefined;
}

/** The faults of the next picture. An edit keeps the faults of its input, except the one that it is told to remove. */
export function plantedIn({ hash, texts, given }: Drawing, { share, obeyed }: PlantOptions): Planted[] {
  const random = randomOf(`planted/${hash}`);
  const fresh = random.isTrue(share) ? [random.pick(PLANTED)] : [];
  const instruction = texts.find((text) => KEEPS.test(text));
  if (instruction === undefined || given === undefined) return fresh;
  const isObeyed = random.isTrue(obeyed);
  const left = given.filter((fault) => !(isObeyed && TOLD[fault].test(instruction)));
  return [...new Set([...left, ...fresh])];
}

/** Patterns of edit instructions, of any program. */
const KEEPS = /\bkeep (?:all|everything) else\b/i;
const TOLD: Record<Planted, RegExp> = {
  letters: /\b(?:letter|writing|text)/i,
  border: /\b(?:border|frame)\b/i,
  colour: /\b(?:grey|colour|black and white)\b/i,
  "extra-head": /\bexactly \d+ people\b/i,
  "wrong-person": /\bface, hair\b/i,
  "busy-zone": /\bempty\b/i,
};

/** Rates: missed faults, false alarms, and truncated answers. */
export interface EyeRates {
  misses: number;
  falseAlarms: number;
  broken: number;
}
export const ERRING: EyeRates = { misses: 0.05, falseAlarms: 0.05, broken: 0.02 };
export const FAULTLESS: EyeRates = { misses: 0, falseAlarms: 0, broken: 0 };

/** The vision model's findings on a picture. Undefined for a truncated answer. */
export function seenBy(
  faults: readonly Planted[],
  { misses, falseAlarms, broken }: EyeRates,
  random: Random,
): Planted[] | undefined {
  if (random.isTrue(broken)) return undefined;
  const seen = faults.filter(() => !random.isTrue(misses));
  const imagined = random.isTrue(falseAlarms) ? [random.pick(PLANTED)] : [];
  return [...new Set([...seen, ...imagined])];
}
