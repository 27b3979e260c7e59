// Flat drawings of `assets/places` on paper: near views, fronts and fixtures, in whatever units the sheet that they are laid on has.
import type { Vec3 } from "../camera/camera.ts";
import type { Chance } from "../pen/chance.ts";
import type { Pt } from "../pen/curves.ts";
import { MATERIALS, type Material } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import type { FlatPart, Part } from "./place-parts.ts";
import { type Choices, coatOf, eachRow, placeIn, pointsBy, type Spot, spotAt } from "./rows.ts";

/** Throws `RangeError` for a material that code was to give. */
export const materialOf = (stuff: NonNullable<Part["made"]>, spot: Spot): Material => {
  const material = typeof stuff === "string" ? MATERIALS[stuff] : spot.made[stuff.by];
  if (!material) throw new RangeError("a composition names a material that is not given");
  return material;
};

export function drawFlat(pen: Pen, part: FlatPart, points: readonly Pt[], spot: Spot): void {
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
