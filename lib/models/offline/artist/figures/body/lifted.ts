// Things that are not carried in one hand before the body: a bag over the head in the rain, a camera before the eye.

import type { Prop } from "../../closed/staging.ts";
import { type Pt, placed } from "../../pen/curves.ts";
import { drawProp, sizeOf } from "../../things/props.ts";
import type { Job } from "../figure-job.ts";
import { handledOf } from "../hands/handled.ts";
import type { Lift } from "./pose-spec.ts";

/** Whether a thing goes there: nothing but a camera is looked through, and an umbrella is over the head anyway. */
export const isLifted = (holds: Prop | null, lift: Lift | undefined): lift is Lift =>
  holds !== null &&
  lift !== undefined &&
  (lift === "eye" ? holds === "camera" : handledOf(holds).shelters === true);

/** Draws it where it is, over the head that is drawn already and under the hands, which are not. */
export function drawLifted({ pen, spec, pose, body, drawn }: Job): void {
  const { holds, view } = spec;
  if (!holds || !pose.lifted) return;
  const over = pose.lifted === "over";
  const k = (body.measures.hand / 60) * (over ? 1.2 : 1);
  const [left, high, right, low] = sizeOf(holds).extent;
  const head = pen.at(placed(body.head[0], body.head[1], body.headTilt, body.headSize));
  const ahead = view === "profile" ? 30 : view === "three-quarter" ? 14 : 0;
  const at: Pt = over
    ? [(-(left + right) / 2) * k, -30 - low * k]
    : [ahead - ((left + right) / 2) * k, 10 - ((high + low) / 2) * k];
  const there = head.at(placed(at[0], at[1], 0, k));
  drawProp(there, holds, spec.beside);
  drawn.keep.push([there.where([left, high]), there.where([right, low])]);
}
