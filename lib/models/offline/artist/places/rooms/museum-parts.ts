// What a museum has that chance and a camera vary: large pictures on its wall, and the rope before its cases.
import { boxed, type Pt } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { patch, round } from "../flat-shapes.ts";
import { made, type Stage, solid } from "../stage.ts";
import type { Wall } from "../walls.ts";

/** Large pictures in heavy frames. */
export function drawPictures(stage: Stage, rear: Wall): void {
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
export function drawRope(stage: Stage, z: number): void {
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
