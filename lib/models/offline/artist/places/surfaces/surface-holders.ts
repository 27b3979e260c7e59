// Other things that things lie on or hang from: a shelf, cloth, a basket, a wall.
import type { Chance } from "../../pen/chance.ts";
import { type Pt, rect, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { fade } from "../stage.ts";
import type { Under } from "./surface-view.ts";

/** A shelf from before it: the wall behind, the board that things stand on, and the shade of the board over them. */
export function drawShelf(pen: Pen, { width, height, feet }: Under, rng: Chance): void {
  const wood = pen.of(MATERIALS.wood);
  const foot = Math.min(height * 0.94, feet.front);
  pen
    .of(MATERIALS.plaster)
    .fill(rect(-40, -40, width + 80, height + 80), { tone: fade(0, foot, 0.42, 0.16) });
  wood.shape(rect(-40, -40, width + 80, 40 + height * 0.035), { tone: 0.5 }, 1);
  wood.fill(rect(-40, height * 0.035, width + 80, height * 0.07), { veil: 0.35 });
  wood.shape(rect(-40, foot - height * 0.035, width + 80, height * 0.035 + 2), { tone: 0.1 }, 0.7);
  wood.shape(rect(-40, foot, width + 80, height * 0.05), { tone: 0.46 }, 1);
  pen.fill(rect(-40, foot + height * 0.05, width + 80, height), { tone: 0.82 });
  for (let i = 0; i < 7; i++) {
    const [x, y] = [width * rng.between(-0.05, 0.9), foot + height * rng.between(0.008, 0.042)];
    wood.line(through([x, y], [x + width * rng.between(0.06, 0.24), y + 1]), 0.5);
  }
}

/** Cloth that gives under what lies on it: folds that run towards it. */
export function drawCloth(pen: Pen, { width, height, spots }: Under, rng: Chance): void {
  const cloth = pen.of(MATERIALS.cloth);
  const [spot] = spots;
  const [cx, cy] = spot ? spot.middle : [width / 2, height / 2];
  const [rx, ry] = spot ? [spot.wide * 0.5, spot.high * 0.5] : [width * 0.2, height * 0.2];
  for (let i = 0; i < 15; i++) {
    const a = (i / 15) * Math.PI * 2 + rng.between(-0.16, 0.16);
    const [dx, dy] = [Math.cos(a), Math.sin(a)];
    const [from, to] = [rng.between(1.08, 1.3), rng.between(1.7, 3.2)];
    const bend = rng.between(-0.24, 0.24);
    const way = (k: number, by: number): Pt => [
      cx + (dx * k - dy * by) * rx + dx * 14,
      cy + (dy * k + dx * by) * ry + dy * 14,
    ];
    const fold: Pt[] = [way(from, 0), way((from + to) / 2, bend), way(to, bend * 0.4)];
    cloth.line(fold, rng.between(0.7, 1.3), "both");
    if (i % 2 === 0) cloth.fill([...fold, way((from + to) / 2, bend + 0.34), way(from, 0.2)], { veil: 0.14 });
  }
}

/** The bottom of a basket: osiers over and under each other, and a cloth that lines it. */
export function drawWicker(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, spots } = under;
  const wood = pen.of(MATERIALS.wood);
  const k = Math.min(width, height) * 0.13;
  for (let row = 0, y = -k; y < height + k; row++, y += k * 0.42)
    for (let x = row % 2 ? -k : -k * 0.35; x < width + k; x += k * 1.3) {
      wood.shape(
        [
          [x, y + k * 0.2],
          [x + k * 0.16, y],
          [x + k * 0.62, y - k * 0.08],
          [x + k * 1.1, y],
          [x + k * 1.26, y + k * 0.2],
          [x + k * 0.62, y + k * 0.34],
        ],
        { tone: rng.between(0.12, 0.3) },
        0.6,
      );
      wood.line(through([x + k * 0.3, y + k * 0.16], [x + k * 0.95, y + k * 0.14]), 0.4);
    }
  wood.fill(rect(-40, -40, width + 80, height + 80), { veil: fade(0, height, 0.3, 0.02) });
  const [spot] = spots;
  if (!spot) return;
  const [x, y] = spot.middle;
  const napkin = Array.from({ length: 12 }, (_, i): Pt => {
    const a = (i / 12) * Math.PI * 2;
    const r = (i % 2 ? 0.86 : 0.72) + rng.between(-0.04, 0.04);
    return [x + Math.cos(a) * spot.wide * r, y + spot.high * 0.12 + Math.sin(a) * spot.high * r];
  });
  pen.of(MATERIALS.plain).shape(napkin, "white", 0.9);
  for (const [i, point] of napkin.entries())
    if (i % 2 === 0) pen.line([[x + (point[0] - x) * 0.8, y + (point[1] - y) * 0.8], point], 0.6, "both");
}

/** A wall that something hangs on: the stripes of its paper, and the light that falls along it from above. */
export function drawWall(pen: Pen, { width, height }: Under, rng: Chance): void {
  const paper = pen.of(MATERIALS.plaster);
  const step = Math.min(width, height) * rng.between(0.22, 0.3);
  const from = step * rng.between(-0.8, 0);
  for (let x = from; x < width + step; x += step) {
    paper.fill(rect(x, -40, step * 0.42, height + 80), { veil: 0.08 });
    for (const dx of [0, step * 0.42]) paper.line(through([x + dx, -40], [x + dx, height + 40]), 0.4, "none");
  }
  const fall = width * rng.between(0.1, 0.3);
  paper.fill(
    sharp([
      [fall, -40],
      [fall + width * 0.34, -40],
      [fall - width * 0.1, height + 40],
      [fall - width * 0.44, height + 40],
    ]),
    { light: 0.35 },
  );
}
