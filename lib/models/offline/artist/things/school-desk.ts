// A pupil's desk, a box on pipes: what lies on a table in a classroom lies on one.
import { rect } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "./parts.ts";
import { sizeOf } from "./props.ts";

/** In the table's own space, and named as it is, since it stands for it. */
export function drawSchoolDesk(pen: Pen): void {
  drawPart(pen, "standing/school-desk");
  const [left, high, right, low] = sizeOf("table").extent;
  pen.name("table", rect(left, high, right - left, low - high));
}
