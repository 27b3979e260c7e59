// A workshop: a bench with a vice under a window, tools on the wall, boards that lean, shavings on the floor.

import { chance, hashOf } from "../../pen/chance.ts";
import type { Pt } from "../../pen/curves.ts";
import { through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { made, type Stage } from "../stage.ts";
import { frontWall, sideWall } from "../walls.ts";
import { wallShelf } from "./clutter.ts";
import { backWindow, halfOf, hangingLamp, heightOf, NEAR, shell } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

export function workshop(setting: Stage): void {
  const place = chance(hashOf(whereIs(setting.picture.scene), "workshop"));
  const stage = { ...setting, place };
  const left = place.flip();
  const back = stage.behind + 1.2;
  const half = halfOf(stage, back, 3.2);
  const h = heightOf(stage, back, 2.8);
  shell(stage, { half, least: 3.2, height: h, near: NEAR, back, wall: { tone: 0.16 }, floor: "boards" });
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  const wood = made(stage, MATERIALS.wood);
  for (let u = 0.3; u < rear.w; u += 0.34) mark(stage, rear, through([u, 0], [u, Math.min(h, 2.8)]), 0.35);
  if (h > 2.8) upperWall(stage, rear, 2.75);
  const wx = left ? -2.9 : 1.1;
  backWindow(stage, { x: wx, y: 1.15, w: 1.8, h: 1.15, z: back - 0.03, panes: 3 });
  build(stage, "rooms/tool-board", frontWall(back - 0.05, [left ? -0.8 : -1.9, 3], [1.12, h]));
  build(stage, "rooms/workbench", [left ? -2.9 : -2.4, 0, back - 0.85]);
  const s = left ? 1 : -1;
  build(stage, "rooms/leaning-planks", [s * 2.7, 0, back - 0.1]);
  const wall = sideWall(-s * (half - 0.02), [NEAR, back], [0, h]);
  wallShelf(stage, wall, [Math.max(0.6, stage.camera.distance * 0.7), 1.5], 1.4);
  wallShelf(stage, wall, [Math.max(0.6, stage.camera.distance * 0.7), 1.05], 1.4);
  for (let i = 0; i < 16; i += 1) shaving(stage, [place.between(-2.6, 2.6), back - place.between(0.7, 2.6)]);
  build(wood, "rooms/stool", [s * 1.5, 0, back - 1.7]);
  hangingLamp(stage, place.between(-0.6, 0.6), 2.25, back - 0.9);
}

/** A curl of wood. */
function shaving({ pen, camera, place }: Stage, [x, z]: Pt): void {
  const [px, py] = camera.see(x, 0.02, z);
  const r = (camera.focal / z) * place.between(0.03, 0.07);
  pen.stroke(
    [
      [px - r, py],
      [px - r * 0.4, py - r],
      [px + r * 0.7, py - r * 0.5],
      [px + r * 0.2, py + r * 0.2],
      [px - r * 0.1, py - r * 0.3],
    ],
    "black",
    0.6,
  );
}
