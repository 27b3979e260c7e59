// The titles of 4-koma strips in a rough.
import type { SKRSContext2D } from "@napi-rs/canvas";
import { boundingBox } from "../manga/geometry.ts";
import type { Panel } from "../manga/storyboard.ts";
import { lineLength, paintLine } from "./screen-font.ts";

/** 14 pt, in units. */
const SIZE = 50;
/** Distance from the letters' middle to the panel below. */
const RISE = 62;
/** Distance of a rule from the letters, and its minimum length; a shorter one is omitted. */
const APART = 34;
const SHORTEST_RULE = 50;

export function paintStripTitles(ctx: SKRSContext2D, panels: readonly Panel[]): void {
  ctx.save();
  ctx.fillStyle = "#000000";
  for (const { strip, frame } of panels) {
    if (strip?.title === undefined) continue;
    const { x, y, width } = boundingBox(frame.corners);
    const [middle, height] = [x + width / 2, y - RISE];
    const title = shortened(strip.title, width - 2 * APART);
    paintLine(ctx, { text: title, x: middle, y: height, size: SIZE, align: "center", isMiddle: true });
    const letters = lineLength(title, SIZE) / 2 + APART;
    if (width / 2 - letters < SHORTEST_RULE) continue;
    ctx.fillRect(x, height - 3, width / 2 - letters, 6);
    ctx.fillRect(middle + letters, height - 3, width / 2 - letters, 6);
  }
  ctx.restore();
}

function shortened(title: string, width: number): string {
  const letters = [...title];
  while (letters.length > 1 && lineLength(letters.join(""), SIZE) > width) letters.splice(-2, 2, "…");
  return letters.join("");
}
