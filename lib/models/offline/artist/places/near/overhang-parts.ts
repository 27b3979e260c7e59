// Parts of overhanging things: leaves, blossoms, lanterns, wind bells, the strokes of a sign, sparrows, gulls, and a bough.
import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, lerp, type Pt, placed, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Look } from "../../things/marks.ts";
import { drawPart } from "../../things/parts.ts";
import { sheetAlong } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { wholeRing } from "../stage.ts";

/** The part of a panel above the heads. */
export interface Space {
  /** Maps u from the side that it grows from (0) to the other side (1), and v from the top (0) to the top of the heads (1). */
  at(u: number, v: number): Pt;
  rng: Chance;
  season: Season;
  /** Whether snow lies on it. */
  snow: boolean;
  night: boolean;
}

function leaves(pen: Pen, rng: Chance, [x, y]: Pt, size: number, pale: boolean): void {
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

/** One outline of five petals with notched tips. */
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

function blossoms(pen: Pen, rng: Chance, [x, y]: Pt, size: number): void {
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

/** Draws a part of `assets/parts/hung`, whose units are hundredths of its size. */
const hung = (pen: Pen, name: string, [x, y]: Pt, k: number, look?: Look, way = 1): void =>
  drawPart(pen.at(placed(x, y, 0, (k / 100) * way, k / 100)), `hung/${name}`, look);

export function lantern(pen: Pen, at: Pt, k: number, lit: boolean): void {
  const [x, y] = [at[0], at[1] + k * 0.54];
  const light = wholeRing([x, y], [k * 0.36, k * 1.2], [0, 0.5], [1, 0]);
  if (lit) pen.fill(ellipse(x, y, k * 1.2), { light });
  hung(pen, "lantern", at, k, { is: [lit ? "lit" : "unlit"] });
}

export const windBell = (pen: Pen, at: Pt, k: number): void => hung(pen, "wind-bell", at, k);

/** Strokes that suggest writing without being legible. */
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

/** On a wire, in profile. */
export const sparrow = (pen: Pen, at: Pt, k: number, way: 1 | -1): void =>
  hung(pen, "sparrow", at, k, undefined, way);

export const gull = (pen: Pen, at: Pt, k: number, way: 1 | -1): void =>
  hung(pen, "gull", at, k, undefined, way);

export function branch(pen: Pen, { at, rng, season, snow, night }: Space): void {
  const bark = pen.of(MATERIALS.wood);
  const limb = (a: Pt, b: Pt, c: Pt, thick: number) => {
    const up = (p: Pt, k: number): Pt => [p[0], p[1] - thick * k];
    bark.fill(
      [corner(up(a, 1)), up(b, 0.62), corner(c), [b[0], b[1] + thick * 0.5], corner([a[0], a[1] + thick])],
      "black",
    );
    if (!snow) return;
    // Snow lies on the level part of the bough and bulges over its edge.
    const t = Math.max(thick, 9);
    const on = (k: number, dy: number): Pt => {
      const [p, q] = k < 0.5 ? [up(a, 1), up(b, 0.62)] : [up(b, 0.62), c];
      const u = k < 0.5 ? k * 2 : k * 2 - 1;
      return [lerp(p[0], q[0], u), lerp(p[1], q[1], u) + dy * t];
    };
    pen.shape(
      [
        corner(on(0.06, 0.1)),
        on(0.16, -0.62),
        on(0.4, -0.7),
        on(0.62, -0.5),
        corner(on(0.86, -0.05)),
        on(0.66, 0.12),
        on(0.52, 0.3),
        on(0.4, 0.1),
        on(0.24, 0.36),
      ],
      night ? { tone: 0.1 } : "white",
      0.5,
    );
  };
  const thick = Math.abs(at(0, 0.09)[1]);
  limb(at(-0.08, 0.16), at(0.36, 0.34), at(0.86, 0.3), thick);
  limb(at(0.22, 0.26), at(0.42, 0.6), at(0.58, 0.86), thick * 0.5);
  limb(at(0.44, 0.32), at(0.6, 0.1), at(0.82, 0.02), thick * 0.42);
  limb(at(0.08, 0.2), at(0.14, 0.5), at(0.12, 0.8), thick * 0.4);
  const size = Math.abs(at(0, 0.24)[1]);
  if (season === "winter") {
    const way = Math.sign(at(1, 0)[0] - at(0, 0)[0]);
    for (const [u, v, turn] of TIPS) {
      const a = turn + rng.between(-0.16, 0.16);
      twig(bark, at(u, v), { a, long: size * rng.between(0.9, 1.3), way, rng });
    }
    return;
  }
  for (const [i, [u, v]] of TIPS.entries()) {
    const tip = at(u, v);
    if (season === "spring") blossoms(pen, rng, tip, size * (i < 4 ? 1 : 0.8));
    else leaves(pen, rng, tip, size, season === "autumn" || night);
  }
}

/** Ends of boughs, and the direction of their twigs in radians from the bough. */
const TIPS = rowsOf(
  ...rowsOf([0.86, 0.3, 0.1], [0.58, 0.86, 0.9], [0.82, 0.02, -0.4], [0.12, 0.8, 1.5], [0.5, 0.34, 0.7]),
  ...rowsOf([0.3, 0.4, 1.2], [0.7, 0.3, -0.7], [0.2, 0.02, -0.9], [0.44, 0.66, 1.9]),
);

/** A bare, tapering twig with alternating forks. */
function twig(
  pen: Pen,
  [x, y]: Pt,
  { a, long, way, rng }: { a: number; long: number; way: number; rng: Chance },
): void {
  const on = (from: Pt, angle: number, far: number): Pt => [
    from[0] + Math.cos(angle) * far * way,
    from[1] + Math.sin(angle) * far,
  ];
  const bend = rng.between(-0.2, 0.2);
  const [mid, end] = [on([x, y], a, long * 0.5), on([x, y], a + bend, long)];
  pen.line([[x, y], mid, end], 1.5, "end");
  for (const [t, lean, far] of rowsOf([0.34, 0.62, 0.5], [0.52, -0.6, 0.42], [0.72, 0.5, 0.3])) {
    const from: Pt = [lerp(x, end[0], t), lerp(y, end[1], t)];
    pen.line([from, on(from, a + lean * 0.8, long * far * 0.5), on(from, a + lean, long * far)], 0.9, "end");
  }
}
