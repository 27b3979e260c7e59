// Floors and boards looked at from near: planks, tiles, slabs, steps.
import type { Chance } from "../../pen/chance.ts";
import { type Pt, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { fade } from "../stage.ts";
import { piece } from "./surface-plane.ts";
import { onFrame, onPlane, type Under } from "./surface-view.ts";

/** Planks that run away from the reader; on a deck with gaps and nails. */
export function drawPlanks(pen: Pen, under: Under, rng: Chance, deck: boolean): void {
  const wide = deck ? 0.17 : 0.13;
  const n = Math.ceil(under.plane.half / wide) + 1;
  onPlane("planks")(pen.of(MATERIALS.wood), under, rng, {
    ...{ is: [deck ? "deck" : "floor"], given: { wide, begin: (0.31 - n) * wide, finish: (n - 0.1) * wide } },
  });
}

/** Squares with joints; slabs of a path are uneven, cracked, and have grass between them. */
export function drawTiles(pen: Pen, { plane }: Under, rng: Chance, slabs: boolean): void {
  const stone = pen.of(slabs ? MATERIALS.stone : MATERIALS.tile);
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

/** A stone step: the tread that things stand on, its worn edge, the riser in shade, and the next step behind. */
export function drawStep(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, feet, night } = under;
  const lip = Math.min(height * 0.95, feet.front + height * 0.1);
  const rear = Math.max(height * 0.06, Math.min(feet.back - height * 0.3, height * 0.3));
  onFrame("step")(pen.of(MATERIALS.stone), under, rng, {
    given: { lip, rear, deep: lip - rear, e: (width + 80) / 8 },
    paints: {
      ...{ tread: { tone: fade(rear, lip, 0.2, 0.06) } },
      ...{ upper: { tone: night ? 0.72 : 0.5 }, riser: { tone: night ? 0.86 : 0.66 } },
    },
  });
}
