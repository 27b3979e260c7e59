// What stands about on a flat roof: coolers with their fans, a vent, a pipe that runs between them.

import { ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { edge, made, type Stage, solid } from "../stage.ts";

/** On one side of the roof, before its fence: −1 left, 1 right. */
export function roofUnits(setting: Stage, side: 1 | -1): void {
  const metal = made(setting, MATERIALS.metal);
  const z = setting.behind + 0.5;
  const x = (from: number, w: number) => (side < 0 ? -from - w : from);
  for (const [from, dz] of through([2.2, 0.5], [3.7, 0.1])) cooler(metal, { x: x(from, 1.2), z: z + dz });
  for (const dz of [-0.35, -0.27]) edge(metal, [side * 1.4, 0.14, z + dz], [side * 7, 0.14, z + dz], 0.7);
  for (const from of [1.8, 3.4, 5])
    solid(metal, [x(from, 0.16), 0, z - 0.38], [0.16, 0.12, 0.2], { front: { tone: 0.6 } });
  build(metal, "town/roof-vent", [side * 1.7, 0, z + 0.3]);
}

function cooler(stage: Stage, { x, z }: { x: number; z: number }): void {
  const [w, h] = [1.2, 0.86];
  solid(stage, [x, 0.1, z], [w, h, 0.5], { front: { tone: 0.1 }, side: { tone: 0.42 }, top: "white" });
  for (const dx of [0.08, w - 0.2])
    solid(stage, [x + dx, 0, z + 0.04], [0.12, 0.1, 0.4], { front: "black", side: "black" });
  const { camera, pen } = stage;
  const k = camera.focal / z;
  const [cx, cy] = camera.see(x + 0.44, 0.54, z);
  const r = k * 0.32;
  pen.shape(ellipse(cx, cy, r, r, 14), { tone: 0.62 }, 0.7);
  for (const share of [0.72, 0.42]) pen.stroke(ellipse(cx, cy, r * share, r * share, 12), "white", 0.5, true);
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 + 0.3;
    const on = (far: number, turn: number): Pt => [
      cx + Math.cos(a + turn) * r * far,
      cy + Math.sin(a + turn) * r * far,
    ];
    pen.line([on(0.1, 0), on(0.55, 0.3), on(0.94, 0.4)], 0.6, "none");
  }
  for (let v = 0.24; v < 0.9; v += 0.1) edge(stage, [x + 0.88, v, z - 0.01], [x + 1.12, v, z - 0.01], 0.5);
}
