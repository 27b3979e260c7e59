// A human figure, assembled from back to front: hair, far limbs, legs, cloth, trunk, head, near limbs; and its contrapposto.

import type { Paint } from "../../../../manga/drawing.ts";
import type { View } from "../closed/staging.ts";
import { hashOf } from "../pen/chance.ts";
import { boxed, clamp, mix, type Pt, placed, through } from "../pen/curves.ts";
import { type Lens, swayed, turnedHead } from "../pen/lens.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawLegs } from "./body/legs.ts";
import { drawNeck } from "./body/neck.ts";
import type { PoseSpec, Side } from "./body/poses.ts";
import { type Skeleton, skeletonOf } from "./body/skeleton.ts";
import { posed } from "./body/stances.ts";
import { type Hem, hemOf, sweepOf, torsoOf } from "./body/torso.ts";
import { drawSwordBefore, drawSwordBehind } from "./clothes/armour.ts";
import { drawFront } from "./clothes/clothes.ts";
import { lightWay } from "./clothes/folds.ts";
import { cutOf, drawDrape, drawWeave, hanging, shadeOn, weaveOf } from "./clothes/garments.ts";
import { paletteOf } from "./clothes/palette.ts";
import type { DrawnFigure, FigureSpec, Job } from "./figure-job.ts";
import { drawBackHair, drawFallenHair } from "./hair/back-hair.ts";
import { paintOf } from "./hair/hair-ink.ts";
import { drawArm, drawHandOver } from "./hands/arms.ts";
import { drawBorne, drawLifted, drawRound, drawSlungBefore, drawSlungBehind } from "./hands/held-things.ts";
import { drawHead, hairOf, wearHat } from "./head/head.ts";
import { faceLook, headRig } from "./head/head-rig.ts";

/** Draws a human with the ground at y = 0 and the hips above x = 0. */
export function drawHuman(paper: Pen, spec: FigureSpec): DrawnFigure {
  const pose = posed(spec);
  const body = skeletonOf(spec.design, pose, spec.view);
  const sway = swayIn(spec, pose, body);
  const pen = sway ? paper.through(sway) : paper;
  const job: Job = { pen, spec, pose, body, torso: torsoOf(body), drawn: { face: null, keep: [] } };
  const back = spec.view === "back";
  const head = headSpec(job);
  const turned = pose.headTurn === "back" && !back ? -1 : 1;
  const headPen = turnOf(
    pen.at(placed(body.head[0], body.head[1], body.headTilt, body.headSize * turned, body.headSize)),
    job,
    head.view,
  );
  const hair = hairOf(head);
  const colours = paletteOf(spec.design);
  const hairPen = headPen.of(colours.hair);
  const hooded = spec.design.clothes.hat === "hood";
  const order = armOrder(job);

  if (hair && !back && !hooded && head.view !== "back") {
    const behind = body.turn !== 0 && spec.overhead ? drawFallenHair : drawBackHair;
    behind(hairPen, headRig(head.view), hair);
  }
  for (const side of order.behind) drawArm(job, side, false);
  if (back) drawBorne(job);
  else drawSlungBehind(job);
  drawSwordBehind(job);
  drawLegs(job);
  if (back) drawNeck(job);
  drawTrunk(job);
  drawSlungBefore(job);
  drawBefore(job, order.before);
  drawSwordBefore(job);
  if (order.before.includes("near")) drawArm(job, "near");
  drawRound(job);
  if (!back) drawNeck(job);
  drawHead(headPen, head);
  if (hair && head.view === "back" && !hooded)
    drawBackHair(hairPen, headRig("back"), { ...hair, cut: { ...hair.cut, extra: undefined } });
  if (head.view === "back") wearHat(headPen, "back", spec.design);
  drawLifted(job);
  for (const side of order.over) drawArm(job, side);
  recordFace(job, headPen, head.view);
  return job.drawn;
}

