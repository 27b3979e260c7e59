// A sick-room: beds of tubing, a stand with a bag of fluid, curtains on rails between the beds.

import { through } from "../../pen/curves.ts";
import { build } from "../compositions.ts";
import { edge, front, type Stage } from "../stage.ts";
import { frontWall } from "../walls.ts";
import { otherWall } from "./other-wall.ts";
import { backWindow, halfOf, heightOf, NEAR, shell, tubes } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

export function hospital(stage: Stage): void {
  const { pen, camera, place, side } = stage;
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
  edge(stage, [px, 0, back - 0.8], [px, 1.9, back - 0.8], 1.2);
  const [bx, by] = camera.see(px, 1.9, back - 0.8);
  const k = camera.focal / (back - 0.8);
  pen.shape(
    [
      [bx - k * 0.1, by],
      [bx + k * 0.1, by],
      [bx + k * 0.08, by + k * 0.26],
      [bx, by + k * 0.32],
      [bx - k * 0.08, by + k * 0.26],
    ],
    "white",
    0.6,
  );
  pen.fill(through([bx - k * 0.09, by + k * 0.12], [bx + k * 0.09, by + k * 0.12], [bx, by + k * 0.3]), {
    tone: 0.25,
  });
  pen.stroke(
    through([bx, by + k * 0.3], [bx + k * 0.1, by + k * 0.7], [bx - k * 0.2, by + k * 1.2]),
    "black",
    0.4,
  );
  edge(stage, [-2.8, 2.3, back - 2.1], [2.8, 2.3, back - 2.1], 0.9);
  const cx = left ? -2.8 : 2.2;
  front(stage, [cx, 0.3], [cx + 0.6, 2.3], { z: back - 2.1, paint: { tone: 0.24 }, weight: 0.6 });
  for (const t of [0.15, 0.3, 0.45])
    edge(stage, [cx + t, 0.32, back - 2.11], [cx + t, 2.28, back - 2.11], 0.45);
}
