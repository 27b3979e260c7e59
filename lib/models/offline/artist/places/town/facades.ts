// Fronts of houses in town: what a wall is made of is the same along its whole street front, and its street level is a shop, a door, a shutter
// or more wall. All of it is in `assets/places/town`.

import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import { made, type Stage } from "../stage.ts";
import { detailOf, panel, type Wall } from "../walls.ts";

export interface FacadeSpec {
  floors: number;
  /** What is at street level. */
  ground: "shop" | "door" | "shutter" | "wall";
  stuff: "bricks" | "boards" | "plaster";
  /** Which way is out of the wall: a wall beside the street leans its awnings and signs over it. */
  out: readonly [dx: number, dz: number];
}

/** Height of a street level. */
const GROUND = 2.9;

export function facade(stage: Stage, wall: Wall, spec: FacadeSpec): void {
  const { w, h } = wall;
  setOut(stage, "town/facade", wall, {
    is: [spec.stuff],
    given: {
      ...{ patches: Math.min(9, Math.round(w * h * 0.16)), groups: Math.min(5, Math.round(w * 0.7)) },
      ...{ storey: (h - GROUND - 0.3) / Math.max(1, spec.floors - 1), span: Math.max(0.3, w - 1) },
      column: w / Math.max(1, Math.round(w / 1.9)),
    },
  });
  if (spec.ground === "shop") shopFront(stage, wall, spec.out);
  else if (spec.ground === "shutter") setOut(made(stage, MATERIALS.slate), "town/shutter", wall);
  else if (spec.ground === "door") doorFront(made(stage, MATERIALS.wood), wall);
  panel(stage, wall, [0, 0, w, 0.22], { tone: 0.42 }, 0.5);
}

function doorFront(stage: Stage, wall: Wall): void {
  const u = wall.w * stage.place.between(0.2, 0.55);
  setOut(stage, "town/door-front", { ...wall, at: (along, up) => wall.at(u + along, up) });
  const beside = u + 2.6 < wall.w;
  if (!beside && u <= 1.5) return;
  const given = beside
    ? { left: u + 1.6, wide: u + 2.5 - (u + 1.6) }
    : { left: 0.4, wide: Math.min(1.3, u - 0.3) - 0.4 };
  setOut(stage, "town/door-window", wall, { given });
}

function shopFront(stage: Stage, wall: Wall, out: FacadeSpec["out"]): void {
  const { w } = wall;
  const [from, wide] = [w * 0.08, w * 0.84];
  const door = from + wide * (stage.place.flip() ? 0.7 : 0.06);
  const stripes = Math.max(4, Math.round(wide / (detailOf(stage, wall) < 26 ? 0.8 : 0.45)));
  const is = ["first", "second", "third"].filter((_, i) => {
    const stand = from + 0.1 + i * 0.62;
    return stand + 0.5 <= from + wide && Math.abs(stand - door) >= 0.6;
  });
  const given = { door, stripe: (wide + 0.2) / stripes };
  setOut(made(stage, MATERIALS.wood), "town/shop-front", wall, { out, is, given });
}
