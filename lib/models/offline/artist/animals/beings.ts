// Beings that are no animals: ghosts of sheets that reach and droop, and shaggy creatures.

import { limbOutline } from "../figures/body/limbs.ts";
import { torsoOf } from "../figures/body/torso.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { apply, boxed, corner, mix, type Pt, placed, pts } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type Look, pinned } from "../things/marks.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import { type BeastFace, beastFeeling, drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { BEAST_POSES } from "./beast-poses.ts";
import { frameOf, holdIn } from "./being-frame.ts";

export function drawGhost(pen: Pen, spec: FigureSpec): DrawnFigure {
  const drawn: DrawnFigure = { face: null, keep: [] };
  const lean = spec.pose === "run" || spec.pose === "fall" || spec.pose === "reach" ? 16 : 0;
  const p = pen.at(placed(0, -70, lean));
  drawPart(p, "beings/ghost");
  const { near, far } = BEAST_POSES[spec.pose];
  ghostArm(p, "near", ...near);
  ghostArm(p, "far", ...far);
  if (spec.holds) drawProp(p.at(placed(128, -180, 0, 1)), spec.holds);
  if (spec.view === "back") return drawn;
  const h = p.at(placed(6, -262, 0, 1.5));
  const feeling = beastFeeling(spec);
  const face: BeastFace = { ...GHOST_FACE, closed: "line", ink: "black" };
  drawPart(h, "beings/ghost-face", {
    is: [feeling.lids === "open" ? "awake" : "asleep"],
    draws: { face: (q) => drawBeastFace(q, face, feeling) },
  });
  drawBeastMarks(h, spec.design, feeling, 44);
  drawn.face = { corners: boxed([-46, -50], [48, 42]).map(h.where), mouth: h.where([4, 24]) };
  return drawn;
}

const GHOST_FACE = { near: [-16, -2], far: [22, -2], eye: 10, mouth: [4, 22], jaw: 10 } as const;

/** The sheet over a raised arm: it hangs from the arm to the hip in a drape, and what peeps out droops as ghosts' hands do. */
function ghostArm(p: Pen, side: "near" | "far", degrees: number, droop: number): void {
  const [x, y]: Pt = side === "near" ? [-60, -180] : [64, -186];
  const r = (degrees * Math.PI) / 180;
  const [dx, dy] = [Math.cos(r), Math.sin(r)];
  // The edge that lies uppermost, whichever way the arm points.
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
    drawn.face = { corners: boxed([-52, -48], [54, 50]).map(p.where), mouth: p.where([10, 24]) };
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
