// Joins balloons: one outline around all of them, without a line where they meet.
import { Path2D, PathOp } from "@napi-rs/canvas";
import { isInPolygon, polygonsOf } from "./read-path.ts";

/** The union of outlines, as an SVG path. Gaps between their spikes are filled. */
export function joinOutlines([first, ...others]: readonly string[]): string {
  const joined = new Path2D(first ?? "");
  for (const outline of others) joined.op(new Path2D(outline), PathOp.Union);
  const contours = joined.toSVGString().split(/(?=M)/);
  const outer = contours.filter((contour) => {
    const [point] = polygonsOf(contour)[0] ?? [];
    const around = contours.filter((other) => other !== contour).flatMap(polygonsOf);
    return point !== undefined && !around.some((polygon) => isInPolygon(point, polygon));
  });
  return outer.join("").replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
