// Hands that read at the size of a panel, as `assets/parts/hands` draws them: digits behind a palm, a thumb before it; and how large a thing
// is in one and where it comes to lie: things are drawn as large beside a hand as reads best, which for some is far from true.
// Hand space: the wrist is (0, 0), fingers point along x, the thumb is up; a hand is 60 long.

import { measuresOf } from "../../closed/measures.ts";
import type { Prop } from "../../closed/staging.ts";
import { clamp, type Pt, placed } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { isHeldByEdge, sizeOf } from "../../things/props.ts";
import type { HandShape, Lift, PoseSpec, Side } from "../body/poses.ts";
import type { Skeleton } from "../body/skeleton.ts";
import { onwards } from "../body/torso.ts";

/** How far along the hand its middle, or what it grips, lies. */
const REACH = { relaxed: 30, fist: 22, open: 34, point: 34, flat: 34, grip: 30, pinch: 48, cup: 34 };

interface HandSpec {
  wrist: Pt;
  elbow: Pt;
  length: number;
  shape: HandShape;
  /** 1: thumb on the left of the way it points, −1: on the right. */
  thumb: 1 | -1;
}

/** Where a hand holds what it holds. */
export const gripOf = ({ wrist, elbow, length, shape }: Omit<HandSpec, "thumb">): Pt =>
  onwards(elbow, wrist, (REACH[shape] * length) / 60);

/** Draws a hand and returns the middle of its grip. */
export function drawHand(pen: Pen, spec: HandSpec): Pt {
  const { wrist, elbow, length, shape, thumb } = spec;
  const degrees = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI;
  const k = length / 60;
  const p = pen.at(placed(wrist[0], wrist[1], degrees, k, k * thumb));
  drawPart(p, `hands/${shape}`, { is: [p.scale > 0.28 ? "large" : "small"] });
  return gripOf(spec);
}

/** Figure units in a metre: a grown person of 660 is 1.6 m tall. */
export const FIGURE_METRE = 412;

/** How much larger a thing would be beside somebody if it had its true size. */
const truthOf = (prop: Prop): number => {
  const { extent, metres } = sizeOf(prop);
  return (metres * FIGURE_METRE) / (extent[3] - extent[1]);
};

type Bounds = readonly [least: number, most: number];

/** Figure units in one of a thing's own in both hands of whoever's hand is so long. */
export const bothScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(Math.sqrt(truthOf(prop)), least, most);

/** The same for what stands on the ground beside them, where the eye compares. */
export const standingScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(truthOf(prop), least, most);

/** The same in one hand: what is no longer than a hand is not drawn much longer than one, least where the fist is beside it. */
export function oneScale(prop: Prop, hand: number): number {
  const { extent, metres } = sizeOf(prop);
  if (metres > HAND_METRES) return hand / 60;
  const longest = Math.max(extent[2] - extent[0], extent[3] - extent[1]);
  const { power, shown } = isHeldByEdge(prop) ? BESIDE_FIST : IN_FIST;
  return (hand / 60) * clamp(truthOf(prop) ** power, Math.min(1, shown / longest), 1);
}

const HAND_METRES = 0.2;

/** How near to the truth it is, and the length, where a hand is 60 long, under which it does not show what it is. */
const BESIDE_FIST = { power: 0.75, shown: 52 };
const IN_FIST = { power: 0.5, shown: 84 };

export type Hand = Omit<HandSpec, "thumb">;

interface Posed {
  pose: PoseSpec;
  body: Skeleton;
}

/** The hand of one side, closed round what it has. */
export function handOf({ pose, body }: Posed, side: Side, holds: Prop | null): Hand {
  const { heel, wrist } = body.arms[side];
  const asked = side === "near" ? pose.nearHand : pose.farHand;
  const shape = holds === null || asked === "flat" ? asked : handledOf(holds).pinched ? "pinch" : "grip";
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

/**
 * How both hands have a thing: hard ones between them or by their two handles, soft ones in the arms, small ones in the hollow of both
 * hands, and what is read by its edges.
 */
export type Way = "boxed" | "handled" | "wrapped" | "cupped" | "read";

type Handled = Partial<Record<"load" | "rod" | "leg" | "lean", number>> &
  Partial<Record<"pinched" | "shelters" | "deep" | "steered", true>> & {
    both?: Way;
    worn?: "cloth" | "pack" | "bag";
    rolls?: "waist" | "low" | "behind";
    seat?: Pt;
    sits?: "high" | "low" | "stands";
  };

const HANDLED: Readonly<Partial<Record<Prop, Handled>>> = measuresOf("handled");

export const handledOf = (prop: Prop): Handled => HANDLED[prop] ?? {};

/** Whether a thing is brought over the head or before the eye: nothing but a camera is looked through, and an umbrella is over the head anyway. */
export const isLifted = (holds: Prop | null, lift: Lift | undefined): lift is Lift =>
  holds !== null &&
  lift !== undefined &&
  (lift === "eye" ? holds === "camera" : handledOf(holds).shelters === true);
