// A street: two rows of façades along the line of sight, kerbs, poles and wires, street furniture, a bus
// stop. A façade has one wall material, and its ground floor is a shop, a door, a shutter or wall.

import type { Paint } from "../../../../../manga/drawing.ts";
import { listed } from "../../closed/listed.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { boxed } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { glow, made, type Stage } from "../stage.ts";
import { detailOf, frontWall, panel, sideWall, type Wall } from "../walls.ts";
import { isSnowedOn } from "../weather/light.ts";
import { hangingSign, sheen, turnedAway } from "./street-parts.ts";
import { lampCone, pole, wires } from "./town-parts.ts";

interface FacadeSpec {
  floors: number;
  /** What the ground floor is. */
  ground: "shop" | "door" | "shutter" | "wall";
  stuff: "bricks" | "boards" | "plaster";
  /** The outward direction of the wall, towards which awnings and signs project. */
  out: readonly [dx: number, dz: number];
}

/** Height of a ground floor. */
const GROUND = 2.9;

function facade(stage: Stage, wall: Wall, spec: FacadeSpec): void {
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
  else if (spec.ground === "shutter") shutter(made(stage, MATERIALS.slate), wall);
  else if (spec.ground === "door") doorFront(made(stage, MATERIALS.wood), wall);
  panel(stage, wall, [0, 0, w, 0.22], { tone: 0.42 }, 0.5);
}

function shutter(stage: Stage, wall: Wall): void {
  const [left, right] = [wall.w * 0.14, wall.w * 0.86];
  setOut(stage, "town/shutter", wall, { given: { left, right, wide: wall.w * 0.72 } });
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
  const given = { left: from, right: w * 0.92, door, stripe: (wide + 0.2) / stripes };
  setOut(made(stage, MATERIALS.wood), "town/shop-front", wall, { out, is, given });
}

/** Whether the street has a bus stop. */
export const isBusStop = ({ scene, told }: Pick<Picture, "scene" | "told">): boolean =>
  scene.place.kind === "street" && told.place.busStop === true;

/** Behind the people, on the side that they leave free. */
function busStop(stage: Stage): void {
  const z = stage.behind + 0.35;
  const first = stage.picture.figures[0]?.at ?? 0.3;
  const s = first > 0.5 ? -1 : 1;
  build(stage, "travel/bus-shelter", [s > 0 ? STOP + 0.05 : -STOP - WIDE - 0.05, 0, z + 0.7]);
  const x = s * (STOP + 0.2);
  build(stage, "travel/bus-stop-post", [x, 0, z]);
  const [cx, cy] = stage.camera.see(x, 2.28, z - 0.03);
  const k = stage.camera.focal / z;
  stage.pen.name("sign", boxed([cx - 0.35 * k, cy - 0.35 * k], [cx + 0.35 * k, cy + 2.2 * k]));
}

/** Metres from the middle of the road to the bus stop, and the width of its shelter. */
const STOP = 1.6;
const WIDE = 2;

const HALF = 3.4;
const KERB = 2.3;

export function street(stage: Stage): void {
  const { camera, place } = stage;
  const far = stage.behind + 26;
  setOut(stage, "town/street", [0, 0, stage.behind], { given: { near: 0.3, first: 1, far, last: far + 30 } });
  const lowRise = place.flip();
  const shops = place.flip(0.65);
  const lots = [-1, 1].flatMap((side) => lotsOf(stage, side, { lowRise, shops }));
  for (const lot of lots.toSorted((a, b) => b.z - a.z)) house(stage, lot);
  sheen(stage, KERB - 0.32, far);
  roadMarks(stage);
  const poleZ = stage.behind + place.between(0.2, 1.2);
  for (const z of [poleZ + 15, poleZ + 7.5, poleZ]) pole(stage, 2.75, z);
  wires(stage, 2.75, 0.6, poleZ);
  wires(stage, 2.75, poleZ, poleZ + 7.5);
  wires(stage, 2.75, poleZ + 7.5, poleZ + 15);
  furniture(stage);
  if (isBusStop(stage.picture)) busStop(stage);
  lampCone(stage, { x: 2.2, y: 4.4, z: poleZ });
  glow(stage, camera.see(2.2, 4.3, poleZ), camera.focal * 0.24, 0.7);
}

interface Lot extends FacadeSpec {
  side: number;
  z: number;
  d: number;
  h: number;
  paint: Paint;
  roof: "flat" | "tiled";
  sign: boolean;
  /** No neighbour hides its side wall. */
  open: boolean;
}

