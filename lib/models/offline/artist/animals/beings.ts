// Beings other than animals: sheet ghosts that reach and droop, shaggy creatures, and robots of plates and
// joints on a human skeleton, on legs or wheels, with two eyes or one lamp on the screen.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Side } from "../figures/body/poses.ts";
import type { Skeleton } from "../figures/body/skeleton.ts";
import { bodyAs, posed } from "../figures/body/stances.ts";
import { limbOutline, torsoOf } from "../figures/body/torso.ts";
import { boneOf } from "../figures/clothes/folds.ts";
import type { ExpressionLook } from "../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec, Job } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { drawHand, type Hand, handOf } from "../figures/hands/hands.ts";
import { drawHeld, thingIn } from "../figures/hands/held-things.ts";
import { apply, boxed, corner, ellipse, lerp, mix, type Pt, placed, pts } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type Look, pinned } from "../things/marks.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import {
  type BeastFace,
  beastFeeling,
  drawBeastFace,
  drawBeastMarks,
  drawBeastMouth,
  drawnAt,
} from "./beast-face.ts";
import { BEAST_POSES } from "./beast-poses.ts";

export function drawGhost(pen: Pen, spec: FigureSpec): DrawnFigure {
  const lean = spec.pose === "run" || spec.pose === "fall" || spec.pose === "reach" ? 16 : 0;
  const p = pen.at(placed(0, -70, lean));
  drawPart(p, "beings/ghost");
  const { near, far } = BEAST_POSES[spec.pose];
  ghostArm(p, "near", ...near);
  ghostArm(p, "far", ...far);
  if (spec.holds) drawProp(p.at(placed(128, -180, 0, 1)), spec.holds);
  if (spec.view === "back") return { face: null, keep: [] };
  const h = p.at(placed(6, -262, 0, 1.5));
  const feeling = beastFeeling(spec);
  drawPart(h, "beings/ghost-face", {
    is: [feeling.lids === "open" ? "awake" : "asleep"],
    draws: { face: (q) => drawBeastFace(q, { ...GHOST_FACE, closed: "line", ink: "black" }, feeling) },
  });
  drawBeastMarks(h, spec.design, feeling, 44);
  return drawnAt(h, boxed([-46, -50], [48, 42]), [4, 24]);
}

const GHOST_FACE = { near: [-16, -2], far: [22, -2], eye: 10, mouth: [4, 22], jaw: 10 } as const;

/** The sheet over a raised arm: it drapes from the arm to the hip, and the hand droops. */
function ghostArm(p: Pen, side: "near" | "far", degrees: number, droop: number): void {
  const [x, y]: Pt = side === "near" ? [-60, -180] : [64, -186];
  const r = (degrees * Math.PI) / 180;
  const [dx, dy] = [Math.cos(r), Math.sin(r)];
  // Which edge is uppermost depends on the arm's direction.
  const s = dx < 0 ? -1 : 1;
  const [nx, ny] = [dy * s, -dx * s];
  const on = (along: number, up: number): Pt => [x + dx * along + nx * up, y + dy * along + ny * up];
  const outward = side === "near" ? dx < 0.2 : dx > 0.2;
  const low: Pt = outward
    ? [side === "near" ? -92 : 98, -78]
    : [side === "near" ? -14 : 22, side === "near" ? -70 : -82];
  const [wx, wy] = on(88, 0);
  const wrist = placed(wx, wy, degrees + droop, 1, s);
  const hand = GHOST_HAND.map((point) => apply(wrist, point));
  const under = on(82, -14);
  const sag: Pt = [(under[0] + low[0]) / 2 + dx * 10, (under[1] + low[1]) / 2 + 22];
  const edge: Pt[] = [on(-4, 17), on(40, 17), on(80, 13), ...hand, under, sag, low];
  const sleeve = [on(-26, 8), ...edge, mix(low, [x, y], 0.4)];
  p.silhouetted(sleeve, "white");
  p.inside(sleeve, (q) =>
    q.fill([on(30, -4), under, [sag[0], sag[1] + 30], [low[0], low[1] + 20], mix(low, [x, y], 0.3)], {
      tone: 0.16,
    }),
  );
  p.line(edge, 0.95, "none");
  p.line([on(74, -10), mix(on(40, -8), low, 0.4), mix(sag, low, 0.7)], 0.5, "end");
}

