// What lies behind the people.
import { rect } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { PanelView } from "./view.ts";

export function drawBackdrop(pen: Pen, { width, height, camera }: PanelView): void {
  pen.fill(rect(-30, -30, width + 60, height + 60), "white");
  pen.line(
    [
      [-30, camera.horizon],
      [width + 30, camera.horizon],
    ],
    1,
    "none",
  );
}
