import { type Pt, pts, rect, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark } from "../flat-shapes.ts";
import { front, level, made, type Stage } from "../stage.ts";
import { floorOf } from "../walls.ts";

interface Room {
  half: number;
  back: number;
}

/** Light on the water of a bath, and the steam that rises from it. */
export function drawPool(stage: Stage, { half, back }: Room): void {
  const top = floorOf(0.445, [-half, half], [back - 1.35, back - 0.1]);
  for (let i = 0; i < 9; i += 1) {
    const u = ((i * 0.37) % 1) * (top.w - 1) + 0.2;
    const v = (i / 9) * top.h;
    mark(stage, top, through([u, v], [u + 0.7, v + 0.02]), 0.9, "white");
  }
  steam(stage, back);
}

function steam({ lamp, pen, camera, place, width }: Stage, back: number): void {
  for (let i = 0; i < 8; i += 1) {
    const [px, py] = camera.see(place.between(-2.8, 2.8), place.between(0.5, 1.3), back - 0.8);
    const [x, y] = [Math.round(px), Math.round(py)];
    const r = Math.round(Math.min(width * 0.14, (camera.focal / back) * place.between(0.5, 0.9)));
    lamp.fill(rect(x - r, y - r, r * 2, r * 2), { light: { type: "radial", at: [x, y, 1, r], stops: HAZE } });
    const s = i % 2 ? 1 : -1;
    const wisp: Pt[] = pts("0,0.3 0.14,0 -0.1,-0.3 0.08,-0.62").map(([u, v]) => [x + s * r * u, y + r * v]);
    pen.stroke(wisp, "black", 0.45);
  }
}

const HAZE: [number, number][] = through([0, 0.6], [0.5, 0.3], [1, 0]);

/** Metres between two ropes. */
const LANE = 1.9;

/** Water from before the far wall to behind the people, its rim, its lanes, and the blocks at this end of them. */
export function drawBasin(stage: Stage, { half, back }: Room): void {
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
  build(stage, "rooms/ladder", [side, 0, near + 1.4]);
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

/** The line of flags over the water. */
function flags(stage: Stage, side: number, z: number): void {
  const { camera, pen } = stage;
  const line = camera.segment([-side, 2.1, z], [side, 2.1, z]);
  if (!line) return;
  pen.line(sharp(line), 0.6, "none");
  build(stage, "rooms/flags", [0, 0, z], { given: { half: side } });
}
