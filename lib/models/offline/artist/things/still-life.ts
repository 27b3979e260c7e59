// Still lifes: details that show only things, each complete and as large as the frame allows, on their
// surface. Flat things lie; if all are flat, they are seen from above.

import type { PanelView } from "../camera/view.ts";
import { groupsOf } from "../closed/measures.ts";
import type { Prop } from "../closed/staging.ts";
import type { Ground } from "../closed/told.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { clamp, compose, ellipse, type Matrix, type Pt, placed, rect, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { Stage } from "../places/stage.ts";
import { drawAfloat, drawBeforeFoot, drawSurface } from "../places/surfaces/surface-drawing.ts";
import { looseIn, surfaceOf } from "../places/surfaces/surfaces.ts";
import { drawRung, hangs, isRung } from "./prop-spots.ts";
import { drawProp, sizeOf } from "./props.ts";
import { traitsOf } from "./thing-traits.ts";
import { tumble, wayOf } from "./tumbling.ts";

/** Whether a detail is a top view. */
const isFromAbove = (picture: PanelView["picture"]): boolean => {
  const loose = looseIn(picture);
  return loose.length > 0 && loose.every((prop) => isFlat(prop, picture));
};

/** Y of the horizon in a picture of things: above all of them, as far as they are staggered; undefined if it does not matter. */
export function horizonOver(picture: PanelView["picture"], height: number): number | undefined {
  if (surfaceOf(picture)) return -height;
  return looseIn(picture).length > 1 ? height * 0.12 : undefined;
}

const isFlat = (prop: Prop, picture: PanelView["picture"]): boolean =>
  traitsOf(prop).flat && !hangs(prop, picture) && /^(?:stands|lies)$/u.test(wayOf(prop, { picture }));

/** A cell of a layout of several things: its centre and size, as shares of the free area. */
type Cell = Record<"x" | "y" | "wide" | "high", number>;
type Cells = "one" | `two-${"wide" | "tall"}` | "three" | `three-${"wide" | "tall"}` | "four" | "four-wide";

const CELLS = groupsOf<Cells, readonly Cell[]>("still-lifes");

/** The layout, from back to front, so that front things are drawn over those behind. */
function cellsFor(count: number, aspect: number): readonly Cell[] {
  if (count === 1) return CELLS.one;
  if (count === 2) return CELLS[aspect > 1.05 ? "two-wide" : "two-tall"];
  if (count === 3) return CELLS[aspect > 1.7 ? "three-wide" : aspect < 0.6 ? "three-tall" : "three"];
  return CELLS[aspect > 2 ? "four-wide" : "four"];
}

/** Prints lie in the ground itself and cast no shadow. */
export const TRACES: ReadonlySet<Prop> = new Set(["footprints", "handprint"]);

/** Foreshortening of a flat thing seen from the side. */
const SQUASH = 0.5;

interface Lying {
  prop: Prop;
  middle: Pt;
  /** Units in one of the thing's own. */
  k: number;
  turn: number;
  flat: boolean;
  /** Size of its box as drawn. */
  wide: number;
  high: number;
}

/** Draws the surface of a close view in place of the scene; returns false if the picture is no close view. */
export function drawUnderThings(stage: Stage): boolean {
  const { picture } = stage;
  const surface = surfaceOf(picture);
  if (!surface) return false;
  const above = isFromAbove(picture);
  const spots = layOut(stage, looseIn(picture), above);
  const metre = Math.min(...spots.map(({ prop, k }) => metreOf(prop, k)));
  drawSurface(stage, { surface, spots, above, metre });
  if (surface === "table") stage.pen.name("table", rect(0, 0, stage.width, stage.height));
  return true;
}

/** Draws the things; returns a box for each, which lettering keeps free. */
export function drawStillLife(pen: Pen, view: PanelView, props: readonly Prop[]): Pt[][] {
  const above = isFromAbove(view.picture);
  const surface = surfaceOf(view.picture);
  const rng = chance(hashOf(view.picture.scene.id, "foot", ...props));
  return layOut(view, props, above).map((spot) => drawOne(pen, view, spot, { above, surface, rng }));
}

function layOut(view: PanelView, props: readonly Prop[], above: boolean): Lying[] {
  const { width, height, picture } = view;
  const rng = chance(hashOf(picture.scene.id, ...props));
  const top = height * (0.07 + picture.room * 0.05);
  const area = { width: width * 0.92, height: height * 0.94 - top };
  const longest = Math.max(...props.map(lengthOf));
  const cells = cellsFor(props.length, area.width / area.height);
  return props.slice(0, cells.length).flatMap((prop, i): Lying[] => {
    const cell = cells[i];
    if (!cell) return [];
    const flat = isFlat(prop, picture);
    const { wide: w, high: h } = sizeOf(prop);
    const room = { width: cell.wide * area.width, height: cell.high * area.height };
    const way = wayOf(prop, view);
    const spins = way === "flies" ? 38 : way === "lies" && w < h ? 90 : 0;
    const turn = flat ? turnFor({ w, h }, room, rng.between(-1, 1)) : spins;
    const [wide, high] = turnedBox(w, h, turn, flat && !above);
    // Keeps the order of sizes among the things, but reduces the differences.
    const share = props.length === 1 ? 1 : clamp((lengthOf(prop) / longest) ** 0.4, 0.62, 1);
    const k = Math.min(room.width / wide, room.height / high) * share;
    const foot = top + (cell.y + cell.high / 2) * area.height;
    const y = flat ? top + cell.y * area.height : foot - (high * k) / 2 - (room.height - high * k) * 0.35;
    const x = width * 0.04 + cell.x * area.width;
    return [{ prop, middle: [x, y], k, turn, flat, wide: wide * k, high: high * k }];
  });
}

