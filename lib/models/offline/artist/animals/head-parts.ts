// What heads of animals with paws are put together from. Head space: the skull is about 84 wide, its middle is (0, 0).
import type { Paint } from "../../../../manga/drawing.ts";
import { type Pt, placed, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { BeastFace } from "./beast-face.ts";

export interface BeastHead {
  /**
   * Draws everything but the features; `ears` are the degrees by which a feeling lowers them (negative: pricks them up),
   * `odd` what one ear has of its own: its right one, the near one where it looks to the right.
   */
  draw(p: Pen, paint: Paint, ears: number, odd?: Paint): void;
  face(paint: Paint): BeastFace;
  nose: readonly Pt[];
  /** Half the head and its crown without ears, for the box of the face. */
  box: readonly [left: number, top: number, right: number, bottom: number];
}

export const earPaint = (paint: Paint): Paint => (paint === "black" ? { tone: 0.5 } : { tone: 0.3 });
export const inkOn = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

export function whiskers(p: Pen, rows: readonly (readonly [number, number, number, number])[]): void {
  for (const [x, y, dx, dy] of rows) p.line(through([x, y], [x + dx, y + dy]), 0.5, "end");
}

/** Turned about the root of an ear. */
export const turned = (p: Pen, [x, y]: Pt, degrees: number): Pen =>
  p.at(placed(x, y, degrees)).at(placed(-x, -y));
