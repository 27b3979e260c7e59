// Parts of rooms: shaded floor and walls, windows with a view for the hour, shelves, lamps.
import type { Paint } from "../../../../../manga/drawing.ts";
import { listed } from "../../closed/listed.ts";
import { rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { showWall, takeWall } from "../../things/wall-spots.ts";
import { build } from "../compositions.ts";
import { along, edge, fade, front, level, made, paper, type Stage, solid } from "../stage.ts";
import {
  boards,
  cornersOf,
  floorOf,
  frontWall,
  hatch,
  joints,
  mark,
  panel,
  patch,
  plaster,
  sideWall,
  type Wall,
} from "../walls.ts";
import { frameOn, pile, pottedPlant } from "./clutter.ts";
import { drawOutside, type WindowSpec } from "./window-view.ts";

export interface Shell {
  half: number;
  /** Extent of the room's own furniture; the walls beyond it get extra furniture. */
  least?: number;
  height: number;
  near: number;
  back: number;
  wall?: Paint;
  side?: Paint;
  floor: "boards" | "tiles" | "mats" | "plain";
  /** Decorates the back wall before furniture is drawn in front of it. */
  dress?: () => void;
}

/** Floor, ceiling, side walls and back wall. */
export function shell(stage: Stage, room: Shell): void {
  const { half, least = half, height: h, near, back, floor, dress } = room;
  const { wall = { tone: 0.1 }, side = { tone: 0.2 } } = room;
  const { pen, place } = stage;
  pen.fill(paper(stage), { tone: 0.12 });
  level(stage, [-half, near], [half, back], { y: h, paint: { tone: stage.night ? 0.3 : 0.36 } });
  const over = floorOf(h - 0.001, [-half, half], [Math.max(near, stage.camera.distance * 0.5), back]);
  joints(stage, over, [0.9, 1.8], 0.35);
  const underfoot =
    floor === "boards" ? made(stage, MATERIALS.wood) : floor === "mats" ? made(stage, MATERIALS.sand) : stage;
  level(underfoot, [-half, near], [half, back], { y: 0, paint: { tone: floor === "boards" ? 0.2 : 0.12 } });
  const ground = floorOf(0, [-half, half], [Math.max(near, stage.camera.distance * 0.4), back]);
  if (floor === "boards") boards(stage, place, ground, 0.3);
  else if (floor === "mats") joints(stage, ground, [0.92, 1.84], 0.8);
  else if (floor === "tiles") joints(stage, ground, [0.5, 0.5], 0.4);
  along(stage, [near, 0], [back, h], { x: -half, paint: side });
  along(stage, [near, 0], [back, h], { x: half, paint: { tone: 0.05 } });
  front(stage, [-half, 0], [half, h], { z: back, paint: wall, weight: 0.8 });
  const rear = frontWall(back - 0.01, [-half, half], [0, h]);
  showWall(stage, cornersOf(rear));
  const sides = [sideWall(-half + 0.01, [near, back], [0, h]), sideWall(half - 0.01, [near, back], [0, h])];
  for (const each of [rear, ...sides]) {
    panel(made(stage, MATERIALS.wood), each, [0, 0, each.w, 0.13], { tone: 0.78 }, 0.5);
    if (h < 4) panel(stage, each, [0, h - 0.1, each.w, h], "white", 0.45);
    plaster(stage, place, each, 2, isRundown(stage));
  }
  for (const u of [0.04, rear.w - 0.9])
    hatch(stage, place, rear, { u, v: h - 0.1, w: 0.86, h: 0.5, step: 0.07, weight: 0.34 });
  shadeRoom(stage, { half, height: h, near, back });
  dress?.();
  if (half > least + 0.5) furnish(stage, rear, { half, least, back });
}

/** Whether walls are cracked; a room in use has intact walls. */
const isRundown = ({ picture: { scene, told } }: Stage): boolean =>
  scene.mood === "eerie" || told.place.rundown === true;

/** Half the width of a room such that its back wall fills most of the picture; otherwise bare side walls would fill both ends. */
export const halfOf = ({ camera, width }: Stage, back: number, least: number): number =>
  Math.max(least, ((width * 0.5 * back) / camera.focal) * 0.82);

/**
 * Height of a room's walls in metres, at least `least`. In a tall panel the walls reach as high as the panel
 * shows, because an empty ceiling would fill half of it.
 */
export function heightOf({ camera, width, height }: Stage, back: number, least: number): number {
  if (height < width * 1.1) return least;
  const seen = camera.eye + (camera.horizon * back) / camera.focal;
  return seen < least + 0.7 ? least : Math.min(seen + 0.2, 7);
}

/** Fills the ends of a wall beyond the room's own furniture. */
function furnish(
  stage: Stage,
  rear: Wall,
  { half, least, back }: { half: number; least: number; back: number },
): void {
  const { place } = stage;
  const free = half - least - 0.2;
  for (const s of [-1, 1]) {
    const from = s < 0 ? -half + 0.1 : least + 0.1;
    const w = Math.min(free, 1.5);
    const kind = place.int(0, 2);
    if (kind === 0 && w > 0.7)
      shelf(stage, { x: from, z: back - 0.36, w, h: place.between(1.4, 2), rows: 4, goods: goodsOf(stage) });
    else if (kind === 1) {
      frameOn(stage, rear, [from + half, 1.3], [Math.min(w, 0.9), place.between(0.5, 0.8)]);
      build(stage, "rooms/sideboard", [from, 0, back - 0.5], { given: { w } });
      pile(stage, [from + w * 0.2, 0.8, back - 0.4], place.int(2, 5));
    } else {
      pottedPlant(stage, from + w * 0.5, back - 0.5, place.between(1, 1.4));
      frameOn(stage, rear, [from + half + w * 0.1, 1.5], [Math.min(w * 0.7, 0.7), 0.6]);
    }
    if (free > 2.4)
      backWindow(stage, {
        ...{ x: s < 0 ? from + 1.7 : from + free - 1.5, y: 0.95, w: 1.2, h: 1.2, z: back - 0.02 },
        ...{ panes: 2, moon: s < 0 },
      });
  }
}

/** Books where people read, jars in kitchens and hospitals. */
const goodsOf = ({ picture }: Stage): "books" | "jars" =>
  picture.scene.place.kind === "kitchen" || picture.scene.place.kind === "hospital" ? "jars" : "books";

/** Rows of fluorescent tubes under a ceiling, nearest last. */
export function tubes(
  stage: Stage,
  { xs, y, back }: { xs: readonly number[]; y: number; back: number },
): void {
  const fitting = made(stage, MATERIALS.plain);
  for (let z = back - 0.7; z > NEAR + 1; z -= 1.9)
    for (const x of xs) {
      level(fitting, [x - 0.16, z - 1.2], [x + 0.16, z], { y: y - 0.02, paint: "white", weight: 0.6 });
      for (const dx of [-0.06, 0.06])
        edge(stage, [x + dx, y - 0.03, z - 1.15], [x + dx, y - 0.03, z - 0.05], 0.45);
    }
}

/** Distance in metres at which walls begin: behind the reader in every shot. */
export const NEAR = 0.35;

/** Distance of the first window of a side wall. */
export const firstWindow = (stage: Stage) => Math.max(0.5, stage.camera.distance * 0.4);

/** A window in the back wall, with the view for the hour. */
export function backWindow(stage: Stage, spec: WindowSpec & { panes: number; curtain?: boolean }): void {
  const { x, y, w, h, z, panes } = spec;
  const open = rowsOf([x, y, z], [x + w, y, z], [x + w, y + h, z], [x, y + h, z]);
  takeWall(stage, open);
  drawOutside(stage, spec);
  build(stage, "rooms/window-bars", [x, y, z], {
    ...{ given: { w, h, c: w * 0.16 + 0.18, pane: w / panes }, is: spec.curtain ? ["curtain"] : [] },
  });
}

const BINDINGS = listed("red slate leaf lamp glass cloth").map((name) => MATERIALS[name]);

export function shelf(
  stage: Stage,
  spec: { x: number; z: number; w: number; h: number; rows: number; goods: "books" | "jars" },
): void {
  const { x, z, w, h, rows } = spec;
  const { place } = stage;
  const wood = made(stage, MATERIALS.wood);
  takeWall(stage, cornersOf(frontWall(z, [x, x + w], [0, h])));
  // A dark case contrasts with its contents, also by day.
  solid(wood, [x, 0, z], [w, h, 0.3], { front: { tone: 0.86 }, side: { tone: 0.5 } });
  for (let r = 0; r < rows; r++) {
    const y = 0.08 + (h * r) / rows;
    const room = h / rows - 0.1;
    for (let bx = x + 0.05; bx < x + w - 0.08; ) {
      const bw = spec.goods === "books" ? place.between(0.05, 0.11) : place.between(0.12, 0.22);
      const bh = room * place.between(0.55, 0.95);
      if (bx + bw > x + w - 0.04) break;
      const paint: Paint = place.pick(["white", "white", { tone: 0.2 }, { tone: 0.4 }, "black"]);
      const cover = BINDINGS[Math.round(bw * 997 + bx * 31) % BINDINGS.length] ?? MATERIALS.cloth;
      front(made(stage, cover), [bx, y], [bx + bw, y + bh], { z: z - 0.01, paint: paint, weight: 0.35 });
      bx += bw + (spec.goods === "jars" ? 0.05 : 0.01);
    }
    edge(stage, [x, y - 0.04, z - 0.01], [x + w, y - 0.04, z - 0.01], 0.8);
  }
}

/** A wall of books along the line of sight. */
export function stack(stage: Stage, wall: Wall): void {
  const { place } = stage;
  const wood = made(stage, MATERIALS.wood);
  panel(wood, wall, [0, 0, wall.w, 2.9], { tone: 0.84 }, 0.7);
  for (let row = 0; row < 7; row += 1) {
    const v = 0.1 + row * 0.4;
    for (let u = 0.3; u < wall.w - 0.1; ) {
      const w = place.between(0.07, 0.15);
      const paint = place.pick(["white", { tone: 0.2 }, { tone: 0.42 }, "white", "black"] as const);
      const cover = place.pick([MATERIALS.red, MATERIALS.slate, MATERIALS.leaf, MATERIALS.cloth]);
      patch(
        made(stage, cover),
        wall,
        through([u, v], [u + w, v], [u + w, v + place.between(0.22, 0.34)], [u, v + 0.28]),
        paint,
        0.35,
      );
      u += w + (place.flip(0.06) ? 0.2 : 0.01);
    }
    mark(wood, wall, through([0.2, v - 0.03], [wall.w, v - 0.03]), 1);
  }
  for (let u = 0.2; u < wall.w; u += 1.3) panel(wood, wall, [u, 0, u + 0.07, 2.9], { tone: 0.4 }, 0.6);
}

export function hangingLamp(stage: Stage, x: number, y: number, z: number): void {
  const { camera } = stage;
  const cord = ((camera.see(x, y, z)[1] - camera.see(x, 4, z)[1]) * z) / camera.focal;
  build(made(stage, MATERIALS.lamp), "rooms/hanging-lamp", [x, y, z], { given: { cord } });
}

interface Room {
  half: number;
  height: number;
  near: number;
  back: number;
}

/** The falloff of light on walls and floor. Drawn on the bare walls, so that windows and furniture keep their own light. */
function shadeRoom(stage: Stage, { half, height: h, near, back }: Room): void {
  const { camera } = stage;
  const { hour, weather } = stage.picture.scene;
  const night = hour === "night";
  const grey = night ? 0.3 : weather === "clear" || weather === "wind" ? 0 : 0.08;
  const top = Math.max(0, camera.see(0, h, back)[1]);
  const foot = camera.see(0, 0, back)[1];
  const wall = { veil: fade(top, top + (foot - top) * 0.8, (night ? 0.28 : 0.2) + grey, night ? 0.16 : 0) };
  const floor = {
    veil: night
      ? fade(foot, stage.height, 0.12, 0.26 + grey)
      : fade(foot, stage.height, 0.2 + grey, grey * 0.6),
  };
  build(stage, "rooms/shade", [0, 0, 0], { given: { half, high: h, near, back }, paints: { wall, floor } });
}
