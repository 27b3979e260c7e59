// Cloth on limbs: the shaded side with an edge broken by folds, folds at the bends, and highlights on black cloth. Sleeves continue the trunk:
// one outline runs from the neck over the shoulder to the cuff, broken only by armpit, elbow and armhole seam.

import type { Paint } from "../../../../../manga/drawing.ts";
import { clamp, corner, mix, type Pt, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import type { Arm } from "../body/skeleton.ts";
import { limbOutline, unit } from "../body/torso.ts";
import type { Torso } from "../figure-job.ts";
import { drawWeave, inkOn, type Piece, seam, shadeOn, type Weave } from "./garments.ts";

/** A sleeve or a trouser leg: its three joints and its half widths there. */
interface Tube {
  a: Pt;
  b: Pt;
  c: Pt;
  widths: readonly [number, number, number];
}

/** A point on a bone: `k` 0 … 1 along it, `across` −1 … 1 from side to side. */
type Place = (k: number, across: number) => Pt;

interface Bone {
  at: Place;
  /** Its direction, and the normal of its positive side. */
  way: Pt;
  side: Pt;
}

/** A bone with the half widths at its ends. */
export function boneOf(a: Pt, b: Pt, wa: number, wb = wa): Bone {
  const way = unit(a, b);
  const side: Pt = [-way[1], way[0]];
  const at: Place = (k, across) => {
    const [x, y] = mix(a, b, k);
    const w = (wa + (wb - wa) * k) * across;
    return [x + side[0] * w, y + side[1] * w];
  };
  return { at, way, side };
}

const dot = (a: Pt, b: Pt): number => a[0] * b[0] + a[1] * b[1];

/** Direction of the light in a pen's own space; light comes from the upper left of the page, also for mirrored figures. */
export const lightWay = ({ matrix }: Pen): Pt => [matrix[0] < 0 ? -0.72 : 0.72, 0.69];

/** A fold: heavy at its origin and tapering; white on black cloth. */
export function fold(pen: Pen, paint: Paint, points: readonly Pt[], weight = 0.6): void {
  if (inkOn(paint) === "white") pen.scratch(points, weight * 1.15, "end");
  else pen.line(points, weight, "end");
}

/** The edge of the shade along a bone, and how much of the half width it covers, in hundredths; corners are where folds break it. */
const UPPER_EDGE = pts("-10,50 22,72 36,120! 43,78 74,68 90,145! 102,85 114,70");
const LOWER_EDGE = pts("-12,80 6,140! 17,76 50,62 66,115! 73,66 90,130! 96,80 110,80");

/** Draws inside the outline of a limb: shade or highlights, pattern, then folds. */
export function drawTubeCloth(
  pen: Pen,
  outline: readonly Pt[],
  tube: Tube,
  paint: Paint,
  weave: Weave = "plain",
): void {
  const { a, b, c, widths } = tube;
  const bones = [boneOf(a, b, widths[0], widths[1]), boneOf(b, c, widths[1], widths[2])] as const;
  pen.inside(outline, (p) => {
    const light = lightWay(pen);
    for (const [i, bone] of bones.entries()) {
      const facing = dot(bone.side, light);
      const s = facing < 0 ? -1 : 1;
      const strength = Math.min(1, Math.abs(facing) * 1.15);
      // Black cloth with a white pattern needs no highlight.
      if (paint === "black") {
        // A highlight along the lit side of black cloth, broken at folds.
        if (weave === "plain")
          drawPart(p, "folds/gloss", {
            is: [i === 0 ? "upper" : "lower"],
            frames: { lit: frameOn(bone, -s) },
          });
      } else if (strength > 0.18) p.fill(shadeOf(bone, s, strength, i === 0), shadeOn(paint));
    }
    drawWeave(p, weave, paint, bentPiece(tube, bones));
    drawJoint(p, bones, b, { paint, width: widths[1] });
  });
}

/** The cloth of a whole limb round its bend, so that the pattern of a sleeve continues below the elbow. */
function bentPiece({ a, b, c, widths }: Tube, [first, second]: readonly [Bone, Bone]): Piece {
  const [upper, lower] = [distance(a, b), distance(b, c)];
  const bend = upper / (upper + lower);
  const soft = 0.16;
  return {
    at(u, v) {
      const [x, y] = v < bend ? mix(a, b, v / bend) : mix(b, c, (v - bend) / (1 - bend));
      const turn = clamp((v - bend + soft) / (soft * 2), 0, 1);
      const [sx, sy] = mix(first.side, second.side, turn);
      const long = Math.hypot(sx, sy) || 1;
      const w = widths[1] * u;
      return [x + (sx / long) * w, y + (sy / long) * w];
    },
    half: widths[1],
    long: upper + lower,
    ends: [0, 1],
    bend,
  };
}

const distance = ([ax, ay]: Pt, [bx, by]: Pt): number => Math.hypot(bx - ax, by - ay) || 1;

function shadeOf({ at }: Bone, s: 1 | -1, strength: number, upper: boolean): Pt[] {
  const edge = (upper ? UPPER_EDGE : LOWER_EDGE).map(([k, cover, bite]): Pt => {
    const p = at(k / 100, s * (1 - (cover / 100) * strength * (bite ? 1 : 0.92)));
    return bite ? corner(p) : p;
  });
  return [corner(at(-0.1, s * 1.5)), ...edge, corner(at(1.1, s * 1.5))];
}

/** Across a bone in half widths and along it, in hundredths. */
export const frameOn =
  ({ at }: Bone, s = 1) =>
  ([across, k]: Pt): Pt =>
    at(k / 100, (s * across) / 100);

/** Folds fan out from the crook of a bent limb; a straight limb has two that cross it from either side. */
function drawJoint(
  pen: Pen,
  [first, second]: readonly [Bone, Bone],
  b: Pt,
  { paint, width }: { paint: Paint; width: number },
): void {
  const turn = first.way[0] * second.way[1] - first.way[1] * second.way[0];
  const along = dot(first.way, second.way);
  const s = turn > 0 ? 1 : -1;
  if (along > 0.95) {
    const frames = { upper: frameOn(first), lower: frameOn(second) };
    drawPart(pen, "folds/straight", { is: [inkWord(paint)], frames });
  } else {
    const [ix, iy] = unit(first.way, second.way);
    const deep = width * (along < 0.3 ? 0.95 : 1);
    const crook: Pt = [b[0] + ix * deep, b[1] + iy * deep];
    const elbow: Pt = [b[0] - ix * width * 0.45, b[1] - iy * width * 0.45];
    fold(pen, paint, [crook, mix(crook, elbow, 0.55), elbow], 0.5);
    // A limb folded back on itself hides the other folds of its crook.
    if (along < -0.35) return;
    fold(pen, paint, [crook, first.at(0.84, s * 0.12), first.at(0.7, -s * 0.42)], 1.05);
    fold(pen, paint, [crook, second.at(0.2, s * 0.05), second.at(0.32, -s * 0.45)], 1);
    if (along < 0.55) fold(pen, paint, [first.at(0.62, s * 1.02), first.at(0.6, s * 0.3)], 0.5);
  }
}

/** Pleats of wide trousers: a line each from the waist to the hem, with shade in those away from the light. */
export function drawPleats(pen: Pen, { a, b, c, widths }: Tube, paint: Paint): void {
  const [upper, lower] = [boneOf(a, b, widths[0], widths[1]), boneOf(b, c, widths[1], widths[2])];
  const line = (across: number): Pt[] => [
    upper.at(0.02, across * 0.8),
    upper.at(0.94, across),
    lower.at(0.14, across),
    lower.at(1, across),
  ];
  const dark = dot(lower.side, lightWay(pen)) < 0 ? -1 : 1;
  const bent = dot(upper.way, lower.way) < 0.6;
  if (paint !== "black" && !bent)
    for (const [from, to] of through([0.12, 0.34], [0.56, 1.3]))
      pen.fill([...line(dark * from), ...line(dark * to).toReversed()].map(corner), shadeOn(paint));
  for (const across of bent ? [-0.5, 0.3] : [-0.6, -0.16, 0.16, 0.56])
    fold(pen, paint, line(across).toReversed(), 0.55);
}

/** Gathers of cloth above a cuff or on a shoe. */
export const drawGathers = (pen: Pen, { b, c, widths }: Tube, paint: Paint): void =>
  drawPart(pen, "folds/gathers", {
    is: [inkWord(paint)],
    frames: { lower: frameOn(boneOf(b, c, widths[1], widths[2])) },
  });

const inkWord = (paint: Paint): "black" | "grey" => (paint === "black" ? "black" : "grey");

export interface SleeveSpec {
  arm: Arm;
  torso: Torso;
  side: "near" | "far";
  /** The end of the sleeve on the forearm. */
  end: Pt;
  /** Half widths at shoulder, elbow and cuff. */
  widths: readonly [number, number, number];
  paint: Paint;
  weave: Weave;
  /** How the sleeve joins the trunk: at one of its sides, on top of it (in profile), or behind it. */
  joint: "side" | "top" | "none";
  /** Where on the shoulder the sleeve begins, 0 neck … 1 arm; a flap or a wide collar is further in. */
  root: number;
}

/** Draws a sleeve; one behind the trunk is a tube with a complete outline. */
export function drawSleeve(pen: Pen, spec: SleeveSpec): void {
  const { arm, end, widths, paint, joint } = spec;
  const tube = limbOutline(arm.shoulder.p, arm.elbow.p, end, widths);
  const raised = arm.elbow.p[1] < arm.shoulder.p[1] + 24;
  if (joint === "none" || (joint === "top" && raised)) {
    pen.shape(tube, paint);
    drawCloth(pen, spec, tube);
    return;
  }
  // In profile the sleeve is on top of the trunk, and its lines begin below the shoulder.
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

/** A sleeve at the side of the trunk: its outer line begins on the slope of the shoulder. */
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

/** The armhole seam from the top of the shoulder to the armpit, and a fold at it. */
function drawArmhole(pen: Pen, { arm, torso, paint }: SleeveSpec): void {
  const s = arm.shoulder.p[0] <= torso.slope(0)[0] ? -1 : 1;
  const { at: on, slope } = torso;
  seam(pen, paint, [slope(s * 0.8), on(s * 0.76, 0.1), on(s * 0.73, 0.17), on(s * 0.77, 0.27)], 0.62);
  fold(pen, paint, [on(s * 0.78, 0.26), on(s * 0.62, 0.31), on(s * 0.42, 0.3)], 0.6);
}
