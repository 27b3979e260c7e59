// A bird that the words have over the people: it circles in the sky, in no picture's cast.

import type { Composition } from "./compose.ts";
import { corner, type Pt, placed, pts } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { isIndoors } from "./places.ts";
import type { PanelView } from "./view.ts";

const FLIES =
  /\bbirds?\b[^.]*\b(?:above|over|overhead|across the sky|circled|wheeled|soared|flew|flying|glided)\b|鳥[がは][^。]*(?:飛[んび]|舞[いっ]|旋回|空を|頭上)/iu;

/** Seen from below: the head up, wings spread with their tips parted, a fan for a tail. 200 wide. */
const SOARING = pts(
  "2,-22 8,-14 8,-6 38,-26 70,-31 100,-22! 84,-15! 90,-8! 66,-5! 68,4! 36,3 12,9 10,18 18,38! 2,33 -14,38! -6,18 -8,9 -32,5 -60,10! -60,1! -84,1! -78,-7! -98,-15! -70,-28 -38,-25 -6,-6 -5,-14",
);

/** Draws it where the sky is and the words are least, and gives its box by two corners. */
export function drawFlight(paper: Pen, { picture, width, height }: PanelView, plan: Composition): Pt[][] {
  const far = picture.shot === "full" || picture.shot === "long" || picture.shot === "establishing";
  const inCast = plan.standing.some(({ design }) => design.kind === "bird");
  if (!far || inCast || isIndoors(picture.scene.place.kind) || !FLIES.test(picture.action)) return [];
  const size = Math.min(width * 0.16, height * 0.3);
  const heads = plan.standing.map(({ face, scale }) => face[1] - 100 * scale);
  const y = Math.max(size * 0.55, Math.min(height * 0.2, Math.min(height, ...heads) * 0.6));
  const x = width * (width > height * 1.3 ? 0.56 : 0.62);
  const k = size / 200;
  const night = picture.scene.hour === "night";
  const nib = Math.max(1.8, height * 0.006);
  const way = paper.withNib(nib).at(placed(x, y, 0, k));
  // The round that it has flown.
  for (const r of [1, 1.36]) {
    const arc = Array.from({ length: 8 }, (_, i): Pt => {
      const a = 0.5 + i * 0.42;
      return [-96 * r + Math.cos(a) * 110 * r, 34 + Math.sin(a) * 40 * r];
    });
    way.line(arc, 0.7, "both");
  }
  paper.withNib(nib).haloed(nib, (p) => {
    const bird = p.at(placed(x, y, 18, k));
    bird.shape(SOARING, night ? "white" : { tone: 0.74 }, 0.9);
    for (const side of [-1, 1])
      bird.stroke(
        [corner([side * 14, 0]), [side * 40, -14], corner([side * 74, -16])],
        night ? "black" : "white",
        0.8,
      );
  });
  return [
    [
      [x - size * 0.5, y - size * 0.25],
      [x + size * 0.5, y + size * 0.25],
    ],
  ];
}