/** Length of a thing's longer side in metres. */
function lengthOf(prop: Prop): number {
  const { wide, high, metres } = sizeOf(prop);
  return (metres * Math.max(wide, high)) / high;
}

/** Units of a metre for a thing at a drawn size. */
function metreOf(prop: Prop, k: number): number {
  const { high, metres } = sizeOf(prop);
  return (high * k) / metres;
}

/** A small random rotation; long things lie along their cell. */
function turnFor(
  { w, h }: { w: number; h: number },
  room: { width: number; height: number },
  by: number,
): number {
  const long = Math.max(w / h, h / w) > 1.7;
  if (!long) return by * 14;
  const across = room.width > room.height;
  const along = w > h === across ? 0 : 90;
  return along + (across ? -1 : 1) * (16 + by * 8);
}

/** Size of the box of a rotated thing, seen from the side or from above. */
function turnedBox(w: number, h: number, turn: number, squashed: boolean): [number, number] {
  const r = (turn * Math.PI) / 180;
  const [c, s] = [Math.abs(Math.cos(r)), Math.abs(Math.sin(r))];
  return [w * c + h * s, (w * s + h * c) * (squashed ? SQUASH : 1)];
}

interface Laid {
  above: boolean;
  surface: Ground | undefined;
  rng: Chance;
}

function drawOne(pen: Pen, view: PanelView, spot: Lying, { above, surface, rng }: Laid): Pt[] {
  const { prop, middle, k, turn, flat, wide, high } = spot;
  const [x, y] = middle;
  const [left, top, right, low] = sizeOf(prop).extent;
  const way = wayOf(prop, view);
  if (!flat && way !== "stands") {
    const [width, height] = [(right - left) * k, (low - top) * k];
    const half = way === "lies" ? Math.min(width, height) / 2 : height / 2;
    const box = tumble(pen, view, { ...{ prop, x, y: y + half, k, width, height, way }, near: true });
    if (surface === "grass" && way === "lies") drawBeforeFoot(pen, surface, { ...spot, rng });
    return box;
  }
  const nib = clamp(Math.max(wide, high) * 0.018, 1.8, 6);
  const inked = pen.withNib(nib);
  if (flat) {
    const lie = compose(placed(x, y, 0, k, above ? k : k * SQUASH), placed(0, 0, turn));
    const centred = compose(lie, placed(-(left + right) / 2, -(top + low) / 2));
    const drop = clamp(Math.min(wide, high) * 0.06, 4, 14);
    const under = compose(placed(drop * 0.8, drop), centred);
    if (!TRACES.has(prop)) inked.shadowed({ veil: 0.5 }, (p) => drawProp(p.at(under), prop));
    inked.haloed(nib * 0.5, (p) => drawProp(p.at(centred), prop, view.picture.props));
  } else if (isRung(prop, view.picture)) drawRung(inked, middle, k);
  else {
    const foot = y + high / 2;
    const draw = (p: Pen) =>
      drawProp(p.at(placed(x - ((left + right) / 2) * k, foot - low * k, 0, k)), prop, view.picture.props);
    if (surface === "water") drawAfloat(inked, spot, (p) => p.haloed(nib * 0.5, draw));
    else {
      if (surface === "wall") inked.shadowed({ veil: 0.4 }, (p) => draw(p.at(placed(nib * 3, nib * 5))));
      else if (surface) press(inked, { x, foot, wide, high }, (p) => draw(p));
      else if (!hangs(prop, view.picture) && view.picture.scene.place.kind !== "abstract")
        inked.fill(ellipse(x, foot, wide * 0.55, Math.min(wide, high) * 0.07, 12), { veil: 0.35 });
      inked.haloed(nib * (surface ? 0.6 : 1), draw);
    }
  }
  // Flat things lie on top of snow and sand; only grass overlaps them.
  if (surface && !TRACES.has(prop) && (!flat || surface === "grass"))
    drawBeforeFoot(inked.withNib(Math.min(nib, 3.4)), surface, { ...spot, rng });
  return through([x - wide / 2, y - high / 2], [x + wide / 2, y + high / 2]);
}

/** The shadow of a standing thing: dark at the contact, and its outline cast to the right. */
function press(
  pen: Pen,
  { x, foot, wide, high }: { x: number; foot: number; wide: number; high: number },
  draw: (pen: Pen) => void,
): void {
  const cast: Matrix = [1, 0, -0.62, 0.34, 0.62 * foot, foot * 0.66];
  pen.shadowed({ veil: 0.42 }, (p) => draw(p.at(cast)));
  const flat = clamp(Math.min(wide, high) * 0.05, 3, 16);
  pen.fill(ellipse(x + wide * 0.03, foot - flat * 0.6, wide * 0.47, flat, 14), { veil: 0.7 });
}
