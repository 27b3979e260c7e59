// Parts of places that are lists of solids and flat drawings: how the rows of `assets/places` are drawn. docs/places.md describes them for
// whoever writes one; `scripts/places/place-rows.ts` packs them.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import type { Chance } from "../pen/chance.ts";
import type { Pt } from "../pen/curves.ts";
import { MATERIALS, type Material } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import type { Details, Drawer, FlatPart, Part } from "./place-parts.ts";
import { type Choices, coatOf, eachRow, lengthOf, placeIn, pointsBy, type Spot, spotAt } from "./rows.ts";
import { edge, glow, level, made, quad, type Stage, solid } from "./stage.ts";
import { cornersBetween, scratchOn, type Wall } from "./walls.ts";

/** What a drawer is given of its row: its points in the scene, its paint and weight, and what it is told. */
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
}

/** Draws a composition by its name, from where it stands; on a wall, by what is along and up it. */
export function build(stage: Stage, name: string, where: Vec3 | Wall, choices: Building = {}): void {
  const wall = "w" in where ? where : undefined;
  const origin: Vec3 = "w" in where ? [0, 0, 0] : where;
  const given = wall ? { ...choices.given, end: wall.w, top: wall.h } : choices.given;
  const { hour, weather, season } = stage.picture.scene;
  const is = [hour, weather, season, ...stage.picture.props, ...(choices.is ?? [])];
  const spot = spotAt(origin, stage.place, { ...choices, ...(given && { given }), is });
  drawRows(stage, name, spot, { wall, drawers: choices.drawers });
}

interface Ground {
  wall: Wall | undefined;
  drawers: Drawers | undefined;
}

const materialOf = (stuff: NonNullable<Part["made"]>, spot: Spot): Material => {
  const material = typeof stuff === "string" ? MATERIALS[stuff] : spot.made[stuff.by];
  if (!material) throw new RangeError("a composition names a material that is not given");
  return material;
};

function drawRows(stage: Stage, name: string, spot: Spot, ground: Ground): void {
  const stages = new Map<Material, Stage>();
  eachRow(name, spot, (part, at) => {
    const stuff = part.made ?? at.stuff;
    if (!stuff) {
      drawPart(stage, part, at, ground);
      return;
    }
    const material = materialOf(stuff, at);
    const inked = stages.get(material) ?? made(stage, material);
    stages.set(material, inked);
    drawPart(inked, part, at, ground);
  });
}

type Leaf = Exclude<Part, { what: "part" }>;

function drawPart(stage: Stage, part: Leaf, spot: Spot, ground: Ground): void {
  const { wall, drawers } = ground;
  const place = (at: Parameters<typeof placeIn>[1]): Vec3 => {
    const there = placeIn(spot, at);
    return wall ? wall.at(there[0], there[1]) : there;
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
    const [a, b] = [placeIn(spot, part.ends[0]), placeIn(spot, part.ends[1])];
    const corners = cornersBetween(a, b);
    const seen = wall ? corners.map(([u, v]) => wall.at(u, v)) : corners;
    quad(stage, seen, coatOf(part.paint, spot), part.weight * bold);
  } else if (part.what === "floor") {
    const [[x0, y, z0], [x1, , z1]] = [place(part.ends[0]), place(part.ends[1])];
    level(stage, [x0, z0], [x1, z1], { y, paint: coatOf(part.paint, spot), weight: part.weight * bold });
  } else if (part.what === "edge") {
    const way = part.way.map(place);
    const paint = coatOf(part.paint, spot);
    for (const [i, to] of way.entries()) {
      const from = way[i - 1];
      if (from) edge(stage, from, to, part.weight * bold, paint);
    }
  } else if (part.what === "scratch")
    scratchOn(stage, [place(part.ends[0]), place(part.ends[1])], part.weight * bold);
  else if (part.what === "named") stage.pen.name(part.name, stage.camera.outline(part.corners.map(place)));
  else {
    const at = place(part.at);
    const [x, y] = stage.camera.see(...at);
    const k = (stage.camera.focal / Math.max(0.4, at[2])) * size;
    const points = pointsBy(part.curve, spot).map(
      ([u, v, corner]): Pt => (corner ? [x + side * k * u, y + k * v, 1] : [x + side * k * u, y + k * v]),
    );
    if (part.what === "glow") glow(stage, points[0] ?? [x, y], k * part.radius, part.strength);
    else if (part.what === "inside")
      stage.pen.inside(points, (pen) => {
        drawRows({ ...stage, pen }, part.name, { ...spot, origin: placeIn(spot, part.at) }, ground);
      });
    else drawFlat("lit" in part ? stage.lamp : stage.pen, part, points, spot);
  }
}

function drawFlat(pen: Pen, part: FlatPart, points: readonly Pt[], spot: Spot): void {
  if (part.what === "glow") return;
  const weight = part.weight * spot.bold;
  if (part.what === "line") pen.line(points, weight, part.taper);
  else if (part.what === "contour") pen.contour(points, weight);
  else if (part.what === "stroke") pen.stroke(points, coatOf(part.paint, spot), weight, part.closed);
  else if (part.what === "fill") pen.fill(points, coatOf(part.paint, spot));
  else pen.shape(points, coatOf(part.paint, spot), weight);
}

/** Paper that a drawing is laid on: where a point of it lies in the panel. */
export type Sheet = (u: number, v: number) => Pt;

/** Draws the flat rows of a composition on paper. Rounds keep their shape where their radii are both in units of one axis. */
export function drawOnSheet(
  pen: Pen,
  name: string,
  on: Sheet,
  { rng, ...choices }: Choices & { rng: Chance },
): void {
  rowsOn(pen, name, on, spotAt([0, 0, 0], rng, choices));
}

function rowsOn(pen: Pen, name: string, on: Sheet, spot: Spot): void {
  eachRow(name, spot, (part, at) => {
    if (!("curve" in part) || part.what === "plate") return;
    const stuff = part.made ?? at.stuff;
    const inked = stuff ? pen.of(materialOf(stuff, at)) : pen;
    const points = onPaper(part.curve, placeIn(at, part.at), on, at);
    if (part.what === "inside")
      inked.inside(points, (p) => rowsOn(p, part.name, on, { ...at, origin: placeIn(at, part.at) }));
    else drawFlat(inked, part, points, at);
  });
}

/** The points of a curve on a sheet; a round, and a part that keeps its shape, by one unit both ways. */
function onPaper(text: string, [x, y]: Vec3, on: Sheet, spot: Spot): Pt[] {
  const { side, size, square } = spot;
  const points = pointsBy(text, spot);
  const [x0, y0] = on(0, 0);
  const unit = square?.by === "down" ? Math.abs(on(0, 1)[1] - y0) : Math.abs(on(1, 0)[0] - x0);
  if (!square && !text.startsWith("round"))
    return points.map(([u, v, corner]): Pt => {
      const [px, py] = on(x + side * size * u, y + size * v);
      return corner ? [px, py, 1] : [px, py];
    });
  const [, cx = 0, cy = 0] = square ? [] : text.split(" ").map(Number);
  const [px, py] = on(x + side * size * cx, y + size * cy);
  const k = unit * (square?.n ?? 1) * size;
  return points.map(([u, v, corner]): Pt => {
    const [qx, qy] = [px + side * k * (u - cx), py + k * (v - cy)];
    return corner ? [qx, qy, 1] : [qx, qy];
  });
}

/** Paper round a point, in units of one length both ways. */
export const sheetAt =
  ([x, y]: Pt, k: number, way = 1): Sheet =>
  (u, v) => [x + u * k * way, y + v * k];
