// Faults of a pretended model's pictures: planted in a share of them by a seed, taken away by edits that are mostly obeyed, and seen by an
// eye that errs at set rates.
import { type Random, randomOf } from "./random.ts";

export const PLANTED = [
  ...(["letters", "border", "colour", "extra-head", "wrong-person", "busy-zone"] as const),
] as const;
export type Planted = (typeof PLANTED)[number];

export interface PlantOptions {
  /** Of pictures that have a fault. */
  share: number;
  /** Of edits that take away what they are told to. */
  obeyed: number;
}

/** As often as live reports have it, roughly. */
export const USUAL_FAULTS: PlantOptions = { share: 0.1, obeyed: 0.85 };

export interface Drawing {
  /** Hexadecimal, of the request and the seed. */
  hash: string;
  /** All texts of the request. */
  texts: readonly string[];
  /** The faults of the first picture of the request; undefined where it was not made here. */
  given: readonly Planted[] | undefined;
}

/** The faults of the next picture. An edit keeps those of the picture that it is about, but for the one it is told to take away. */
export function plantedIn({ hash, texts, given }: Drawing, { share, obeyed }: PlantOptions): Planted[] {
  const random = randomOf(`planted/${hash}`);
  const fresh = random.isTrue(share) ? [random.pick(PLANTED)] : [];
  const instruction = texts.find((text) => KEEPS.test(text));
  if (instruction === undefined || given === undefined) return fresh;
  const isObeyed = random.isTrue(obeyed);
  const left = given.filter((fault) => !(isObeyed && TOLD[fault].test(instruction)));
  return [...new Set([...left, ...fresh])];
}

/** What edits say, of whatever program. */
const KEEPS = /\bkeep (?:all|everything) else\b/i;
const TOLD: Record<Planted, RegExp> = {
  letters: /\b(?:letter|writing|text)/i,
  border: /\b(?:border|frame)\b/i,
  colour: /\b(?:grey|colour|black and white)\b/i,
  "extra-head": /\bexactly \d+ people\b/i,
  "wrong-person": /\bface, hair\b/i,
  "busy-zone": /\bempty\b/i,
};

/** Shares: of faults that are overlooked, of looks that see a fault that is not there, and of answers that break off. */
export interface EyeRates {
  misses: number;
  falseAlarms: number;
  broken: number;
}
export const ERRING: EyeRates = { misses: 0.05, falseAlarms: 0.05, broken: 0.02 };
export const FAULTLESS: EyeRates = { misses: 0, falseAlarms: 0, broken: 0 };

/** What an eye says of a picture; undefined for an answer that breaks off. */
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
