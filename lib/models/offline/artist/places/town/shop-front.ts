// Shop fronts along a street: glass with goods behind it, striped awnings, stands, and signs whose writing is only strokes.
import type { Paint } from "../../../../../manga/drawing.ts";
import { type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { made, quad, type Stage } from "../stage.ts";
import { boards, detailOf, panel, scratch, type Wall } from "../walls.ts";

/** Glass under a striped awning, a stand of goods, a board with strokes for its name. */
export function shopFront(setting: Stage, wall: Wall, out: readonly [dx: number, dz: number]): void {
  const stage = made(setting, MATERIALS.wood);
  const { place, lamp, picture } = stage;
  const late = picture.scene.hour === "night" || picture.scene.hour === "dusk";
  const k = detailOf(stage, wall);
  const [u0, u1] = [wall.w * 0.08, wall.w * 0.92];
  const inside: Paint = late ? "white" : { tone: 0.5 };
  panel(stage, wall, [u0 - 0.08, 0.02, u1 + 0.08, 2.2], "white", 0.7);
  const door = u0 + (u1 - u0) * (place.flip() ? 0.7 : 0.06);
  const light = late ? { ...stage, pen: lamp } : stage;
  panel(light, wall, [u0, 0.62, u1, 2.1], inside, 0.6);
  if (k > 22) goods(light, wall, [u0, u1], late);
  panel(stage, wall, [u0, 0.1, u1, 0.62], { tone: 0.3 }, 0.5);
  if (k > 40) boards(stage, place, { ...wall, w: u1, h: 0.6 }, 0.26);
  panel(light, wall, [door, 0.05, door + 0.78, 2.1], late ? { tone: 0.08 } : { tone: 0.72 }, 0.7);
  scratch(stage, wall, through([door + 0.39, 0.05], [door + 0.39, 2.1]), 0.6);
  const [dx, dz] = out;
  const lean = (u: number, v: number, far: number) => {
    const [x, y, z] = wall.at(u, v);
    return [x + dx * far, y, z + dz * far] as const;
  };
  const board = [u0 + (u1 - u0) * 0.08, 2.34, u1 - (u1 - u0) * 0.08, 2.82] as const;
  panel(stage, wall, board, place.flip(0.4) ? "black" : "white", 0.8);
  if (k > 20) signature(stage, wall, board);
  const n = Math.max(4, Math.round((u1 - u0) / (k < 26 ? 0.8 : 0.45)));
  for (let i = 0; i < n; i++) {
    const a = u0 - 0.1 + ((u1 - u0 + 0.2) * i) / n;
    const b = u0 - 0.1 + ((u1 - u0 + 0.2) * (i + 1)) / n;
    const paint: Paint = i % 2 ? "white" : { tone: 0.6 };
    quad(
      stage,
      [lean(a, 2.32, 0.02), lean(b, 2.32, 0.02), lean(b, 1.98, 0.75), lean(a, 1.98, 0.75)],
      paint,
      0.5,
    );
    quad(
      stage,
      [lean(a, 1.98, 0.75), lean(b, 1.98, 0.75), lean(b, 1.82, 0.75), lean(a, 1.82, 0.75)],
      paint,
      0.5,
    );
  }
  if (k < 26) return;
  for (let i = 0; i < 3; i++) {
    const a = u0 + 0.1 + i * 0.62;
    if (a + 0.5 > u1 || Math.abs(a - door) < 0.6) continue;
    const corners = [lean(a, 0, 0.4), lean(a + 0.5, 0, 0.4), lean(a + 0.5, 0.42, 0.34), lean(a, 0.42, 0.34)];
    quad(stage, corners, i % 2 ? { tone: 0.2 } : "white", 0.6);
    for (const t of [0.12, 0.27])
      quad(
        stage,
        [lean(a, t, 0.41), lean(a + 0.5, t, 0.41), lean(a + 0.5, t + 0.05, 0.41), lean(a, t + 0.05, 0.41)],
        { tone: 0.5 },
        0,
      );
  }
}

/** Silhouettes of what a shop sells behind its glass. */
function goods(setting: Stage, wall: Wall, [u0, u1]: Pt, late: boolean): void {
  const stage = made(setting, MATERIALS.lamp);
  const { place } = stage;
  for (const v of [0.7, 1.32]) {
    for (let u = u0 + 0.1; u < u1 - 0.2; ) {
      const w = place.between(0.1, 0.26);
      panel(
        stage,
        wall,
        [u, v, u + w, v + place.between(0.14, 0.42)],
        place.pick<Paint>(["black", "white", { tone: late ? 0.5 : 0.25 }]),
        0.35,
      );
      u += w + place.between(0.02, 0.14);
    }
    scratch(stage, wall, through([u0, v], [u1, v]), 0.8);
  }
}

/** Strokes that stand for a name: signs can be seen, never read. */
function signature(
  stage: Stage,
  wall: Wall,
  [u0, v0, u1, v1]: readonly [number, number, number, number],
): void {
  const [w, h] = [u1 - u0, v1 - v0];
  const lying = w > h;
  const size = (lying ? h : w) * 0.68;
  const n = Math.max(2, Math.floor((lying ? w : h) / (size * 1.35)));
  for (let i = 0; i < n; i++) {
    const t = (i + 0.5) / n;
    glyph(stage, wall, lying ? [u0 + w * t, v0 + h / 2] : [u0 + w / 2, v0 + h * t], size);
  }
}

/** A few blots on a grid: writing as one sees it across a street. */
function glyph(stage: Stage, wall: Wall, [u, v]: Pt, size: number): void {
  const { place } = stage;
  for (const row of [-0.4, -0.08, 0.24]) {
    const from = place.between(-0.5, -0.1);
    const to = from + place.between(0.25, 0.6);
    panel(
      stage,
      wall,
      [u + from * size, v + row * size, u + to * size, v + (row + place.between(0.1, 0.2)) * size],
      { tone: 0.55 },
      0,
    );
  }
}

/** A board that hangs over the street at right angles to its wall. */
export function hangingSign(setting: Stage, x: number, z: number, y: number): void {
  const stage = made(setting, MATERIALS.sign);
  const { place } = stage;
  const out = x > 0 ? -1 : 1;
  const h = place.between(0.8, 1.5);
  const board: Wall = { at: (u, v) => [x + out * (0.12 + u), y + v, z], w: 0.6, h };
  panel(stage, board, [0, 0, 0.6, h], place.flip(0.4) ? "black" : "white", 0.7);
  if (detailOf(stage, board) > 20) signature(stage, board, [0.06, 0.06, 0.54, h - 0.06]);
}
