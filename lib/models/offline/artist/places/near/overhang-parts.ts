// What overhangs are made of: leaves, blossoms, lanterns, wind bells, the strokes of a sign, sparrows and gulls.

import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { boxed, corner, ellipse, lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";

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
    const outline = [
      corner([cx, cy]),
      [cx + dx * 0.45 - dy * 0.28, cy + dy * 0.45 + dx * 0.28],
      corner([cx + dx, cy + dy]),
      [cx + dx * 0.45 + dy * 0.28, cy + dy * 0.45 - dx * 0.28],
    ] as Pt[];
    if (i % 4 === 3) leaf.shape(outline, { tone: pale ? 0.3 : 0.55 }, 0.5);
    else if (pale && i % 2) leaf.shape(outline, "white", 0.5);
    else leaf.fill(outline, "black");
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

export function lantern(pen: Pen, [x, y]: Pt, k: number, lit: boolean): void {
  const r = k * 0.36;
  pen.stroke(through([x, y - k * 0.3], [x, y + k * 0.1]), "black", 1.2);
  const [top, low] = [y + k * 0.1, y + k * 0.98];
  const body = [
    corner([x - r * 0.6, top]),
    [x - r, lerp(top, low, 0.25)],
    [x - r, lerp(top, low, 0.75)],
    corner([x - r * 0.6, low]),
    corner([x + r * 0.6, low]),
    [x + r, lerp(top, low, 0.75)],
    [x + r, lerp(top, low, 0.25)],
    corner([x + r * 0.6, top]),
  ] as Pt[];
  if (lit)
    pen.fill(ellipse(x, (top + low) / 2, k * 1.2), {
      light: {
        type: "radial",
        at: [x, (top + low) / 2, r, k * 1.2].map(Math.round) as [number, number, number, number],
        stops: through([0, 0.5], [1, 0]),
      },
    });
  const paper = pen.of(MATERIALS.red);
  paper.shape(body, lit ? "white" : { tone: 0.3 }, 1);
  pen.inside(body, (p) => {
    if (!lit) p.fill(sharp(boxed([x + r * 0.3, top], [x + r * 1.2, low])), { tone: 0.55 });
    for (let i = 1; i < 6; i++) {
      const v = lerp(top, low, i / 6);
      p.line(through([x - r, v], [x, v + k * 0.025], [x + r, v]), 0.5, "none");
    }
  });
  for (const v of [top - k * 0.06, low])
    pen.shape(sharp(boxed([x - r * 0.64, v], [x + r * 0.64, v + k * 0.07])), "black", 0.5);
}

export function windBell(pen: Pen, [x, y]: Pt, k: number): void {
  pen.stroke(through([x, y - k * 0.5], [x, y]), "black", 0.8);
  const r = k * 0.42;
  pen
    .of(MATERIALS.glass)
    .shape(
      [
        corner([x - r * 0.7, y + r * 1.3]),
        [x - r, y + r * 0.7],
        [x - r * 0.6, y],
        [x + r * 0.6, y],
        [x + r, y + r * 0.7],
        corner([x + r * 0.7, y + r * 1.3]),
      ],
      "white",
      0.8,
    );
  pen.stroke(through([x - r * 0.6, y + r * 0.8], [x - r * 0.4, y + r * 0.3]), { tone: 0.4 }, 0.8);
  pen.stroke(through([x, y + r * 0.6], [x + k * 0.05, y + k * 1.1]), "black", 0.6);
  pen.shape(
    sharp([
      [x - k * 0.12, y + k * 1.1],
      [x + k * 0.16, y + k * 1.05],
      [x + k * 0.26, y + k * 1.8],
      [x - k * 0.02, y + k * 1.86],
    ]),
    "white",
    0.7,
  );
}

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

/** On a wire, from the side: a round breast, a short tail. */
export function sparrow(pen: Pen, [x, y]: Pt, k: number, way: 1 | -1): void {
  const at = (u: number, v: number): Pt => [x + u * k * way, y + v * k];
  pen.fill(
    [
      corner(at(-0.9, 0.12)),
      at(-0.36, -0.3),
      at(0.02, -0.74),
      at(0.28, -0.9),
      at(0.44, -0.74),
      corner(at(0.62, -0.66)),
      at(0.44, -0.56),
      at(0.4, -0.2),
      at(0.1, 0.04),
      at(-0.3, 0.02),
      corner(at(-0.84, 0.28)),
    ],
    "black",
  );
  const [ex, ey] = at(0.32, -0.74);
  pen.fill(ellipse(ex, ey, k * 0.06, k * 0.06, 6), "white");
}

export function gull(pen: Pen, [x, y]: Pt, k: number, way: 1 | -1): void {
  const at = (u: number, v: number): Pt => [x + u * k * way, y + v * k];
  pen.shape(
    [
      corner(at(-0.1, -0.05)),
      at(-0.7, -0.62),
      corner(at(-1.5, -0.5)),
      at(-0.8, -0.32),
      corner(at(-0.42, 0.12)),
      at(-0.5, 0.24),
      corner(at(-0.7, 0.3)),
      at(-0.2, 0.3),
      at(0.3, 0.12),
      corner(at(0.62, 0.06)),
      at(0.4, -0.1),
      corner(at(0.14, -0.06)),
      at(0.74, -0.66),
      corner(at(1.3, -0.72)),
      at(0.6, -0.8),
      at(0.14, -0.46),
    ],
    "white",
    0.7,
  );
  pen.fill([corner(at(-1.5, -0.5)), at(-1.16, -0.57), corner(at(-1.1, -0.44))], "black");
  pen.fill([corner(at(1.3, -0.72)), at(0.98, -0.78), corner(at(0.98, -0.66))], "black");
}
