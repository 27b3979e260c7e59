// Points, boxes and the paper. The unit is 0.1 mm of the printed B5 page. Page coordinates start at the top left corner of the trimmed
// page; x grows right, y down.
import * as z from "zod";
import { UNITS_PER_MM } from "./paper.ts";

export { boundingBox, PAPER, UNITS_PER_MM } from "./paper.ts";

export const PointSchema = z.object({ x: z.number(), y: z.number() });
export type Point = z.infer<typeof PointSchema>;

export const BoxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});
export type Box = z.infer<typeof BoxSchema>;

/** Pixels per unit at a resolution in dots per inch. */
export function pixelsPerUnit(dpi: number): number {
  return dpi / 25.4 / UNITS_PER_MM;
}
