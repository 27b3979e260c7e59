// What stands about in the country, between the people and the hills: a well, a pile of logs, a fence, a signpost, a cairn.
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, rect, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Stage } from "../stage.ts";

export type CountryThing = "well" | "logs" | "fence" | "signpost" | "cairn";

export const COUNTRY_THINGS: Readonly<Record<CountryThing, (stage: Stage, spot: Spot) => void>> = {
  well(stage, { px, foot, k }) {
    const stone = stage.pen.of(MATERIALS.stone);
    const wood = stage.pen.of(MATERIALS.wood);
    const at = (x: number, y: number): Pt => [px + x * k, foot - y * k];
    stone.fill(ellipse(px + k * 0.2, foot, k * 0.95, k * 0.13, 12), { veil: 0.3 });
    for (const x of [-0.62, 0.56])
      wood.shape(sharp([at(x, 0.5), at(x + 0.08, 0.5), at(x + 0.08, 2), at(x, 2)]), { tone: 0.5 }, 0.7);
    wood.line([at(0, 1.9), at(0.02, 1.2)], 0.6, "none");
    wood.shape(sharp([at(-0.13, 1.2), at(0.17, 1.2), at(0.13, 0.94), at(-0.09, 0.94)]), { tone: 0.6 }, 0.7);
    stone.shape(
      [
        corner(at(-0.68, 0.78)),
        corner(at(0.68, 0.78)),
        corner(at(0.66, 0.02)),
        at(0, -0.08),
        corner(at(-0.66, 0.02)),
      ],
      { tone: 0.2 },
      0.9,
    );
    for (const [row, from] of through([0.26, -0.6], [0.52, -0.44])) {
      stone.line([at(-0.66, row), at(0, row - 0.07), at(0.66, row)], 0.5, "none");
      for (let x = from; x < 0.62; x += 0.32) stone.line([at(x, row), at(x, row + 0.24)], 0.5, "none");
    }
    stone.shape(ellipse(px, foot - k * 0.78, k * 0.7, k * 0.12, 14), "white", 0.8);
    stone.fill(ellipse(px, foot - k * 0.78, k * 0.54, k * 0.08, 14), "black");
    wood.shape(sharp([at(-0.95, 1.9), at(0.95, 1.9), at(0.6, 2.45), at(-0.6, 2.45)]), { tone: 0.62 }, 0.9);
    for (const x of [-0.5, -0.15, 0.2, 0.55]) wood.line([at(x * 1.3, 1.92), at(x * 0.9, 2.42)], 0.5, "none");
  },
  logs(stage, { px, foot, k, rng }) {
    const wood = stage.pen.of(MATERIALS.wood);
    const r = k * 0.16;
    wood.fill(ellipse(px, foot, k * 1.2, k * 0.12, 12), { veil: 0.3 });
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 6 - row; i++) {
        const x = px + (i - (5 - row) / 2) * r * 2;
        const y = foot - r - row * r * 1.75;
        wood.shape(ellipse(x, y, r, r, 10), i % 3 === row % 3 ? { tone: 0.34 } : { tone: 0.12 }, 0.7);
        wood.stroke(ellipse(x, y, r * 0.55, r * 0.55, 8), "black", 0.4, true);
        wood.line(through([x, y], [x + r * rng.between(-0.6, 0.6), y - r * 0.7]), 0.35, "none");
      }
  },
  fence(stage, { px, foot, k, rng }) {
    const wood = stage.pen.of(MATERIALS.wood);
    const half = 2.6 * k;
    for (const y of [0.42, 0.84])
      wood.shape(
        sharp([
          [px - half, foot - (y - 0.05) * k],
          [px + half, foot - y * k],
          [px + half, foot - (y + 0.12) * k],
          [px - half, foot - (y + 0.09) * k],
        ]),
        { tone: 0.16 },
        0.7,
      );
    for (let i = 0; i < 6; i++) {
      const x = px - half + (i / 5) * half * 2;
      const top = foot - k * rng.between(1.02, 1.16);
      wood.shape(rect(x - k * 0.06, top, k * 0.12, foot - top), { tone: 0.42 }, 0.7);
    }
  },
  signpost(stage, { px, foot, k, rng }) {
    const wood = stage.pen.of(MATERIALS.wood);
    wood.shape(rect(px - k * 0.05, foot - k * 2.1, k * 0.1, k * 2.1), { tone: 0.5 }, 0.8);
    for (const [y, side] of through([1.95, rng.flip() ? 1 : -1], [1.58, rng.flip() ? 1 : -1])) {
      const at = (x: number, dy: number): Pt => [px + side * x * k, foot - (y + dy) * k];
      wood.shape(
        sharp([at(-0.16, 0), at(0.7, 0), at(0.86, -0.13), at(0.7, -0.26), at(-0.16, -0.26)]),
        "white",
        0.8,
      );
      wood.line([at(0, -0.1), at(0.56, -0.1)], 0.6, "both");
      wood.line([at(0, -0.18), at(0.4, -0.18)], 0.5, "both");
    }
  },
  cairn(stage, { px, foot, k, rng }) {
    const stone = stage.pen.of(MATERIALS.stone);
    stone.fill(ellipse(px, foot, k * 0.7, k * 0.1, 12), { veil: 0.3 });
    let y = foot;
    for (const w of [0.56, 0.46, 0.38, 0.26, 0.16]) {
      const [half, h] = [w * k, w * k * 0.62];
      const x = px + k * rng.between(-0.05, 0.05);
      stone.shape(
        [
          [x - half, y - h * 0.4],
          [x - half * 0.7, y - h],
          [x + half * 0.5, y - h * 1.02],
          [x + half, y - h * 0.5],
          [x + half * 0.7, y],
          [x - half * 0.8, y],
        ],
        w > 0.4 ? { tone: 0.16 } : "white",
        0.8,
      );
      stone.fill(
        [
          [x, y - h],
          [x + half * 0.5, y - h * 1.02],
          [x + half, y - h * 0.5],
          [x + half * 0.7, y],
          [x + half * 0.3, y],
        ],
        { tone: 0.42 },
      );
      y -= h * 0.92;
    }
  },
};
export interface Spot {
  px: number;
  foot: number;
  /** Units of a metre there. */
  k: number;
  rng: Chance;
}