/** A limp hand from the wrist, pointing along x: its fingers are bumps in the sheet. */
const GHOST_HAND = pts("2,-12 16,-15 32,-13 43,-8 38,-4! 47,0 40,4! 43,9 31,13 14,14 0,12");

export function drawCreature(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const coat = spec.design.hair.fill === "white" ? { tone: 0.2 } : paintOf(spec.design.hair.fill);
  const look: Look = { paints: { coat } };
  const at = (joint: Pt): Look => ({ ...look, frames: { joint: pinned(joint) } });
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    holdIn(pen, frame, side);
    pen.shape(shaggy(limbOutline(shoulder.p, elbow.p, wrist.p, [36, 30, 26])), coat);
    drawPart(pen, "beings/creature-hand", at(mix(elbow.p, wrist.p, 1.2)));
  };
  arm("far");
  for (const { hip, knee, ankle } of [body.legs.far, body.legs.near]) {
    pen.shape(shaggy(limbOutline(hip.p, knee.p, ankle.p, [50, 40, 32])), coat);
    drawPart(pen, "beings/creature-foot", at(ankle.p));
  }
  const { at: on, middle } = torsoOf(body);
  const trunk = pts("-1,-0.08 1,-0.08 1.5,0.3 1.5,0.8 1.1,1.14 -1.1,1.14 -1.5,0.8 -1.5,0.3");
  pen.shape(shaggy(trunk.map(([u, v]) => on(u, v))), coat);
  const c = middle * 0.7;
  if (middle < 1)
    pen.fill([on(c - 0.5, 0.3), on(c + 0.5, 0.3), on(c + 0.7, 0.7), on(c, 1), on(c - 0.7, 0.7)], "white");
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 10, body.headTilt * 0.7, 1.35));
  const ahead = spec.view !== "back";
  const face: BeastFace = { ...CREATURE_FACE, closed: "line", ink: "black" };
  drawPart(p, "beings/creature-head", {
    ...look,
    is: [ahead ? "ahead" : "back"],
    draws: { face: (q) => drawBeastFace(q, face, beastFeeling(spec)) },
  });
  if (ahead) {
    drawBeastMarks(p, spec.design, beastFeeling(spec), 50);
    drawn.face = drawnAt(p, boxed([-52, -48], [54, 50]), [10, 24]).face;
  }
  arm("near");
  return drawn;
}

const CREATURE_FACE = { near: [-14, -10], far: [28, -10], eye: 11, mouth: [10, 22], jaw: 20 } as const;

/** The same outline with tufts of fur along it. */
function shaggy(points: readonly Pt[]): Pt[] {
  return points.flatMap((p, i): Pt[] => {
    const next = points[(i + 1) % points.length] ?? p;
    const m = mix(p, next, 0.55);
    const length = Math.hypot(next[0] - p[0], next[1] - p[1]);
    if (length < 26) return [p];
    const [nx, ny] = [(next[1] - p[1]) / length, -(next[0] - p[0]) / length];
    return [p, corner([m[0] + nx * 6, m[1] + ny * 6]), corner(mix(p, next, 0.62))];
  });
}

type Frame = Pick<Job, "body" | "drawn" | "spec">;

const frameOf = (spec: FigureSpec): Frame => ({
  ...{ body: bodyAs(spec), drawn: { face: null, keep: [] }, spec },
});

/** Draws the thing in one hand, if any, and returns the hand closed round it. */
function holdIn(pen: Pen, { body, drawn, spec }: Frame, side: Side): Hand {
  const pose = posed(spec);
  const holds = thingIn(side, spec, pose);
  const hand = handOf({ pose, body }, side, holds);
  if (holds) drawHeld({ pen, spec, body, drawn }, holds, hand);
  return hand;
}

