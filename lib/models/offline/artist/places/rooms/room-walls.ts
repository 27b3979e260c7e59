// What tells the walls of one room from those of another: paper in stripes or sprigs, boards to the height of a chair,
// sliding doors, a door in a frame, rows of pictures.
import { chance, hashOf } from "../../pen/chance.ts";
import { ellipse, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { takeWall } from "../../things/wall-spots.ts";
import { whereIs } from "../places.ts";
import { made, type Stage } from "../stage.ts";
import { boards, cornersOf, detailOf, panel, type Wall } from "../walls.ts";
import { frameOn } from "./clutter.ts";

export type Dress = "plain" | "striped" | "sprigged" | "panelled" | "sliding";

export function dressWall(stage: Stage, wall: Wall, dress: Dress): void {
  const k = detailOf(stage, wall);
  if (dress === "striped")
    for (let u = 0.1; u < wall.w; u += 0.44)
      panel(stage, wall, [u, 0.13, u + 0.16, wall.h - 0.1], { tone: 0.17 }, 0);
  if (dress === "sprigged" && k > 26)
    for (let row = 0; row < 6; row++)
      for (let u = 0.2 + (row % 2) * 0.2; u < wall.w; u += 0.4) {
        const v = 0.36 + row * 0.38;
        panel(stage, wall, [u - 0.012, v, u + 0.012, v + 0.1], { tone: 0.3 }, 0);
        for (const [du, dv] of through([0, 0.12], [-0.045, 0.08], [0.045, 0.08]))
          panel(stage, wall, [u + du - 0.022, v + dv, u + du + 0.022, v + dv + 0.045], { tone: 0.3 }, 0);
      }
  if (dress === "panelled") {
    const wood = made(stage, MATERIALS.wood);
    panel(wood, wall, [0, 0.13, wall.w, 0.92], { tone: 0.34 }, 0.6);
    boards(wood, stage.place, { ...wall, h: 0.9 }, 0.28);
    panel(wood, wall, [0, 0.9, wall.w, 0.99], "white", 0.6);
  }
  if (dress === "sliding") {
    const n = Math.max(2, Math.round(wall.w / 0.95));
    const w = wall.w / n;
    for (let i = 0; i < n; i++) {
      panel(
        stage,
        wall,
        [i * w + 0.03, 0.04, (i + 1) * w - 0.03, 1.86],
        i % 3 === 1 ? { tone: 0.08 } : "white",
        0.7,
      );
      panel(stage, wall, [i * w + 0.03, 0.04, (i + 1) * w - 0.03, 0.12], "black", 0.3);
      const { camera, pen } = stage;
      const u = (i + (i % 2 ? 0.12 : 0.88)) * w;
      const [x, y] = camera.see(...wall.at(u, 0.9));
      const r = (k / 1) * 0.05;
      pen.shape(ellipse(x, y, r, r, 10), "black", 0.4);
    }
    panel(made(stage, MATERIALS.wood), wall, [0, 1.86, wall.w, 1.95], { tone: 0.5 }, 0.6);
  }
}

/** A door in its frame, shut. */
export function doorIn(setting: Stage, wall: Wall, u: number): void {
  const stage = made(setting, MATERIALS.wood);
  const dark = stage.place.flip() ? 0.72 : 0.4;
  takeWall(stage, cornersOf(wall, [u - 0.08, 0, u + 0.93, 2.08]));
  panel(stage, wall, [u - 0.08, 0, u + 0.93, 2.08], "white", 0.7);
  panel(stage, wall, [u, 0, u + 0.85, 2], { tone: dark }, 0.8);
  for (const [v0, v1] of through([0.18, 0.85], [1, 1.82])) {
    panel(stage, wall, [u + 0.12, v0, u + 0.73, v1], { tone: dark - 0.1 }, 0.6);
    panel(stage, wall, [u + 0.12, v1 - 0.05, u + 0.73, v1], "black", 0);
  }
  panel(stage, wall, [u + 0.72, 0.92, u + 0.8, 1], "white", 0.6);
}

/** Pictures in a row or a cluster. */
export function gallery(stage: Stage, wall: Wall, [u, v]: readonly [number, number], n: number): void {
  const { place } = stage;
  for (let i = 0; i < n; i++)
    frameOn(
      stage,
      wall,
      [u + i * 0.58, v + place.between(-0.12, 0.18)],
      [place.between(0.3, 0.48), place.between(0.34, 0.6)],
    );
}

/** Over the height of a usual room: a rail, some pictures, a window under the roof, and timber as far up as there is wall. */
export function upperWall(setting: Stage, wall: Wall, from: number): void {
  // Only tall pictures show it: it must not change what comes after it.
  const place = chance(hashOf(whereIs(setting.picture.scene), "upper wall"));
  const stage = { ...setting, place };
  const night = stage.picture.scene.hour === "night";
  const wood = made(stage, MATERIALS.wood);
  const light = place.between(0.2, 0.7) * wall.w;
  for (let v = from, row = 0; v < wall.h - 0.3; v += 0.95, row++) {
    panel(wood, wall, [0, v - 0.06, wall.w, v + 0.04], { tone: 0.5 }, 0.6);
    const step = row % 2 === 0 ? 0.72 : 1.1;
    for (let u = place.between(0.15, 0.4); u < wall.w - 0.4; u += step) {
      if (row === 0) {
        if (place.flip(0.4))
          frameOn(stage, wall, [u, v + 0.16], [place.between(0.34, 0.52), place.between(0.36, 0.6)]);
        continue;
      }
      // A row of windows there would look like the front of a house: there is one, and timber on both sides of it.
      if (row > 1 || Math.abs(u - light) > step / 2) {
        panel(wood, wall, [u, v, u + 0.09, v + 0.95], { tone: 0.5 }, 0.5);
        continue;
      }
      panel(wood, wall, [u - 0.05, v + 0.15, u + 0.75, v + 0.75], "white", 0.6);
      panel(
        stage.night ? stage : { ...stage, pen: stage.lamp },
        wall,
        [u, v + 0.2, u + 0.7, v + 0.7],
        night ? { tone: 0.9 } : { tone: 0.06 },
        0.6,
      );
      panel(wood, wall, [u + 0.33, v + 0.2, u + 0.37, v + 0.7], "white", 0.4);
    }
  }
}
