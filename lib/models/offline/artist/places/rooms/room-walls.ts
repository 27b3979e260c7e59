// What tells the walls of one room from those of another: paper in stripes or sprigs, boards to the height of a chair,
// sliding doors, a door in a frame, rows of pictures.
import { chance, hashOf } from "../../pen/chance.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { takeWall } from "../../things/wall-spots.ts";
import { build } from "../compositions.ts";
import { whereIs } from "../places.ts";
import { made, type Stage } from "../stage.ts";
import { boards, cornersOf, panel, type Wall, wallFrom } from "../walls.ts";
import { frameOn } from "./clutter.ts";

export type Dress = "plain" | "striped" | "sprigged" | "panelled" | "sliding";

export function dressWall(stage: Stage, wall: Wall, dress: Dress): void {
  if (dress === "striped" || dress === "sprigged") build(stage, `rooms/wall-${dress}`, wall);
  if (dress === "panelled") {
    const wood = made(stage, MATERIALS.wood);
    panel(wood, wall, [0, 0.13, wall.w, 0.92], { tone: 0.34 }, 0.6);
    boards(wood, stage.place, { ...wall, h: 0.9 }, 0.28);
    panel(wood, wall, [0, 0.9, wall.w, 0.99], "white", 0.6);
  }
  if (dress === "sliding") {
    const n = Math.max(2, Math.round(wall.w / 0.95));
    build(stage, "rooms/wall-sliding", wall, { given: { leaf: wall.w / n } });
  }
}

/** A door in its frame, shut. */
export function doorIn(stage: Stage, wall: Wall, u: number): void {
  takeWall(stage, cornersOf(wall, [u - 0.08, 0, u + 0.93, 2.08]));
  build(stage, "rooms/door", wallFrom(wall, [u, 0]));
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
