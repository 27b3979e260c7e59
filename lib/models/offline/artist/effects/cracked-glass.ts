// A crack across the glass that people are under, where it is told.
import type { Stage } from "../places/stage.ts";
import { drawPart } from "../things/parts.ts";

/** A crack across the panes, with its forks. */
export function drawCrack({ pen, width, height, picture }: Stage, dark: boolean): void {
  if (!picture.told.crackedGlass) return;
  drawPart(pen, "effects/crack", {
    is: [dark ? "dark" : "light"],
    frames: { panel: ([x, y]) => [(x / 100) * width, (y / 100) * height] },
  });
}
