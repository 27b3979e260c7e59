// Floors and boards looked at from near: planks, a table, mats, tiles, slabs, steps.
import type { Chance } from "../../pen/chance.ts";
import { ellipse, type Pt, rect, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { fade } from "../stage.ts";
import { piece } from "./surface-plane.ts";
import type { Under } from "./surface-view.ts";

/** Planks that run away from the reader, with ends, grain and knots; on a deck with gaps and nails. */
export function drawPlanks(pen: Pen, under: Under, rng: Chance, deck: boolean): void {
  const { plane } = under;
  const wood = pen.of(MATERIALS.wood);
  const wide = deck ? 0.17 : 0.13;
  const n = Math.ceil(plane.half / wide) + 1;
  for (let i = -n; i < n; i++) {
    const x = (i + 0.31) * wide;
    const worn = rng.next();
    if (worn < 0.42)
      wood.fill(piece(plane, [x, -0.1], [x + wide, plane.depth + 0.2]), { veil: worn < 0.14 ? 0.16 : 0.08 });
    const end = rng.between(-0.2, 1.1) * plane.depth;
    wood.line([plane.at(x, end), plane.at(x + wide, end)], deck ? 1.1 : 0.8, "none");
    if (deck)
      for (const [dx, dz] of through([0.24, 0.03], [0.76, 0.03], [0.24, -0.03], [0.76, -0.03])) {
        const [px, py] = plane.at(x + wide * dx, end + dz);
        const r = plane.metreAt(py) * 0.006;
        wood.fill(ellipse(px, py, r, r * 0.7, 7), "black");
      }
    for (let g = rng.int(1, 3); g > 0; g--) grain(wood, under, rng, [x, wide]);
    if (rng.flip(0.16)) knot(wood, under, rng, x + wide * 0.5);
    const edge = [plane.at(x, -0.1), plane.at(x, plane.depth + 0.2)] as const;
    if (deck) wood.fill(piece(plane, [x - 0.006, -0.1], [x + 0.006, plane.depth + 0.2]), "black");
    else wood.line(edge, 1, "none");
  }
}

function grain(pen: Pen, { plane }: Under, rng: Chance, [x, wide]: readonly [number, number]): void {
  const u = x + wide * rng.between(0.15, 0.85);
  const from = rng.between(-0.05, 0.95) * plane.depth;
  const long = rng.between(0.08, 0.3);
  const sway = rng.between(-0.1, 0.1) * wide;
  pen.line([plane.at(u, from), plane.at(u + sway, from + long / 2), plane.at(u, from + long)], 0.45);
}

function knot(pen: Pen, { plane }: Under, rng: Chance, u: number): void {
  const [x, y] = plane.at(u, rng.between(0.05, 0.95) * plane.depth);
  const k = plane.metreAt(y);
  for (const r of [0.014, 0.026]) pen.stroke(ellipse(x, y, k * r * 0.7, k * r, 10), "black", 0.4, true);
}

/** The top of a table: boards across the picture, their grain, and the sheen that lies along them. */
export function drawTable(pen: Pen, { plane, width }: Under, rng: Chance): void {
  const wood = pen.of(MATERIALS.wood);
  const wide = 0.19;
  for (let z = -0.1; z < plane.depth + wide; z += wide) {
    if (rng.flip(0.4)) wood.fill(piece(plane, [-plane.half, z], [plane.half, z + wide]), { veil: 0.08 });
    const [, y] = plane.at(0, z);
    wood.line(through([-40, y], [width + 40, y]), 1, "none");
    for (let g = rng.int(3, 5); g > 0; g--) {
      const v = z + wide * rng.between(0.12, 0.9);
      const [u, long] = [rng.between(-1, 0.8) * plane.half, rng.between(0.15, 0.7) * plane.half];
      wood.line(
        [plane.at(u, v), plane.at(u + long / 2, v + rng.between(-0.02, 0.02)), plane.at(u + long, v)],
        0.5,
      );
    }
  }
  const x = rng.between(-0.4, 0.1) * plane.half;
  for (const [dx, w, light] of rowsOf([0, 0.2, 0.3], [0.27, 0.05, 0.3])) {
    const at = x + dx * plane.half;
    const slant = plane.half * 0.5;
    wood.fill(
      sharp([
        plane.at(at, -0.1),
        plane.at(at + w * plane.half, -0.1),
        plane.at(at + w * plane.half + slant, plane.depth + 0.1),
        plane.at(at + slant, plane.depth + 0.1),
      ]),
      { light },
    );
  }
}

/** Straw mats with their dark borders. */
export function drawMats(pen: Pen, { plane }: Under, rng: Chance): void {
  const straw = pen.of(MATERIALS.sand);
  const border = rng.between(0.25, 0.5) * plane.depth;
  const seam = rng.pick([-0.62, 0.6]) * plane.half * 0.8;
  for (let z = -0.05; z < plane.depth + 0.05; z += 0.016) {
    const from = rng.between(-1, -0.4) * plane.half;
    straw.line([plane.at(from, z), plane.at(from + rng.between(0.6, 1.6) * plane.half, z)], 0.35);
  }
  straw.shape(piece(plane, [-plane.half, border], [plane.half, border + 0.045]), "black", 0.5);
  const down = piece(plane, [seam, -0.1], [seam + 0.045, border]);
  straw.shape(down, "black", 0.5);
  for (let i = 0; i < 9; i++) {
    const z = -0.05 + (i / 9) * border;
    straw.stroke([plane.at(seam + 0.012, z), plane.at(seam + 0.033, z + 0.02)], "white", 0.5);
  }
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
export function drawStep(pen: Pen, { width, height, feet, night }: Under, rng: Chance): void {
  const stone = pen.of(MATERIALS.stone);
  const front = Math.min(height * 0.95, feet.front + height * 0.1);
  const back = Math.max(height * 0.06, Math.min(feet.back - height * 0.3, height * 0.3));
  stone.fill(rect(-40, -40, width + 80, height + 80), { tone: fade(back, front, 0.2, 0.06) });
  stone.fill(rect(-40, -40, width + 80, back + 40), { tone: night ? 0.72 : 0.5 });
  stone.fill(rect(-40, front, width + 80, height - front + 40), { tone: night ? 0.86 : 0.66 });
  // The upper step throws its shade on the tread.
  stone.fill(rect(-40, back, width + 80, (front - back) * 0.14), { veil: 0.3 });
  for (const [y, weight] of through([back, 1.1], [front, 1.3])) {
    const edge = Array.from(
      { length: 9 },
      (_, i): Pt => [-40 + ((width + 80) * i) / 8, y + rng.between(-0.008, 0.008) * height],
    );
    stone.line(edge, weight, "none");
  }
  for (const x of [rng.between(0.08, 0.3), rng.between(0.66, 0.92)])
    stone.line(
      sharp([
        [width * x, back],
        [width * (0.5 + (x - 0.5) * 1.16), front],
        [width * (0.5 + (x - 0.5) * 1.16), height + 20],
      ]),
      0.9,
      "none",
    );
  for (let i = 0; i < 16; i++) {
    const [x, y] = [width * rng.next(), back + (front - back) * rng.between(0.2, 0.98)];
    const w = width * rng.between(0.01, 0.04);
    stone.line(through([x, y], [x + w, y + rng.between(-2, 2)]), 0.5);
  }
  for (let i = 0; i < 7; i++) {
    const x = width * rng.next();
    stone.line(
      [
        [x, front + height * 0.008],
        [x + width * 0.01, front + height * rng.between(0.02, 0.05)],
      ],
      0.8,
      "end",
    );
  }
}
