// A harbour: houses with lit windows along the quay, boats at their moorings, a pier of planks with bollards.
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { water } from "../country/water.ts";
import { front, glow, level, made, type Stage, solid } from "../stage.ts";
import { boards, bricks, floorOf, frontWall } from "../walls.ts";
import { drawSky } from "../weather/sky.ts";
import { roof, windows } from "./town-parts.ts";

export function harbour(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  water(stage, place, { from: camera.horizon, to: height + 40, rough: 0.25, tone: stage.night ? 0.4 : 0.26 });
  const side = place.flip() ? 1 : -1;
  for (let i = 5; i >= 0; i--) house(stage, side, i);
  for (const [x, dz, size] of [
    [-side * 5.5, 13, 1.1],
    [-side * 2.4, 9, 0.9],
    [-side * 6.4, 6, 1],
    [-side * 3.6, 3.6, 0.8],
  ] as const)
    mooredBoat(stage, { x: x + place.between(-0.6, 0.6), z: stage.behind + dz, size, towards: side });
  quay(stage, side);
}

/** A row of gabled houses on the far side of the quay; some windows are lit. */
function house(setting: Stage, side: 1 | -1, i: number): void {
  const { place } = setting;
  const stage = made(setting, i % 2 ? MATERIALS.plaster : MATERIALS.rose);
  const z = setting.behind + 1.9 + i * 3.4;
  const w = place.between(2.6, 3.4);
  const h = place.between(2.6, 4);
  const x = side > 0 ? 1.9 + i * 0.4 : -1.9 - i * 0.4 - w;
  solid(stage, [x, 0, z], [w, h, 3.2], { front: i % 2 ? "white" : { tone: 0.16 }, side: { tone: 0.36 } });
  bricks(stage, place, frontWall(z - 0.01, [x, x + w], [0, h]), 3);
  windows(stage, [x + w * 0.34, 0, z - 0.02], [x + w * 0.96, 0, z - 0.02], {
    h: h * 0.96,
    rows: h > 3.2 ? 2 : 1,
    columns: 2,
    from: 0.9,
  });
  front(made(setting, MATERIALS.wood), [x + w * 0.1, 0], [x + w * 0.34, 1.9], {
    z: z - 0.03,
    paint: { tone: 0.5 },
    weight: 0.6,
  });
  front(stage, [x + w * 0.04, 2.05], [x + w * 0.6, 2.4], { z: z - 0.06, paint: "white", weight: 0.7 });
  for (const t of [0.12, 0.22, 0.34, 0.46])
    front(stage, [x + w * t, 2.14], [x + w * (t + 0.06), 2.3], { z: z - 0.07, paint: "black", weight: 0 });
  roof(stage, { x, z, w, d: 3.2, y: h, h: 1.5, over: 0.3, paint: { tone: 0.5 } });
  if (i % 2 === 0) glow(stage, stage.camera.see(x + w * 0.22, 1.6, z), (stage.camera.focal / z) * 1.4, 0.4);
}

/** Planks underfoot, posts with rope, crates and a coil. */
function quay(setting: Stage, side: 1 | -1): void {
  const stage = made(setting, MATERIALS.wood);
  const { place, camera, pen } = stage;
  const far = stage.behind + 18;
  const [x0, x1] = side > 0 ? [-1.9, 9] : [-9, 1.9];
  level(stage, [x0, 0.35], [x1, far], { y: 0, paint: { tone: 0.14 }, weight: 0.9 });
  boards(
    stage,
    place,
    floorOf(0.005, [x0, x1], [Math.max(0.4, camera.distance * 0.45), stage.behind + 7]),
    0.42,
    true,
  );
  const lip = side > 0 ? x0 : x1;
  for (let i = 5; i >= 0; i--) {
    const z = Math.max(0.8, camera.distance * 0.7) + i * 1.9;
    solid(stage, [lip - 0.12, 0, z], [0.24, 0.75, 0.24], {
      front: { tone: 0.5 },
      side: { tone: 0.7 },
      top: "white",
    });
    const a = camera.see(lip, 0.6, z);
    const b = camera.see(lip, 0.6, z + 1.9);
    if (i < 5)
      pen.line([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + (camera.focal / z) * 0.2], b], 0.9, "none");
  }
  const cx = side > 0 ? 1.7 : -2.5;
  build(stage, "town/crates", [cx, 0, stage.behind]);
  build(stage, "town/coil", [side > 0 ? -1.2 : 1.2, 0, camera.distance + 1.5]);
}

function mooredBoat(
  setting: Stage,
  { x, z, size, towards }: { x: number; z: number; size: number; towards: 1 | -1 },
): void {
  const stage = made(setting, MATERIALS.wood);
  const [px] = stage.camera.see(x, -0.25, z);
  const k = (stage.camera.focal / z) * size;
  if (k < 6 || px < -k * 3 || px > stage.width + k * 3) return;
  const bold = Math.min(1, Math.max(0.4, k / 60));
  build(stage, "town/moored-boat", [x, 0, z], { side: towards, size, bold, given: { foot: -0.25 } });
}
