// A human figure, assembled from back to front: hair, far limbs, legs, cloth, trunk, head, near limbs.

import type { Paint } from "../../../../manga/drawing.ts";
import type { View } from "../closed/staging.ts";
import { hashOf } from "../pen/chance.ts";
import { clamp, corner, mix, type Pt, placed } from "../pen/curves.ts";
import { turnedHead } from "../pen/lens.ts";
import type { Pen } from "../pen/pen.ts";
import { drawLegs } from "./body/legs.ts";
import { drawLifted } from "./body/lifted.ts";
import { drawNeck } from "./body/neck.ts";
import { skeletonOf } from "./body/skeleton.ts";
import { posed } from "./body/stances.ts";
import { momentary, swayIn } from "./body/sway.ts";
import { type Hem, hemOf, sweepOf, torsoOf } from "./body/torso.ts";
import { drawFront } from "./clothes/clothes.ts";
import { lightWay } from "./clothes/folds.ts";
import { cutOf, drawDrape, hanging, shadeOn } from "./clothes/garments.ts";
import { type Palette, paletteOf } from "./clothes/palette.ts";
import { drawWeave, weaveOf } from "./clothes/weaves.ts";
import { drawSwordBefore, drawSwordBehind } from "./clothes/worn-sword.ts";
import type { DrawnFigure, FigureSpec, Job, Torso } from "./figure-job.ts";
import { drawBackHair } from "./hair/back-hair.ts";
import { drawFallenHair } from "./hair/fallen-hair.ts";
import { paintOf } from "./hair/hair-ink.ts";
import { drawArm, drawHandOver } from "./hands/arms.ts";
import { drawBorne } from "./hands/held-things.ts";
import type { Side } from "./hands/holding.ts";
import { drawRound, drawSlungBefore, drawSlungBehind } from "./hands/slung.ts";
import { drawHead, hairOf, wearHat } from "./head/head.ts";
import { faceLook, headRig } from "./head/head-rig.ts";

/** Draws with the ground at y = 0 and the hips above x = 0. */
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

/** The far arm where it is before the trunk, and what both hands have: under the arm, or over it and under its hand. */
function drawBefore(job: Job, before: readonly Side[]): void {
  const isBefore = before.includes("far");
  const { borne } = job.pose;
  if (isBefore && !borne?.wrapped) drawArm(job, "far");
  if (job.spec.view !== "back") drawBorne(job);
  if (isBefore && borne) (borne.wrapped ? drawArm : drawHandOver)(job, "far");
}

/** A head nods and turns a little on its own: down with a bow or under a camera from above, aside to whom it looks at. */
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
  const { design, expression, swing, gaze, speaks, wet, faceTold } = spec;
  const moment = hashOf(design.id, spec.moment, "face");
  const view: View =
    pose.headTurn === "back" ? (spec.view === "back" ? "profile" : "three-quarter") : spec.view;
  return { design, expression, view, swing, gaze, speaks, wet, faceTold, moment };
}

/** Arms before the face go over the head, arms before the trunk over the trunk, the rest behind it. */
function armOrder({ body, spec }: Job): {
  behind: ("near" | "far")[];
  before: ("near" | "far")[];
  over: ("near" | "far")[];
} {
  const order = { behind: [], before: [], over: [] } as ReturnType<typeof armOrder>;
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
  if (bottom !== "skirt" && bottom !== "none") {
    pen
      .of(colours.bottom)
      .fill(
        [
          torso.at(-1, 0.7),
          torso.at(1, 0.7),
          torso.at(1, 1.1),
          torso.at(torso.middle < 2 ? torso.middle * 0.6 : 0, 1.2),
          torso.at(-1, 1.1),
        ],
        low,
      );
  }
  const long = cut.hem > 0.5 && !(cut.hanging && bottom === "hakama");
  const seated = job.pose.support === "seat";
  const reach = long || cut.hanging || seated ? 1.04 : 1.04 + Math.min(cut.hem, 0.3);
  const outline = torso.outline(cut.ease, reach);
  if (!long) {
    pen.shape(outline, paint);
    if (top === "jacket" && torso.middle < 2 && !seated) drawVent(pen, torso, { reach, low, colours });
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
  // Trunk and skirt of a long garment are one piece of cloth: no line across the hips.
  pen.silhouetted(outline, paint);
  const half = outline.findIndex(([, , corner]) => corner);
  pen.line(outline.slice(0, half), 1, "none");
  pen.line(outline.slice(-half).toReversed(), 1, "none");
  drawFront(pen, spec.design, body, torso);
}

/** Where a jacket is open below its last button. */
function drawVent(
  pen: Pen,
  { at, middle }: Torso,
  { reach, low, colours }: { reach: number; low: Paint; colours: Palette },
): void {
  const vent: Pt[] = [
    corner(at(middle, reach - 0.2)),
    at(middle - 0.06, reach - 0.08),
    corner(at(middle - 0.24, reach + 0.06)),
    corner(at(middle + 0.2, reach + 0.06)),
    at(middle + 0.06, reach - 0.08),
  ];
  pen.of(colours.bottom).fill(vent, shadeOn(low));
  pen.line(vent.slice(0, 3), 0.8, "none");
  pen.line([...vent.slice(3), ...vent.slice(0, 1)], 0.8, "none");
}

/** What hangs of a long garment below the waist: its folds, the side in shade and the slit down its front. */
function drawSkirtOf(pen: Pen, { spec, torso }: Job, hem: Hem, paint: Paint): void {
  const coat = spec.design.clothes.top === "coat";
  const waist = [torso.at(-1, 0.7), torso.at(1, 0.7)] as const;
  const dark = lightWay(pen)[0] > 0 ? 1 : 0;
  const [top, end] = [waist[dark], hem.ends[dark]];
  const side = (k: number, t: number): Pt =>
    mix(mix(top, end, k), mix(waist[1 - dark] ?? top, hem.ends[1 - dark] ?? end, k), t);
  if (paint !== "black")
    pen.fill(
      [
        corner(side(0, -0.4)),
        side(0, 0.2),
        side(0.4, 0.24),
        corner(side(0.55, 0.38)),
        side(0.62, 0.24),
        side(0.85, 0.2),
        corner(side(1.2, 0.34)),
        corner(side(1.2, -0.4)),
      ],
      shadeOn(paint),
    );
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
 * The face from under the fringe to the chin: words may stand on hair. From behind it is the head: words over it would leave a
 * body without one, and whoever speaks is pointed at all the same.
 */
function recordFace({ drawn, spec, body }: Job, headPen: Pen, view: View): void {
  if (body.measures.hand <= 0) return;
  if (view === "back") {
    drawn.face = {
      corners: [headPen.where([-40, -46]), headPen.where([40, 42])],
      mouth: headPen.where([0, 18]),
    };
    return;
  }
  const rig = headRig(view);
  const face = faceLook(spec.design);
  const [left, right] = view === "front" ? [-42, 42] : view === "profile" ? [-6, 46] : [-30, 40];
  drawn.face = {
    corners: [
      headPen.where([left, -28]),
      headPen.where([right, -28]),
      headPen.where([right, 52]),
      headPen.where([left, 52]),
    ],
    mouth: headPen.where([rig.mouth[0], 8 + (rig.mouth[1] - 8) * face.chin]),
  };
}
