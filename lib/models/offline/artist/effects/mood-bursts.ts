// Bursts behind a face that is beside itself, besides wedges: a ring of spikes, a black field torn open, streams from both sides.

import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { corner, type Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { paper } from "../places/stage.ts";

/** A place round the middle of a panel, `k` of the way to its edges. */
const round =
  ({ width, height }: PanelView) =>
  (angle: number, k: number): Pt => [
    width * (0.5 + Math.cos(angle) * 0.5 * k),
    height * (0.47 + Math.sin(angle) * 0.5 * k),
  ];

/** A sea urchin: fine strokes in a ring, thin at both ends, close as a hand lays them. */
export function drawUrchin(pen: Pen, view: PanelView, rng: Chance, weight: number): void {
  const at = round(view);
  const n = 150;
  for (let i = 0; i < n; i++) {
    const a = ((i + rng.next() * 0.8) / n) * Math.PI * 2;
    const from = rng.between(0.74, 0.98);
    const to = from + rng.between(0.3, 0.95);
    const wide = (weight * rng.between(0.7, 1.5)) / Math.hypot(view.width, view.height);
    pen.fill(
      [
        at(a, from),
        at(a - wide, from + (to - from) * 0.45),
        at(a, to),
        at(a + wide, from + (to - from) * 0.45),
      ].map(corner),
      "black",
    );
  }
}

/** Black torn open round the face: every tear runs out in a point, far ones beside near ones. */
export function drawBlackFlash(pen: Pen, view: PanelView, rng: Chance): void {
  pen.fill(paper(view), "black");
  const at = round(view);
  const n = 72;
  const torn: Pt[] = [];
  for (let i = 0; i < n; i++) {
    const a = ((i + rng.between(-0.3, 0.3)) / n) * Math.PI * 2;
    const far = i % 6 === 0 ? rng.between(1.3, 1.7) : rng.between(0.95, 1.25);
    torn.push(corner(at(a, far)), corner(at(a + Math.PI / n, rng.between(0.72, 0.86))));
  }
  pen.fill(torn, "white");
}

/** Streams of lines on a slant from both sides, heavy at the frame, that leave the middle free. */
export function drawStreams(pen: Pen, { width, height }: PanelView, rng: Chance, weight: number): void {
  const slope = rng.between(0.12, 0.3) * (rng.flip() ? 1 : -1);
  const bundles = 9;
  for (const side of [1, -1] as const)
    for (let b = 0; b < bundles; b++) {
      const middle = (height * (b + rng.next())) / bundles;
      for (let i = rng.int(3, 6); i > 0; i--) {
        const y = middle + rng.between(-0.05, 0.05) * height;
        const long = width * rng.between(0.14, 0.38);
        const w = weight * rng.between(0.3, 1.5);
        const x = side === 1 ? -20 : width + 20;
        pen.fill(
          [
            corner([x, y - w - slope * long * side]),
            corner([x + side * long, y]),
            corner([x, y + w - slope * long * side]),
          ],
          "black",
        );
      }
    }
}
