// A swimming pool: lanes between ropes of floats, numbered blocks, a ladder, tiles, tall windows, a clock for the swimmers.

import type { Vec3 } from "../../camera/camera.ts";
import { sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark } from "../flat-shapes.ts";
import { along, edge, front, level, made, type Stage } from "../stage.ts";
import { floorOf, frontWall, joints } from "../walls.ts";
import { halfOf, heightOf, NEAR, shell } from "./room-parts.ts";

/** Metres between two ropes. */
const LANE = 1.9;

export function swimmingPool(stage: Stage): void {
  const back = stage.behind + 13;
  const half = halfOf(stage, back, 6.4);
  const h = heightOf(stage, back, 5.2);
  shell(stage, {
    ...{ half, least: half, height: h, near: NEAR, back, floor: "tiles" },
    ...{ wall: { tone: 0.06 }, side: { tone: 0.12 } },
  });
  joints(stage, { ...frontWall(back - 0.02, [-half, half], [0, 1.2]) }, [0.3, 0.3], 0.3);
  for (const s of [-1, 1]) tallWindows(stage, s * (half - 0.02), back);
  farWindows(stage, half, [1.5, Math.min(3.7, h - 0.6)], back - 0.03);
  build(stage, "rooms/race-clock", [half * 0.42, Math.min(h - 0.7, 4.2), back - 0.06]);
  basin(stage, half, back);
}

function tallWindows(stage: Stage, x: number, back: number): void {
  const glass = made(stage, MATERIALS.glass);
  for (let z = Math.max(1.2, stage.camera.distance * 0.6); z + 1.4 < back; z += 2) {
    along(glass, [z, 1.1], [z + 1.5, 3.6], { x, paint: stage.night ? { tone: 0.8 } : "white", weight: 0.7 });
    edge(stage, [x, 1.1, z + 0.75], [x, 3.6, z + 0.75], 0.5);
    edge(stage, [x, 2.4, z], [x, 2.4, z + 1.5], 0.5);
  }
}

/** A row of panes on the far wall: too far off to show what is outside. */
function farWindows(stage: Stage, half: number, [low, high]: readonly [number, number], z: number): void {
  const glass = made(stage, MATERIALS.glass);
  for (let x = -half + 0.7; x + 1.5 < half; x += 2.1) {
    front(glass, [x, low], [x + 1.5, high], { z, paint: stage.night ? { tone: 0.8 } : "white", weight: 0.7 });
    edge(stage, [x + 0.75, low, z], [x + 0.75, high, z], 0.6);
    edge(stage, [x, (low + high) / 2, z], [x + 1.5, (low + high) / 2, z], 0.5);
  }
}

/** Water from before the far wall to behind the people, its rim, its lanes, and the blocks at this end of them. */
function basin(stage: Stage, half: number, back: number): void {
  const [near, far] = [stage.behind + 0.9, back - 1.3];
  const side = half - 1.1;
  const stone = made(stage, MATERIALS.stone);
  level(stone, [-side - 0.3, near - 0.3], [side + 0.3, far + 0.3], { y: 0.01, paint: "white", weight: 0.8 });
  const water = made(stage, MATERIALS.water);
  level(water, [-side, near], [side, far], { y: 0.02, paint: { tone: 0.36 }, weight: 0.9 });
  // The rim that the water stands under, seen on the far side.
  front(stone, [-side, 0.02], [side, 0.14], { z: far + 0.01, paint: { tone: 0.16 }, weight: 0.5 });
  ripples(water, { side, near, far });
  const lanes = Math.max(2, Math.floor((side * 2) / LANE));
  const wide = (side * 2) / lanes;
  for (let i = 0; i <= lanes; i++) {
    const x = -side + i * wide;
    if (i > 0 && i < lanes) rope(stage, x, [near + 0.05, far - 0.05]);
    if (i < lanes) build(stage, "rooms/starting-block", [x + wide / 2, 0, near]);
  }
  ladder(stage, side, near + 1.4);
  for (const z of [near + 3, far - 3]) if (z > near + 1 && z < far) flags(stage, side, z);
}

/** Light on the water in short level strokes. */
function ripples(water: Stage, { side, near, far }: { side: number; near: number; far: number }): void {
  const top = floorOf(0.03, [-side, side], [near + 0.1, far - 0.1]);
  for (let i = 0; i < 34; i++) {
    const u = 0.2 + ((i * 0.379) % 1) * (top.w - 1.2);
    const v = ((i * 0.233) % 1) * top.h;
    mark(water, top, through([u, v], [u + 0.7, v + 0.03]), 0.9, "white");
  }
}

/** A rope of floats, dark and light by turns. */
function rope({ camera, pen }: Stage, x: number, [near, far]: readonly [number, number]): void {
  let dark = true;
  for (let z = near; z < far; z += 0.5) {
    const ends = camera.segment([x, 0.05, z], [x, 0.05, Math.min(z + 0.5, far)]);
    if (ends)
      pen.stroke(sharp(ends), dark ? "black" : "white", Math.max(0.8, (camera.focal / z) * 0.012), false);
    dark = !dark;
  }
}

function ladder(stage: Stage, side: number, z: number): void {
  for (const dz of [0, 0.5]) {
    const at = (x: number, y: number): Vec3 => [x, y, z + dz];
    edge(stage, at(side + 0.35, 0), at(side + 0.35, 0.75), 2);
    edge(stage, at(side + 0.35, 0.75), at(side - 0.12, 0.75), 2);
    edge(stage, at(side - 0.12, 0.75), at(side - 0.12, 0.02), 2);
  }
}

/** The line of flags over the water. */
function flags(stage: Stage, side: number, z: number): void {
  const { camera, pen } = stage;
  const line = camera.segment([-side, 2.1, z], [side, 2.1, z]);
  if (!line) return;
  pen.line(sharp(line), 0.6, "none");
  const k = camera.focal / z;
  for (let x = -side + 0.3, i = 0; x < side - 0.2; x += 0.5, i++) {
    const [px, py] = camera.see(x, 2.1, z);
    pen.shape(
      sharp(through([px - k * 0.12, py], [px + k * 0.12, py], [px, py + k * 0.26])),
      i % 2 ? "white" : { tone: 0.6 },
      0.4,
    );
  }
}
