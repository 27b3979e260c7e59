// placeholder
import type { Prop } from "../../../manga/staging.ts";
import type { Pen } from "./pen.ts";
export function drawProp(pen: Pen, _prop: Prop, _where: "held" | "set"): number {
  pen.shape(
    [
      [-20, -20],
      [20, -20],
      [20, 20],
      [-20, 20],
    ],
    "white",
  );
  return 30;
}
