// A human figure, assembled from back to front: hair, far limbs, legs, cloth, trunk, head, near limbs.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import type { Expression, Pose, Prop, View } from "../../../manga/staging.ts";
import { cutOf, drawDrape, drawFront } from "./clothes.ts";
import { corner, mix, type Pt, placed } from "./curves.ts";
import { drawBackHair, paintOf } from "./hair.ts";
import { drawHead, hairOf } from "./head.ts";
import { faceLook, headRig } from "./head-rig.ts";
import { drawCreases, drawHand, drawShoe, limbOutline } from "./limbs.ts";
import type { Pen } from "./pen.ts";
import { POSES, type PoseSpec } from "./poses.ts";
import { drawProp, sizeOf } from "./props.ts";
import { type Arm, type Leg, type Skeleton, skeletonOf } from "./skeleton.ts";
import { hemOf, type Torso, torsoOf } from "./torso.ts";

export interface FigureSpec {
  design: CharacterDesign;
  pose: Pose;
  expression: Expression;
  view: View;
  holds: Prop | null;
  /** Wind and speed: how far hair and cloth swing back. */
  swing: number;
}

/** What others need to know of a drawn figure, in drawing units. */
export interface DrawnFigure {
  /** Corners of the face's box, and the mouth; null where the face cannot be seen. */
  face: { corners: Pt[]; mouth: Pt } | null;
  /** Corner lists of boxes that words should leave free. */
  keep: Pt[][];
}

interface Job {
  pen: Pen;
  spec: FigureSpec;
  pose: PoseSpec;
  body: Skeleton;
  torso: Torso;
  drawn: DrawnFigure;
}

/** Draws with the ground at y = 0 and the hips above x = 0. */
export function drawHuman(pen: Pen, spec: FigureSpec): DrawnFigure {
  const pose = POSES[spec.pose];
  const body = skeletonOf(spec.design, pose, spec.view);
  const job: Job = { pen, spec, pose, body, torso: torsoOf(body), drawn: { face: null, keep: [] } };
  const back = spec.view === "back";
  const head = headSpec(job);
  const headPen = pen.at(placed(body.head[0], body.head[1], body.headTilt, body.headSize));
  const hair = hairOf(head);
  const hooded = spec.design.clothes.hat === "hood";
  const order = armOrder(job);

  if (hair && !back && !hooded && head.view !== "back") drawBackHair(headPen, headRig(head.view), hair);
  for (const side of order.behind) drawArm(job, side, false);
  drawLegs(job);
  drawTrunk(job);
  for (const side of order.before) drawArm(job, side);
  drawNeck(job, back);
  drawHead(headPen, head);
  if (hair && head.view === "back" && !hooded)
    drawBackHair(headPen, headRig("back"), { ...hair, cut: { ...hair.cut, extra: undefined } });
  for (const side of order.over) drawArm(job, side);
  recordFace(job, headPen, head.view);
  return job.drawn;
}

function headSpec({ spec, pose }: Job) {
  const { design, expression, swing } = spec;
  const view: View =
    pose.headTurn === "back" ? (spec.view === "back" ? "profile" : "three-quarter") : spec.view;
  return { design, expression, view, swing };
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
    const highHand = wrist.p[1] < body.neck[1] + 20 && Math.abs(wrist.p[0] - body.head[0]) < 90;
    const front = spec.view === "profile" ? side === "near" : z > Math.min(0, shoulder.z) - 4;
    if (!front) order.behind.push(side);
    else if (highHand || (spec.view === "profile" && wrist.p[1] < body.neck[1] + 60)) order.over.push(side);
    else order.before.push(side);
  }
  return order;
}

