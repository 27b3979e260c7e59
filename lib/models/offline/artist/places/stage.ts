// The stage of a setting: the random source of the place, its light, and solids in the camera's perspective.

import type { Paint, Shade } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { type Side, sideOf, turnedTo } from "../camera/turned.ts";
import type { PanelView } from "../camera/view.ts";
import { listed } from "../closed/listed.ts";
import { measuresOf } from "../closed/measures.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { type Pt, rect, rowsOf, sharp } from "../pen/curves.ts";
import { isOutside, isSpeck } from "../pen/in-sight.ts";
import { HOURS, MATERIALS, type Material, type MaterialName } from "../pen/materials.ts";
import { round } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";
import { whereIs } from "./places.ts";
import { isSnowedOn, lightOf } from "./weather/light.ts";

/** Corners, in units, of walls that face the reader, and of what hangs on them or stands in front of them. */
export interface WallsSeen {
  walls: Pt[][];
  taken: Pt[][];
}
export const noWalls = (): WallsSeen => ({ walls: [], taken: [] });

export interface Stage extends PanelView {
  /** `pen` draws in the light of the hour; `lamp` is never dimmed (sky and lamps). */
  pen: Pen;
  lamp: Pen;
  /** Random source for the look of the place: the same in every picture of it. */
  place: Chance;
  /** Which side of the place the camera looks at. */
  side: Side;
  night: boolean;
  indoors: boolean;
  /** Distance in metres of the wall behind the people, or outdoors of the first things behind them. */
  behind: number;
  /** Drawn last: the light of lamps on everything near them. */
  lights: (() => void)[];
  /** Walls that things can be hung on. */
  seen: WallsSeen;
  /** Corners of boxes of the place's landmarks, which lettering keeps free. */
  landmarks: Pt[][];
}

export function stageFor(lamp: Pen, given: PanelView, indoors: boolean): Stage {
  const side = sideOf(given.picture);
  const view = turnedTo(side, given);
  const { scene } = view.picture;
  const place = chance(hashOf(whereIs(scene)));
  return {
    ...view,
    pen: lamp.inLight(lightOf(view, indoors)),
    lamp,
    place,
    side,
    night: scene.hour === "night",
    indoors,
    behind: view.camera.distance + 2.3,
    lights: [],
    seen: noWalls(),
    landmarks: [],
  };
}

/** The same stage with a material for what is drawn on it. */
export function made<S extends Stage>(stage: S, material: Material): S {
  return { ...stage, pen: stage.pen.of(material), lamp: stage.lamp.of(material) };
}

/** The whole paper, including the margin. */
export const paper = ({ width, height }: PanelView): Pt[] => rect(-40, -40, width + 80, height + 80);

export function band(view: PanelView, from: number, to: number): Pt[] {
  return rect(-40, from, view.width + 80, Math.max(1, to - from));
}

/** A linear gradient between two points; stops are [share of the way, strength]. */
export const graded = ([x0, y0]: Pt, [x1, y1]: Pt, ...stops: [number, number][]): Shade => ({
  type: "linear",
  at: [x0, y0, x1, y1],
  stops,
});

/** A vertical gradient between two heights. */
export const fade = (from: number, to: number, top: number, bottom: number): Shade =>
  graded([0, round(from)], [0, round(Math.max(to, from + 1))], [0, top], [1, bottom]);

/** A radial gradient round a point between two radii; stops are [share of the way, strength]. */
export const ring = ([x, y]: Pt, [from, to]: Pt, ...stops: [number, number][]): Shade => ({
  type: "radial",
  at: [x, y, from, to],
  stops,
});

/** The same, rounded to whole units. */
export const wholeRing = (middle: Pt, radii: Pt, ...stops: [number, number][]): Shade =>
  ring(
    [Math.round(middle[0]), Math.round(middle[1])],
    [Math.round(radii[0]), Math.round(radii[1])],
    ...stops,
  );

/** Reduces line weight with distance, so that lines of far walls do not merge into black. */
function thinned(weight: number, corners: readonly Vec3[], { camera }: Stage): number {
  const nearest = Math.min(...corners.map(([, , z]) => z));
  return weight * Math.min(1, Math.max(0.3, (camera.distance * 1.9) / Math.max(0.1, nearest)));
}

export function quad(stage: Stage, corners: readonly Vec3[], paint: Paint, weight = 0.6): void {
  const { pen, camera } = stage;
  const flat = sharp(camera.outline(corners));
  if (flat.length < 3 || isOutside(stage, flat) || isSpeck(flat)) return;
  if (weight > 0) pen.shape(flat, paint, thinned(weight, corners, stage));
  else pen.fill(flat, paint);
}

export interface Plane {
  paint: Paint;
  weight?: number;
}

/** A rectangle that faces the reader: from (x, y) to (x, y), at a distance. */
export function front(
  stage: Stage,
  [x0, y0]: Pt,
  [x1, y1]: Pt,
  { z, paint, weight }: Plane & { z: number },
): void {
  quad(stage, rowsOf([x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]), paint, weight);
}

