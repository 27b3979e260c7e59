// Wall finishes that distinguish rooms (striped or sprigged paper, panelling, sliding doors, a framed door,
// rows of pictures), and the views of a room's two other walls, the same in every picture.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Side } from "../../camera/turned.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { takeWall } from "../../things/wall-spots.ts";
import { build } from "../compositions.ts";
import { whereIs } from "../places.ts";
import { made, type Stage } from "../stage.ts";
import { boards, cornersOf, frontWall, panel, type Wall, wallFrom } from "../walls.ts";
import { frameOn, pile, pottedPlant, wallClock, wallShelf } from "./clutter.ts";
import { backWindow, halfOf, heightOf, NEAR, shelf, shell } from "./room-parts.ts";

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

/** A closed door in its frame. */
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

/** Above the usual height of a room: a rail, some pictures, a window under the roof, and timber up to the top of the wall. */
export function upperWall(setting: Stage, wall: Wall, from: number): void {
  // A separate random source, because only tall pictures draw this and later numbers must not change.
  const place = chance(hashOf(whereIs(setting.picture.scene), "upper wall"));
  const stage = { ...setting, place };
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
      // Only one window, with timber on both sides; a row of windows would look like a façade.
      if (row > 1 || Math.abs(u - light) > step / 2) {
        panel(wood, wall, [u, v, u + 0.09, v + 0.95], { tone: 0.5 }, 0.5);
        continue;
      }
      build(stage, "rooms/upper-window", wallFrom(wall, [u, v]));
    }
  }
}

export interface RoomLook {
  floor: "boards" | "tiles" | "mats";
  wall: Paint;
  dress: Dress;
  height: number;
  /** The wall with the door. */
  door?: Side;
  goods: "books" | "jars";
}

/** Half of a wall, counted from its middle: direction and distance. */
interface Part {
  rear: Wall;
  /** The wall's middle, in metres along it. */
  middle: number;
  back: number;
  s: 1 | -1;
  goods: RoomLook["goods"];
}

type Furnish = (stage: Stage, part: Part) => void;

export function otherWall(setting: Stage, side: Exclude<Side, "main">, look: RoomLook): void {
  const place = chance(hashOf(whereIs(setting.picture.scene), side));
  const stage = { ...setting, place };
  const back = stage.behind + 0.7;
  const half = halfOf(stage, back, 2.7);
  const h = heightOf(stage, back, look.height);
  shell(setting, { ...{ half, height: h, near: NEAR, back, wall: look.wall, floor: look.floor } });
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  dressWall(setting, rear, look.dress);
  if (h > look.height) upperWall(setting, rear, look.height - 0.05);
  if (look.dress === "sliding") {
    chest(stage, { rear, middle: half, back, s: place.flip() ? 1 : -1, goods: look.goods });
    return;
  }
  const near = place.flip() ? 1 : -1;
  const others = shuffled(place, [bookcase, chest, hung, plant, window]);
  for (const [i, s] of ([near, near === 1 ? -1 : 1] as const).entries()) {
    const part: Part = { rear, middle: half, back, s, goods: look.goods };
    if (i === 0 && look.door === side) doorIn(stage, rear, half + s * 1.3 - 0.42);
    else others[i]?.(stage, part);
    if (half > 3.4) others[i + 2]?.(stage, { ...part, middle: half + s * 1.9 });
  }
}

function shuffled(place: Chance, all: readonly Furnish[]): readonly Furnish[] {
  return all
    .map((one) => ({ one, order: place.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ one }) => one);
}

/** Metres from the middle of the room to the middle of the furniture in this half. */
const at = ({ rear, middle, s }: Part): number => middle - rear.w / 2 + s * 1.25;

const bookcase: Furnish = (stage, part) => {
  shelf(stage, {
    ...{ x: at(part) - 0.7, z: part.back - 0.36, w: 1.4 },
    ...{ h: stage.place.between(1.7, 2.1), rows: 5, goods: part.goods },
  });
};

const chest: Furnish = (stage, part) => {
  const wood = made(stage, MATERIALS.wood);
  const [x, z, h] = [at(part) - 0.7, part.back - 0.5, stage.place.between(0.75, 0.95)];
  build(wood, "rooms/chest", [x, 0, z], { given: { h } });
  pile(stage, [x + 0.18, h, z + 0.1], stage.place.int(2, 4));
  build(stage, "rooms/pot-with-leaves", [x + 1.1, h, z + 0.2]);
  const u = part.middle + part.s * 1.25;
  frameOn(stage, part.rear, [u - 0.4, 1.4], [stage.place.between(0.5, 0.8), stage.place.between(0.4, 0.6)]);
};

const hung: Furnish = (stage, { rear, middle, s }) => {
  const u = middle + s * 1.25;
  wallShelf(stage, rear, [u - 0.65, stage.place.between(1.35, 1.55)], 1.3);
  if (stage.place.flip()) wallClock(stage, rear, [u, 2.1], 0.16);
  else frameOn(stage, rear, [u - 0.3, 1.95], [0.6, 0.36]);
};

const plant: Furnish = (stage, part) => {
  const u = part.middle + part.s * 1.25;
  for (const [i, du] of [-0.62, 0.06].entries())
    frameOn(stage, part.rear, [u + du, 1.45 + i * 0.1], [stage.place.between(0.36, 0.56), 0.5]);
  pottedPlant(stage, at(part), part.back - 0.45, stage.place.between(1, 1.3));
};

const window: Furnish = (stage, part) =>
  backWindow(stage, {
    ...{ x: at(part) - 0.6, y: 0.95, w: 1.2, h: 1.15, z: part.back - 0.03, panes: 2 },
    curtain: stage.place.flip(),
  });
