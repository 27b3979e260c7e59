// A museum: cases of glass under a high ceiling; pictures in frames, or the bones of something great behind a rope.

import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark, patch, round } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { glow, made, type Stage, solid } from "../stage.ts";
import { frontWall, sideWall, type Wall } from "../walls.ts";
import { frameOn } from "./clutter.ts";
import { halfOf, heightOf, NEAR, shell } from "./room-parts.ts";

export function museum(setting: Stage): void {
  const { camera, picture } = setting;
  const place = chance(hashOf(whereIs(picture.scene), "museum"));
  const stage = { ...setting, place };
  const back = stage.behind + 4;
  const half = halfOf(stage, back, 3.6);
  const h = Math.max(4.6, heightOf(stage, back, 4.6));
  shell(stage, {
    half,
    least: half,
    height: h,
    near: NEAR,
    back,
    wall: { tone: 0.12 },
    side: { tone: 0.24 },
    floor: "tiles",
  });
  const rear = frontWall(back - 0.03, [-half, half], [0, h]);
  for (const v of [0.9, 3.6]) mark(stage, rear, through([0, v], [rear.w, v]), 0.8);
  for (let u = 0.4; u < rear.w; u += 2.6)
    patch(made(stage, MATERIALS.stone), rear, boxed([u, 0], [u + 0.36, h]), "white", 0.6);
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    for (let u = 1; u + 1.4 < wall.w; u += 2.1) frameOn(stage, wall, [u, 1.4], [1.3, 1]);
  }
  if (picture.told.place.paintings) pictures(stage, rear);
  else build(stage, "rooms/great-bones", [0, 0, back]);
  for (const x of [-half + 0.5, half - 1.5]) build(stage, "rooms/showcase", [x, 0, back - 2.6]);
  rope(stage, back - 2.1);
  for (const x of [-1.8, 0, 1.8]) glow(stage, camera.see(x, h - 0.6, back - 1), camera.focal * 0.25, 0.5);
}

/** Large pictures in heavy frames. */
function pictures(stage: Stage, rear: Wall): void {
  const gold = made(stage, MATERIALS.lamp);
  const { place } = stage;
  for (let u = 0.9; u + 1.7 < rear.w; u += 2.6) {
    const [w, h] = [1.7, place.between(1.2, 1.9)];
    const v = 1.25;
    patch(gold, rear, boxed([u, v], [u + w, v + h]), { tone: 0.56 }, 1);
    patch(stage, rear, boxed([u + 0.12, v + 0.12], [u + w - 0.12, v + h - 0.12]), { tone: 0.08 }, 0.6);
    const hill: Pt[] = [
      [u + 0.12, v + 0.12],
      [u + w - 0.12, v + 0.12],
      [u + w - 0.12, v + h * 0.4],
      [u + w * 0.6, v + h * place.between(0.45, 0.7)],
      [u + w * 0.34, v + h * 0.36],
      [u + 0.12, v + h * 0.5],
    ];
    patch(made(stage, MATERIALS.leaf), rear, hill, { tone: 0.44 }, 0.5);
    patch(gold, rear, round([u + w * place.between(0.3, 0.7), v + h * 0.74], 0.14, 10), "white", 0.5);
    patch(stage, rear, boxed([u + w / 2 - 0.16, v - 0.24], [u + w / 2 + 0.16, v - 0.12]), "white", 0.5);
  }
}

/** A rope that hangs between posts. */
function rope(stage: Stage, z: number): void {
  const metal = made(stage, MATERIALS.lamp);
  const posts = [-2.2, -0.75, 0.75, 2.2];
  for (const [i, x] of posts.entries()) {
    solid(metal, [x - 0.03, 0, z], [0.06, 0.92, 0.06], { front: { tone: 0.5 }, side: { tone: 0.7 } });
    solid(metal, [x - 0.13, 0, z - 0.1], [0.26, 0.04, 0.26], { front: { tone: 0.6 } });
    const next = posts[i + 1];
    if (next === undefined) continue;
    const { camera } = stage;
    const [a, b] = [camera.see(x, 0.86, z), camera.see(next, 0.86, z)];
    const sag = (camera.focal / z) * 0.24;
    made(stage, MATERIALS.red).pen.stroke([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag], b], "black", 2.6);
  }
}
