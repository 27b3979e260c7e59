// Beings that are no animals: ghosts of sheets that reach and droop, and shaggy creatures.

import { limbOutline } from "../figures/body/limbs.ts";
import { torsoOf } from "../figures/body/torso.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { apply, corner, ellipse, mix, type Pt, placed, pts, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawProp } from "../things/props.ts";
import { beastFeeling, drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { frameOf, holdIn } from "./being-frame.ts";

export function drawGhost(pen: Pen, spec: FigureSpec): DrawnFigure {
  const drawn: DrawnFigure = { face: null, keep: [] };
  const lean = spec.pose === "run" || spec.pose === "fall" || spec.pose === "reach" ? 16 : 0;
  const p = pen.at(placed(0, -70, lean));
  p.shape(
    pts(
      "0,-350 52,-330 84,-270 96,-190 106,-90 90,-10 104,44! 72,22 50,52! 22,26 -8,58! -30,24 -64,46! -66,4 -98,8! -84,-80 -92,-190 -80,-280 -48,-334",
    ),
    "white",
  );
  p.fill(pts("-78,-260 -60,-200 -58,-80 -62,0 -84,0 -80,-90 -90,-190"), { tone: 0.18 });
  for (const x of [-52, -6, 46]) p.line(through([x - 4, 30], [x + 2, -30], [x - 2, -86]), 0.5, "end");
  for (const side of ["near", "far"] as const) ghostArm(p, side, ...ghostReach(spec.pose, side));
  if (spec.holds) drawProp(p.at(placed(128, -180, 0, 1)), spec.holds);
  const h = p.at(placed(6, -262, 0, 1.5));
  if (spec.view !== "back") {
    if (beastFeeling(spec).lids === "open")
      for (const [x, w] of through([-16, 9], [22, 7])) h.fill(ellipse(x, -2, w, 13, 10), "black");
    drawBeastFace(
      h,
      { near: [-16, -2], far: [22, -2], eye: 10, mouth: [4, 22], jaw: 10, closed: "line", ink: "black" },
      beastFeeling(spec),
    );
    for (const x of [-30, 34]) h.line(through([x - 3, 18], [x + 3, 14]), 0.5);
    drawBeastMarks(h, spec.design, beastFeeling(spec), 44);
    drawn.face = {
      corners: [h.where([-46, -50]), h.where([48, -50]), h.where([48, 42]), h.where([-46, 42])],
      mouth: h.where([4, 24]),
    };
  }
  return drawn;
}

/** Where a ghost's arm points, in degrees (0 ahead, −90 up), and how far its hand droops. */
function ghostReach(pose: FigureSpec["pose"], side: "near" | "far"): [degrees: number, droop: number] {
  const near = side === "near";
  switch (pose) {
    case "arms-up":
    case "jump":
    case "dance":
    case "fight":
    case "throw":
      return near ? [-128, 34] : [-52, 34];
    case "wave":
    case "phone":
      return near ? [122, 10] : [-64, 12];
    case "point":
    case "reach":
    case "offer":
    case "push":
    case "run":
    case "embrace":
      return near ? [12, 30] : [-8, 14];
    case "hands-on-face":
    case "pray":
    case "eat":
    case "drink":
    case "think":
      return near ? [-38, -30] : [-116, 24];
    case "shrug":
      return near ? [168, -40] : [12, -40];
    case "bow":
    case "look-down":
    case "sleep":
    case "lie":
      return near ? [104, 4] : [76, 4];
    default:
      return near ? [22, 62] : [4, 62];
  }
}

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
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    holdIn(pen, frame, side);
    pen.shape(shaggy(limbOutline(shoulder.p, elbow.p, wrist.p, [36, 30, 26])), coat);
    const end = mix(elbow.p, wrist.p, 1.2);
    pen.shape(ellipse(end[0], end[1], 27, 25, 10), coat);
    for (const dx of [-14, 0, 14])
      pen.shape(
        [
          corner([end[0] + dx - 6, end[1] + 16]),
          corner([end[0] + dx + 6, end[1] + 16]),
          corner([end[0] + dx + 1, end[1] + 36]),
        ],
        "white",
        0.7,
      );
  };
  arm("far");
  for (const leg of [body.legs.far, body.legs.near]) {
    pen.shape(shaggy(limbOutline(leg.hip.p, leg.knee.p, leg.ankle.p, [50, 40, 32])), coat);
    const [x, y] = leg.ankle.p;
    pen.shape(
      [
        [x - 30, y - 10],
        [x + 20, y - 14],
        [x + 48, y + 6],
        corner([x + 50, y + 17]),
        corner([x - 32, y + 17]),
      ],
      coat,
    );
    for (const dx of [16, 32, 46])
      pen.fill(
        [corner([x + dx - 8, y + 17]), corner([x + dx, y + 4]), corner([x + dx + 6, y + 17])],
        "white",
      );
  }
  const torso = torsoOf(body);
  const at = torso.at;
  pen.shape(
    shaggy([
      at(-1, -0.08),
      at(1, -0.08),
      at(1.5, 0.3),
      at(1.5, 0.8),
      at(1.1, 1.14),
      at(-1.1, 1.14),
      at(-1.5, 0.8),
      at(-1.5, 0.3),
    ]),
    coat,
  );
  const c = torso.middle > 1 ? 0 : torso.middle * 0.7;
  if (torso.middle < 1)
    pen.fill([at(c - 0.5, 0.3), at(c + 0.5, 0.3), at(c + 0.7, 0.7), at(c, 1), at(c - 0.7, 0.7)], "white");
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 10, body.headTilt * 0.7, 1.35));
  for (const [x, s] of through([-26, -1], [28, 1]))
    p.shape(
      [
        corner([x - 9, -34]),
        [x + s * 14, -54],
        corner([x + s * 12, -84]),
        [x + s * 26, -58],
        corner([x + s * 10 + 4, -26]),
      ],
      "white",
    );
  p.shape(shaggy(pts("-52,6 -44,-30 -12,-48 22,-48 48,-28 54,8 42,38 4,50 -38,38")), coat);
  if (spec.view !== "back") {
    p.shape(pts("-26,10 6,4 42,10 44,32 10,44 -24,34"), "white", 0.8);
    drawBeastFace(
      p,
      { near: [-14, -10], far: [28, -10], eye: 11, mouth: [10, 22], jaw: 20, closed: "line", ink: "black" },
      beastFeeling(spec),
    );
    for (const x of [-4, 24])
      p.shape([corner([x - 5, 22]), corner([x + 5, 22]), corner([x, 36])], "white", 0.7);
    p.fill(ellipse(12, 9, 8, 5, 8), "black");
    drawBeastMarks(p, spec.design, beastFeeling(spec), 50);
    drawn.face = {
      corners: [p.where([-52, -48]), p.where([54, -48]), p.where([54, 50]), p.where([-52, 50])],
      mouth: p.where([10, 24]),
    };
  }
  arm("near");
  return drawn;
}

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
