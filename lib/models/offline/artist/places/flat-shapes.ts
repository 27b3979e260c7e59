// Flat shapes on walls and floors of a setting: pointed windows, discs, outlines of tools, in the plane in which they lie.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { boxed, type Pt, through } from "../pen/curves.ts";
import { edge, quad, type Stage } from "./stage.ts";
import type { Wall } from "./walls.ts";

/** A shape on a wall by its corners, in metres along and up it. */
export function patch(stage: Stage, wall: Wall, corners: readonly Pt[], paint: Paint, weight = 0.6): void {
  quad(
    stage,
    corners.map(([u, v]): Vec3 => wall.at(u, v)),
    paint,
    weight,
  );
}

/** A wall's foot, as far up as it is of another stuff, in metres. */
export const boarded = (stage: Stage, wall: Wall, height: number, paint: Paint, weight: number): void =>
  patch(stage, wall, rectangle(wall.w, height), paint, weight);

const rectangle = (width: number, height: number): Pt[] => boxed([0, 0], [width, height]);

/** A line on a wall. */
export function mark(
  stage: Stage,
  wall: Wall,
  [a, b]: readonly [Pt, Pt],
  weight = 0.5,
  paint: Paint = "black",
): void {
  edge(stage, wall.at(a[0], a[1]), wall.at(b[0], b[1]), weight, paint);
}

/** Corners of a round. */
export const round = ([u, v]: Pt, r: number, n = 14): Pt[] =>
  Array.from({ length: n }, (_, i): Pt => {
    const a = (i * Math.PI * 2) / n;
    return [u + Math.cos(a) * r, v + Math.sin(a) * r];
  });

/** Corners of an upright opening that ends in a point, or in a half round. */
export function arch([u, v]: Pt, w: number, h: number, pointed: boolean): Pt[] {
  const spring = h - w * (pointed ? 0.9 : 0.5);
  const corners: Pt[] = through([u, v], [u + w, v]);
  for (let i = 0; i <= 8; i += 1) {
    const t = i / 8;
    const across = w * (1 - t);
    const bow = pointed ? 1 - Math.abs(1 - 2 * t) ** 1.7 : Math.sqrt(Math.max(0, 1 - (1 - 2 * t) ** 2));
    corners.push([u + across, v + spring + (h - spring) * bow]);
  }
  return corners;
}