/** Draws the far arm if it is in front of the trunk, and a thing in both hands: under that arm, or over it and under its hand. */
function drawBefore(job: Job, before: readonly Side[]): void {
  const isBefore = before.includes("far");
  const { borne } = job.pose;
  if (isBefore && !borne?.wrapped) drawArm(job, "far");
  if (job.spec.view !== "back") drawBorne(job);
  if (isBefore && borne) (borne.wrapped ? drawArm : drawHandOver)(job, "far");
}

/** Small turns and nods of the head: down for a bow or a camera above, sideways towards the person looked at. */
function turnOf(pen: Pen, { spec, pose }: Job, view: View): Pen {
  if (view !== "front" && view !== "three-quarter") return pen;
  const front = view === "front";
  const nod = pose.nod * (front ? 0.5 : 0.3) + pose.above * 8 + momentary(spec, "nod", [-3, -1, 1, 3]);
  const aside = front
    ? spec.gaze
      ? Math.sign(spec.gaze[0]) * 6
      : momentary(spec, "turn", [-8, -5, 0, 5, 8])
    : momentary(spec, "turn", [-8, -4, 0, 3]);
  return pen.through(turnedHead(aside, clamp(nod, -13, 13)));
}

function headSpec({ spec, pose }: Job) {
  const moment = hashOf(spec.design.id, spec.moment, "face");
  const view: View =
    pose.headTurn === "back" ? (spec.view === "back" ? "profile" : "three-quarter") : spec.view;
  return { ...spec, view, moment };
}

/** Drawing order of the arms: in front of the head, in front of the trunk, or behind it. */
function armOrder({ body, spec }: Job): Record<"behind" | "before" | "over", Side[]> {
  const order: ReturnType<typeof armOrder> = { behind: [], before: [], over: [] };
  for (const side of ["far", "near"] as const) {
    const { elbow, wrist, shoulder } = body.arms[side];
    const z = elbow.z * 0.4 + wrist.z * 0.6;
    const highHand = wrist.p[1] < body.neck[1] + 44 && Math.abs(wrist.p[0] - body.head[0]) < 90;
    const front = spec.view === "profile" ? side === "near" : z > Math.min(0, shoulder.z) - 4;
    if (!front) order.behind.push(side);
    else if (highHand || (spec.view === "profile" && wrist.p[1] < body.neck[1] + 60)) order.over.push(side);
    else order.before.push(side);
  }
  return order;
}

function drawTrunk(job: Job): void {
  const { spec, body, torso } = job;
  const colours = paletteOf(spec.design);
  const pen = job.pen.of(colours.top);
  const { top, topFill, bottom, bottomFill } = spec.design.clothes;
  const cut = cutOf(top);
  const paint = paintOf(topFill);
  const low = paintOf(bottomFill);
  if (bottom !== "skirt" && bottom !== "none")
    drawPart(pen.of(colours.bottom), "fronts/lap", {
      paints: { cloth: low },
      frames: {
        sides: ([u, v]) => torso.at(u === 0 && torso.middle < 2 ? torso.middle * 0.6 : u / 100, v / 100),
      },
    });
  const long = cut.hem > 0.5 && !(cut.hanging && bottom === "hakama");
  const seated = job.pose.support === "seat";
  const reach = long || cut.hanging || seated ? 1.04 : 1.04 + Math.min(cut.hem, 0.3);
  const outline = torso.outline(cut.ease, reach);
  if (!long) {
    pen.shape(outline, paint);
    // A jacket is open below its last button.
    if (top === "jacket" && torso.middle < 2 && !seated)
      drawPart(pen, "fronts/vent", {
        paints: { shade: shadeOn(low) },
        made: { bottom: colours.bottom },
        frames: { vent: ([u, v]) => torso.at(torso.middle + u / 100, reach + v / 100) },
      });
    drawFront(pen, spec.design, body, torso);
    return;
  }
  const hem = hemOf(body, torso, {
    reach: cut.hem,
    flare: cut.hem > 1.2 ? 7 : 14,
    folds: 3,
    ease: cut.ease,
    sweep: sweepOf(spec),
  });
  pen.shape(hem.outline, paint);
  pen.inside(hem.outline, (p) => drawSkirtOf(p, job, hem, paint));
  // Trunk and skirt of a long garment are one piece of cloth, without a line across the hips.
  pen.silhouetted(outline, paint);
  const half = outline.findIndex(([, , corner]) => corner);
  pen.line(outline.slice(0, half), 1, "none");
  pen.line(outline.slice(-half).toReversed(), 1, "none");
  drawFront(pen, spec.design, body, torso);
}

