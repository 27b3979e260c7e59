// How a pose is done where its name leaves that open and it is told: somebody points at the sky,
// climbs onto a bench, wheels a bicycle.

import { isToldOfSome, toldOf } from "../../camera/figure-told.ts";
import { groupsOf } from "../../closed/measures.ts";
import type { Pose } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import type { Stance } from "./poses.ts";

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
