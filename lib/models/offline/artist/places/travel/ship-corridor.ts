// A corridor aboard a ship or a station in space: ribs, padded panels with handrails, portholes full of stars, a pressure door.

import type { Vec3 } from "../../camera/camera.ts";
import { boxed, ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark, patch, round } from "../flat-shapes.ts";
import { firstWindow, NEAR, shell } from "../rooms/room-parts.ts";
import { edge, glow, level, made, quad, type Stage } from "../stage.ts";
import { sideWall, type Wall } from "../walls.ts";

const HALF = 1.7;
const HIGH = 2.6;
/** Metres between two ribs. */
const BAY = 2.1;
/** Where the wall leans in under the ceiling. */
const SHOULDER = 1.95;
const CROWN = 1.05;

export function shipCorridor(stage: Stage): void {
  const back = stage.behind + 12;
  const near = firstWindow(stage);
  const s = stage.place.flip() ? 1 : -1;
  shell(stage, {
    ...{ half: HALF, height: HIGH, near: NEAR, back, floor: "plain" },
    ...{ wall: { tone: 0.5 }, side: { tone: 0.3 } },
  });
  walkway(stage, near, back);
  for (const side of [-1, 1] as const) {
    const lean: readonly Vec3[] = [
      [side * HALF, SHOULDER, near],
      [side * HALF, SHOULDER, back],
      [side * CROWN, HIGH - 0.01, back],
      [side * CROWN, HIGH - 0.01, near],
    ];
    quad(stage, lean, { tone: side === s ? 0.24 : 0.14 }, 0.6);
    const wall = sideWall(side * (HALF - 0.02), [near, back], [0, SHOULDER]);
    for (let u = 0.35; u + 1.5 < wall.w; u += BAY) bay(stage, wall, u, side === s);
    edge(stage, [side * (HALF - 0.1), 0.98, near], [side * (HALF - 0.1), 0.98, back], 1.8);
    for (const y of [2.1, 2.2])
      edge(stage, [side * (HALF - 0.16), y, near], [side * (HALF - 0.16), y, back], 0.9);
  }
  // Nearest last: ribs stand before the panels between them.
  for (let z = back - 0.2; z > near; z -= BAY) rib(stage, z);
  for (let z = near + 0.5; z + 1 < back; z += BAY)
    level(stage, [-0.4, z], [0.4, z + 1.1], { y: HIGH - 0.02, paint: "white", weight: 0.6 });
  build(stage, "travel/pressure-door", [0, 0, back]);
  glow(stage, stage.camera.see(0, 2.3, stage.behind + 1), stage.camera.focal * 0.4, 0.5);
}

/** Plates with lights along both edges. */
function walkway(stage: Stage, near: number, back: number): void {
  level(made(stage, MATERIALS.metal), [-0.9, near], [0.9, back], {
    y: 0.005,
    paint: { tone: 0.3 },
    weight: 0.7,
  });
  for (let z = near; z < back; z += 0.7) edge(stage, [-0.9, 0.01, z], [0.9, 0.01, z], 0.5);
  for (const x of [-1.02, 1.02])
    level(stage, [x - 0.06, near], [x + 0.06, back], { y: 0.01, paint: "white", weight: 0.5 });
}

/** What runs over a screen, from the edge of its panel and in metres over the floor. */
const PULSE: readonly Pt[] = through(
  [0.15, 1.45],
  [0.26, 1.45],
  [0.31, 1.58],
  [0.37, 1.36],
  [0.42, 1.45],
  [0.52, 1.45],
);

/** Between two ribs: a porthole over a cushion on the outer side, a locker with a screen on the inner. */
function bay(stage: Stage, wall: Wall, u: number, outer: boolean): void {
  const box = (u0: number, v0: number, u1: number, v1: number): Pt[] => sharp(boxed([u0, v0], [u1, v1]));
  patch(stage, wall, box(u, 0.12, u + 1.5, 0.8), { tone: 0.22 }, 0.8);
  if (!outer) {
    patch(stage, wall, box(u, 1.1, u + 0.66, 1.8), { tone: 0.4 }, 0.8);
    patch(stage, wall, box(u + 0.76, 1.1, u + 1.5, 1.8), { tone: 0.14 }, 0.8);
    patch(stage, wall, box(u + 0.1, 1.3, u + 0.56, 1.66), "black", 0.6);
    for (const [i, to] of PULSE.entries()) {
      const from = PULSE[i - 1];
      const at = ([du, v]: Pt): Pt => [u + du, v];
      if (from) mark(stage, wall, [at(from), at(to)], 0.8, "white");
    }
    for (const v of [1.25, 1.45, 1.65]) mark(stage, wall, through([u + 0.86, v], [u + 1.4, v]), 0.6);
    return;
  }
  patch(made(stage, MATERIALS.metal), wall, round([u + 0.75, 1.45], 0.46, 20), { tone: 0.2 }, 1);
  patch(stage, wall, round([u + 0.75, 1.45], 0.36, 20), "black", 0.9);
  for (let i = 0; i < 9; i++) {
    const [r, a] = [0.06 + ((i * 0.37) % 1) * 0.26, i * 2.4];
    const at = wall.at(u + 0.75 + Math.cos(a) * r, 1.45 + Math.sin(a) * r);
    const [x, y] = stage.camera.see(...at);
    const size = Math.max(0.8, (stage.camera.focal / at[2]) * (i % 4 ? 0.006 : 0.013));
    stage.lamp.fill(ellipse(x, y, size, size, 6), "white");
  }
}

/** An arch that carries the hull. */
function rib(stage: Stage, z: number): void {
  const { camera, pen } = stage;
  const line: readonly Pt[] = [
    [-HALF, 0],
    [-HALF, SHOULDER],
    [-CROWN, HIGH],
    [CROWN, HIGH],
    [HALF, SHOULDER],
    [HALF, 0],
  ];
  const inner = line.map(([x, y]): Pt => [x * 0.93, y > 0 ? y - 0.1 : 0]);
  const seen = (points: readonly Pt[]) => points.map(([x, y]): Pt => camera.see(x, y, z));
  pen.shape(sharp([...seen(line), ...seen(inner).toReversed()]), { tone: 0.58 }, 0.8);
}
