// How an animal bears itself in a feeling: with tail, head, back and ears it shows what people show with their hands.
import { measuresOf } from "../closed/measures.ts";
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
const BEARINGS: Partial<Readonly<Record<Expression, Bearing>>> = measuresOf("bearings");

export const bearingOf = (expression: Expression): Bearing => BEARINGS[expression] ?? PLAIN;