function drawArm({ pen, spec, pose, body, torso, drawn }: Job, side: "near" | "far", over = true): void {
  const arm: Arm = body.arms[side];
  const { measures: m } = body;
  const { top, topFill } = spec.design.clothes;
  const cut = cutOf(top);
  const paint = paintOf(topFill);
  const [ws, we, wc] = [22 * m.girth, 18 * m.girth, 13 * m.girth];
  const { shoulder, elbow, wrist } = arm;
  const hand = () => {
    const shape = side === "near" ? pose.nearHand : pose.farHand;
    const holding = spec.holds !== null && holdsWith(pose) === side;
    const thumb = side === "near" || body.yaw > 20 ? 1 : -1;
    const grip = drawHand(pen, {
      wrist: wrist.p,
      elbow: elbow.p,
      length: m.hand,
      shape: holding && shape !== "flat" ? "fist" : shape,
      thumb,
    });
    if (pose.acting === side || pose.acting === "both" || holding)
      drawn.keep.push(boxAround(pen, grip, m.hand * 0.9));
    return grip;
  };
  const holding = spec.holds !== null && holdsWith(pose) === side;
  if (holding && spec.holds && !(spec.holds === "oar" && spec.pose === "row")) {
    const grip = gripOf(arm, m.hand);
    const k = m.hand / 60;
    drawProp(pen.at(placed(grip[0], grip[1], 0, k)), spec.holds);
    const [left, high, right, low] = sizeOf(spec.holds).extent;
    drawn.keep.push([
      pen.where([grip[0] + left * k, grip[1] + high * k]),
      pen.where([grip[0] + right * k, grip[1] + low * k]),
    ]);
  }
  if (cut.cuff < 0.6 || wc * 1.2 < wc)
    pen.shape(limbOutline(shoulder.p, elbow.p, wrist.p, [ws, we, wc]), "white", 0.9);
  hand();
  const end = mix(elbow.p, wrist.p, cut.cuff);
  const widths = [ws * cut.sleeve[0], we * cut.sleeve[1], wc * cut.sleeve[2]] as const;
  if (cut.hanging) drawHangingSleeve(pen, arm, end, widths, paint);
  else {
    const sleeve = limbOutline(shoulder.p, elbow.p, end, widths);
    pen.shape(sleeve, paint);
    if (paint === "black") pen.stroke(sleeve.slice(2, 6), "white", 0.35);
    pen.inside(sleeve, (p) => {
      if (paint === "white")
        p.fill(shaded(mix(shoulder.p, elbow.p, 0.45), elbow.p, end, widths), { tone: 0.14 });
      if (paint !== "black") drawCreases(p, shoulder.p, elbow.p, end, we * cut.sleeve[1]);
    });
  }
  if (over) joinShoulder(pen, { arm, torso, side, width: widths[0], paint });
  if (top === "armor") drawPauldron(pen, arm, widths[0]);
}

/** The plate over a shoulder. */
function drawPauldron(pen: Pen, { shoulder, elbow }: Arm, w: number): void {
  const [x, y] = mix(shoulder.p, elbow.p, 0.12);
  const plate: Pt[] = [
    [x - w * 1.5, y + w * 0.9],
    [x - w * 1.3, y - w * 0.7],
    [x, y - w * 1.35],
    [x + w * 1.3, y - w * 0.7],
    [x + w * 1.5, y + w * 0.9],
    [x, y + w * 0.5],
  ];
  pen.shape(plate, "white", 0.9);
  pen.fill(
    [
      [x + w * 0.2, y - w * 1.1],
      [x + w * 1.2, y - w * 0.6],
      [x + w * 1.35, y + w * 0.75],
      [x + w * 0.4, y + w * 0.5],
    ],
    { tone: 0.3 },
  );
  pen.line(
    [
      [x - w * 1.1, y + w * 0.1],
      [x, y - w * 0.35],
      [x + w * 1.1, y + w * 0.1],
    ],
    0.6,
    "none",
  );
}

interface Seam {
  arm: Arm;
  torso: Torso;
  side: "near" | "far";
  width: number;
  paint: Paint;
}

/** Hides the contour between trunk and upper arm, so that cloth runs over the shoulder. */
function joinShoulder(pen: Pen, { arm, torso, side, width, paint }: Seam): void {
  const s = side === "near" ? -1 : 1;
  const [sx, sy] = arm.shoulder.p;
  const dx = arm.elbow.p[0] - sx;
  const dy = arm.elbow.p[1] - sy;
  const length = Math.hypot(dx, dy) || 1;
  if (dy / length < 0.35) return;
  const [ux, uy] = [dx / length, dy / length];
  const out: Pt = [uy * s * -1, -ux * s * -1];
  const within = (along: number, across: number): Pt => [
    sx + ux * width * along + out[0] * width * across,
    sy + uy * width * along + out[1] * width * across,
  ];
  pen.fill(
    [
      torso.at(s * 0.42, 0.075),
      torso.at(s * 0.7, 0.085),
      within(-0.36, 0.1),
      within(0.1, 0.55),
      within(1.3, 0.2),
      torso.at(s * 0.66, 0.24),
      torso.at(s * 0.42, 0.24),
    ],
    paint,
  );
  if (paint === "black")
    pen.stroke([within(0.5, -0.95), within(1.6, -0.98), within(2.6, -0.95)], "white", 0.4);
}

function shaded(a: Pt, b: Pt, c: Pt, widths: readonly [number, number, number]): Pt[] {
  const low = limbOutline(a, b, c, widths);
  const [dx, dy] = [-widths[1] * 0.75, widths[1] * 0.5];
  return low.map(([x, y]): Pt => [x + dx, y + dy]);
}

