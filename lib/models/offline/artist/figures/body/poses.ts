// Every pose, the other ways of the commonest, and how those stand who merely do, as `assets/measures` has them; `stances.ts` chooses among them.

import { isToldOfSome, toldOf } from "../../camera/figure-told.ts";
import { groupsOf, measuresOf } from "../../closed/measures.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import type { PoseSpec } from "./pose-spec.ts";

/** What changes of a pose. */
export type Stance = Partial<PoseSpec>;
type Stances = readonly [Stance, ...Stance[]];

export const POSES: Readonly<Record<Pose, PoseSpec>> = measuresOf("poses");

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
