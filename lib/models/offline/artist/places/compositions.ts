// Compositions: lists of solids and flat drawings (rows of `assets/places`) and how they are drawn.
// `docs/develop/places.md` explains how to write one; `scripts/draw/places/place-rows.ts` packs them.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { type Pt, rowsOf } from "../pen/curves.ts";
import type { Material } from "../pen/materials.ts";
import { sheetAt } from "./paper.ts";
import type { Details, Drawer, Part } from "./place-parts.ts";
import {
  type Choices,
  coatOf,
  eachRow,
  lengthOf,
  onSheet,
  placeIn,
  pointsBy,
  type Spot,
  spotAt,
  within,
} from "./rows.ts";
import { drawFlat, materialOf, PANEL, panelUnits, rowsOn } from "./sheets.ts";
import { edge, glow, level, made, quad, type Stage, solid } from "./stage.ts";
import { cornersBetween, detailOf, scratchOn, type Wall } from "./walls.ts";

/** A row's data as its drawer receives it: points in the scene, paint, weight, and further details. */
export interface Told {
  at: readonly Vec3[];
  details: Details;
  paint: Paint | undefined;
  weight: number | undefined;
  spot: Spot;
}
export type Drawers = Readonly<Record<Drawer, (stage: Stage, told: Told) => void>>;

export interface Building extends Choices {
  drawers?: Drawers;
  /** The outward direction of a wall, for what projects from it. */
  out?: readonly [dx: number, dz: number];
}

/** Draws a composition by name at a point of the scene, or on a wall, with coordinates along and up the wall. */
export function build(stage: Stage, name: string, where: Vec3 | Wall, choices: Building = {}): void {
  const wall = "w" in where ? where : undefined;
  const origin: Vec3 = "w" in where ? [0, 0, 0] : where;
  const given = wall ? { ...choices.given, end: wall.w, top: wall.h } : choices.given;
  const { hour, weather, season } = stage.picture.scene;
  const is = [hour, weather, season, ...stage.picture.props, ...(choices.is ?? [])];
  const { camera } = stage;
  const fine = wall ? () => detailOf(stage, wall) : ([, , z]: Vec3) => camera.focal / Math.max(0.4, z);
  const spot = spotAt(origin, stage.place, { fine, ...choices, ...(given && { given }), is });
  drawRows(stage, name, spot, { wall, drawers: choices.drawers, out: choices.out ?? [0, 0] });
}

interface Ground {
  wall: Wall | undefined;
  drawers: Drawers | undefined;
  out: readonly [dx: number, dz: number];
}

function drawRows(stage: Stage, name: string, spot: Spot, ground: Ground): void {
  const stages = new Map<Material, Stage>();
  eachRow(name, spot, (part, at) => {
    const stuff = part.made ?? at.stuff;
    const material = stuff && materialOf(stuff, at);
    const inked = material ? (stages.get(material) ?? made(stage, material)) : stage;
    if (material) stages.set(material, inked);
    drawPart("lit" in part ? { ...inked, pen: inked.lamp } : inked, part, at, ground);
  });
}

type Leaf = Exclude<Part, { what: "part" }>;

/** Two opposite corners, in the order that keeps the winding of the contour when the composition is mirrored. */
const inOrder = ({ side }: Spot, a: Vec3, b: Vec3): readonly [Vec3, Vec3] =>
  side > 0 ? [a, b] : rowsOf([b[0], a[1], a[2]], [a[0], b[1], b[2]]);

function drawPart(stage: Stage, part: Leaf, spot: Spot, ground: Ground): void {
  const { wall, drawers, out } = ground;
  const place = (at: Parameters<typeof placeIn>[1]): Vec3 => {
    const there = placeIn(spot, at);
    if (!wall) return there;
    const [x, y, z] = wall.at(there[0], there[1]);
    return [x + out[0] * there[2], y, z + out[1] * there[2]];
  };
  const { side, size, bold } = spot;
  if ("ats" in part) {
    const { details, weight } = part;
    const paint = part.paint && coatOf(part.paint, spot);
    const at = part.ats.map(place);
    drawers?.[part.what](stage, { at, details, paint, weight, spot });
  } else if (part.what === "solid") {
    const [x, y, z] = place(part.at);
    const [w, h, d] = part.size.map((length) => lengthOf(length, spot) * size) as [number, number, number];
    const [front, flank, top] = [part.front, part.side, part.top].map((coat) => coatOf(coat, spot));
    const look = { front, side: flank, top, weight: part.weight * bold };
    solid(stage, [side < 0 ? x - w : x, y, z], [w, h, d], look as Required<typeof look>);
  } else if (part.what === "face")
    quad(stage, part.corners.map(place), coatOf(part.paint, spot), part.weight * bold);
  else if (part.what === "plate") {
    const [x, y, z] = placeIn(spot, part.at);
    const corners = pointsBy(part.curve, spot).map(([u, v]): Vec3 => [x + side * size * u, y + size * v, z]);
    quad(
      stage,
      wall ? corners.map(([u, v]) => wall.at(u, v)) : corners,
      coatOf(part.paint, spot),
      part.weight * bold,
    );
  } else if (part.what === "panel") {
    const [a, b] = inOrder(spot, placeIn(spot, part.ends[0]), placeIn(spot, part.ends[1]));
    const corners = cornersBetween(a, b);
    const seen = wall ? corners.map(([u, v]) => wall.at(u, v)) : corners;
    quad(stage, seen, coatOf(part.paint, spot), part.weight * bold);
  } else if (part.what === "floor") {
    const [[x0, y, z0], [x1, , z1]] = inOrder(spot, place(part.ends[0]), place(part.ends[1]));
    level(stage, [x0, z0], [x1, z1], { y, paint: coatOf(part.paint, spot), weight: part.weight * bold });
  } else if (part.what === "edge") {
    const way = part.way.map(place);
    const paint = coatOf(part.paint, spot);
    for (const [i, to] of way.entries()) {
      const from = way[i - 1];
      if (from) edge(stage, from, to, part.weight * bold, paint);
    }
  } else if (part.what === "drawn" || part.what === "paper") {
    const { camera } = stage;
    const flat = part.what === "paper";
    const there = place(part.at);
    const on = flat ? PANEL : sheetAt(camera.see(...there), (camera.focal / there[2]) * size, side);
    const given = flat ? { ...spot.given, ...panelUnits(stage) } : spot.given;
    rowsOn(stage, part.name, within({ ...part, at: [0, 0, 0] }, onSheet({ ...spot, given }, on)));
  } else if (part.what === "scratch")
    scratchOn(stage, [place(part.ends[0]), place(part.ends[1])], part.weight * bold);
  else if (part.what === "named") stage.pen.name(part.name, stage.camera.outline(part.corners.map(place)));
  else {
    const at = place(part.at);
    const [x, y] = stage.camera.see(...at);
    const k = (stage.camera.focal / Math.max(0.4, at[2] + (part.deep ?? 0))) * size;
    const points = pointsBy(part.curve, spot).map(
      ([u, v, corner]): Pt => (corner ? [x + side * k * u, y + k * v, 1] : [x + side * k * u, y + k * v]),
    );
    if (part.what === "glow") glow(stage, points[0] ?? [x, y], k * part.radius, part.strength);
    else if (part.what === "inside")
      stage.pen.inside(points, (pen) => {
        drawRows({ ...stage, pen }, part.name, { ...spot, origin: placeIn(spot, part.at) }, ground);
      });
    else drawFlat(stage.pen, part, points, spot);
  }
}
