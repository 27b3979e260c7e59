// What those who are no people do in a pose: a table of measures.
import { measuresOf } from "../closed/measures.ts";
import type { Pose } from "../closed/staging.ts";

export type Gait = "stand" | "walk" | "graze" | "gallop" | "rear" | "rest" | "sleep";

/** Where a ghost's arm points, in degrees (0 ahead, −90 up), and how far its hand droops. */
type Reach = readonly [degrees: number, droop: number];

interface BeastPose {
  /** Of bodies with paws, and of birds. */
  posture: "sit" | "walk" | "run" | "sleep";
  /** Of hooves. */
  gait: Gait;
  /** Degrees that a bird on its feet bends down to peck and to look, or stretches up. */
  bends: number;
  near: Reach;
  far: Reach;
  /** Who sits lifts a paw, or washes with it; the head bows; a bird throws up both wings; a small one leaps, flies or swims. */
  does: readonly ("paws" | "washes" | "bows" | "spreads" | "moves")[];
}

export const BEAST_POSES: Readonly<Record<Pose, BeastPose>> = measuresOf("beast-poses");

export const does = (pose: Pose, what: BeastPose["does"][number]): boolean =>
  BEAST_POSES[pose].does.includes(what);
