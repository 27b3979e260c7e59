// Small furnishings of rooms: clocks, frames, filled shelves, rugs, plants, piles, and light on the floor.
import type { Paint } from "../../../../../manga/drawing.ts";
import { type Pt, rowsOf, through } from "../../pen/curves.ts";
import { isOutside } from "../../pen/in-sight.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { takeWall } from "../../things/wall-spots.ts";
import { build } from "../compositions.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { made, type Stage, solid } from "../stage.ts";
import { cornersOf, detailOf, panel, scratch, type Wall, wallFrom } from "../walls.ts";

/** A disc on a wall, in the wall's perspective. */
function disc({ camera }: Stage, { at }: Wall, [u, v]: Pt, r: number, n = 14): Pt[] {
  return Array.from({ length: n }, (_, i): Pt => {
    const a = (i / n) * Math.PI * 2;
    return camera.see(...at(u + Math.cos(a) * r, v + Math.sin(a) * r));
  });
}

/** A wall clock: round, in a square case, or with a pendulum. */
export function wallClock(setting: Stage, wall: Wall, [u, v]: Pt, r: number): void {
  const stage = made(setting, MATERIALS.lamp);
  const { pen, place } = stage;
  const kind = place.int(0, 2);
  const dark: Paint = place.pick<Paint>([{ tone: 0.5 }, { tone: 0.7 }, "black", { tone: 0.3 }]);
  const [turn, minute] = [place.next() * 6.28, place.next() * 6.28];
  const rim = disc(stage, wall, [u, v], r);
  takeWall(stage, cornersOf(wall, [u - r, v - r, u + r, v + r]));
  if (isOutside(stage, rim)) return;
  pen.name("clock", rim);
  if (kind === 2) {
    panel(stage, wall, [u - r * 1.15, v - r * 3.4, u + r * 1.15, v + r * 1.2], dark, 0.7);
    panel(stage, wall, [u - r * 0.8, v - r * 3.1, u + r * 0.8, v - r * 1.15], { tone: 0.14 }, 0.5);
    scratch(stage, wall, through([u, v - r], [u + r * 0.2, v - r * 2.5]), 0.6);
    pen.shape(disc(stage, wall, [u + r * 0.22, v - r * 2.6], r * 0.26, 8), "white", 0.5);
    panel(stage, wall, [u - r * 1.3, v + r * 1.2, u + r * 1.3, v + r * 1.45], dark, 0.6);
  } else if (kind === 1) panel(stage, wall, [u - r * 1.2, v - r * 1.2, u + r * 1.2, v + r * 1.2], dark, 0.7);
  pen.shape(rim, kind === 0 ? dark : "white", 0.7);
  pen.shape(disc(stage, wall, [u, v], r * 0.82), "white", 0.45);
  if (detailOf(stage, wall) * r > 7)
    for (let i = 0; i < 12; i++) {
      const a = (i / 12) * Math.PI * 2;
      const [c, s] = [Math.cos(a), Math.sin(a)];
      scratch(
        stage,
        wall,
        through([u + c * r * 0.62, v + s * r * 0.62], [u + c * r * 0.78, v + s * r * 0.78]),
        0.5,
      );
    }
  for (const [a, long, weight] of rowsOf([turn, 0.42, 1], [minute, 0.64, 0.7]))
    scratch(stage, wall, through([u, v], [u + Math.cos(a) * r * long, v + Math.sin(a) * r * long]), weight);
}

/** Clocks of different sizes over a whole wall, without overlaps. */
export function clocks(stage: Stage, wall: Wall, n: number): void {
  const { place } = stage;
  const hung: { u: number; v: number; r: number }[] = [];
  for (let i = 0; i < n * 4 && hung.length < n; i++) {
    const r = place.between(0.11, 0.27);
    const [u, v] = [place.between(0.35, wall.w - 0.35), place.between(1.25, wall.h - 0.4)];
    if (hung.some((c) => Math.hypot(c.u - u, (c.v - v) * 0.7) < (c.r + r) * 1.35)) continue;
    hung.push({ u, v, r });
  }
  for (const { u, v, r } of hung) wallClock(stage, wall, [u, v], r);
}

