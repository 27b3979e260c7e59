// What stands about in the country, between the people and the hills: a well, a pile of logs, a fence, a signpost, a cairn.
import type { Chance } from "../../pen/chance.ts";
import { ellipse, rect, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { drawOnSheet } from "../sheets.ts";
import type { Stage } from "../stage.ts";

export type CountryThing = "well" | "logs" | "fence" | "signpost" | "cairn";

export const COUNTRY_THINGS: Readonly<Record<CountryThing, (stage: Stage, spot: Spot) => void>> = {
  well: (stage, { x, z }) => build(stage, "country/well", [x, 0, z]),
  logs: (stage, { x, z, rng }) => build({ ...stage, place: rng }, "country/logs", [x, 0, z]),
  fence: (stage, { x, z, rng }) => build({ ...stage, place: rng }, "country/fence", [x, 0, z]),
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
