// The last resort: a text that does not fit the paper at 10 pt is shrunk until it does, unless a person chose its size.

import { fitBody } from "./balloon-body.ts";
import type { PlacedText, Room, TextToPlace } from "./candidates.ts";
import { boundingBox, PAPER } from "./geometry.ts";
import { SMALLEST } from "./stages.ts";
import { blocksWithin, bodyOf } from "./wanted-extent.ts";

/** `share`: height of its middle in the panel, 0 (top) to 1. */
export function squeezed(text: TextToPlace, room: Room, share: number): PlacedText {
  const panel = boundingBox(room.corners);
  const blocks = blocksWithin(text, text.isSizeFixed ? text.fontSize : SMALLEST);
  const [first] = blocks;
  if (first === undefined) throw new RangeError("a text needs at least one block");
  let best = {
    block: first,
    body: fitBody(text.form, first.lineBoxes, { fontSize: 1, tightness: "boxed" }),
    fontSize: 0,
  };
  for (const block of blocks) {
    const unit = fitBody(text.form, block.lineBoxes, { fontSize: 1, tightness: "boxed" });
    const most = Math.min(PAPER.safe.width / 2 / unit.outerX, PAPER.safe.height / 2 / unit.outerY);
    const fontSize = text.isSizeFixed ? text.fontSize : Math.min(SMALLEST, most * 0.98);
    if (fontSize > best.fontSize)
      best = { block, body: bodyOf(text, block, { fontSize, tightness: "boxed" }), fontSize };
  }
  const { block, body } = best;
  const clamp = (v: number, low: number, high: number): number =>
    Math.min(Math.max(v, low), Math.max(low, high));
  const { x, y, width, height } = PAPER.safe;
  const middle = {
    x: clamp(panel.x + panel.width / 2, x + body.outerX, x + width - body.outerX),
    y: clamp(panel.y + panel.height * share, y + body.outerY, y + height - body.outerY),
  };
  return { block, body, middle };
}
