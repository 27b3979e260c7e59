// How both hands have a thing: where each is on it, and the body that they hold it before.
import type { Pose, View } from "../../closed/staging.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Borne } from "../body/pose-spec.ts";
import type { Measures } from "../body/skeleton.ts";
import type { HandShape } from "./hands.ts";

/** A hand on a thing: where, in the thing's own space, and the degrees on the page that it points. */
export interface Hold {
  p: Pt;
  way: number;
  shape: HandShape;
}

export interface Held extends Borne {
  near: Hold;
  far: Hold;
}

/** What whoever holds something has to hold it before: the trunk from the hips (0) to the neck (1), and how far ahead its front is. */
export interface Body {
  m: Measures;
  view: View;
  at(up: number): Pt;
  ahead: number;
  isBust: boolean;
  pose: Pose;
}
