// Draws flat compositions of `assets/places` on sheets: near views, fronts and fixtures, in the units of the sheet.
import type { Vec3 } from "../camera/camera.ts";
import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { ellipse, type Pt } from "../pen/curves.ts";
import { MATERIALS, type Material } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { type Sheet, unitAt } from "./paper.ts";
import type { Curve, FlatPart, Part } from "./place-parts.ts";
import { type Choices, coatOf, eachRow, placeIn, pointsBy, roundBy, type Spot, spotAt } from "./rows.ts";

/** Throws `RangeError` for a material that code should supply and does not. */
export const materialOf = (stuff: NonNullable<Part["made"]>, spot: Spot): Material => {
  const material = typeof stuff === "string" ? MATERIALS[stuff] : spot.made[stuff.by];
  if (!material) throw new RangeError("a composition refers to a material that its caller does not supply");
  return material;
};

export function drawFlat(pen: Pen, part: FlatPart, points: readonly Pt[], spot: Spot): void {
  if (part.what === "glow") return;
  const weight = part.weight * spot.bold;
  if (part.what === "line") (part.white ? pen.scratch : pen.line)(points, weight, part.taper);
  else if (part.what === "contour") pen.contour(points, weight);
  else if (part.what === "stroke") pen.stroke(points, coatOf(part.paint, spot), weight, part.closed);
  else if (part.what === "fill") pen.fill(points, coatOf(part.paint, spot));
  else pen.shape(points, coatOf(part.paint, spot), weight);
}

interface Laying extends Choices {
  rng: Chance;
  /** Pen for what no light dims. */
  lamp?: Pen;
}

/** Draws the flat rows of a composition on a sheet. Circles stay circles, with radii in units across. */
export function drawOnSheet(
  pen: Pen,
  name: string,
  on: Sheet,
  { rng, lamp = pen, ...choices }: Laying,
): void {
  rowsOn({ pen, lamp }, name, spotAt([0, 0, 0], rng, choices, on));
}

/** The sheet that equals the panel, and the lengths that drawings on it measure with. */
export const PANEL: Sheet = (u, v) => [u, v];
export const panelUnits = ({ width, height, camera }: PanelView) => ({
  ...{ w: width, h: height, mm: 10, horizon: camera.horizon },
});

/** Draws a composition over the whole panel, in the panel's units. */
export const drawOnPanel = (pen: Pen, name: string, view: PanelView, laying: Laying): void =>
  drawOnSheet(pen, name, PANEL, { ...laying, given: { ...panelUnits(view), ...laying.given } });

/** Draws a composition on the sheet of a spot. */
export function rowsOn({ pen, lamp }: { pen: Pen; lamp: Pen }, name: string, spot: Spot): void {
  eachRow(name, spot, (part, at) => {
    if (!("curve" in part) || part.what === "plate" || !at.sheet) return;
    const stuff = part.made ?? at.stuff;
    const base = "lit" in part ? lamp : pen;
    const inked = stuff ? base.of(materialOf(stuff, at)) : base;
    const where = placeIn(at, part.at);
    const points = onPaper(part.curve, where, at.sheet, at);
    if (part.what === "inside")
      inked.inside(points, (inner) => rowsOn({ pen: inner, lamp }, part.name, { ...at, origin: where }));
    else drawFlat(inked, part, points, at);
  });
}

/** The points of a curve on a sheet; circles stay circles. */
function onPaper(shape: Curve, [x, y]: Vec3, on: Sheet, spot: Spot): Pt[] {
  const { side, size, hand } = spot;
  const round = roundBy(shape, spot);
  if (!round)
    return pointsBy(shape, spot).map(([u, v, corner]): Pt => {
      const [px, py] = on(x + side * size * u, y + size * v);
      return corner ? [px, py, 1] : [px, py];
    });
  const [cx = 0, cy = 0, rx = 0, ry = 0, n = 0] = round;
  const at: Pt = [x + side * size * cx, y + size * cy];
  const k = unitAt(on, at, "across") * size;
  const [px, py] = on(at[0], at[1]);
  return ellipse(0, 0, rx, ry, n).map(([u, v]): Pt => [px + side * hand * k * u, py + k * v]);
}
