// Man-made surfaces in close view: planks, tiles, slabs, steps, shelves, cloth, baskets.
import type { Chance } from "../../pen/chance.ts";
import { lerp, type Pt, rect, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { fade } from "../stage.ts";
import { onFrame, onPlane, piece, type Under } from "./surface-view.ts";

/** Planks that recede from the reader; those of a deck have gaps and nails. */
export function drawPlanks(pen: Pen, under: Under, rng: Chance, deck: boolean): void {
  const wide = deck ? 0.17 : 0.13;
  const n = Math.ceil(under.plane.half / wide) + 1;
  onPlane("planks")(pen, under, rng, {
    ...{ is: [deck ? "deck" : "floor"], given: { wide, begin: (0.31 - n) * wide, finish: (n - 0.1) * wide } },
  });
}

/** Square tiles with joints; paving slabs are uneven and cracked, with grass between them. */
export function drawTiles(stone: Pen, { plane }: Under, rng: Chance, slabs: boolean): void {
  const side = slabs ? 0.34 : 0.2;
  const n = Math.ceil(plane.half / side) + 1;
  for (let row = 0, z = -0.12; z < plane.depth + side; row++, z += side) {
    const off = slabs && row % 2 ? side / 2 : side * 0.2;
    for (let i = -n; i < n; i++) {
      const x = i * side + off;
      const dark = rng.next();
      if (slabs ? dark < 0.45 : (row + i) % 2 === 0)
        stone.fill(piece(plane, [x, z], [x + side, z + side]), { veil: slabs ? 0.06 + dark * 0.2 : 0.18 });
      stone.line([plane.at(x, z), plane.at(x, z + side)], 0.9, "none");
      if (slabs && rng.flip(0.3)) crack(stone, { plane }, rng, [x, z, side]);
    }
    stone.line([plane.at(-plane.half, z), plane.at(plane.half, z)], 1.1, "none");
  }
}

function crack(
  pen: Pen,
  { plane }: Pick<Under, "plane">,
  rng: Chance,
  [x, z, side]: readonly [number, number, number],
): void {
  const way: Pt[] = [];
  let [u, v] = [x + side * rng.between(0.1, 0.9), z];
  for (let i = 0; i < 4; i++) {
    way.push(plane.at(u, v));
    u += side * rng.between(-0.16, 0.2);
    v += side * rng.between(0.1, 0.22);
  }
  pen.line(sharp(way), 0.7, "end");
}

/** A stone step: the tread under the things, its worn edge, the shaded riser, and the next step behind. */
export function drawStep(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, feet, night } = under;
  const lip = Math.min(height * 0.95, feet.front + height * 0.1);
  const rear = Math.max(height * 0.06, Math.min(feet.back - height * 0.3, height * 0.3));
  onFrame("step")(pen, under, rng, {
    given: {
      ...{ lip, rear, rim: lip + height * 0.008, deep: lip - rear, e: (width + 80) / 8 },
      ...{ upper: lerp(rear, lip, 0.2), lower: lerp(rear, lip, 0.98) },
    },
    paints: {
      ...{ tread: { tone: fade(rear, lip, 0.2, 0.06) } },
      ...{ upper: { tone: night ? 0.72 : 0.5 }, riser: { tone: night ? 0.86 : 0.66 } },
    },
  });
}

/** A shelf from the front, and the wall behind it. */
export function drawShelf(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, feet } = under;
  const foot = Math.min(height * 0.94, feet.front);
  pen
    .of(MATERIALS.plaster)
    .fill(rect(-40, -40, width + 80, height + 80), { tone: fade(0, foot, 0.42, 0.16) });
  onFrame("shelf")(pen, under, rng, {
    given: { foot, upper: foot + height * 0.008, lower: foot + height * 0.042 },
  });
}

/** Cloth with folds that run towards the thing on it. */
export function drawCloth(cloth: Pen, { width, height, spots }: Under, rng: Chance): void {
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

/** The bottom of a basket with a cloth lining. */
export function drawWicker(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, spots } = under;
  onFrame("wicker")(pen, under, rng, {
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
