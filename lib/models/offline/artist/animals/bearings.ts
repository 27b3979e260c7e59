// How an animal bears itself in a feeling: with tail, head, back and ears it shows what people show with their hands.
import type { Expression } from "../closed/staging.ts";

export interface Bearing {
  tail: number;
  /** Degrees that the head bows, and how much taller the body makes itself. */
  nod: number;
  tall: number;
  /** Degrees that the ears are lowered; negative pricks them up. */
  ears: number;
}

export const PLAIN: Bearing = { tail: 0, nod: 0, tall: 1, ears: 0 };
const LOW: Bearing = { tail: -34, nod: 9, tall: 0.95, ears: 34 };
const HIGH: Bearing = { tail: 16, nod: -8, tall: 1.03, ears: -8 };
const TENSE: Bearing = { tail: 24, nod: 6, tall: 1.04, ears: 46 };
const SHRUNK: Bearing = { tail: -40, nod: 5, tall: 0.9, ears: 52 };

const BEARINGS: Partial<Readonly<Record<Expression, Bearing>>> = {
  smile: HIGH,
  laugh: HIGH,
  grin: HIGH,
  smug: HIGH,
  sad: LOW,
  cry: LOW,
  tired: LOW,
  worried: LOW,
  shy: LOW,
  pain: LOW,
  afraid: SHRUNK,
  shocked: SHRUNK,
  terrified: SHRUNK,
  angry: TENSE,
  furious: TENSE,
  shout: TENSE,
  determined: { ...TENSE, ears: -6 },
  surprised: { tail: 10, nod: -10, tall: 1.05, ears: -14 },
  thoughtful: { tail: 0, nod: -7, tall: 1, ears: 10 },
};

export const bearingOf = (expression: Expression): Bearing => BEARINGS[expression] ?? PLAIN;
