// The armour of old Japan, which goes with a hakama: scales laced in rows, plates that hang from the shoulders, a helmet with a crest.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { corner, ellipse, mix, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "../head/head-rig.ts";

export const isEastern = ({ clothes: { top, bottom } }: CharacterDesign): boolean =>
  top === "armor" && bottom === "hakama";

type Place = (u: number, v: number) => Pt;

/** Rows of laced scales between two heights: a dark field, a light rim a row, and cords in pairs. */
export function drawScales(
  pen: Pen,
  at: Place,
  [u0, u1]: readonly [number, number],
  [v0, v1]: readonly [number, number],
  rows: number,
): void {
  for (let r = 0; r < rows; r++) {
    const [a, b] = [v0 + ((v1 - v0) * r) / rows, v0 + ((v1 - v0) * (r + 1)) / rows];
    const bow = (u: number, v: number): Pt => {
      const [x, y] = at(u, v);
      return [x, y + (1 - ((u - (u0 + u1) / 2) / ((u1 - u0) / 2)) ** 2) * 3];
    };
    const us = [0, 0.25, 0.5, 0.75, 1].map((t) => u0 + (u1 - u0) * t);
    const band = [...us.map((u) => bow(u, a)), ...us.map((u) => bow(u, b)).toReversed()];
    pen.shape(
      band.map((p, i) => (i === 0 || i === 4 || i === 5 || i === 9 ? corner(p) : p)),
      r % 2 ? { tone: 0.72 } : "black",
      0.6,
    );
    pen.stroke(
      us.map((u) => bow(u, a + (b - a) * 0.16)),
      "white",
      0.7,
    );
    const n = Math.max(4, Math.round((u1 - u0) * 8));
    for (let i = 1; i < n; i++) {
      const u = u0 + ((u1 - u0) * i) / n;
      pen
        .of(MATERIALS.red)
        .stroke(
          [bow(u, a + (b - a) * 0.3), bow(u + 0.02, b - (b - a) * 0.12)],
          { tone: 0.3 },
          i % 2 ? 0.9 : 0.5,
        );
    }
  }
}

/** The plate that hangs over an upper arm. */
export function drawSode(pen: Pen, shoulder: Pt, elbow: Pt, w: number): void {
  const [dx, dy] = [elbow[0] - shoulder[0], elbow[1] - shoulder[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  const at: Place = (u, v) => {
    const [x, y] = mix(shoulder, elbow, v);
    return [x + nx * w * u, y + ny * w * u];
  };
  const top: Paint = { tone: 0.5 };
  pen.shape(sharp([at(-1.2, -0.16), at(1.2, -0.16), at(1.3, 0.02), at(-1.3, 0.02)]), top, 0.8);
  drawScales(pen, at, [-1.35, 1.35], [0.02, 0.66], 4);
}

/** A bowl with ribs, a guard for the neck that turns back at the temples, and a crest of horns. */
export function drawKabuto(pen: Pen, { skull: [cx, r], view, faceX }: Rig): void {
  const wide = r + 10;
  const lead = view === "front" || view === "back" ? 0 : 1;
  const metal = pen.of(MATERIALS.metal);
  const guard: Pt[] = [
    [cx - wide - 2, -22],
    corner([cx - wide - 20, 34]),
    [cx - wide * 0.5, 40],
    corner([cx - wide * 0.5 + lead * -6, -8]),
  ];
  metal.shape(guard, "black", 0.9);
  for (const y of [-6, 8, 22])
    metal.stroke(through([cx - wide - 12 + (22 - y) * 0.2, y], [cx - wide * 0.62, y + 3]), "white", 0.8);
  if (lead === 0) {
    const other = guard.map(([x, y, sharpEnd]): Pt => (sharpEnd ? [2 * cx - x, y, 1] : [2 * cx - x, y]));
    metal.shape(other, "black", 0.9);
    for (const y of [-6, 8, 22])
      metal.stroke(through([cx + wide + 12 - (22 - y) * 0.2, y], [cx + wide * 0.62, y + 3]), "white", 0.8);
  }
  const bowl: Pt[] = [
    corner([cx - wide, -18]),
    [cx - wide + 2, -46],
    [cx - wide * 0.5, -68],
    [cx, -74],
    [cx + wide * 0.5, -68],
    [cx + wide - 2, -46],
    corner([cx + wide, -18]),
    [cx, -10],
  ];
  metal.shape(bowl, "black");
  for (const t of [-0.7, -0.35, 0, 0.35, 0.7])
    metal.stroke(
      through([cx + t * wide * 0.3, -72], [cx + t * wide * 0.8, -50], [cx + t * wide * 0.98, -16]),
      "white",
      0.6,
    );
  metal.shape(
    [
      corner([cx - wide - 2, -24]),
      [cx, -14],
      corner([cx + wide + 2 + lead * 8, -24]),
      corner([cx + wide + 4 + lead * 12, -14]),
      [cx, -4],
      corner([cx - wide - 2, -12]),
    ],
    { tone: 0.6 },
    0.9,
  );
  if (view === "back") return;
  const x = lead ? faceX + 6 : cx;
  const gold = pen.of(MATERIALS.lamp);
  for (const s of [-1, 1])
    gold.shape(
      [
        corner([x - s * 3, -30]),
        [x + s * 22, -42],
        corner([x + s * 40, -92]),
        [x + s * 30, -46],
        corner([x + s * 6, -20]),
      ],
      "white",
      0.8,
    );
  gold.shape(ellipse(x, -28, 7, 7, 10), "white", 0.8);
}
