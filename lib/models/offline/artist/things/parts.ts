// Drawings of `assets/parts` by their name: what code puts something together from.
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Pen } from "../pen/pen.ts";
import { drawMarks, type Look } from "./marks.ts";

/** Throws `RangeError` for a part that nobody drew, and where it names what the look has not. */
export const drawPart = (pen: Pen, name: string, look?: Look): void =>
  drawMarks(pen, THING_PACK.drawingOf(name), look);
