// A porthole in a wall along the line of sight, full of stars.
import type { Vec3 } from "../../camera/camera.ts";
import { ellipse } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { patch, round } from "../flat-shapes.ts";
import { made, type Stage } from "../stage.ts";
import type { Wall } from "../walls.ts";

export function porthole(stage: Stage, [x, y, z]: Vec3): void {
  const wall: Wall = { at: (u, v) => [x, y + v, z + u], w: 1, h: 1 };
  patch(made(stage, MATERIALS.metal), wall, round([0, 0], 0.46, 20), { tone: 0.2 }, 1);
  patch(stage, wall, round([0, 0], 0.36, 20), "black", 0.9);
  for (let i = 0; i < 9; i++) {
    const [r, a] = [0.06 + ((i * 0.37) % 1) * 0.26, i * 2.4];
    const at = wall.at(Math.cos(a) * r, Math.sin(a) * r);
    const [px, py] = stage.camera.see(...at);
    const size = Math.max(0.8, (stage.camera.focal / at[2]) * (i % 4 ? 0.006 : 0.013));
    stage.lamp.fill(ellipse(px, py, size, size, 6), "white");
  }
}