/** A horizontal rectangle: from (x, z) to (x, z), at a height. */
export function level(
  stage: Stage,
  [x0, z0]: Pt,
  [x1, z1]: Pt,
  { y, paint, weight }: Plane & { y: number },
): void {
  const lies = y < 0.2 && isSnowedOn(stage.picture);
  const inked = lies ? { ...stage, pen: stage.lamp.of(MATERIALS.snow) } : stage;
  quad(inked, lying(y, [x0, z0], [x1, z1]), lies ? snowCover(stage) : paint, weight);
}

/** A rectangle along the line of sight: from (z, y) to (z, y), at an x. */
export function along(
  stage: Stage,
  [z0, y0]: Pt,
  [z1, y1]: Pt,
  { x, paint, weight }: Plane & { x: number },
): void {
  quad(stage, rowsOf([x, y0, z0], [x, y0, z1], [x, y1, z1], [x, y1, z0]), paint, weight);
}

export function edge(stage: Stage, a: Vec3, b: Vec3, weight = 0.45, paint: Paint = "black"): void {
  const { pen, camera } = stage;
  const ends = camera.segment(a, b);
  if (!ends || isOutside(stage, ends)) return;
  const line = thinned(weight, [a, b], stage);
  if (paint === "black") pen.line(sharp(ends), line, "none");
  else pen.stroke(sharp(ends), paint, line);
}

interface SolidLook {
  front?: Paint;
  side?: Paint;
  top?: Paint;
  weight?: number;
}

/** A box with its visible faces: from its left, bottom and near corner, with width, height and depth. */
export function solid(
  stage: Stage,
  [x, y, z]: Vec3,
  [w, h, d]: Vec3,
  { front: face = "white", side = { tone: 0.3 }, top = "white", weight = 0.6 }: SolidLook = {},
): void {
  const near = Math.max(0.3, z);
  const far = Math.max(near + 0.05, z + d);
  // A contact shadow on the floor of a room; without it the box would appear to float.
  if (y < 0.02 && h > 0.2 && stage.indoors)
    quad(stage, lying(0.007, [x - 0.03, near - 0.14], [x + w + 0.2, far]), { veil: 0.34 }, 0);
  if (y + h < stage.camera.eye) quad(stage, lying(y + h, [x, near], [x + w, far]), top, weight);
  else if (y > stage.camera.eye) quad(stage, lying(y, [x, near], [x + w, far]), { tone: 0.5 }, weight);
  if (x > 0) along(stage, [near, y], [far, y + h], { x, paint: side, weight });
  else if (x + w < 0) along(stage, [near, y], [far, y + h], { x: x + w, paint: side, weight });
  front(stage, [x, y], [x + w, y + h], { z: near, paint: face, weight });
}

/** Corners of a horizontal rectangle. */
const lying = (y: number, [x0, z0]: Pt, [x1, z1]: Pt): Vec3[] => [
  [x0, y, z0],
  [x1, y, z0],
  [x1, y, z1],
  [x0, y, z1],
];

/** Material of the ground outdoors; absent: the main material of the place. */
const GROUND = measuresOf<Stage["picture"]["scene"]["place"]["kind"], { ground?: MaterialName }>("places");

/** The ground from the horizon down. */
export function ground(stage: Stage, paint: Paint): void {
  const lies = isSnowedOn(stage.picture);
  const name = lies ? "snow" : GROUND[stage.picture.scene.place.kind].ground;
  const base = lies ? stage.lamp : stage.pen;
  const pen = name ? base.of(MATERIALS[name]) : base;
  const plane = band(stage, stage.camera.horizon, stage.height + 40);
  pen.fill(plane, lies ? snowCover(stage) : paint);
  // In an unlit place at night the foreground is dark.
  if (stage.night && !lies && UNLIT.has(stage.picture.scene.place.kind))
    pen.fill(plane, { veil: fade(stage.camera.horizon, stage.height, 0, 0.5) });
}

const UNLIT: ReadonlySet<Stage["picture"]["scene"]["place"]["kind"]> = new Set(
  listed("forest field garden mountain river graveyard"),
);

function snowCover({ picture, camera, height }: Stage): Paint {
  return { tone: fade(camera.horizon, height, ...HOURS[picture.scene.hour].snow) };
}

/** A radial glow after dark, and none by day; drawn over the whole setting. */
export function glow(stage: Stage, at: Pt, radius: number, strength = 0.55): void {
  stage.lights.push(() => shine(stage, at, radius, strength));
}

/** The same, drawn immediately: what is drawn later covers it. */
export function shine({ night, lamp }: Stage, [x, y]: Pt, radius: number, strength: number): void {
  if (!night) return;
  lamp.fill(rect(x - radius, y - radius, radius * 2, radius * 2), {
    light: ring([round(x), round(y)], [1, round(radius)], [0, strength], [0.5, strength * 0.4], [1, 0]),
  });
}
