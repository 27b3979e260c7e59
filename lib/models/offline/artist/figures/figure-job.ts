// The input of drawing a figure's parts, and what the parts report about their position.

import type { Design } from "../camera/design.ts";
import type { Angle, Expression, Mood, Pose, Prop, View } from "../closed/staging.ts";
import { clamp, type Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { Lift, Manner, PoseSpec, Slung } from "./body/poses.ts";
import type { Skeleton } from "./body/skeleton.ts";
import type { FaceTold } from "./face/expressions.ts";

/** Grips another figure; speaks with a gesture; has no room to reach out. */
type Doing = "grips" | "speaks" | "tight";
/** Framing: a face, which crops the arms above the elbows; head and shoulders; a hand; or a lying figure from above. */
type Framed = "isFace" | "isBust" | "isDetail" | "overhead";

/** The state of a figure that decides its pose. */
export interface Posing extends Partial<Record<Doing | Framed, boolean | undefined>> {
  design: Design;
  pose: Pose;
  expression: Expression;
  view: View;
  holds: Prop | null;
  alsoHolds?: Prop | undefined;
  /** A number of the moment: a standing figure shifts its weight from one panel to the next. */
  moment: number;
  angle: Angle;
  /** How the pose is performed, if told. */
  manner?: Manner | undefined;
  /** The mood of the scene. */
  mood: Mood;
  /** Where the held thing is raised to. */
  lift?: Lift | undefined;
  /** The vehicle of a rider; absent for an animal. */
  mount?: Prop | undefined;
  /** The thing on wheels that is pushed or pulled. */
  wheels?: Prop | undefined;
  /** How the held thing is worn. */
  worn?: Slung | undefined;
}

/** The part of that state that the picture decides. */
export type Seen = Omit<
  Posing,
  "design" | "pose" | "expression" | "view" | "holds" | "alsoHolds" | "speaks"
> & {
  /** Nothing falls from the sky: an umbrella that is handed over is rolled up. */
  furled: boolean;
};

export interface FigureSpec extends Posing {
  furled?: boolean | undefined;
  /** Other things in the picture, some of which may lie in the held thing. */
  beside: readonly Prop[];
  /** Gaze direction: right and down from straight ahead, −1 … 1; absent: at nobody. */
  gaze?: Pt | undefined;
  /** What the face is told to do. */
  faceTold?: FaceTold | undefined;
  /** Rain runs down the glasses. */
  wet?: boolean | undefined;
  /** The animal's eyes shine in the dark. */
  shining?: boolean | undefined;
  /** Does not wear the sword that the design has. */
  unarmed?: boolean | undefined;
  /** How far wind and speed swing hair and cloth back. */
  swing: number;
  /** Seen from so near that the panel crops the legs. */
  near?: boolean | undefined;
}

/** A figure with calm expression, empty hands and no told facts. */
export const UNTOLD = {
  ...{ expression: "calm", view: "three-quarter", holds: null, beside: [], moment: 0 },
  ...{ angle: "level", mood: "neutral", swing: 0 },
} as const satisfies Omit<FigureSpec, "design" | "pose">;

/** Boxes of a drawn figure, in drawing units. */
export interface DrawnFigure {
  /** Corners of the face's box, and the mouth; null if the face is not visible. */
  face: { corners: Pt[]; mouth: Pt } | null;
  /** Corners of boxes that lettering should keep free. */
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

/** Contour width in units for a head of so many units: thinner in the distance, with a lower limit. */
export const nibFor = (headUnits: number): number =>
  Math.max(1.4, 0.68 * headUnits ** 0.34 * clamp(headUnits / 75, 0.72, 1));
export interface Torso {
  /** The outline, wider by `ease` units for cloth, down to `low` (1: the hips). */
  outline(ease: number, low?: number): Pt[];
  /** A point on the front of the body: `u` −1 near side … 1 far side, `v` 0 neck … 1 hips. */
  at(u: number, v: number): Pt;
  /** A point on the edge of cloth with this ease, on the near (−1) or the far side. */
  edge(side: 1 | -1, v: number, ease: number): Pt;
  /** A point on the slope from the neck to the shoulders; `u` as in `at`. */
  slope(u: number): Pt;
  /** `u` of the middle of the front; beyond ±1 it is not visible. */
  middle: number;
}
