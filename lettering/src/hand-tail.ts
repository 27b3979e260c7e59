// A tail that a person drew: its tip is where they put it, whatever lies in its way.
import { reach } from "./balloon-body.ts";
import type { PlacedText } from "./candidates.ts";
import type { Tail } from "./ink-line.ts";
import type { TextSet } from "./page.ts";
import { isBolt, rootOf, sagOf } from "./tail-ways.ts";

type Tip = Exclude<NonNullable<TextSet["tail"]>, "none">;

/** Relative to the balloon's middle; null for boxes and bare letters, and where the tip lies within the balloon. */
export function handTail({ x, y, bend }: Tip, { body, middle }: PlacedText): Tail | null {
  if (body.form === "caption" || body.form === "none") return null;
  const tip = { x: x - middle.x, y: y - middle.y };
  if (reach(tip, body.rx, body.ry, body.exponent) <= 1) return null;
  const root = rootOf(body, tip);
  const length = Math.hypot(tip.x - root.x, tip.y - root.y);
  return { root, tip, bend: isBolt(body.form) ? 0 : (bend ?? sagOf(tip, length, body.fontSize)) };
}