/** Sleeves of kimono and robe hang from the forearm as a bag. */
function drawHangingSleeve(
  pen: Pen,
  arm: Arm,
  end: Pt,
  widths: readonly [number, number, number],
  paint: Paint,
): void {
  const drop = widths[2] * 2.2;
  const up = arm.wrist.p[1] < arm.elbow.p[1] - 20;
  const { shoulder, elbow } = arm;
  const low: Pt = [end[0] - (up ? -6 : 4), end[1] + drop];
  pen.shape(limbOutline(shoulder.p, elbow.p, end, [widths[0], widths[1], widths[2] * 0.7]), paint);
  const bag: Pt[] = [
    corner(mix(elbow.p, end, 0.1)),
    [end[0], end[1] - widths[2] * 0.6, 1],
    [end[0] + 5, end[1] + widths[2] * 0.4],
    corner(low),
    [elbow.p[0], Math.max(elbow.p[1], end[1]) + drop * 0.7],
    [elbow.p[0] - widths[1] * 0.6, elbow.p[1] + 4],
  ];
  pen.shape(bag, paint);
  if (paint !== "black")
    pen.line([mix(elbow.p, end, 0.5), mix(elbow.p, low, 0.55), mix(elbow.p, low, 0.8)], 0.5);
}

const holdsWith = (pose: PoseSpec): "near" | "far" => (pose.acting === "far" ? "far" : "near");

function gripOf({ wrist, elbow }: Arm, hand: number): Pt {
  const length = Math.hypot(wrist.p[0] - elbow.p[0], wrist.p[1] - elbow.p[1]) || 1;
  const k = (hand * 0.4) / length;
  return [wrist.p[0] + (wrist.p[0] - elbow.p[0]) * k, wrist.p[1] + (wrist.p[1] - elbow.p[1]) * k];
}

function boxAround(pen: Pen, [x, y]: Pt, r: number): Pt[] {
  return [pen.where([x - r, y - r]), pen.where([x + r, y + r])];
}

function drawLegs(job: Job): void {
  const { pen, spec, body, torso } = job;
  const { bottom, bottomFill, top } = spec.design.clothes;
  const order: Leg[] = body.yaw > 110 ? [body.legs.far, body.legs.near] : [body.legs.far, body.legs.near];
  const paint = paintOf(bottomFill);
  for (const leg of order) drawLeg(job, leg, paint);
  const skirt = bottom === "skirt" ? 0.86 : bottom === "dress" ? 1.35 : 0;
  if (skirt > 0 && !cutOf(top).hanging) {
    const hem = hemOf(body, torso, skirt, spec.design.age === "child" ? 12 : 20);
    pen.shape(hem.outline, paint);
    drawDrape(pen, paint, [torso.at(-1, 0.66), torso.at(1, 0.66)], hem.ends, bottom === "skirt" ? 7 : 5);
  }
}

function drawLeg({ pen, spec, body, pose }: Job, leg: Leg, paint: Paint): void {
  const { bottom } = spec.design.clothes;
  const g = body.measures.girth;
  const { hip, knee, ankle } = leg;
  const bare = [35 * g, 22 * g, 13 * g] as const;
  const ground = -body.measures.foot - 8;
  const shoe: Paint = bottom === "hakama" || spec.design.clothes.top === "kimono" ? "white" : "black";
  drawShoe(pen, {
    ankle: ankle.p,
    knee: knee.p,
    toe: body.toe,
    size: body.measures.foot,
    paint: shoe,
    free: pose.turn !== 0 || ankle.p[1] < ground,
  });
  if (bottom === "hakama") {
    const outline = limbOutline(hip.p, knee.p, mix(knee.p, ankle.p, 0.88), [40 * g, 44 * g, 46 * g]);
    pen.shape(outline, paint);
    if (paint !== "black")
      for (const t of [0.35, 0.65])
        pen.line(
          [
            mix(hip.p, knee.p, 0.3),
            mix(mix(hip.p, knee.p, 0.9), ankle.p, t * 0.3),
            mix(knee.p, ankle.p, 0.86),
          ],
          0.5,
        );
    return;
  }
  if (bottom === "trousers") {
    const widths = [38 * g, 26 * g, 20 * g] as const;
    const outline = limbOutline(hip.p, knee.p, mix(knee.p, ankle.p, 0.95), widths);
    pen.shape(outline, paint);
    if (paint === "black") {
      pen.stroke(outline.slice(2, 5), "white", 0.4);
      return;
    }
    pen.inside(outline, (p) => {
      if (paint === "white") p.fill(shaded(hip.p, knee.p, ankle.p, widths), { tone: 0.14 });
      drawCreases(p, hip.p, knee.p, ankle.p, widths[1]);
      p.line([mix(hip.p, knee.p, 0.15), mix(hip.p, knee.p, 0.5), mix(hip.p, knee.p, 0.8)], 0.4);
    });
    return;
  }
  const outline = limbOutline(hip.p, knee.p, ankle.p, bare);
  pen.shape(outline, "white");
  if (bottom === "skirt") {
    const sock = limbOutline(mix(knee.p, ankle.p, 0.4), mix(knee.p, ankle.p, 0.6), ankle.p, [
      17 * g,
      17 * g,
      13.5 * g,
    ]);
    pen.fill(sock, spec.design.age === "teen" ? { tone: 0.75 } : "white");
    pen.contour(sock, 0.7);
  }
  if (bottom === "shorts") {
    const cloth = limbOutline(hip.p, mix(hip.p, knee.p, 0.5), mix(hip.p, knee.p, 0.88), [
      39 * g,
      34 * g,
      30 * g,
    ]);
    pen.shape(cloth, paint);
  }
}

