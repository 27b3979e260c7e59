// A splash: a crown of water jets with drops at their tips, and rings round its foot.

import type { Standing } from "../camera/standing.ts";
import type { Composition, PanelView } from "../camera/view.ts";
import type { Shot } from "../closed/staging.ts";
import type { Chance } from "../pen/chance.ts";
import { corner, ellipse, type Pt, placed, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, paper } from "../places/stage.ts";
import { drawPart } from "../things/parts.ts";

/** Shots that show the water; nearer shots show only a face. */
const SHOWS_WATER: ReadonlySet<Shot> = new Set(["full", "long", "establishing", "detail"]);

/** Whether the subject of the picture is a thing that falls into water. */
export const sinksIn = ({ picture }: Pick<PanelView, "picture">): boolean =>
  picture.figures.length === 0 && picture.told.splash === true && SHOWS_WATER.has(picture.shot);

/** Foot and height of the splash of a thing. */
export const splashOf = ({ width, height }: PanelView): { foot: Pt; size: number } => ({
  foot: [width / 2, height * 0.84],
  size: Math.min(width * 0.34, height * 0.44),
});

/**
 * Draws the splash behind the figures: at the feet of one that jumps in, or behind one that watches. For a
 * thing it draws only the surface and rings; the crown is drawn in front.
 */
export function drawSplashIn(pen: Pen, view: PanelView, plan: Composition, rng: Chance): void {
  const { width, height, picture } = view;
  if (!picture.told.splash || !SHOWS_WATER.has(picture.shot)) return;
  const first = plan.standing.at(-1);
  if (!first) {
    if (picture.shot === "detail") drawSurface(pen, view, rng);
    const { foot, size } = splashOf(view);
    drawRings(pen, foot, size);
    return;
  }
  const falls = FALLS_IN.test(first.figure.pose);
  const beside = first.x > width / 2 ? width * 0.24 : width * 0.76;
  const { foot, size } = falls
    ? divedAt(first, view)
    : { foot: [beside, height * 0.72] as const, size: Math.min(width * 0.34, height * 0.36) * 0.5 };
  drawRings(pen, foot, size);
  drawCrown(pen, foot, { size, rng });
}

/** Foot and height of the splash of a figure that jumps in: at its legs, or at an animal's hind legs. */
function divedAt(
  { figure, design, x, scale }: Standing,
  { width, height }: PanelView,
): { foot: Pt; size: number } {
  const back = design.kind === "human" ? 0 : (figure.facing === "left" ? 110 : -110) * scale;
  const size = Math.max(Math.min(width * 0.34, height * 0.36), design.kind === "human" ? 0 : 150 * scale);
  return { foot: [Math.max(size * 0.5, Math.min(width - size * 0.5, x + back)), height * 0.93], size };
}

/** Draws the splash in front: over the submerged part of a thing, or over the feet of a figure. */
export function drawSplashBefore(pen: Pen, view: PanelView, plan: Composition, rng: Chance): void {
  const first = plan.standing.at(-1);
  const { told, shot } = view.picture;
  if (first && FALLS_IN.test(first.figure.pose) && told.splash && SHOWS_WATER.has(shot)) {
    const { foot, size } = divedAt(first, view);
    drawCrown(pen, [foot[0], foot[1] + size * 0.06], { size: size * 0.62, rng });
    return;
  }
  if (!sinksIn(view)) return;
  const { foot, size } = splashOf(view);
  drawCrown(pen, foot, { size, rng });
}

const FALLS_IN = /^(?:jump|fall|run|climb)$/u;

/** In a detail of a falling thing the background is water only. */
function drawSurface(sheet: Pen, view: PanelView, rng: Chance): void {
  const { width, height, picture } = view;
  const dark = picture.scene.hour === "night";
  const pen = sheet.of(MATERIALS.glass);
  pen.fill(paper(view), { tone: fade(0, height, dark ? 1 : 0.4, dark ? 0.55 : 0.1) });
  for (let i = 0; i < 26; i++) {
    const [x, y] = [width * rng.between(-0.1, 1), height * rng.between(0.06, 1)];
    const long = width * rng.between(0.05, 0.22) * (0.4 + y / height);
    pen.stroke(
      through([x, y], [x + long * 0.5, y + rng.between(-4, 4)], [x + long, y]),
      dark || i % 2 === 0 ? "white" : "black",
      rng.between(0.3, 0.9),
    );
  }
}

const JETS = 11;

