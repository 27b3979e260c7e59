// Where a thing comes to lie that an animal has in its mouth or its beak, in the space of its head: it must not hide the face.
import type { Prop } from "../closed/staging.ts";
import { isHanging } from "../figures/hands/holding.ts";
import { type Matrix, type Pt, placed } from "../pen/curves.ts";
import { sizeOf } from "../things/props.ts";

/** The longest that a thing in a mouth is drawn, lying across it and below it: a head is about 90 wide. */
const [ACROSS, BELOW] = [92, 66];
const LARGEST = 0.8;

/** In a mouth that is in the middle of a face: what is long lies across, what hangs hangs by its handle, the rest is below the nose. */
export function inMouth([x, y]: Pt, prop: Prop): Matrix {
  const [left, high, right, low] = sizeOf(prop).extent;
  const [wide, tall] = [right - left, low - high];
  const longest = Math.max(wide, tall);
  if (isHanging(prop)) return placed(x, y, 0, Math.min(LARGEST, ACROSS / longest));
  if (tall > wide * 1.5) return placed(x, y, 72, Math.min(LARGEST, ACROSS / longest));
  const k = Math.min(LARGEST, (wide > tall * 1.5 ? ACROSS : BELOW) / longest);
  return placed(x - ((left + right) / 2) * k, y - 4 - high * k, 0, k);
}

/** Units of what a beak has in one of its own. */
const IN_BEAK = 0.62;

/** In a beak that points ahead, which has what is wide by its edge. */
export function inBeak([x, y]: Pt, prop: Prop): Matrix {
  const [left, high, right, low] = sizeOf(prop).extent;
  if (isHanging(prop) || (right - left) * IN_BEAK < 30) return placed(x + 4, y + 8, 0, IN_BEAK);
  return placed(x - 8 - left * IN_BEAK, y + 4 - ((high + low) / 2) * IN_BEAK, 0, IN_BEAK);
}

/** How far beyond the beak that reaches. */
export const beyondBeak = (prop: Prop | null): number => (prop === null ? 0 : sizeOf(prop).wide * IN_BEAK);