export function drawRobot(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const shell = paintOf(spec.design.clothes.topFill);
  const dark: Paint = shell === "black" ? { tone: 0.4 } : { tone: 0.55 };
  const look: Look = { paints: { shell, dark } };
  /** A plate between two joints, `w` to each side. */
  const part = (a: Pt, b: Pt, w: number, paint: Paint) => {
    const bone = boneOf(a, b, w);
    const limb = ([u, v]: Pt): Pt => bone.at(u / 100, v / 100);
    drawPart(pen, "beings/robot-limb", { paints: { limb: paint }, frames: { limb } });
  };
  const joint = ([x, y]: Pt, r: number) => pen.shape(ellipse(x, y, r, r, 9), dark, 0.8);
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    part(shoulder.p, elbow.p, 15, dark);
    // The shell covers the wrist, because a hand has no end of its own.
    part(elbow.p, mix(elbow.p, wrist.p, 1.22), 21, shell);
    joint(shoulder.p, 22);
    joint(elbow.p, 14);
    drawHand(pen, { ...holdIn(pen, frame, side), thumb: 1 });
  };
  arm("far");
  const rolls = spec.design.told?.onWheels === true && isUpright(body);
  if (rolls) drawWheels(pen, body, look.paints);
  for (const leg of rolls ? [] : [body.legs.far, body.legs.near]) {
    part(leg.hip.p, leg.knee.p, 20, dark);
    part(leg.knee.p, leg.ankle.p, 26, shell);
    joint(leg.knee.p, 17);
    drawPart(pen, "beings/robot-foot", { ...look, frames: { joint: pinned(leg.ankle.p) } });
  }
  const { at, middle } = torsoOf(body);
  const c = middle > 1 ? 0 : middle;
  drawPart(pen, "beings/robot-trunk", {
    ...look,
    frames: { trunk: ([x, y]) => at(x / 100, y / 100), front: ([x, y]) => at(c + x / 100, y / 100) },
  });
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 6, body.headTilt, 1.15));
  const ahead = spec.view !== "back";
  drawPart(p, "beings/robot-head", {
    ...look,
    is: [ahead ? "ahead" : "back"],
    draws: {
      face(q) {
        const feeling = beastFeeling(spec);
        const one = spec.design.told?.oneEyed === true;
        if (one) drawLampEye(q, [8, -3], feeling);
        (one ? drawBeastMouth : drawBeastFace)(q, FACE, feeling);
      },
    },
  });
  if (ahead) {
    drawBeastMarks(p, spec.design, beastFeeling(spec), 44);
    drawn.face = drawnAt(p, boxed([-44, -44], [46, 40]), [10, 28]).face;
  }
  arm("near");
  return drawn;
}

const FACE: BeastFace = {
  ...{ near: [-8, -3], far: [24, -3], eye: 11, ink: "white" },
  ...{ mouth: [8, 27], jaw: 13, closed: "line", mouthInk: "black" },
};

/** Whether it stands, so that its wheels are under it. */
const isUpright = ({ hips, legs }: Skeleton): boolean =>
  Math.abs((legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2 - hips[0]) < -hips[1] * 0.7 && hips[1] < -90;

/** A column with bellows, and below it a chassis on three wheels in a track. */
function drawWheels(pen: Pen, { hips, legs }: Skeleton, paints: Look["paints"]): void {
  const x = lerp(hips[0], (legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2, 0.5);
  const [top, deck] = [hips[1] + 4, -74];
  const column = ([u, v]: Pt): Pt => [lerp(hips[0], x, v / 100) + u, lerp(top, deck, v / 100)];
  drawPart(pen, "beings/robot-wheels", { paints, frames: { column, joint: pinned([x, 0]) } });
}

/** The single lamp of a screen, between the usual places of two eyes, opened like them. */
function drawLampEye(pen: Pen, [x, y]: Pt, { lids, open, gaze, iris }: ExpressionLook): void {
  const r = 15;
  const h = r * (0.35 + 0.65 * Math.min(1.2, open));
  if (lids !== "open") {
    const bow = lids === "happy" ? -8 : 6;
    pen.stroke(pts(`${x - r},${y} ${x},${y + bow} ${x + r},${y}`), "white", 2.4);
    return;
  }
  pen.shape(ellipse(x, y, r * 1.12, h * 1.12, 16), { tone: 0.5 }, 0.7);
  pen.shape(ellipse(x, y, r * 0.9, h * 0.9, 16), "white", 0.5);
  const pupil = iris < 0.7 ? 0.3 : 0.46;
  pen.fill(ellipse(x + gaze[0] * r, y + gaze[1] * r, r * pupil, h * pupil, 12), { tone: 0.6 });
  pen.fill(ellipse(x - r * 0.32, y - h * 0.36, 3.4, 3, 8), "white");
}