/** Rings that spread from a splash. */
function drawRings(paper: Pen, [x, y]: Readonly<Pt>, size: number): void {
  const pen = paper.of(MATERIALS.glass);
  for (const k of [1.55, 1.15]) {
    pen.fill(ellipse(x, y, size * k, size * k * 0.2, 18), k > 1.3 ? { tone: 0.3 } : "white");
    pen.contour(ellipse(x, y, size * k, size * k * 0.2, 18), 0.6);
  }
}

/** A crown of water of height `size` with its foot at a point. */
function drawCrown(paper: Pen, [x, y]: Pt, { size, rng }: { size: number; rng: Chance }): void {
  const pen = paper.of(MATERIALS.glass);
  // The outermost first, because the middle jets are in front.
  const order = Array.from({ length: JETS }, (_, i) => (i / (JETS - 1)) * 2 - 1).toSorted(
    (a, b) => Math.abs(b) - Math.abs(a),
  );
  for (const [i, t] of order.entries()) drawJet(pen, [x, y], { t, size, rng, shaded: i % 2 === 1 });
  // The sheet of water below the jets, higher at its ends, and the foam at its foot.
  const rim: Pt[] = [];
  for (let i = 0; i <= 12; i++) {
    const u = i / 6 - 1;
    const high = (0.16 + 0.2 * u * u) * (i % 2 ? 1.25 : 0.85);
    rim.push([x + u * size * 0.92, y - size * high]);
  }
  pen.shape(
    [
      corner([x - size * 0.7, y + size * 0.12]),
      ...rim,
      corner([x + size * 0.7, y + size * 0.12]),
      [x, y + size * 0.22],
    ],
    "white",
    0.9,
  );
  for (let i = 0; i < 9; i++) {
    const u = (i / 8) * 1.5 - 0.75;
    pen.line(
      [
        [x + u * size * 0.86, y - size * (0.08 + 0.14 * u * u)],
        [x + u * size * 0.78, y + size * 0.08],
      ],
      rng.between(0.5, 1),
      "both",
    );
  }
  for (let i = 0; i < 13; i++) {
    const u = (i / 12) * 2 - 1;
    const r = size * rng.between(0.05, 0.1);
    pen.shape(
      ellipse(x + u * size * 0.86, y + size * (0.16 - 0.12 * u * u), r * 1.3, r * 0.8, 10),
      "white",
      0.6,
    );
  }
}

interface Jet {
  /** Position across the crown, from −1 (left) to 1 (right). */
  t: number;
  size: number;
  rng: Chance;
  shaded: boolean;
}

function drawJet(pen: Pen, [x, y]: Pt, { t, size, rng, shaded }: Jet): void {
  const lean = t * 1.05 + rng.between(-0.1, 0.1);
  const tall = size * (1.25 - 0.62 * Math.abs(t)) * rng.between(0.5, 1.15);
  const foot = x + t * size * 0.72;
  const tip: Pt = [foot + Math.sin(lean) * tall * 0.7, y - Math.cos(lean * 0.8) * tall];
  const wide = size * 0.15;
  const bead = size * rng.between(0.03, 0.055);
  // The jet narrows to a neck, and a drop separates at its end.
  const [mx, my] = [foot + (tip[0] - foot) * 0.42, y - (y - tip[1]) * 0.56];
  const [nx, ny] = [tip[0] - Math.sin(lean) * bead * 1.7, tip[1] + bead * 1.7];
  const jet: Pt[] = [
    corner([foot - wide, y + 6]),
    [mx - wide * 0.34, my],
    [nx - bead * 0.4, ny],
    [tip[0] - bead, tip[1]],
    [tip[0], tip[1] - bead],
    [tip[0] + bead, tip[1]],
    [nx + bead * 0.4, ny],
    [mx + wide * 0.34, my],
    corner([foot + wide, y + 6]),
  ];
  pen.shape(jet, "white", 0.8);
  if (shaded)
    pen.fill(
      [
        corner([foot + wide * 0.1, y + 6]),
        [mx + wide * 0.08, my],
        corner([nx + bead * 0.3, ny]),
        [mx + wide * 0.3, my],
        corner([foot + wide * 0.9, y + 6]),
      ],
      { tone: 0.3 },
    );
  for (let i = 0; i < 2; i++) {
    const far = rng.between(0.12, 0.4) * size;
    const r = size * rng.between(0.018, 0.05);
    const x = tip[0] + Math.sin(lean) * far + rng.between(-r, r) * 3;
    drawPart(pen.at(placed(x, tip[1] - Math.cos(lean) * far * 0.8, 0, r / 100)), "effects/bead");
  }
}
