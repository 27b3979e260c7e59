// Living rooms, kitchens and waiting rooms with their furniture.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Side } from "../../camera/turned.ts";
import type { Picture } from "../../closed/storyboard.ts";
import type { Purpose } from "../../closed/told.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { isWestern, kitchenDoor, whereIs } from "../places.ts";
import type { Stage } from "../stage.ts";
import { frontWall, sideWall } from "../walls.ts";
import { frameOn, pile, pottedPlant, wallShelf } from "./clutter.ts";
import { backWindow, halfOf, hangingLamp, heightOf, NEAR, shelf, shell } from "./room-parts.ts";
import { type Dress, doorIn, dressWall, gallery, otherWall, upperWall } from "./room-walls.ts";
import { drawRoom, roomOf } from "./set-room.ts";

type Furnish = (stage: Stage, x: number, back: number) => void;

/** Furniture that is a composition of its own. */
const standing =
  (name: string): Furnish =>
  (stage, x, back) =>
    build(stage, `rooms/${name}`, [x, 0, back]);

const FURNITURE: Readonly<Record<Purpose, Furnish>> = {
  bed: standing("bed"),
  sofa(stage, x, back) {
    const covers = stage.place.flip()
      ? { body: { tone: 0.86 }, seat: { tone: 0.7 } }
      : { body: { tone: 0.24 }, seat: { tone: 0.12 } };
    const cushion = stage.place.flip() ? "white" : "black";
    build(stage, "rooms/sofa", [x, 0, back], { paints: { ...covers, cushion } });
  },
  desk: (stage, x, back) => setOut(stage, "rooms/desk", [x, 0, back]),
  table: standing("table"),
  "low-table": standing("low-table"),
  hearth(stage, x, back) {
    build(stage, "rooms/hearth", [x, 0, back]);
    if (!stage.picture.props.includes("fireplace")) return;
    const z = back - 0.4;
    stage.pen.name("fireplace", [stage.camera.see(x, 0, z), stage.camera.see(x + 1.7, 1.2, z)]);
  },
  benches: standing("waiting-benches"),
};

type Room = Pick<Picture, "scene" | "told">;

const KINDS = [
  ...(["bed", "sofa", "desk", "table", "low-table", "hearth", "bed", "table"] as const),
] as const satisfies readonly Purpose[];

const DRESSES = ["plain", "striped", "sprigged", "panelled", "plain"] as const satisfies readonly Dress[];

/** The side wall with the door; undefined: the door is behind the reader. */
const DOORS: readonly (Side | undefined)[] = ["left", "right"];

/** What a room is furnished for. A Western room has no mats and paper doors unless told. */
const purposeOf = (picture: Room, by: Chance): Purpose => {
  const { purpose } = picture.told.place;
  if (purpose) return purpose;
  const any = by.pick(KINDS);
  return any === "low-table" && isWestern(picture) ? "hearth" : any;
};

/** Whether a room is drawn with a built-in fireplace, so that no separate one is set down. */
export const hasHearth = (picture: Room): boolean =>
  picture.scene.place.kind === "room" &&
  purposeOf(picture, chance(hashOf(whereIs(picture.scene), "room"))) === "hearth";

