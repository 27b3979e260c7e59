// What stands about in the country, between the people and the hills: a well, a pile of logs, a fence, a signpost, a cairn.
import type { Chance } from "../../pen/chance.ts";
import { ellipse, rect, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { drawOnSheet } from "../sheets.ts";
import type { Stage } from "../stage.ts";

export type CountryThing = "well" | "logs" | "fence" | "signpost" | "cairn";

export const COUNTRY_THINGS: Readonly<Record<CountryThing, (stage: Stage, spot: Spot) => void>> = {
  well: (stage, { x, z }) => build(stage, "country/well", [x, 0, z]),
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
  signpost(stage, { px, foot, k, rng, x, z }) {
    const wood = stage.pen.of(MATERIALS.wood);
    wood.shape(rect(px - k * 0.05, foot - k * 2.1, k * 0.1, k * 2.1), { tone: 0.5 }, 0.8);
    for (const [y, side] of through([1.95, rng.flip() ? 1 : -1], [1.58, rng.flip() ? 1 : -1])) {
      build(stage, "country/sign-arm", [x, y, z], { side });
    }
  },
  cairn(stage, { px, foot, k, rng }) {
    const stone = stage.pen.of(MATERIALS.stone);
    stone.fill(ellipse(px, foot, k * 0.7, k * 0.1, 12), { veil: 0.3 });
    let y = foot;
    for (const w of [0.56, 0.46, 0.38, 0.26, 0.16]) {
      const [half, h] = [w * k, w * k * 0.62];
      const x = px + k * rng.between(-0.05, 0.05);
      drawOnSheet(stone, "country/cairn-stone", (u, v) => [x + u * half, y + v * h], {
        rng,
        paints: { stone: w > 0.4 ? { tone: 0.16 } : "white" },
      });
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
  /** Metres to the right, and away. */
  x: number;
  z: number;
}
