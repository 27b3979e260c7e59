// Sleeves that grow out of the trunk: cloth runs from the neck over the shoulder to the cuff as one outline,
// and only the armpit, the elbow and the armhole seam break it.

import type { Paint } from "../../../../../manga/drawing.ts";
import { type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { limbOutline } from "../body/limbs.ts";
import type { Arm } from "../body/skeleton.ts";
import type { Torso } from "../figure-job.ts";
import { drawGathers, drawTubeCloth, fold } from "./folds.ts";
import { seam } from "./garments.ts";
import type { Weave } from "./weaves.ts";

export interface SleeveSpec {
  arm: Arm;
  torso: Torso;
  side: "near" | "far";
  /** Where the sleeve ends on the forearm. */
  end: Pt;
  /** Half widths at shoulder, elbow and cuff. */
  widths: readonly [number, number, number];
  paint: Paint;
  weave: Weave;
  /** How the sleeve meets the trunk: over one of its sides, on top of it (seen in profile), or behind it. */
  joint: "side" | "top" | "none";
  /** How far out on the shoulder the sleeve begins, 0 neck … 1 arm: a flap or a wide collar lies within. */
  root: number;
}

/** Draws a sleeve; behind the trunk it is a tube with an outline all round. */
export function drawSleeve(pen: Pen, spec: SleeveSpec): void {
  const { arm, end, widths, paint, joint } = spec;
  const tube = limbOutline(arm.shoulder.p, arm.elbow.p, end, widths);
  const raised = arm.elbow.p[1] < arm.shoulder.p[1] + 24;
  if (joint === "none" || (joint === "top" && raised)) {
    pen.shape(tube, paint);
    drawCloth(pen, spec, tube);
    return;
  }
  // Seen from the side it lies on the trunk, and its lines begin below the shoulder.
  const laid = { outline: tube, outer: tube.slice(1, 6), inner: tube.slice(6, 11), cuff: tube.slice(5, 7) };
  const { outline, outer, inner, cuff } = joint === "side" ? joined(spec, tube) : laid;
  pen.silhouetted(outline, paint);
  drawCloth(pen, spec, outline);
  pen.line(outer, 1, joint === "side" ? "start" : "both");
  pen.line(inner, 1, "end");
  pen.line(cuff, 0.9, "none");
  if (joint === "side" && arm.elbow.p[1] > arm.shoulder.p[1] + 20) drawArmhole(pen, spec);
}

function drawCloth(pen: Pen, { arm, end, widths, paint, weave }: SleeveSpec, outline: readonly Pt[]): void {
  const tube = { a: arm.shoulder.p, b: arm.elbow.p, c: end, widths };
  drawTubeCloth(pen, outline, tube, paint, weave);
  if (weave === "plain" || paint !== "black") pen.inside(outline, (p) => drawGathers(p, tube, paint));
}

/** The sleeve of a side of the trunk: its outer line begins on the slope of the shoulder. */
function joined({ arm, torso, widths, root }: SleeveSpec, tube: readonly Pt[]) {
  const [sx, sy] = arm.shoulder.p;
  const left = sx <= torso.slope(0)[0] ? 1 : -1;
  const s = -left;
  const start = torso.slope(s * root);
  const [upper, lower] = [tube.slice(1, 6), tube.slice(6, 11)];
  const [near, far] = left === 1 ? [upper, lower] : [lower.toReversed(), upper.toReversed()];
  const first = near[0] ?? arm.shoulder.p;
  const turn = Math.atan2((sx - first[0]) * left, sy - first[1]);
  const cap: Pt[] = [];
  if (turn > 0.3)
    for (const [share, reach] of through([0.42, 0.97], [0.72, 1.01]))
      cap.push([
        sx - Math.sin(turn * share) * widths[0] * reach * left,
        sy - Math.cos(turn * share) * widths[0] * reach,
      ]);
  const outer = [start, ...cap, ...near];
  const lifted = arm.elbow.p[1] < sy + 40;
  const armpit = lifted ? [torso.at(s * 0.97, 0.33)] : [];
  const inner = [...far.slice(0, lifted ? 5 : 4), ...armpit];
  return {
    outline: [...outer, ...inner, torso.at(s * Math.max(root, 0.62), 0.24), torso.at(s * root, 0.1)],
    outer,
    inner,
    cuff: [...near.slice(4), ...far.slice(0, 1)],
  };
}

/** The seam where the sleeve is set in: from the top of the shoulder round to the armpit, and a fold that pulls at it. */
function drawArmhole(pen: Pen, { arm, torso, paint }: SleeveSpec): void {
  const s = arm.shoulder.p[0] <= torso.slope(0)[0] ? -1 : 1;
  const { at: on, slope } = torso;
  seam(pen, paint, [slope(s * 0.8), on(s * 0.76, 0.1), on(s * 0.73, 0.17), on(s * 0.77, 0.27)], 0.62);
  fold(pen, paint, [on(s * 0.78, 0.26), on(s * 0.62, 0.31), on(s * 0.42, 0.3)], 0.6);
}