const WALLS: readonly [number, ...number[]] = [0, 0, 0.1, 0.2, 0.32];

/** The lots of one side of the street; a row begins beside the reader, or farther away at a corner. */
function lotsOf(
  { place, behind, picture }: Stage,
  side: number,
  { lowRise, shops }: { lowRise: boolean; shops: boolean },
): Lot[] {
  const lots: Lot[] = [];
  let z = place.flip(0.7) ? 0.3 : behind + 0.4;
  let open = true;
  const shaded = picture.scene.hour === "night" ? 0 : side > 0 ? 0.14 : 0;
  while (z < behind + 22) {
    const d = place.between(3.6, 6.4);
    const tone = place.pick(WALLS) + shaded;
    const floors = lowRise ? place.int(2, 3) : place.int(2, 4);
    lots.push({
      side,
      z,
      d,
      h: 2.9 + (floors - 1) * 2.5 + 0.5,
      floors,
      paint: tone === 0 ? "white" : { tone },
      ground: place.pick(shops ? ["shop", "shop", "shutter", "door"] : ["door", "door", "shop", "wall"]),
      stuff: place.pick(["bricks", "plaster", "plaster", "boards"]),
      out: [-side, 0],
      roof: lowRise && place.flip(0.6) ? "tiled" : "flat",
      sign: place.flip(shops ? 0.6 : 0.2),
      open,
    });
    open = place.flip(0.2);
    z += d + (open ? 1.1 : 0.06);
  }
  return lots;
}

/** Materials of façades; neighbours differ. */
const FRONTS = listed("plaster rose sage slate plaster wood").map((name) => MATERIALS[name]);

function house(setting: Stage, lot: Lot): void {
  const stage = made(setting, FRONTS[Math.round(lot.z * 13 + lot.side) % FRONTS.length] ?? MATERIALS.plaster);
  const { side, z, d, h, paint } = lot;
  const x = side * HALF;
  const outer = x + side * 5;
  const face = frontWall(z, side < 0 ? [outer, x] : [x, outer], [0, h]);
  if (z > 0.6) {
    panel(stage, face, [0, 0, face.w, h], paint, 0.7);
    if (lot.open) facade(stage, face, { ...lot, ground: lot.ground === "shop" ? "shutter" : "wall" });
  }
  const wall = sideWall(x, [z, z + d], [0, h]);
  panel(stage, wall, [0, 0, d, h], paint, 0.7);
  if (side > 0 && !stage.night) panel(stage, wall, [0, 0, d, h], { veil: turnedAway(stage) }, 0);
  facade(stage, wall, lot);
  const snowed = isSnowedOn(stage.picture);
  build(stage, "town/row-roof", [0, 0, z], {
    ...{ side, given: { h, d }, paints: { wall: paint, tiles: snowed ? "white" : { tone: 0.6 } } },
    made: { roofing: snowed ? MATERIALS.snow : MATERIALS.tile },
    is: [lot.roof, side < 0 ? "left" : "right", ...(z > 0.6 ? ["ahead"] : [])],
  });
  if (lot.sign && z > 2) hangingSign(stage, x, z + d * 0.5, 3.2);
}

/** Wear of a road: lines, a manhole, patches, cracks. */
function roadMarks(stage: Stage): void {
  const { distance, eye } = stage.camera;
  const [from, manhole] = [distance * 0.55, distance + 1];
  const given = { near: 0.3, from, manhole, flat: Math.max(0.1, eye / manhole), dashes: from + 9 * 2.4 };
  setOut(stage, "town/road-marks", [0, 0, stage.behind], { given });
}

/** Street furniture: two of a mirror on a post, a bin, a planter and a vending machine, chosen by scene. */
function furniture(stage: Stage): void {
  const { place } = stage;
  const side = place.flip() ? -1 : 1;
  const z = stage.behind + place.between(1.5, 3.5);
  const x = side * (HALF - 0.75);
  const first = place.int(0, 2);
  if (first === 0) build(stage, "town/vending-machine", [Math.min(x, x + side * 0.6), 0, z]);
  else if (first === 1) build(stage, "town/street-mirror", [x, 0, z]);
  else {
    for (const at of [z, z + 0.75]) {
      build(stage, "town/planter", [x, 0, at], { side });
      const size = (0.26 * (at + 0.2)) / z;
      build(stage, "town/planter-leaves", [x + side * 0.25, 0.36, at + 0.2], { size });
    }
  }
}
