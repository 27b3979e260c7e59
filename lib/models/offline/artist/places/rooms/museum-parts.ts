import { MATERIALS } from "../../pen/materials.ts";
import { made, type Stage, solid } from "../stage.ts";

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