/** The lower part of a long garment: folds, shaded side, and the slit in front. */
function drawSkirtOf(pen: Pen, { spec, torso }: Job, hem: Hem, paint: Paint): void {
  const coat = spec.design.clothes.top === "coat";
  const waist = [torso.at(-1, 0.7), torso.at(1, 0.7)] as const;
  const dark = lightWay(pen)[0] > 0 ? 1 : 0;
  const [top, end] = [waist[dark], hem.ends[dark]];
  const [lit, far] = [waist[1 - dark] ?? top, hem.ends[1 - dark] ?? end];
  const skirt = ([u, v]: Pt): Pt => mix(mix(top, end, v / 100), mix(lit, far, v / 100), u / 100);
  if (paint !== "black")
    drawPart(pen, "fronts/skirt-shade", { paints: { shade: shadeOn(paint) }, frames: { skirt } });
  const from = coat ? ([mix(waist[0], hem.ends[0], 0.4), mix(waist[1], hem.ends[1], 0.4)] as const) : waist;
  drawDrape(pen, paint, from, hem.ends, coat ? 3 : 4);
  drawWeave(pen, weaveOf(spec.design, "top"), paint, hanging(waist, hem.ends));
  if (torso.middle >= 2) return;
  const slit = Math.min(0.92, Math.max(0.08, 0.5 + torso.middle * 0.5));
  const ends = [mix(waist[0], waist[1], slit), mix(hem.ends[0], hem.ends[1], slit)];
  if (paint === "black") pen.stroke(ends, "white", 0.7);
  else pen.line(ends, 0.9, "start");
}

/**
 * Records the face from fringe to chin; lettering may cover hair. From behind it records the whole head,
 * because a balloon over it would hide whose body it is, and a speaker's tail needs a target.
 */
function recordFace({ drawn, spec, body }: Job, headPen: Pen, view: View): void {
  if (body.measures.hand <= 0) return;
  const [x, y] = headRig(view).mouth;
  const [left, right] = view === "front" ? [-42, 42] : view === "profile" ? [-6, 46] : [-30, 40];
  const [corners, mouth]: [Pt[], Pt] =
    view === "back"
      ? [through([-40, -46], [40, 42]), [0, 18]]
      : [boxed([left, -28], [right, 52]), [x, 8 + (y - 8) * faceLook(spec.design).chin]];
  drawn.face = { corners: corners.map(headPen.where), mouth: headPen.where(mouth) };
}

/** One of several numbers, which varies by moment. */
function momentary(
  { design, moment }: Pick<FigureSpec, "design" | "moment">,
  what: string,
  of: readonly [number, ...number[]],
): number {
  return of[hashOf(design.id, moment, what) % of.length] ?? of[0];
}

/** The contrapposto of a standing figure: hips over the supporting leg, and the trunk leaning under the head. */
export function swayIn(
  spec: Pick<FigureSpec, "design" | "moment" | "near" | "pose">,
  pose: PoseSpec,
  { yaw, head }: Skeleton,
): Lens | undefined {
  if (pose.support !== undefined || pose.turn !== 0 || pose.lift > 0.3) return undefined;
  const turn = (yaw * Math.PI) / 180;
  const strength = momentary(spec, "sway", [0.7, 1, 1.35]);
  const aside = -pose.hip * 2.4 * Math.cos(turn);
  const ahead = clamp(7 - pose.lean * 1.3, -10, 16) * Math.sin(turn);
  const slant =
    spec.near && spec.pose === "stand" ? momentary(spec, "slant", [-0.12, -0.06, 0, 0.06, 0.12]) : 0;
  return swayed({ hips: (aside + ahead) * strength, slant, head: head[1], tall: 60 - head[1] });
}
