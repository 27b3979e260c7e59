// A sick-room: beds of tubing, a stand with a bag of fluid, curtains on rails between the beds.

import { build } from "../compositions.ts";
import { edge, type Stage } from "../stage.ts";
import { frontWall } from "../walls.ts";
import { otherWall } from "./other-wall.ts";
import { backWindow, halfOf, heightOf, NEAR, shell, tubes } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

export function hospital(stage: Stage): void {
  const { place, side } = stage;
  if (side !== "main") {
    otherWall(stage, side, {
      ...{ floor: "tiles", wall: "white", dress: "plain", height: 2.6, door: "left", goods: "jars" },
    });
    return;
  }
  const left = place.flip();
  const back = stage.behind + 1.2;
  const half = halfOf(stage, back, 2.8);
  const h = heightOf(stage, back, 2.6);
  shell(stage, {
    half,
    least: 2.8,
    height: h,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.1 },
    floor: "tiles",
  });
  if (h > 2.6) upperWall(stage, frontWall(back - 0.02, [-half, half], [0, h]), 2.65);
  tubes(stage, { xs: [-1, 1.2], y: 2.6, back });
  backWindow(stage, {
    x: left ? 0.2 : -2.1,
    y: 0.9,
    w: 1.9,
    h: 1.3,
    z: back - 0.02,
    panes: 2,
    curtain: true,
  });
  const x = left ? -2.4 : 0.9;
  build(stage, "rooms/sickbed", [x, 0, back]);
  const px = x + (left ? 1.5 : -0.25);
  build(stage, "rooms/drip", [px, 0, back]);
  edge(stage, [-2.8, 2.3, back - 2.1], [2.8, 2.3, back - 2.1], 0.9);
  const cx = left ? -2.8 : 2.2;
  build(stage, "rooms/bed-curtain", [cx, 0, back]);
}
