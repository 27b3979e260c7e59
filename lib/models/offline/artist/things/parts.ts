// Draws the parts of `assets/parts` by name; code combines them to figures and things.
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Pen } from "../pen/pen.ts";
import { drawMarks, type Look } from "./marks.ts";

/** Throws `RangeError` for an unknown part, or if it uses a name that the look lacks. */
export const drawPart = (pen: Pen, name: string, look?: Look): void =>
  drawMarks(pen, THING_PACK.drawingOf(name), look);
