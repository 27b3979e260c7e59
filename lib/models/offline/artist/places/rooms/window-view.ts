// The view through windows and portholes: hills by day, moon or stars after dark, streaks of rain.

import type { Vec3 } from "../../camera/camera.ts";
import { ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { fade, made, type Stage } from "../stage.ts";
import { patch, round, type Wall } from "../walls.ts";
import { moonShape } from "../weather/sky.ts";

export interface WindowSpec {
  x: number;
  y: number;
  w: number;
  h: number;
  z: number;
  /** Only one of several windows in a row shows the moon. */
  moon?: boolean;
}

export function drawOutside(stage: Stage, { x, y, w, h, z, moon = true }: WindowSpec): void {
  const { pen, camera } = stage;
  const { hour, weather } = stage.picture.scene;
  const [, top] = camera.see(0, y + h, z);
  const [, low] = camera.see(0, y, z);
  const [left] = camera.see(x, 0, z);
  const [right] = camera.see(x + w, 0, z);
  const pane: Pane = { top, low, left, right };
  const flat = sharp([
    camera.see(x, y, z),
    camera.see(x + w, y, z),
    camera.see(x + w, y + h, z),
    camera.see(x, y + h, z),
  ]);
  const wet = weather === "rain" || weather === "storm";
  const [light, deep] = shadesOf(hour, wet);
  pen.name("window", flat);
  const outside = pen.of(SKIES[hour]);
  outside.shape(flat, { tone: fade(top, low, light, deep) }, 0.9);
  outside.of(hour === "night" ? MATERIALS.lamp : MATERIALS.leaf).inside(flat, (p) => {
    const hills = sheetAt([left + (right - left) * 0.3, low], (low - top) * 0.3);
    if (hour !== "night") drawOnSheet(p, "rooms/window-hills", hills, { rng: stage.place });
    else if (weather === "clear" || weather === "wind") drawNight(p, pane, stage, moon);
    if (wet) drawRain(p, pane);
  });
}

interface Pane {
  top: number;
  low: number;
  left: number;
  right: number;
}

function shadesOf(
  hour: Stage["picture"]["scene"]["hour"],
  wet: boolean,
): readonly [light: number, deep: number] {
  if (hour === "night") return [0.92, 0.74];
  if (hour === "dusk") return [0.5, 0.16];
  return wet ? [0.45, 0.3] : [0.16, 0];
}

/** Stars in each window, at positions that depend on the window's place. */
function drawNight(p: Pen, { top, low, left, right }: Pane, stage: Stage, moon: boolean): void {
  const [tall, wide] = [low - top, right - left];
  for (let i = 0; i < 5; i++) {
    const [u, v] = [((i * 61 + left * 7) % 97) / 97, ((i * 37 + 11) % 89) / 89];
    const at: Pt = [left + wide * (u < 0 ? u + 1 : u), top + tall * v * 0.7];
    p.fill(ellipse(at[0], at[1], tall * 0.008 + 0.6, tall * 0.008 + 0.6, 5), "white");
  }
  if (moon) p.fill(moonShape(stage, [left + wide * 0.3, top + tall * 0.3], tall * 0.1), "white");
}

function drawRain(p: Pen, { top, low, left, right }: Pane): void {
  for (let i = 0; i < 12; i++) {
    const rx = left + ((right - left) * i) / 12;
    const ry = top + (((i * 37) % 60) / 60) * (low - top) * 0.7;
    p.stroke(through([rx, ry], [rx - 3, ry + (low - top) * 0.2]), "white", 0.5);
  }
}

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
