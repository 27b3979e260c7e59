// A thing that can be drawn: in a space where a hand is 60 long and the thing's grip is the origin.
import type { Pen } from "./pen.ts";

export interface Thing {
  /** How tall it stands when set down, in metres. */
  metres: number;
  /** Draws round the grip. */
  draw(pen: Pen): void;
}
