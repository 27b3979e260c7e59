// Doors and windows: in the wall behind the people, open if somebody pushes them, with the façade of the
// house that a door belongs to; or in close view, filling the panel together with their wall.
import type { PanelView } from "../camera/view.ts";
import type { Prop } from "../closed/staging.ts";
import type { Trade } from "../closed/told.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { boxed, clamp, ellipse, type Pt, placed, rect, sharp, through } from "../pen/curves.ts";
import { MATERIALS, SKIES } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { type Sheet, sheetAt } from "../places/paper.ts";
import { hasTrait, isIndoors, whereIs } from "../places/places.ts";
import { drawOnSheet } from "../places/sheets.ts";
import { fade, paper } from "../places/stage.ts";
import { lightOf } from "../places/weather/light.ts";
import { drawProp, sizeOf } from "./props.ts";
import { isFurniture } from "./thing-traits.ts";

/** Maps metres from the middle of the door (right, up) to the panel. */
type Place = (u: number, v: number) => Pt;

interface Front {
  /** The middle of the door's foot in units, and units of a metre. */
  foot: Pt;
  k: number;
}

function drawHouseFront(paper: Pen, view: PanelView, { foot: [x, floor], k }: Front): void {
  const { scene, told } = view.picture;
  const rng = chance(hashOf(whereIs(scene), "front"));
  const trade = told.place.doorTrade ?? "none";
  const side = x < view.width / 2 ? 1 : -1;
  const at: Place = (u, v) => [x + u * k * side, floor - v * k];
  const box = (u0: number, v0: number, u1: number, v1: number): Pt[] =>
    sharp([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]);
  const pen = paper.withNib(Math.max(2, Math.min(3, view.height / 220))).inLight(lightOf(view, false));
  const late = scene.hour === "night" || scene.hour === "dusk";
  const look = {
    rng,
    paints: { glass: late ? "white" : { tone: 0.4 }, lamp: late ? "white" : { tone: 0.2 } } as const,
  };
  const wall = pen.of(MATERIALS.plaster);
  drawOnSheet(pen, "town/house-front", at, look);
  for (let i = 0; i < 26; i++) {
    const [u, v] = [rng.between(-1.2, 2.9), rng.between(0.1, 2.8)];
    const row = Math.round(v / 0.14) * 0.14;
    wall.line([at(u, row), at(u + rng.between(0.12, 0.34), row)], 0.35, "none");
  }
  drawOnSheet(pen, "town/house-window", at, look);
  pen.inside(box(0.96, 0.6, 2.74, 2), (p) => {
    for (const [i, v] of [0.62, 1.06, 1.5].entries()) {
      pen.of(MATERIALS.wood).fill(box(0.9, v - 0.05, 2.8, v), "black");
      for (let u = 1.02; u < 2.7; u += 0.3)
        drawGoods(p, { at: at(u + (i % 2) * 0.1 + 0.12, v), k, trade, rng });
    }
    if (!late) p.fill(sharp([at(1.1, 0.5), at(1.34, 0.5), at(1.9, 2.1), at(1.66, 2.1)]), { light: 0.45 });
  });
  drawOnSheet(pen, "town/house-sill", at, look);
  if (trade !== "none") {
    drawOnSheet(pen, "town/house-awning", at, look);
    drawOnSheet(pen, `town/sign-${trade}`, sheetAt(at(-0.68, 2.58), k * 0.13), look);
  }
  drawOnSheet(pen, "town/house-lamp", at, look);
}

interface Goods {
  /** The middle of its foot. */
  at: Pt;
  k: number;
  trade: Trade | "shop" | "none";
  rng: Chance;
}

/** One item on a shelf. */
function drawGoods(pen: Pen, { at: [x, y], k, trade, rng }: Goods): void {
  const r = k * (0.1 + rng.next() * 0.04);
  const sheet = sheetAt([x, y], r);
  if (trade === "bakery") drawOnSheet(pen, rng.next() < 0.4 ? "town/long-loaf" : "town/loaf", sheet, { rng });
  else if (trade === "clocks") drawOnSheet(pen, "town/small-clock", sheet, { rng });
  else if (trade === "flowers") drawOnSheet(pen, "town/cut-flowers", sheet, { rng });
  else {
    const h = r * (1.2 + rng.next());
    const paint = rng.next() < 0.5 ? "white" : { tone: 0.4 };
    pen.of(MATERIALS.cloth).shape(sharp(boxed([x - r * 0.7, y], [x + r * 0.7, y - h])), paint, 0.45);
  }
}

export type Fixture = "door" | "window";

interface FixtureSpec {
  kind: Fixture;
  /** Desired x of its middle, in units. */
  x: number;
  open: boolean;
}

