// A shop by its trade (clocks, books, flowers, bakery, or mixed goods) with counter, till and lamps; or a
// market hall: two rows of stalls under striped awnings along a paved lane, with crates of goods.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Picture } from "../../closed/storyboard.ts";
import type { Trade } from "../../closed/told.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { ellipse, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { sheetAt } from "../paper.ts";
import { whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { along, fade, front, made, paper, quad, type Stage, solid } from "../stage.ts";
import { frontWall, sideWall, type Wall } from "../walls.ts";
import { clocks, pile, pottedPlant, wallShelf } from "./clutter.ts";
import { backWindow, hangingLamp, heightOf, NEAR, shelf, shell } from "./room-parts.ts";
import { doorIn } from "./room-walls.ts";

/** Whether a shop is a lane of market stalls. */
export const hasStalls = ({ told }: Pick<Picture, "told">): boolean => told.place.stalls === true;

/** Metres from the middle of the lane to the stalls. */
const LANE = 1.9;

function market(stage: Stage): void {
  const { camera, place, height, behind, picture } = stage;
  const far = behind + 15;
  const { hour } = picture.scene;
  stage.pen.fill(paper(stage), { tone: 0.12 });
  const floor = { tone: fade(camera.horizon, height, 0.3, 0.1) };
  const bright = hour === "night" ? { tone: 0.8 } : hour === "dusk" ? { tone: 0.34 } : ("white" as const);
  const nearest = Math.max(0.6, camera.distance * 0.5);
  setOut(stage, "town/market-hall", [0, 0, behind], {
    ...{ given: { far, from: 0.3, nearest, trusses: camera.distance * 0.6 }, paints: { floor, bright } },
    made: { sky: SKIES[hour] },
  });
  const late = hour === "night" || hour === "dusk";
  const first = place.between(0.2, 1);
  for (let z = far - 2.6; z > 0.8; z -= 2.7)
    for (const side of [-1, 1] as const) stall(stage, { side, z: z + first * side * 0.25, lit: late });
  for (let z = behind + 9; z > behind; z -= 3.2) hangingLamp(stage, place.between(-0.7, 0.7), 2.9, z);
}

interface Stall {
  side: 1 | -1;
  z: number;
  lit: boolean;
}

const CLOTHS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.glass, MATERIALS.lamp] as const;
const FRUITS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.lamp, MATERIALS.blossom] as const;

/** A stall: a counter with sloping crates, four posts, and an awning that projects over the customers. */
function stall(stage: Stage, { side, z, lit }: Stall): void {
  const cloth = stage.place.pick(CLOTHS);
  const paints = { back: { tone: lit ? 0.2 : 0.62 }, flank: { tone: lit ? 0.14 : 0.66 } };
  build(stage, "town/stall", [0, 0, z], { side, paints, is: z > 0.5 ? ["ahead"] : [] });
  crates(made(stage, MATERIALS.wood), { x: side * LANE, side, z, d: 2.2 });
  build(stage, "town/stall-awning", [0, 0, z], { side, made: { cloth }, is: z > 0.9 ? ["gable"] : [] });
}

/** Three crates that slope towards the lane, heaped with round goods. */
function crates(stage: Stage, { x, side, z, d }: { x: number; side: 1 | -1; z: number; d: number }): void {
  const { place, camera } = stage;
  const n = 3;
  const wide = d / n;
  for (let i = n - 1; i >= 0; i--) {
    const [from, to] = [z + i * wide + 0.05, z + (i + 1) * wide - 0.05];
    const slope = [
      [x - side * 0.06, 0.76, from],
      [x - side * 0.06, 0.76, to],
      [x + side * 0.7, 1.02, to],
      [x + side * 0.7, 1.02, from],
    ] as const;
    quad(stage, slope, { tone: 0.5 }, 0.6);
    const fruit = made(stage, place.pick(FRUITS));
    const tone = place.pick([0, 0.3, 0.5]);
    for (const [up, y] of through([0.62, 1.0], [0.36, 0.92], [0.1, 0.85]))
      for (let t = to - 0.12; t > from; t -= 0.17) {
        if (t < 0.5) continue;
        const [px, py] = camera.see(x + side * up, y, t);
        const r = (camera.focal / t) * 0.1;
        if (r < 1) continue;
        fruit.pen.shape(ellipse(px, py, r, r * 0.92, 9), tone === 0 ? "white" : { tone }, 0.4);
      }
    along(stage, [from, 0.7], [to, 0.84], { x: x - side * 0.07, paint: { tone: 0.16 }, weight: 0.6 });
  }
}

/** Whether the walls of a shop have clocks already. */
export const sellsClocks = ({ told, scene }: Pick<Picture, "told" | "scene">): boolean =>
  scene.place.kind === "shop" && told.place.trade === "clocks";

