// Where a thing in somebody's hand comes to lie, in the figure's own space.
import type { Prop } from "../../closed/staging.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import { isHeldByEdge, sizeOf } from "../../things/props.ts";
import type { PoseSpec } from "../body/pose-spec.ts";
import type { Skeleton } from "../body/skeleton.ts";
import { handledOf } from "./handled.ts";
import { gripOf, type HandShape, type HandSpec } from "./hands.ts";
import { oneScale } from "./held-size.ts";
import type { Side } from "./holding.ts";

export type Hand = Omit<HandSpec, "thumb">;

interface Posed {
  pose: PoseSpec;
  body: Skeleton;
}

/** The hand of one side, closed round what it has. */
export function handOf({ pose, body }: Posed, side: Side, holds: Prop | null): Hand {
  const { heel, wrist } = body.arms[side];
  const asked = side === "near" ? pose.nearHand : pose.farHand;
  const shape = holds === null || asked === "flat" ? asked : holdingHand(holds);
  return { wrist: wrist.p, elbow: heel, length: body.measures.hand, shape };
}

/** Where the grip of a thing lies that a hand has. */
export const gripOn = (hand: Hand, holds: Prop, extent: Extent): Pt =>
  isHeldByEdge(holds) ? beyond(hand, extent, oneScale(holds, hand.length)) : gripOf(hand);

/** The box round a hand and what it has. */
export function boxOfHand(posed: Posed, side: Side, holds: Prop): Extent {
  const hand = handOf(posed, side, holds);
  const { extent } = sizeOf(holds);
  const [x, y] = gripOn(hand, holds, extent);
  const [fx, fy] = gripOf(hand);
  const k = oneScale(holds, hand.length);
  const half = hand.length * 0.55;
  return [
    Math.min(x + extent[0] * k, fx - half),
    Math.min(y + extent[1] * k, fy - half),
    Math.max(x + extent[2] * k, fx + half),
    Math.max(y + extent[3] * k, fy + half),
  ];
}

/** Where the grip of a thing comes to lie when the hand has it by its edge. */
function beyond(hand: Hand, [left, high, right, low]: Extent, k: number): Pt {
  const [x, y] = gripOf(hand);
  const [dx, dy] = [x - hand.wrist[0], y - hand.wrist[1]];
  const length = Math.hypot(dx, dy) || 1;
  const half = (Math.abs(dx) * (right - left) + Math.abs(dy) * (low - high)) / length / 2;
  // What is no larger than the hand lies in it whole, or nothing of it would be seen.
  const out = half * k < hand.length * 0.67 ? 1.05 : 0.74;
  return [
    x + ((dx / length) * half * out - (left + right) / 2) * k,
    y + ((dy / length) * half * out - (high + low) / 2) * k,
  ];
}

const holdingHand = (prop: Prop): HandShape => (handledOf(prop).pinched ? "pinch" : "grip");
