// A hall where people train with swords: boards that shine, white walls between posts, a shrine over a scroll, racks of swords.

import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { boarded, mark, patch } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { front, glow, made, quad, type Stage, solid } from "../stage.ts";
import { frontWall, sideWall } from "../walls.ts";
import { halfOf, heightOf, NEAR, shell } from "./room-parts.ts";

export function dojo(setting: Stage): void {
  const { camera } = setting;
  const place = chance(hashOf(whereIs(setting.picture.scene), "dojo"));
  const stage = { ...setting, place };
  const back = stage.behind + 3.4;
  const half = halfOf(stage, back, 4);
  const h = heightOf(stage, back, 3.2);
  shell(stage, {
    half,
    least: half,
    height: h,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.1 },
    floor: "boards",
  });
  const wood = made(stage, MATERIALS.wood);
  const rear = frontWall(back - 0.03, [-half, half], [0, h]);
  boarded(wood, rear, 0.95, { tone: 0.36 }, 0.7);
  for (let u = 0.22; u < rear.w; u += 0.22) mark(stage, rear, through([u, 0.02], [u, 0.93]), 0.35);
  for (let x = -Math.floor(half); x <= half; x += 2)
    solid(wood, [x - 0.09, 0, back - 0.14], [0.18, h, 0.12], { front: { tone: 0.66 }, side: { tone: 0.8 } });
  for (const y of [2.15, 3.05])
    front(wood, [-half, y], [half, y + 0.13], { z: back - 0.1, paint: { tone: 0.6 }, weight: 0.6 });
  lattice(stage, back);
  build(stage, "rooms/dojo-shrine", [0, 0, back]);
  build(stage, "rooms/sword-rack", frontWall(back - 0.12, [place.flip() ? 1.9 : -3.9, half], [0, h]));
  build(stage, "rooms/name-plates", frontWall(back - 0.12, [place.flip() ? -3.8 : -3.7, half], [0, h]));
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    boarded(wood, wall, 0.95, { tone: s < 0 ? 0.5 : 0.3 }, 0.6);
    for (let u = 0.6; u < wall.w; u += 1.9) {
      patch(wood, wall, boxed([u, 0], [u + 0.16, h]), { tone: 0.7 }, 0.5);
      for (let v = 1.15; v < 2.1; v += 0.18) mark(stage, wall, through([u + 0.3, v], [u + 1.7, v]), 0.5);
      for (let k = 0.3; k < 1.75; k += 0.2) mark(stage, wall, through([u + k, 1.1], [u + k, 2.1]), 0.5);
    }
  }
  // The floor is waxed: what stands at the end of the hall lies in it.
  for (let x = -half + 0.5; x < half; x += 1)
    quad(
      stage,
      [
        [x, 0.008, back],
        [x + 0.34, 0.008, back],
        [x + 0.28, 0.008, back - 1.5],
        [x + 0.06, 0.008, back - 1.5],
      ],
      { light: 0.35 },
      0,
    );
  glow(stage, camera.see(0, 2.4, back - 1), camera.focal * 0.3, 0.4);
}

/** Windows under the eaves with upright bars. */
function lattice(stage: Stage, back: number): void {
  const { hour } = stage.picture.scene;
  for (const x of [-3.7, -1.7, 0.3, 2.3]) {
    build(stage, "rooms/barred-window", [x, 0, back], {
      paints: { pane: hour === "night" ? { tone: 0.8 } : { tone: 0.06 } },
    });
  }
}
