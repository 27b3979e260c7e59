// Sheets: flat coordinate systems for drawings, mapped to the panel, and sheets nested in sheets.
import type { Pt } from "../pen/curves.ts";

/** A flat coordinate system: maps a point of the drawing to the panel. */
export type Sheet = (u: number, v: number) => Pt;

/** Length in panel units of one unit across or down, at a point of a sheet. */
export function unitAt(on: Sheet, [x, y]: Pt, by: "across" | "down"): number {
  const [x0, y0] = on(x, y);
  const [x1, y1] = by === "across" ? on(x + 1, y) : on(x, y + 1);
  return Math.hypot(x1 - x0, y1 - y0);
}

/** A sheet with its origin at a point and the same scale on both axes. */
export const sheetAt =
  ([x, y]: Pt, k: number, way = 1): Sheet =>
  (u, v) => [x + u * k * way, y + v * k];

/** A sheet with its origin at a point, its x axis along a vector, and the vector's length as unit of both axes. */
export const sheetAlong =
  ([x, y]: Pt, [dx, dy]: Pt): Sheet =>
  (u, v) => [x + dx * u - dy * v, y + dy * u + dx * v];

/** What a part says of how it is laid; its other details are lines and units for its rows. */
const OWN = ["size", "bold", "side", "wide", "high", "slope", "across", "down"] as const;
export type Own = Partial<Record<(typeof OWN)[number], number>>;
export const isOwn = (name: string): name is keyof Own => OWN.some((own) => own === name);

/** The sheet of a part of a drawing: in units of across or of down both ways, or drawn out along its axes, or going down to the right. */
export function sheetWithin(outer: Sheet, at: Pt, own: Own & { size: number; side: number }): Sheet {
  const { side, wide = 1, high = 1, slope = 0, across, down } = own;
  const n = across ?? down;
  const square = n !== undefined && unitAt(outer, at, across === undefined ? "down" : "across") * n;
  const [on, [x, y]]: [Sheet, Pt] = square ? [sheetAt(outer(at[0], at[1]), square), [0, 0]] : [outer, at];
  const [su, sv] = [side * own.size * wide, own.size * high];
  return (u, v) => on(x + u * su, y + v * sv + u * su * slope);
}
