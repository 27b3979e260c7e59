// Other things that things lie on or hang from: a shelf, cloth, a basket.
import type { Chance } from "../../pen/chance.ts";
import { type Pt, rect } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { fade } from "../stage.ts";
import { onFrame, type Under } from "./surface-view.ts";

/** A shelf from before it, and the wall behind. */
export function drawShelf(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, feet } = under;
  const foot = Math.min(height * 0.94, feet.front);
  pen
    .of(MATERIALS.plaster)
    .fill(rect(-40, -40, width + 80, height + 80), { tone: fade(0, foot, 0.42, 0.16) });
  onFrame("shelf")(pen, under, rng, { given: { foot } });
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

/** The bottom of a basket, and a cloth that lines it. */
export function drawWicker(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, spots } = under;
  onFrame("wicker")(pen.of(MATERIALS.wood), under, rng, {
    given: { k: Math.min(width, height) * 0.13 },
    paints: { shade: { veil: fade(0, height, 0.3, 0.02) } },
  });
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