/** Draws a fixture and returns its corners. */
export function drawFixture(paper: Pen, view: PanelView, { kind, x, open }: FixtureSpec): Pt[] {
  const { camera, picture, height } = view;
  const z = camera.distance + (open ? 0.7 : isIndoors(picture.scene.place.kind) ? 2.9 : 2.2);
  const k = camera.focal / z;
  const [, floor] = camera.see(0, 0, z);
  const [w, h] = kind === "door" ? [0.95 * k, 2.05 * k] : [1.3 * k, 1.15 * k];
  const foot = kind === "door" ? floor : floor - 0.95 * k;
  const pen = paper.withNib(Math.max(2, Math.min(3.2, height / 210)));
  if (kind === "door" && !isIndoors(view.picture.scene.place.kind))
    drawHouseFront(paper, view, { foot: [x, floor], k });
  const at = (u: number, v: number): Pt => [x + u * w, foot - v * h];
  const frame = k * 0.09;
  pen.shape(sharp(boxed([x - w / 2 - frame, foot], [x + w / 2 + frame, foot - h - frame])), "white", 0.9);
  // The leaf of an open door, swung away from the reader; behind it dark by day, a grey by night.
  const opened = kind === "door" && open && !picture.told.door?.shuts;
  const beyond = picture.scene.hour === "night" ? { tone: 0.2 } : ("black" as const);
  drawOnSheet(pen, opened ? "near/open-door" : `near/${kind}`, at, {
    rng: chance(0),
    paints: { beyond, pane: { tone: open ? 0.12 : 0.5 } },
  });
  paper.name(kind, sharp(boxed(at(-0.5, 0), at(0.5, 1))));
  return through([x - w / 2, foot - h], [x + w / 2, foot]);
}

/** The bell above a shop's door, on the bracket that the door hits. */
export function hangOnDoor(
  pen: Pen,
  { height }: PanelView,
  [from = [0, 0], to = [0, 0]]: readonly Pt[],
): void {
  const { extent } = sizeOf("bell");
  const k = ((to[1] - from[1]) * 0.15) / (extent[3] - extent[1]);
  const [x, y]: Pt = [(from[0] + to[0]) / 2, Math.max(height * 0.04, from[1] + (to[1] - from[1]) * 0.02)];
  drawProp(pen.at(placed(x - ((extent[0] + extent[2]) / 2) * k, y - extent[1] * k, 0, k)), "bell");
}

/** Whether the subject of a picture without people is a door, or things in a window. */
export function nearFixtureOf({ picture }: Pick<PanelView, "picture">): "door" | "sill" | undefined {
  const { shot, figures, props, told, scene } = picture;
  if (shot !== "detail" || figures.length > 0 || scene.place.kind === "abstract") return undefined;
  if (props[0] === "door") return "door";
  return props.includes("window") && told.things.onSill && isIndoors(scene.place.kind) ? "sill" : undefined;
}

/** Draws the fixture and its wall over the setting; returns the boxes that lettering keeps free. */
export function drawNearFixture(base: Pen, view: PanelView, kind: "door" | "sill"): Pt[][] {
  const indoors = isIndoors(view.picture.scene.place.kind);
  const pen = base.inLight(lightOf(view, indoors)).withNib(clamp(view.height / 160, 2.4, 4.4));
  pen.of(MATERIALS.plaster).fill(paper(view), { tone: fade(0, view.height, 0.3, 0.14) });
  return kind === "door" ? door(pen, base, view) : sill(pen, base, view);
}

function door(pen: Pen, lamp: Pen, view: PanelView): Pt[][] {
  const { picture, width, height } = view;
  const { scene, told } = picture;
  const { kind } = scene.place;
  const wood = pen.of(MATERIALS.wood);
  const floor = height * 0.93;
  const tall = Math.max(height * 1.06, Math.min(width * 0.9, height * 1.3));
  const wide = tall * 0.52;
  const [left, top] = [width * 0.56 - wide * 0.5, floor - tall];
  const on: Sheet = (u, v) => [left + wide * u, top + tall * v];
  const inRows = hasTrait(kind, "sliding-doors");
  wood.fill(rect(-40, floor, width + 80, height - floor + 40), { tone: 0.44 });
  pen.shape(rect(-40, floor - height * 0.05, width + 80, height * 0.05), { tone: 0.6 }, 0.7);
  const is = [inRows ? "slides" : isIndoors(kind) ? "picture" : "plain"];
  drawOnSheet(pen, "near/beside-door", on, { rng: chance(0), is });
  const hole = rect(left, top, wide, tall);
  if (told.door?.opens) {
    // Behind the door is a lit room by night, and a dark one by day.
    const night = scene.hour === "night";
    if (night) lamp.of(MATERIALS.lamp).shape(hole, "white", 0.9);
    else pen.shape(hole, "black", 0.9);
    const beyond = height + 40;
    const way = through(on(0, 1), on(0.6, 1), [left + wide * 0.3, beyond], [left - wide * 0.8, beyond]);
    lamp.fill(sharp(way), night ? { light: 0.5 } : { veil: 0.3 });
    if (inRows || told.door.slides) {
      const slid: Sheet = (u, v) => on(u + 0.52, v);
      leaf(pen, slid);
      const paints = { streak: night ? ("black" as const) : ("white" as const) };
      drawOnSheet(lamp, "near/slid-open", slid, { rng: chance(0), paints });
    } else {
      const hinged: Sheet = (u, v) => on(u * 0.46, v + (0.5 - v) * 0.1 * u);
      drawOnSheet(wood, "near/hinged-leaf", hinged, { rng: chance(0) });
    }
  } else leaf(pen, on);
  lamp.name("door", hole);
  return [through([left, Math.max(0, top)], [left + wide, floor])];
}

