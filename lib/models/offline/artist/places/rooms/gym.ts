import { boxed, ellipse, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { boarded, mark, patch } from "../flat-shapes.ts";
import { edge, glow, level, made, type Stage, solid } from "../stage.ts";
import { sideWall, type Wall } from "../walls.ts";
import { NEAR, shell } from "./room-parts.ts";

export function gym(stage: Stage): void {
  const { camera, pen } = stage;
  const back = stage.behind + 9;
  const half = 6;
  const h = 6.4;
  shell(stage, {
    half,
    height: h,
    near: NEAR,
    back,
    wall: { tone: 0.08 },
    side: { tone: 0.16 },
    floor: "boards",
  });
  const wood = made(stage, MATERIALS.wood);
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    boarded(wood, wall, 2.2, { tone: s < 0 ? 0.46 : 0.3 }, 0.7);
    for (let u = 0.4; u < wall.w; u += 0.5) mark(stage, wall, through([u, 0], [u, 2.2]), 0.3);
    for (let u = 1; u < wall.w - 2; u += 2.6) {
      patch(
        made(stage, MATERIALS.glass),
        wall,
        boxed([u, 3.4], [u + 2, 5.2]),
        stage.night ? { tone: 0.8 } : { tone: 0.08 },
        0.7,
      );
      mark(stage, wall, through([u + 1, 3.4], [u + 1, 5.2]), 0.6);
      mark(stage, wall, through([u, 4.3], [u + 2, 4.3]), 0.6);
    }
  }
  bars(stage, sideWall(-half + 0.12, [NEAR, back], [0, h]), stage.behind);
  trusses(stage, half, back, h);
  build(stage, "rooms/curtained-stage", [0, 0, back]);
  court(stage, back);
  build(stage, "rooms/hoop", [0, 0, back]);
  for (const x of [-3, 0, 3])
    for (const dz of [1, 4.5]) {
      const z = stage.behind + dz;
      const [px, py] = camera.see(x, h - 0.9, z);
      const r = (camera.focal / z) * 0.24;
      pen.line(through([px, py - r * 2.4], [px, py]), 0.8, "none");
      made(stage, MATERIALS.lamp).lamp.shape(ellipse(px, py, r, r * 0.5, 12), "white", 0.7);
      glow(stage, [px, py], r * 12, 0.4);
    }
}

function bars(stage: Stage, wall: Wall, from: number): void {
  const wood = made(stage, MATERIALS.wood);
  for (let u = from; u < from + 3; u += 1)
    patch(wood, wall, boxed([u, 0], [u + 0.1, 2.5]), { tone: 0.6 }, 0.5);
  for (let v = 0.2; v < 2.5; v += 0.2) mark(stage, wall, through([from, v], [from + 2.1, v]), 1.2);
}

/** Girders under the roof. */
function trusses(stage: Stage, half: number, back: number, h: number): void {
  const metal = made(stage, MATERIALS.metal);
  for (let z = back - 1; z > NEAR + 1.5; z -= 2.4) {
    solid(metal, [-half, h - 0.25, z], [half * 2, 0.2, 0.12], { front: { tone: 0.5 } });
    for (let x = -half; x < half; x += 1) {
      edge(stage, [x, h - 0.25, z], [x + 0.5, h - 0.8, z], 0.7);
      edge(stage, [x + 0.5, h - 0.8, z], [x + 1, h - 0.25, z], 0.7);
    }
    edge(stage, [-half, h - 0.8, z], [half, h - 0.8, z], 0.9);
  }
}

/** Lines of a court. */
function court(stage: Stage, back: number): void {
  const near = Math.max(NEAR + 0.6, stage.camera.distance * 0.6);
  for (const x of [-4.6, 4.6])
    level(stage, [x, near], [x + 0.08, back - 1], { y: 0.006, paint: "white", weight: 0.4 });
  level(stage, [-4.6, back - 1.1], [4.68, back - 1], { y: 0.006, paint: "white", weight: 0.4 });
  level(stage, [-1.8, stage.behind + 2.6], [1.88, stage.behind + 2.68], {
    y: 0.006,
    paint: "white",
    weight: 0.4,
  });
  for (const x of [-1.8, 1.8])
    level(stage, [x, stage.behind + 2.6], [x + 0.08, back - 1], { y: 0.006, paint: "white", weight: 0.4 });
  const arc = Array.from({ length: 15 }, (_, i) => {
    const a = Math.PI + (i * Math.PI) / 14;
    return [Math.cos(a) * 1.8, 0.007, stage.behind + 2.6 + Math.sin(a) * 1.4] as const;
  });
  for (const [i, point] of arc.entries()) {
    const next = arc[i + 1];
    if (next) edge(stage, point, next, 1.1);
  }
}