/** A room with its own purpose, walls, window and light: rooms differ, and each is the same in every picture. */
export function room(setting: Stage): void {
  const { camera, picture } = setting;
  // A separate random source: walls and floors use as many numbers as the camera requires, which would move the furniture.
  const place = chance(hashOf(whereIs(picture.scene), "room"));
  const stage = { ...setting, place };
  const kind = purposeOf(picture, place);
  const mats = kind === "low-table" || (place.flip(0.2) && kind === "bed" && !isWestern(picture));
  const paint = place.pick<Paint>([{ tone: 0.08 }, "white", { tone: 0.16 }, { tone: 0.26 }]);
  const left = place.flip();
  const dress = mats ? "sliding" : place.pick(DRESSES);
  const wide = place.pick([1.1, 1.7, 2.2]);
  const sill = place.pick([0.7, 0.95, 1.15]);
  const [rugged, hung, curtain] = [place.flip(0.5), place.flip(0.4), place.flip(0.65)];
  const [beside, door] = [place.int(0, 3), place.int(0, 3)];
  if (stage.side !== "main") {
    const other = DOORS[door];
    otherWall(setting, stage.side, {
      ...{ floor: mats ? "mats" : "boards", wall: paint, dress, height: 2.6, goods: "books" },
      ...(other && { door: other }),
    });
    return;
  }
  const back = stage.behind + 0.9;
  const half = halfOf(stage, back, 2.7);
  const h = heightOf(stage, back, 2.6);
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  // Sliding doors take one half of the wall; the window gets the other.
  const from = mats && left ? half : 0;
  const dressed = { ...rear, at: (u: number, v: number) => rear.at(u + from, v), w: mats ? half : rear.w };
  shell(setting, {
    half,
    least: 2.7,
    height: h,
    near: NEAR,
    back,
    wall: paint,
    floor: mats ? "mats" : "boards",
    dress() {
      dressWall(setting, dressed, dress);
      if (h > 2.6) upperWall(setting, rear, 2.55);
    },
  });
  const wx = left ? -2.3 : 2.3 - wide;
  build(stage, "rooms/sun", [wx, 0, back], { given: { pane: wide / 2 } });
  if (!mats && rugged) setOut(stage, "rooms/rug", [-1.2, 0.01, back - 2.3]);
  const panes = wide > 2 ? 3 : 2;
  const open = { x: wx, y: sill, w: wide, h: 2.15 - sill, z: back - 0.03 };
  backWindow(stage, { ...open, panes, curtain: !mats && curtain });
  const near = Math.max(0.5, camera.distance * 0.75);
  for (const [i, x] of [0.02 - half, half - 0.02].entries()) {
    const wall = sideWall(x, [NEAR, back], [0, h]);
    if (i === door && !mats) doorIn(stage, wall, near + 0.3);
    else wallShelf(stage, wall, [near + place.between(0, 0.8), place.between(1.4, 1.7)], 1.3);
    frameOn(stage, wall, [near + 1.9 + i * 0.4, 1.3], [0.6, place.between(0.6, 0.9)]);
  }
  const free = left ? 0.55 : -2.5;
  if (kind !== "hearth" && kind !== "bed" && kind !== "benches" && !mats)
    gallery(stage, rear, [free + half + 0.2, 1.4], place.int(0, 3));
  FURNITURE[kind](stage, free, back);
  const end = left ? -2.5 : 1.3;
  if (beside === 0)
    shelf(stage, { x: end, z: back - 0.35, w: 1.2, h: Math.max(0.6, sill - 0.15), rows: 2, goods: "books" });
  else if (beside === 1) pottedPlant(stage, left ? -2.4 : 2.4, back - 0.7, place.between(0.9, 1.4));
  else if (beside === 2) pile(stage, [-0.15, 0, back - 0.5], place.int(3, 6));
  // A low angle shows much of the ceiling.
  if (hung || picture.angle === "low")
    hangingLamp(stage, place.between(-0.4, 0.5), 2.15, camera.distance + 1.2);
}

/** Paints of cupboard fronts and of their handles. */
const CUPBOARDS: readonly [readonly [Paint, Paint], ...(readonly [Paint, Paint])[]] = [
  ["white", "black"],
  [{ tone: 0.3 }, "black"],
  [{ tone: 0.86 }, "white"],
  [{ tone: 0.5 }, "white"],
];

export function kitchen(stage: Stage): void {
  const { place, camera, side, picture } = stage;
  if (side !== "main") {
    otherWall(stage, side, {
      ...{ floor: "tiles", wall: "white", dress: "plain", height: 2.5, door: "right", goods: "jars" },
    });
    return;
  }
  const table = place.pick([null, null, -2.2, -0.9, 0.4]);
  const room = roomOf("rooms/kitchen");
  const { back, ...lines } = drawRoom(stage, room);
  const [doors, handles] = place.pick(CUPBOARDS);
  // A told door takes a part of the wall; told things are set down elsewhere and not drawn here.
  const { props } = picture;
  const door = props.includes("door") ? kitchenDoor(picture) : 0;
  const left = door < 0 ? -1.5 : -2.6;
  const hook = door < 0 ? -1.4 : -2.1;
  setOut(stage, "rooms/kitchen", [0, 0, stage.behind], {
    given: {
      ...{ ...lines, back, left, long: 1.4 - left, pot: Math.max(-1.5, left + 0.3) },
      ...{ hook, hooked: hook + 0.7, hooks: (back - 0.05) / (back - 0.35) },
    },
    paints: { doors, handles },
    is: [
      door < 0 ? "short" : "long",
      ...(lines.high > room.height ? ["tall"] : []),
      ...(door < 0 ? [] : ["over"]),
      ...(door > 0 ? [] : ["beyond"]),
      ...(door > 0 || props.includes("fridge") ? [] : ["cold"]),
    ],
  });
  if (table !== null && !props.includes("table")) FURNITURE.table(stage, table, back - 0.8);
  hangingLamp(stage, 0, 2.1, camera.distance + 1);
}