export function shop(stage: Stage): void {
  const { camera, place } = stage;
  if (hasStalls(stage.picture)) {
    market(stage);
    return;
  }
  const back = stage.behind + 1.6;
  const half = 2.7;
  const trade = stage.picture.told.place.trade ?? "goods";
  const wall: Paint = place.pick<Paint>(["white", { tone: 0.08 }, { tone: 0.16 }]);
  const h = heightOf(stage, back, 2.8);
  shell(stage, { half, height: h, near: NEAR, back, wall, floor: trade === "goods" ? "tiles" : "boards" });
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  if (stage.side !== "main") {
    otherSide(stage, { rear, trade, back });
    return;
  }
  const left = sideWall(-half + 0.02, [NEAR, back], [0, h]);
  const right = sideWall(half - 0.02, [NEAR, back], [0, h]);
  if (trade === "clocks") clockShop(stage, { rear, left, right, back });
  else if (trade === "bakery") bakery(stage, { left, right, back });
  else {
    const goods = trade === "books" ? "books" : "jars";
    for (const x of [-2.6, -0.85, 0.95])
      shelf(stage, {
        x,
        z: back - 0.4,
        w: 1.65,
        h: h - 0.5,
        rows: Math.round((h - 0.5) / 0.46),
        goods: trade === "goods" && place.flip(0.3) ? "books" : goods,
      });
    for (const side of [left, right])
      for (let v = 1.1; v < h - 0.6; v += 0.5)
        wallShelf(stage, side, [Math.max(0.4, camera.distance * 0.7), v], 3.2);
    if (trade === "flowers")
      for (let i = 0; i < 6; i++) pottedPlant(stage, -2.3 + i * 0.9, back - 1.7 - (i % 2) * 0.5, 0.9);
  }
  setOut(made(stage, MATERIALS.wood), "rooms/counter", [0, 0, back - 1.3]);
  pile(made(stage, MATERIALS.wood), [-1.75, 0.95, back - 1.18], 4);
  build(stage, "rooms/shop-awning", [0, 0, back]);
  hangingLamp(stage, -0.9, 1.95, camera.distance + 1);
  hangingLamp(stage, 1.1, 1.95, camera.distance + 1.2);
}

/** A side wall full of the trade's goods; the right one has the door to the street. */
function otherSide(
  setting: Stage,
  { rear, trade, back }: { rear: Wall; trade: Trade | "goods"; back: number },
): void {
  const { side } = setting;
  const stage = { ...setting, place: chance(hashOf(whereIs(setting.picture.scene), side)) };
  const door = side === "right" ? rear.w * stage.place.pick([0.2, 0.62]) : undefined;
  if (trade === "clocks") clocks(stage, rear, Math.round(13 * (rear.h / 2.8)));
  else for (let v = 0.7; v < rear.h - 0.5; v += 0.5) wallShelf(stage, rear, [0.15, v], rear.w - 0.3);
  if (door !== undefined) doorIn(stage, rear, door);
  if (trade === "flowers")
    for (const x of [-2, -0.6, 1.4]) pottedPlant(stage, x, back - 0.8, stage.place.between(0.8, 1.1));
  hangingLamp(stage, stage.place.between(-1, 1), 1.95, stage.camera.distance + 1);
}

interface Walls {
  rear: ReturnType<typeof frontWall>;
  left: ReturnType<typeof sideWall>;
  right: ReturnType<typeof sideWall>;
  back: number;
}

/** Clocks on every wall, tall clocks in the corners, small ones on the counter. */
function clockShop(stage: Stage, { rear, left, right, back }: Walls): void {
  backWindow(stage, { x: -0.75, y: 1.1, w: 1.3, h: 1, z: back - 0.03, panes: 2 });
  const more = rear.h / 2.8;
  clocks(stage, { ...rear, at: (u, v) => rear.at(u, v), w: 1.8 }, Math.round(7 * more));
  clocks(stage, { ...rear, at: (u, v) => rear.at(u + 3.5, v), w: 1.9 }, Math.round(7 * more));
  if (more > 1.2)
    clocks(
      { ...stage, place: chance(hashOf(whereIs(stage.picture.scene), "high")) },
      { ...rear, at: (u, v) => rear.at(u + 1.7, v + 1.1), w: 1.9, h: rear.h - 1.1 },
      8,
    );
  clocks(stage, left, Math.round(16 * more));
  clocks(stage, right, Math.round(16 * more));
  for (const x of [-2.55, 2]) setOut(made(stage, MATERIALS.wood), "rooms/tall-clock", [x, 0, back - 0.5]);
  for (let i = 0; i < 4; i++) build(stage, "rooms/mantel-clock", [-1.6 + i * 0.72, 0.98, back - 1.15]);
}

/** Racks of loaves along the back wall, with baskets of baguettes in front. */
function bakery(stage: Stage, { left, right, back }: Omit<Walls, "rear">): void {
  const { place, camera } = stage;
  const wood = made(stage, MATERIALS.wood);
  const crust = made(stage, MATERIALS.lamp);
  const z = back - 0.45;
  const loaf = (x: number, y: number, r: number, tall: boolean) => {
    const [px, py] = camera.see(x, y, z - 0.02);
    const k = (camera.focal / z) * r;
    drawOnSheet(crust.pen, tall ? "rooms/upright-loaf" : "rooms/loaf", sheetAt([px, py], k), { rng: place });
  };
  for (const from of [-2.6, 0.35]) {
    const top = Math.max(2.2, left.h - 0.6);
    front(wood, [from, 0], [from + 2.2, top], { z: back - 0.1, paint: { tone: 0.5 }, weight: 0.7 });
    for (let y = 0.55; y < top; y += 0.5) {
      if (y < top - 0.2)
        for (let x = from + 0.2; x < from + 2.1; x += place.between(0.26, 0.36))
          loaf(x, y, place.between(0.1, 0.14), place.flip(0.25));
      solid(wood, [from, y - 0.07, z], [2.2, 0.07, 0.32], { front: { tone: 0.2 } });
    }
  }
  for (const side of [left, right])
    for (const v of [1.2, 1.7]) wallShelf(stage, side, [Math.max(0.4, camera.distance * 0.7), v], 3);
}
