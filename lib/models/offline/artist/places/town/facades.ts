// Fronts of houses in town: windows with frames, bars and curtains, doors, shutters, pipes, eaves;
// what a wall is made of is the same along its whole street front.

import type { Paint } from "../../../../../manga/drawing.ts";
import { through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { made, quad, type Stage } from "../stage.ts";
import { boards, bricks, detailOf, hatch, panel, plaster, scratch, type Wall } from "../walls.ts";
import { shopFront } from "./shop-front.ts";

export interface FacadeSpec {
  floors: number;
  /** What is at street level. */
  ground: "shop" | "door" | "shutter" | "wall";
  stuff: "bricks" | "boards" | "plaster";
  /** Which way is out of the wall: a wall beside the street leans its awnings and signs over it. */
  out: readonly [dx: number, dz: number];
}

const GROUND = 2.9;

export function facade(stage: Stage, wall: Wall, spec: FacadeSpec): void {
  const { place } = stage;
  const k = detailOf(stage, wall);
  if (spec.stuff === "bricks") bricks(stage, place, wall, Math.min(9, Math.round(wall.w * wall.h * 0.16)));
  else if (spec.stuff === "boards") boards(stage, place, { ...wall, h: wall.h }, 0.34, true);
  else plaster(stage, place, wall, Math.min(5, Math.round(wall.w * 0.7)));
  if (k > 22) hatch(stage, place, wall, { u: 0.05, v: wall.h - 0.02, w: wall.w - 0.1, h: 0.34 });
  const columns = Math.max(1, Math.round(wall.w / 1.9));
  const floorHeight = (wall.h - GROUND - 0.3) / Math.max(1, spec.floors - 1);
  for (let f = 1; f < spec.floors; f++) {
    const v = GROUND + (f - 1) * floorHeight;
    if (k > 20) panel(stage, wall, [0, v - 0.12, wall.w, v], "white", 0.45);
    for (let c = 0; c < columns; c++) {
      const u = ((c + 0.5) / columns) * wall.w;
      window(stage, wall, [u - 0.48, v + floorHeight * 0.26, u + 0.48, v + floorHeight * 0.86]);
    }
    if (k > 26 && place.flip(0.35))
      cooler(stage, wall, place.between(0.2, Math.max(0.3, wall.w - 1)), v + 0.1);
  }
  const pipe = place.flip() ? 0.12 : wall.w - 0.2;
  if (k > 18) panel(stage, wall, [pipe, 0, pipe + 0.09, wall.h], "white", 0.45);
  if (spec.ground === "shop") shopFront(stage, wall, spec.out);
  else if (spec.ground === "shutter") shutter(stage, wall);
  else if (spec.ground === "door") doorFront(stage, wall);
  panel(stage, wall, [0, 0, wall.w, 0.22], { tone: 0.42 }, 0.5);
}

/** Lit after dark in every other room; curtains, bars and a sill where it is near enough to show them. */
function window(
  setting: Stage,
  wall: Wall,
  [u0, v0, u1, v1]: readonly [number, number, number, number],
): void {
  const stage = made(setting, MATERIALS.glass);
  const { place, lamp } = stage;
  const { hour } = stage.picture.scene;
  const k = detailOf(stage, wall);
  const lit = place.next() < 0.5;
  const drawn = place.next();
  const bright = lit && (hour === "night" || hour === "dusk");
  if (k > 18) panel(stage, wall, [u0 - 0.09, v0 - 0.07, u1 + 0.09, v1 + 0.07], "white", 0.55);
  const glass: Paint = hour === "night" ? "black" : { tone: drawn < 0.4 ? 0.62 : 0.4 };
  if (bright) panel({ ...stage, pen: lamp.of(MATERIALS.lamp) }, wall, [u0, v0, u1, v1], "white", 0.5);
  else panel(stage, wall, [u0, v0, u1, v1], glass, 0.5);
  if (k < 30) return;
  const [w, h] = [u1 - u0, v1 - v0];
  if (!bright && hour !== "night") {
    panel(stage, wall, [u0, v1 - h * 0.16, u1, v1], "black", 0);
    const glint = [
      wall.at(u0 + w * 0.12, v0),
      wall.at(u0 + w * 0.3, v0),
      wall.at(u0 + w * 0.48, v1),
      wall.at(u0 + w * 0.3, v1),
    ];
    if (drawn > 0.55) quad(stage, glint, "white", 0);
  }
  if (drawn < 0.5) {
    const shade: Paint = bright ? { tone: 0.14 } : "white";
    for (const [a, b] of through([u0, u0 + w * 0.2], [u1 - w * 0.2, u1]))
      panel(bright ? { ...stage, pen: lamp.of(MATERIALS.lamp) } : stage, wall, [a, v0, b, v1], shade, 0.35);
  }
  scratch(stage, wall, through([u0 + w / 2, v0], [u0 + w / 2, v1]), 0.8);
  scratch(stage, wall, through([u0, v0 + h * 0.56], [u1, v0 + h * 0.56]), 0.55);
  panel(stage, wall, [u0 - 0.14, v0 - 0.14, u1 + 0.14, v0 - 0.05], "white", 0.5);
  if (k > 50 && drawn > 0.4)
    hatch(stage, place, wall, { u: u0, v: v0 - 0.15, w: w + 0.1, h: 0.14, step: 0.1 });
}

/** An air conditioner with its fan, and the shade under it. */
function cooler(setting: Stage, wall: Wall, u: number, v: number): void {
  const stage = made(setting, MATERIALS.slate);
  panel(stage, wall, [u, v, u + 0.62, v + 0.46], "white", 0.55);
  for (let i = 1; i < 5; i++)
    scratch(stage, wall, through([u + 0.08, v + i * 0.09], [u + 0.4, v + i * 0.09]), 0.4);
  panel(stage, wall, [u + 0.05, v - 0.08, u + 0.57, v], "black", 0);
}

function shutter(setting: Stage, wall: Wall): void {
  const stage = made(setting, MATERIALS.slate);
  const [u0, u1] = [wall.w * 0.14, wall.w * 0.86];
  panel(stage, wall, [u0, 0, u1, 2.3], { tone: 0.22 }, 0.7);
  for (let v = 0.12; v < 2.3; v += 0.14) scratch(stage, wall, through([u0, v], [u1, v]), 0.5);
  panel(stage, wall, [u0 - 0.08, 2.3, u1 + 0.08, 2.6], "white", 0.6);
  hatch(stage, stage.place, wall, { u: u0, v: 2.29, w: u1 - u0 - 0.2, h: 0.3, step: 0.07 });
}

/** A door in its frame with a step, a lamp, a letter box, and a window beside it. */
function doorFront(setting: Stage, wall: Wall): void {
  const stage = made(setting, MATERIALS.wood);
  const { place } = stage;
  const u = wall.w * place.between(0.2, 0.55);
  panel(stage, wall, [u - 0.1, 0, u + 1, 2.2], "white", 0.6);
  panel(stage, wall, [u, 0, u + 0.9, 2.1], { tone: 0.66 }, 0.7);
  panel(stage, wall, [u + 0.14, 1.2, u + 0.76, 1.9], "black", 0.4);
  panel(stage, wall, [u + 0.14, 0.2, u + 0.76, 1], { tone: 0.5 }, 0.4);
  panel(stage, wall, [u + 0.78, 0.98, u + 0.85, 1.12], "white", 0.4);
  panel(stage, wall, [u - 0.2, 0, u + 1.1, 0.16], "white", 0.6);
  panel(stage, wall, [u + 1.1, 1.1, u + 1.35, 1.36], "black", 0.4);
  if (u + 2.6 < wall.w) window(stage, wall, [u + 1.6, 1, u + 2.5, 2]);
  else if (u > 1.5) window(stage, wall, [0.4, 1, Math.min(1.3, u - 0.3), 2]);
}
