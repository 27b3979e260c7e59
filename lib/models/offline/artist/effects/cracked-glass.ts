// A crack across the glass that people are under, where it is told.
import { type Pt, sharp } from "../pen/curves.ts";
import type { Stage } from "../places/stage.ts";

/** A crack across the panes, with its forks: as shares of the panel. */
export function drawCrack({ pen, width, height, picture }: Stage, dark: boolean): void {
  if (!picture.told.crackedGlass) return;
  const at = ([x, y]: Pt): Pt => [x * width, y * height];
  const ink = dark ? "white" : "black";
  for (const [weight, ...way] of [
    [
      1.7,
      [0.06, 0.36],
      [0.17, 0.27],
      [0.24, 0.33],
      [0.37, 0.19],
      [0.46, 0.24],
      [0.6, 0.12],
      [0.72, 0.16],
      [0.9, 0.04],
    ],
    [1.1, [0.24, 0.33], [0.28, 0.42], [0.34, 0.45]],
    [1.1, [0.37, 0.19], [0.33, 0.1], [0.36, 0.03]],
    [1, [0.46, 0.24], [0.53, 0.34], [0.52, 0.41]],
    [0.9, [0.6, 0.12], [0.65, 0.25], [0.73, 0.3]],
  ] as const) {
    const run = way.map((p) => at([p[0], p[1]]));
    pen.stroke(sharp(run), dark ? "black" : "white", weight * 2.2);
    pen.stroke(sharp(run), ink, weight);
  }
}
