// The form of a pose, and the tables of poses, their variants and standing stances from `assets/measures`; `stances.ts` chooses among them.

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
 * Direction of a limb as [elevation, azimuth] in degrees. Elevation: 0 hangs down, 90 is level, 180 points
 * up. Azimuth: 0 is forwards, 90 away from the body, −90 across it, 180 backwards.
 */
export type Aim = readonly [elevation: number, azimuth: number];

export interface Limb {
  upper: Aim;
  lower: Aim;
  /** The part of the own body that the hand touches; the angles then only raise the shoulder. */
  touch?: Touch;
  /** A fixed position of the middle of the hand: from the hips, in figure units, with its direction in degrees, 0 right, 90 down. */
  at?: { p: Pt; way: number };
}

/** The place of a thing in both hands: its grip from the hips, its rotation in degrees, and its scale in figure units. */
export interface Borne {
  at: Pt;
  turn: number;
  k: number;
  /** It lies in both arms, which are in front of it; otherwise the far arm is behind it, except for the hand. */
  wrapped?: boolean | undefined;
}

/** A row of `poses.tsv`, and how things are held. `other`: the second hand holds a thing too; `borne`: one thing in both; `slung`: a worn one. */
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

/** An arm with its hand at a fixed position away from the body. */
export const handAt = (p: Pt, way: number): Limb => ({ upper: [30, 30], lower: [90, 0], at: { p, way } });
/** Where a held thing is raised to. */
export type Lift = NonNullable<FigureTold["lift"]>;

export type Slung = NonNullable<FigureTold["worn"]>;

/** Changes to a pose. */
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

/** Variants of the commonest poses, chosen by moment; the first is the pose itself. */
export const VARIANTS: Readonly<Partial<Record<Pose, readonly Stance[]>>> = groupsOf("pose-variants");

/** What an expression adds to lean, nod and arch of a busy body. */
export const BORNE: Readonly<Partial<Record<Expression, Pick<PoseSpec, "lean" | "nod" | "arch">>>> =
  measuresOf("borne");

/** Named positions of hands and legs for handling things, and for figures that lie on the ground. */
const WAYS = groupsOf<
  | ("welcoming" | "cradle" | "biting" | "gripping" | "reaching" | "over" | "eye" | "giving" | "wrapped")
  | ("hauling" | "far-low" | "near-low" | "far-high" | "near-high" | "near-beside" | "near-aloft")
  | ("far-beside" | "far-aloft" | "near-up" | "far-aside" | "offering" | "at-chest" | "near-hangs")
  | ("far-hangs" | "far-free" | "balancing" | "on-board" | "on-low-seat" | "lying"),
  Stances
>("limb-ways");

export const wayOf = (name: keyof typeof WAYS): Stance => WAYS[name][0];

/** Arm positions of figures that lie on the ground. */
export const LYING = WAYS.lying;

/**
 * Standing stances by feeling (`stances` of `expressions.tsv`). `telling`: speaks without strong feeling,
 * with a gesture. `uncanny`: shows no feeling in an eerie scene, upright with hanging arms.
 */
export const STANCES = groupsOf<
  | ("easy" | "telling" | "closed" | "hard" | "merry" | "proud" | "startled" | "fearful" | "shy" | "uncanny")
  | ("cry" | "tired" | "pain" | "thoughtful" | "terrified" | "asleep"),
  Stances
>("stances");

/**
 * How a pose is performed, where its name leaves that open and the story tells it: pointing at the sky,
 * climbing onto a bench, wheeling a bicycle.
 */
export type Manner = NonNullable<FigureTold["manner"]> | "ground" | "afoot";

/** Whether any figure of a picture performs its pose in this manner. */
export const isDoneSo = (picture: Pick<Picture, "told" | "figures">, manner: Manner): boolean =>
  isToldOfSome(picture, (told) => told.manner === manner);

/** Whether a figure is on the back of an animal or a person. */
export const isOnBack = (picture: Pick<Picture, "told">, figure: Pick<Figure, "character">): boolean =>
  /^(?:astride|pickaback)$/u.test(toldOf(picture, figure).manner ?? "");

interface Row extends Stance {
  poses: readonly Pose[];
  /** Has no support, even if the pose usually has one. */
  unsupported?: true;
}

const ROWS = groupsOf<Manner, readonly Row[]>("manners");

/** Changes to poses, by manner. */
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
