// What the parts of a figure are drawn from, and what they report of where they are.

import type { Design } from "../camera/design.ts";
import type { Angle, Expression, Mood, Pose, Prop, View } from "../closed/staging.ts";
import { clamp, type Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { Lift, Manner, PoseSpec, Slung } from "./body/poses.ts";
import type { Skeleton } from "./body/skeleton.ts";
import type { FaceTold } from "./face/expressions.ts";

/** They take hold of another; whoever speaks says it with a hand as well; there is no room to reach out in. */
type Doing = "grips" | "speaks" | "tight";
/**
 * The picture is of a face, which cuts arms off above their elbows; of a head and its shoulders; of a hand; whoever lies is seen from above.
 */
type Framed = "isFace" | "isBust" | "isDetail" | "overhead";

/** How somebody is, as far as it bears on how their body is held. */
export interface Posing extends Partial<Record<Doing | Framed, boolean | undefined>> {
  design: Design;
  pose: Pose;
  expression: Expression;
  view: View;
  holds: Prop | null;
  alsoHolds?: Prop | undefined;
  /** A number of the moment: whoever merely stands shifts their weight from one panel to the next. */
  moment: number;
  angle: Angle;
  /** How it is done, where that is told. */
  manner?: Manner | undefined;
  /** Of the scene. */
  mood: Mood;
  /** Where they bring what they hold. */
  lift?: Lift | undefined;
  /** What whoever rides is on, but for an animal. */
  mount?: Prop | undefined;
  /** What they push or pull. */
  wheels?: Prop | undefined;
  /** How they wear what they have. */
  worn?: Slung | undefined;
}

/** What of that is the picture's. */
export type Seen = Omit<
  Posing,
  "design" | "pose" | "expression" | "view" | "holds" | "alsoHolds" | "speaks"
> & {
  /** Nothing falls from the sky: an umbrella that is given is rolled up. */
  furled: boolean;
};

export interface FigureSpec extends Posing {
  furled?: boolean | undefined;
  /** What else is in the picture: some of it may lie in what is held. */
  beside: readonly Prop[];
  /** Towards whom the eyes turn, as right and down from straight ahead, −1 … 1; nobody where it is missing. */
  gaze?: Pt | undefined;
  /** What the face is told to do. */
  faceTold?: FaceTold | undefined;
  /** Rain runs down their glasses. */
  wet?: boolean | undefined;
  /** An animal whose eyes shine in the dark. */
  shining?: boolean | undefined;
  /** The sword that the design wears is gone. */
  unarmed?: boolean | undefined;
  /** Wind and speed: how far hair and cloth swing back. */
  swing: number;
  /** Seen from so near that the panel cuts the legs off. */
  near?: boolean | undefined;
}

/** Somebody of whom nothing is told: calm, with nothing in the hands. */
export const UNTOLD = {
  ...{ expression: "calm", view: "three-quarter", holds: null, beside: [], moment: 0 },
  ...{ angle: "level", mood: "neutral", swing: 0 },
} as const satisfies Omit<FigureSpec, "design" | "pose">;

/** What others need to know of a drawn figure, in drawing units. */
export interface DrawnFigure {
  /** Corners of the face's box, and the mouth; null where the face cannot be seen. */
  face: { corners: Pt[]; mouth: Pt } | null;
  /** Corner lists of boxes that words should leave free. */
  keep: Pt[][];
}

export interface Job {
  pen: Pen;
  spec: FigureSpec;
  pose: PoseSpec;
  body: Skeleton;
  torso: Torso;
  drawn: DrawnFigure;
}

/** Units of the contour for a head of so many units: thinner far away, but never hair-thin. */
export const nibFor = (headUnits: number): number =>
  Math.max(1.4, 0.68 * headUnits ** 0.34 * clamp(headUnits / 75, 0.72, 1));
export interface Torso {
  /** The outline, wider by `ease` units of cloth, down to `low` (1: the hips). */
  outline(ease: number, low?: number): Pt[];
  /** A place on the front of the body: `u` −1 near side … 1 far side, `v` 0 neck … 1 hips. */
  at(u: number, v: number): Pt;
  /** A place on the edge of cloth with so much ease, on the near (−1) or the far side. */
  edge(side: 1 | -1, v: number, ease: number): Pt;
  /** A place on the slope from the neck to the shoulders: `u` as in `at`. */
  slope(u: number): Pt;
  /** Where the middle of the front lies, as `u`; beyond ±1 it is out of sight. */
  middle: number;
}