/** A picture, a poster or a calendar. */
export function frameOn(setting: Stage, wall: Wall, [u, v]: Pt, [w, h]: Pt): void {
  const stage = made(setting, MATERIALS.wood);
  takeWall(stage, cornersOf(wall, [u, v, u + w, v + h]));
  const m = Math.min(w, h) * 0.14;
  build(stage, "rooms/frame", wallFrom(wall, [u, v]), { given: { w, h, m, right: w - m, upper: h - m } });
}

/** A board on a wall with small things on it. */
export function wallShelf(setting: Stage, wall: Wall, [u, v]: Pt, w: number): void {
  const stage = made(setting, MATERIALS.wood);
  const { place } = stage;
  takeWall(stage, cornersOf(wall, [u, v - 0.1, u + w, v + 0.34]));
  panel(stage, wall, [u + 0.04, v - 0.1, u + w - 0.02, v], "black", 0);
  panel(stage, wall, [u, v, u + w, v + 0.05], "white", 0.6);
  for (let x = u + 0.05; x < u + w - 0.12; ) {
    const [bw, bh] = [place.between(0.05, 0.16), place.between(0.12, 0.34)];
    panel(
      stage,
      wall,
      [x, v + 0.05, x + bw, v + 0.05 + bh],
      place.pick<Paint>(["white", "black", { tone: 0.3 }, { tone: 0.55 }]),
      0.45,
    );
    if (bw > 0.1) panel(stage, wall, [x + bw * 0.3, v + 0.05 + bh, x + bw * 0.7, v + 0.1 + bh], "white", 0.4);
    x += bw + place.between(0.01, 0.08);
  }
}

/** A potted plant: black leaves with white between them. */
export function pottedPlant(setting: Stage, x: number, z: number, h = 1.1): void {
  const stage = made(setting, MATERIALS.leaf);
  const { pen, camera, place } = stage;
  const [px, foot] = camera.see(x, 0, z);
  const k = camera.focal / z;
  const pot = k * h * 0.26;
  for (let i = 0; i < 9; i++) {
    const a = -Math.PI / 2 + (i - 4) * 0.33 + place.between(-0.1, 0.1);
    const l = k * h * place.between(0.5, 0.75);
    const root: Pt = [px, foot - pot];
    const tip: Pt = [px + Math.cos(a) * l, foot - pot + Math.sin(a) * l + Math.abs(i - 4) * k * 0.05];
    const [nx, ny] = [-Math.sin(a) * l * 0.13, Math.cos(a) * l * 0.13];
    const mid: Pt = [root[0] + (tip[0] - root[0]) * 0.55, root[1] + (tip[1] - root[1]) * 0.6];
    pen.shape(
      [
        [root[0], root[1], 1],
        [mid[0] + nx, mid[1] + ny],
        [tip[0], tip[1], 1],
        [mid[0] - nx, mid[1] - ny],
      ],
      i % 3 === 1 ? { tone: 0.5 } : "black",
      0.5,
    );
    pen.stroke([root, mid, tip], "white", 0.3);
  }
  drawOnSheet(pen, "rooms/plant-pot", sheetAt([px, foot], pot), { rng: place });
}

/** A pile of books or papers, each slightly shifted. */
export function pile(setting: Stage, [x, y, z]: readonly [number, number, number], n: number): void {
  const stage = made(setting, MATERIALS.cloth);
  const { place } = stage;
  for (let i = 0; i < n; i++)
    solid(
      stage,
      [x + place.between(-0.03, 0.03), y + i * 0.06, z + place.between(0, 0.05)],
      [0.3, 0.06, 0.22],
      { front: place.pick<Paint>(["white", { tone: 0.3 }, { tone: 0.6 }]), weight: 0.45 },
    );
}