function drawTrunk(job: Job): void {
  const { pen, spec, body, torso } = job;
  const { top, topFill, bottom, bottomFill } = spec.design.clothes;
  const cut = cutOf(top);
  const paint = paintOf(topFill);
  const low = paintOf(bottomFill);
  if (bottom !== "skirt" && bottom !== "none") {
    pen.fill(
      [torso.at(-1, 0.7), torso.at(1, 0.7), torso.at(1.05, 1.12), torso.at(0, 1.2), torso.at(-1.05, 1.12)],
      low,
    );
  }
  const long = cut.hem > 0 && !(cut.hanging && bottom === "hakama");
  if (long) {
    const hem = hemOf(body, torso, cut.hem, cut.hem > 1.2 ? 7 : 12);
    pen.shape(hem.outline, paint);
    const waist = [torso.at(-1, 0.7), torso.at(1, 0.7)] as const;
    if (cut.hem > 0.5) {
      drawDrape(pen, paint, waist, hem.ends, 4);
      const slit = Math.min(0.92, Math.max(0.08, 0.5 + torso.middle * 0.5));
      if (torso.middle < 2) {
        const from = mix(waist[0], waist[1], slit);
        const to = mix(hem.ends[0], hem.ends[1], slit);
        if (paint === "black") pen.stroke([from, to], "white", 0.7);
        else pen.line([from, to], 0.9, "start");
      }
    }
  }
  pen.shape(torso.outline(cut.ease), paint);
  if (long && cut.hem > 0.5) {
    pen.fill(
      [torso.at(-0.98, 0.86), torso.at(0.98, 0.86), torso.at(0.99, 1.13), torso.at(-0.99, 1.13)],
      paint,
    );
  }
  drawFront(pen, spec.design, body, torso);
}

function drawNeck({ pen, body, spec }: Job, back: boolean): void {
  const { neck, head, measures: m } = body;
  const w =
    (spec.design.age === "child" ? 11 : spec.design.gender === "female" ? 14 : 19) * Math.max(0.8, m.girth);
  const lead = spec.view === "profile" ? -8 : spec.view === "three-quarter" ? -5 : 0;
  const chin: Pt = [head[0] + lead, head[1] + 24];
  pen.shape(
    [
      [chin[0] - w, chin[1]],
      [chin[0] + w, chin[1]],
      [neck[0] + w * 1.1, neck[1] + 2],
      [neck[0], neck[1] + 10],
      [neck[0] - w * 1.1, neck[1] + 2],
    ],
    "white",
    0.8,
  );
  if (back) return;
  pen.fill(
    [
      [chin[0] - w * 0.8, chin[1]],
      [chin[0] + w * 0.9, chin[1]],
      [chin[0] + w * 0.8, chin[1] + 22],
      [chin[0], chin[1] + 32],
      [chin[0] - w * 0.5, chin[1] + 24],
    ],
    { tone: 0.3 },
  );
}

function recordFace({ drawn, spec, body }: Job, headPen: Pen, view: View): void {
  if (view === "back") return;
  const rig = headRig(view);
  const face = faceLook(spec.design);
  const [left, right] = view === "front" ? [-42, 42] : view === "profile" ? [-6, 46] : [-30, 40];
  drawn.face = {
    corners: [
      headPen.where([left, -40]),
      headPen.where([right, -40]),
      headPen.where([right, 52]),
      headPen.where([left, 52]),
    ],
    mouth: headPen.where([rig.mouth[0], 8 + (rig.mouth[1] - 8) * face.chin]),
  };
  if (body.measures.hand <= 0) drawn.face = null;
}
