// What overhangs are made of: leaves, blossoms, lanterns, wind bells, the strokes of a sign, sparrows and gulls.

import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Look } from "../../things/marks.ts";
import { drawPart } from "../../things/parts.ts";
import { sheetAlong } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";

/** The part of a panel over the heads. */
export interface Space {
  /** From the side that it grows from (0) to the other (1), and from the top down to where heads begin (1). */
  at(u: number, v: number): Pt;
  rng: Chance;
  season: Season;
  /** Snow lies on what it falls on. */
  snow: boolean;
  night: boolean;
}

export function leaves(pen: Pen, rng: Chance, [x, y]: Pt, size: number, pale: boolean): void {
  const leaf = pen.of(pale ? MATERIALS.autumn : MATERIALS.leaf);
  for (let i = 0; i < 13; i++) {
    const a = rng.next() * Math.PI * 2;
    const out = size * 0.95 * Math.sqrt(rng.next());
    const [cx, cy] = [x + Math.cos(a) * out, y + Math.sin(a) * out * 0.66];
    const way = Math.PI * 0.5 + rng.between(-0.9, 0.9);
    const l = size * rng.between(0.3, 0.5);
    const [dx, dy] = [Math.cos(way) * l, Math.sin(way) * l];
    const shaded = i % 4 === 3;
    const bare = !shaded && !(pale && i % 2);
    drawOnSheet(leaf, "near/bough-leaf", sheetAlong([cx, cy], [dx, dy]), {
      ...{ rng, is: bare ? ["bare"] : [] },
      paints: { leaf: bare ? "black" : shaded ? { tone: pale ? 0.3 : 0.55 } : "white" },
    });
  }
}

/** Five petals, notched at their tips, in one outline. */
function blossom([x, y]: Pt, r: number, turn: number): Pt[] {
  const at = (angle: number, far: number): Pt => [
    x + Math.cos(angle) * r * far,
    y + Math.sin(angle) * r * far,
  ];
  return Array.from({ length: 5 }, (_, petal) => {
    const b = (petal / 5) * Math.PI * 2 + turn;
    return [
      corner(at(b - 0.63, 0.34)),
      at(b - 0.42, 0.9),
      at(b - 0.16, 1.12),
      corner(at(b, 0.92)),
      at(b + 0.16, 1.12),
      at(b + 0.42, 0.9),
    ];
  }).flat();
}

export function blossoms(pen: Pen, rng: Chance, [x, y]: Pt, size: number): void {
  const petals = pen.of(MATERIALS.blossom);
  for (let i = 0; i < 4; i++) {
    const a = rng.next() * Math.PI * 2;
    const out = size * Math.sqrt(rng.next());
    const [cx, cy] = [x + Math.cos(a) * out, y + Math.sin(a) * out * 0.7];
    const r = size * rng.between(0.2, 0.3);
    petals.shape(blossom([cx, cy], r, i), "white", 0.45);
    pen.fill(ellipse(cx, cy, r * 0.18, r * 0.18, 6), "black");
  }
}

/** Drawn by `assets/parts/hung` in hundredths of its size. */
const hung = (pen: Pen, name: string, [x, y]: Pt, k: number, look?: Look, way = 1): void =>
  drawPart(pen.at(placed(x, y, 0, (k / 100) * way, k / 100)), `hung/${name}`, look);

export function lantern(pen: Pen, at: Pt, k: number, lit: boolean): void {
  const [x, y] = [at[0], at[1] + k * 0.54];
  if (lit)
    pen.fill(ellipse(x, y, k * 1.2), {
      light: {
        type: "radial",
        at: [x, y, k * 0.36, k * 1.2].map(Math.round) as [number, number, number, number],
        stops: through([0, 0.5], [1, 0]),
      },
    });
  hung(pen, "lantern", at, k, { is: [lit ? "lit" : "unlit"] });
}

export const windBell = (pen: Pen, at: Pt, k: number): void => hung(pen, "wind-bell", at, k);

/** Strokes as one sees writing that one cannot read. */
export function strokes(pen: Pen, rng: Chance, [x, y]: Pt, r: number, ink: "black" | "white"): void {
  for (const row of [-0.7, -0.1, 0.5]) {
    const from = rng.between(-1, -0.5);
    pen.stroke(
      through([x + from * r, y + row * r], [x + (from + rng.between(1, 1.5)) * r, y + row * r]),
      ink,
      1.1,
    );
  }
  const u = rng.between(-0.5, 0.5);
  pen.stroke(through([x + u * r, y - r * 0.9], [x + u * r, y + r * 0.9]), ink, 1.1);
}

/** On a wire, from the side. */
export const sparrow = (pen: Pen, at: Pt, k: number, way: 1 | -1): void =>
  hung(pen, "sparrow", at, k, undefined, way);

export const gull = (pen: Pen, at: Pt, k: number, way: 1 | -1): void =>
  hung(pen, "gull", at, k, undefined, way);