/** A sliding leaf: a pane in the upper half, boards below, and a handle recessed at the edge. */
function leaf(pen: Pen, on: Sheet): void {
  drawOnSheet(pen, "near/sliding-leaf", on, { rng: chance(0) });
  const [[x0, y0], [x1, y1], [px, py]] = [on(0, 0), on(1, 1), on(0.08, 0.52)];
  pen.of(MATERIALS.wood).shape(ellipse(px, py, (x1 - x0) * 0.03, (y1 - y0) * 0.03, 10), "black", 0.6);
}

/** A window as wide as the panel, the sky in it, and the things on its sill. */
function sill(pen: Pen, lamp: Pen, { picture, width, height }: PanelView): Pt[][] {
  const { hour, weather } = picture.scene;
  const foot = height * (0.76 + Math.min(0.06, picture.room * 0.015));
  const [left, right] = [width * 0.08, width * 0.92];
  const frame = Math.min(width, height) * 0.035;
  const hole = rect(left, -60, right - left, foot + 60);
  const [high, low] = { night: [0.95, 0.7], dusk: [0.5, 0.2], dawn: [0.3, 0.08], day: [0.16, 0.02] }[
    hour
  ] as [number, number];
  lamp.of(SKIES[hour]).shape(hole, { tone: fade(0, foot, high, low) }, 1);
  lamp.name("window", hole);
  lamp.inside(hole, (p) => {
    const snows = weather === "snow";
    const flakes = snows ? 46 : weather === "rain" || weather === "storm" ? 40 : 0;
    for (let i = 0; i < flakes; i++) {
      const [x, y] = [left + (((i * 61) % 97) / 97) * (right - left), (((i * 37) % 89) / 89) * foot];
      const r = Math.min(width, height) * (0.006 + (i % 5) * 0.003);
      if (snows) p.fill(ellipse(x, y, r, r, 8), "white");
      else p.stroke(sharp(through([x, y], [x - 6, y + height * 0.09])), "white", 0.5);
    }
    const at = (u: number, y: number): Pt => [left + width * u, y];
    p.fill(sharp([at(0, foot), at(0.2, foot), at(0.5, -60), at(0.36, -60)]), { light: 0.16 });
  });
  const wood = pen.of(MATERIALS.wood);
  for (const x of [left, (left + right) / 2, right])
    wood.shape(rect(x - frame / 2, -60, frame, foot + 60), "white", 0.8);
  wood.shape(rect(left, foot * 0.36, right - left, frame * 0.8), "white", 0.8);
  wood.shape(rect(-40, foot, width + 80, height * 0.05), "white", 1);
  wood.fill(rect(-40, foot + height * 0.05, width + 80, height * 0.025), { tone: 0.7 });
  const things = picture.props.filter((prop) => !isFurniture(prop));
  return things.map((prop, i) =>
    onSill(
      lamp,
      { prop, foot: foot + height * 0.03, x: left + ((i + 0.5) / things.length) * (right - left) },
      { width: (right - left) / Math.max(1.6, things.length), height },
    ),
  );
}

function onSill(
  pen: Pen,
  { prop, foot, x }: { prop: Prop; foot: number; x: number },
  room: { width: number; height: number },
): Pt[] {
  const [a, b, c, d] = sizeOf(prop).extent;
  const k = Math.min((room.width * 0.74) / (c - a), (room.height * 0.34) / (d - b));
  const nib = clamp((d - b) * k * 0.02, 1.8, 6);
  pen.fill(ellipse(x, foot, (c - a) * k * 0.54, room.height * 0.018, 12), { veil: 0.4 });
  pen
    .withNib(nib)
    .haloed(nib, (p) => drawProp(p.at(placed(x - ((a + c) / 2) * k, foot - d * k, 0, k)), prop));
  return through([x - ((c - a) * k) / 2, foot - (d - b) * k], [x + ((c - a) * k) / 2, foot]);
}
