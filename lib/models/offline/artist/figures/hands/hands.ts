// Hands legible at panel size (`assets/parts/hands`): fingers behind a palm, a thumb in front; and the size
// and place of held things, which are drawn at the size that is most legible beside a hand, not at their true
// size. Hand space: the wrist is (0, 0), fingers point along x, the thumb is up; a hand is 60 long.

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

/** Distance along the hand of its middle, or of its grip. */
const REACH = { relaxed: 30, fist: 22, open: 34, point: 34, flat: 34, grip: 30, pinch: 48, cup: 34 };

interface HandSpec {
  wrist: Pt;
  elbow: Pt;
  length: number;
  shape: HandShape;
  /** 1: the thumb is on the left of the hand's direction, −1: on the right. */
  thumb: 1 | -1;
}

/** The grip point of a hand. */
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

/** Figure units of a metre: an adult of 660 units is 1.6 m tall. */
export const FIGURE_METRE = 412;

/** Scale of a thing at its true size beside a figure. */
const truthOf = (prop: Prop): number => {
  const { extent, metres } = sizeOf(prop);
  return (metres * FIGURE_METRE) / (extent[3] - extent[1]);
};

type Bounds = readonly [least: number, most: number];

/** Scale of a thing in both hands, in figure units, for a hand of this length. */
export const bothScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(Math.sqrt(truthOf(prop)), least, most);

/** The same for a thing that stands on the ground beside the figure, where true size matters more. */
export const standingScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(truthOf(prop), least, most);

/** The same for one hand: a thing no longer than a hand is not drawn much longer, least of all beside a fist. */
export function oneScale(prop: Prop, hand: number): number {
  const { extent, metres } = sizeOf(prop);
  if (metres > HAND_METRES) return hand / 60;
  const longest = Math.max(extent[2] - extent[0], extent[3] - extent[1]);
  const { power, shown } = isHeldByEdge(prop) ? BESIDE_FIST : IN_FIST;
  return (hand / 60) * clamp(truthOf(prop) ** power, Math.min(1, shown / longest), 1);
}

const HAND_METRES = 0.2;

/** How strongly the true size counts, and the least legible length for a hand 60 long. */
const BESIDE_FIST = { power: 0.75, shown: 52 };
const IN_FIST = { power: 0.5, shown: 84 };

export type Hand = Omit<HandSpec, "thumb">;

interface Posed {
  pose: PoseSpec;
  body: Skeleton;
}

/** The hand of one side, closed round its thing. */
export function handOf({ pose, body }: Posed, side: Side, holds: Prop | null): Hand {
  const { heel, wrist } = body.arms[side];
  const asked = side === "near" ? pose.nearHand : pose.farHand;
  const shape = holds === null || asked === "flat" ? asked : handledOf(holds).pinched ? "pinch" : "grip";
  return { wrist: wrist.p, elbow: heel, length: body.measures.hand, shape };
}

/** The grip point of a held thing. */
export const gripOn = (hand: Hand, holds: Prop, extent: Extent): Pt =>
  isHeldByEdge(holds) ? beyond(hand, extent, oneScale(holds, hand.length)) : gripOf(hand);

/** The bounding box of a hand and its thing. */
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

/** The grip point of a thing held by its edge. */
function beyond(hand: Hand, [left, high, right, low]: Extent, k: number): Pt {
  const [x, y] = gripOf(hand);
  const [dx, dy] = [x - hand.wrist[0], y - hand.wrist[1]];
  const length = Math.hypot(dx, dy) || 1;
  const half = (Math.abs(dx) * (right - left) + Math.abs(dy) * (low - high)) / length / 2;
  // A thing no larger than the hand is moved outwards, so that the hand does not hide it.
  const out = half * k < hand.length * 0.67 ? 1.05 : 0.74;
  return [
    x + ((dx / length) * half * out - (left + right) / 2) * k,
    y + ((dy / length) * half * out - (high + low) / 2) * k,
  ];
}

/**
 * How both hands hold a thing: `boxed` between them, `handled` by two handles, `wrapped` in the arms,
 * `cupped` in both palms, `read` by its edges.
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

/** Whether a thing is raised over the head or to the eye: only a camera is raised to the eye, and only things that shelter over the head. */
export const isLifted = (holds: Prop | null, lift: Lift | undefined): lift is Lift =>
  holds !== null &&
  lift !== undefined &&
  (lift === "eye" ? holds === "camera" : handledOf(holds).shelters === true);
