// Applies the hand to paint, and to what is drawn behind people.

import type { Paint } from "../../../../manga/drawing.ts";
import { type Hand, PLAIN_HAND } from "../closed/hand.ts";

/** The paint as this hand applies it. Black and white do not change. */
export function byHand(paint: Paint, hand: Hand): Paint {
  if (hand === PLAIN_HAND || typeof paint === "string" || "light" in paint) return paint;
  if ("veil" in paint)
    return typeof paint.veil === "number" ? { veil: Math.min(1, paint.veil * hand.tone) } : paint;
  const { tone } = paint;
  const grey = (value: number) => Math.min(1, Math.round(value * hand.tone * 1000) / 1000);
  if (typeof tone === "number") {
    if (tone >= hand.blackFrom) return "black";
    return hand.tone === 0 ? "white" : { tone: grey(tone) };
  }
  if (hand.tone === 0) return "white";
  return { tone: { ...tone, stops: tone.stops.map(([at, value]) => [at, grey(value)]) } };
}

/** The hand for what lies behind people. */
export const behindPeople = (hand: Hand): Hand =>
  hand.backgrounds === 1
    ? hand
    : { ...hand, line: hand.line * (0.6 + 0.4 * hand.backgrounds), tone: hand.tone * hand.backgrounds };
