// What a pose is, as the angles of a body: limbs point at [elevation, azimuth] degrees, elevation 0 hangs down, 90 is level,
// 180 points up; azimuth 0 is forwards, 90 away from the body, −90 across it, 180 backwards.
import type { FigureTold } from "../../closed/told.ts";
import type { Pt } from "../../pen/curves.ts";
import type { HandShape } from "../hands/hands.ts";
import type { Touch } from "./touches.ts";

export type Aim = readonly [elevation: number, azimuth: number];

export interface Limb {
  upper: Aim;
  lower: Aim;
  /** Where on one's own body the hand lies; the angles then only say how far the shoulder is raised. */
  touch?: Touch;
  /** Where else the middle of the hand is: from the hips, in figure units, and the degrees that it points, 0 to the right, 90 down. */
  at?: { p: Pt; way: number };
}

/** Where a thing is that both hands have: its grip from the hips, degrees that it is turned, and figure units in one of its own. */
export interface Borne {
  at: Pt;
  turn: number;
  k: number;
  /** It lies in the arms, which are both before it; else the far one is behind it, but for the hand. */
  wrapped?: boolean | undefined;
}

export interface PoseSpec {
  /** Degrees the back leans forwards. */
  lean: number;
  /** Degrees the head bows, and tips towards the far shoulder. */
  nod: number;
  roll: number;
  /** Degrees the shoulders turn: positive brings the near one forwards. */
  twist: number;
  /** Degrees the near shoulder drops, and the near hip rises: weight on one leg tips them against each other. */
  tilt: number;
  hip: number;
  /** How far the middle of the back bows forwards (negative: backwards), in figure units. */
  arch: number;
  nearArm: Limb;
  farArm: Limb;
  nearLeg: Limb;
  farLeg: Limb;
  /** Degrees the whole figure turns, clockwise. */
  turn: number;
  /** From above (1) heads are large and legs short, from below (−1) the other way round. */
  above: number;
  /** Heads between the lowest point and the ground. */
  lift: number;
  nearHand: HandShape;
  farHand: HandShape;
  /** The hand that holds a prop, and the one that must stay visible. */
  acting: "near" | "far" | "both" | "none";
  /** The other hand has a prop as well. */
  other?: true;
  headTurn?: "back";
  /** Where both hands hold a thing, if not before the body. */
  lifted?: "over" | "eye";
  /** Where both hands hold a thing before the body. */
  borne?: Borne;
  /** How a thing is worn that no hand has. */
  slung?: Slung;
  /** What the body needs under it. */
  support?: "seat" | "bed";
}

/** An arm whose hand is on something beside the body. */
export const handAt = (p: Pt, way: number): Limb => ({ upper: [30, 30], lower: [90, 0], at: { p, way } });
/** Where somebody brings what they hold. */
export type Lift = NonNullable<FigureTold["lift"]>;

export type Slung = NonNullable<FigureTold["worn"]>;
