// A market: two rows of stalls under striped awnings along a paved lane, with crates of what they sell, under the roof of a hall.
import type { Picture } from "../../closed/storyboard.ts";
import { ellipse, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { hangingLamp } from "../rooms/room-parts.ts";
import { along, fade, made, paper, quad, type Stage } from "../stage.ts";
import { floorOf, joints } from "../walls.ts";

/** Whether a shop is a lane of stalls. */
export const hasStalls = ({ told }: Pick<Picture, "told">): boolean => told.place.stalls === true;

/** Metres from the middle of the lane to the stalls. */
const LANE = 1.9;

export function market(stage: Stage): void {
  const { camera, place, height, behind, picture } = stage;
  const far = behind + 15;
  const { hour } = picture.scene;
  stage.pen.fill(paper(stage), { tone: 0.12 });
  const floor = rowsOf([-9, 0, 0.3], [9, 0, 0.3], [9, 0, far], [-9, 0, far]);
  quad(made(stage, MATERIALS.concrete), floor, { tone: fade(camera.horizon, height, 0.3, 0.1) }, 0);
  joints(stage, floorOf(0, [-LANE, LANE], [Math.max(0.6, camera.distance * 0.5), far]), [0.8, 0.8], 0.35);
  build(stage, "town/market-hall", [0, 0, behind], {
    given: { far, from: 0.3, trusses: camera.distance * 0.6 },
    paints: { bright: hour === "night" ? { tone: 0.8 } : hour === "dusk" ? { tone: 0.34 } : "white" },
    made: { sky: SKIES[hour] },
  });
  const late = hour === "night" || hour === "dusk";
  const first = place.between(0.2, 1);
  for (let z = far - 2.6; z > 0.8; z -= 2.7)
    for (const side of [-1, 1] as const) stall(stage, { side, z: z + first * side * 0.25, lit: late });
  for (let z = behind + 9; z > behind; z -= 3.2) hangingLamp(stage, place.between(-0.7, 0.7), 2.9, z);
}

interface Stall {
  side: 1 | -1;
  z: number;
  lit: boolean;
}

const CLOTHS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.glass, MATERIALS.lamp] as const;
const FRUITS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.lamp, MATERIALS.blossom] as const;

/** A counter with sloping crates along the lane, four posts and an awning that hangs out over whoever buys. */
function stall(stage: Stage, { side, z, lit }: Stall): void {
  const cloth = stage.place.pick(CLOTHS);
  const paints = { back: { tone: lit ? 0.2 : 0.62 }, flank: { tone: lit ? 0.14 : 0.66 } };
  build(stage, "town/stall", [0, 0, z], { side, paints, is: z > 0.5 ? ["ahead"] : [] });
  crates(made(stage, MATERIALS.wood), { x: side * LANE, side, z, d: 2.2 });
  build(stage, "town/stall-awning", [0, 0, z], { side, made: { cloth }, is: z > 0.9 ? ["gable"] : [] });
}

/** Three crates that lean towards the lane, heaped with round things. */
function crates(stage: Stage, { x, side, z, d }: { x: number; side: 1 | -1; z: number; d: number }): void {
  const { place, camera } = stage;
  const n = 3;
  const wide = d / n;
  for (let i = n - 1; i >= 0; i--) {
    const [from, to] = [z + i * wide + 0.05, z + (i + 1) * wide - 0.05];
    const slope = [
      [x - side * 0.06, 0.76, from],
      [x - side * 0.06, 0.76, to],
      [x + side * 0.7, 1.02, to],
      [x + side * 0.7, 1.02, from],
    ] as const;
    quad(stage, slope, { tone: 0.5 }, 0.6);
    const fruit = made(stage, place.pick(FRUITS));
    const tone = place.pick([0, 0.3, 0.5]);
    for (const [up, y] of through([0.62, 1.0], [0.36, 0.92], [0.1, 0.85]))
      for (let t = to - 0.12; t > from; t -= 0.17) {
        if (t < 0.5) continue;
        const [px, py] = camera.see(x + side * up, y, t);
        const r = (camera.focal / t) * 0.1;
        if (r < 1) continue;
        fruit.pen.shape(ellipse(px, py, r, r * 0.92, 9), tone === 0 ? "white" : { tone }, 0.4);
      }
    along(stage, [from, 0.7], [to, 0.84], { x: x - side * 0.07, paint: { tone: 0.16 }, weight: 0.6 });
  }
}
