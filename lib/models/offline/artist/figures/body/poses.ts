// What a pose is, and every pose, the other ways of the commonest, and how those stand who merely do, as `assets/measures` has them;
// `stances.ts` chooses among them.

import { isToldOfSome, toldOf } from "../../camera/figure-told.ts";
import { groupsOf, listsOf, measuresOf } from "../../closed/measures.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Touch } from "./touches.ts";

export type HandShape = "relaxed" | "fist" | "open" | "point" | "flat" | "grip" | "pinch" | "cup";
export type Side = "near" | "far";

/**
 * A limb points at [elevation, azimuth] degrees, elevation 0 hangs down, 90 is level, 180 points up; azimuth 0 is forwards, 90 away from
 * the body, −90 across it, 180 backwards.
 */
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

/** A row of `poses.tsv`, and what the hands have: `other`: a prop in the second one as well; `borne`: a thing in both; `slung`: one that is worn. */
export type PoseSpec = Record<
  "lean" | "nod" | "roll" | "twist" | "tilt" | "hip" | "arch" | "turn" | "above" | "lift",
  number
> & {
  nearArm: Limb;
  farArm: Limb;
  nearLeg: Limb;
  farLeg: Limb;
  nearHand: HandShape;
  farHand: HandShape;
  acting: "near" | "far" | "both" | "none";
  other?: true;
  headTurn?: "back";
  lifted?: "over" | "eye";
  borne?: Borne;
  slung?: Slung;
  support?: "seat" | "bed";
  sweep?: number;
};

/** An arm whose hand is on something beside the body. */
export const handAt = (p: Pt, way: number): Limb => ({ upper: [30, 30], lower: [90, 0], at: { p, way } });
/** Where somebody brings what they hold. */
export type Lift = NonNullable<FigureTold["lift"]>;

export type Slung = NonNullable<FigureTold["worn"]>;

/** What changes of a pose. */
export type Stance = Partial<PoseSpec>;
type Stances = readonly [Stance, ...Stance[]];

export const POSES: Readonly<Record<Pose, PoseSpec>> = measuresOf("poses");

export const SETS = listsOf<
  | (
      | "takes-both"
      | "rests"
      | "at-face"
      | "needs-both"
      | "in-hand"
      | "given"
      | "shares"
      | "arms"
      | "arms-animal"
    )
  | ("bears" | "arms-free" | "up" | "curls" | "busy" | "hangs" | "at-ease" | "stirred"),
  readonly [Pose, ...Pose[]]
>("pose-sets");

/** Whether a pose is in a set of `pose-sets.tsv`. */
export const isPose = (set: keyof typeof SETS, pose: Pose): boolean => SETS[set].includes(pose);

/** Other ways of the commonest poses, from moment to moment; the first is the pose itself. */
export const VARIANTS: Readonly<Partial<Record<Pose, readonly Stance[]>>> = groupsOf("pose-variants");

/** What a feeling does to a body that is busy otherwise: what it adds to how far it leans, bows and arches. */
export const BORNE: Readonly<Partial<Record<Expression, Pick<PoseSpec, "lean" | "nod" | "arch">>>> =
  measuresOf("borne");

/** What hands and legs do with things, by its name, and of whoever lies on the ground. */
const WAYS = groupsOf<
  | ("welcoming" | "cradle" | "biting" | "gripping" | "reaching" | "over" | "eye" | "giving" | "wrapped")
  | ("hauling" | "far-low" | "near-low" | "far-high" | "near-high" | "near-beside" | "near-aloft")
  | ("far-beside" | "far-aloft" | "near-up" | "far-aside" | "offering" | "at-chest" | "near-hangs")
  | ("far-hangs" | "far-free" | "balancing" | "on-board" | "on-low-seat" | "lying"),
  Stances
>("limb-ways");

export const wayOf = (name: keyof typeof WAYS): Stance => WAYS[name][0];

/** Arms of whoever lies on the ground. */
export const LYING = WAYS.lying;

/**
 * The ways in which people merely stand, by what they feel (`stances` of `expressions.tsv`). `telling`: whoever says something without
 * much feeling, with a hand that goes with the words. `uncanny`: whoever shows nothing where it is eerie; they are only there, upright,
 * arms hanging, and look.
 */
export const STANCES = groupsOf<
  | ("easy" | "telling" | "closed" | "hard" | "merry" | "proud" | "startled" | "fearful" | "shy" | "uncanny")
  | ("cry" | "tired" | "pain" | "thoughtful" | "terrified" | "asleep"),
  Stances
>("stances");

/** How a pose is done where its name leaves that open and it is told: somebody points at the sky, climbs onto a bench, wheels a bicycle. */
export type Manner = NonNullable<FigureTold["manner"]> | "ground" | "afoot";

/** Whether somebody in a picture does what they do so. */
export const isDoneSo = (picture: Pick<Picture, "told" | "figures">, manner: Manner): boolean =>
  isToldOfSome(picture, (told) => told.manner === manner);

/** Whether somebody is on the back of an animal, or of somebody. */
export const isOnBack = (picture: Pick<Picture, "told">, figure: Pick<Figure, "character">): boolean =>
  /^(?:astride|pickaback)$/u.test(toldOf(picture, figure).manner ?? "");

interface Row extends Stance {
  poses: readonly Pose[];
  /** Nothing is under them, whatever the pose has there. */
  unsupported?: true;
}

const ROWS = groupsOf<Manner, readonly Row[]>("manners");

/** What each manner changes of a pose. */
export const MANNERS = Object.fromEntries(
  Object.entries(ROWS).map(([manner, rows]) => [
    manner,
    Object.fromEntries(
      rows.flatMap(({ poses, unsupported, ...stance }) =>
        poses.map((pose) => [pose, unsupported ? { ...stance, support: undefined } : stance]),
      ),
    ),
  ]),
) as Readonly<Record<Manner, Readonly<Partial<Record<Pose, Stance>>>>>;
