// A clock in the open, where no wall is for it: on a post, as parks, squares and stations have them.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import { corner, ellipse, type Pt, placed, pts, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";

/** Metres from the ground to its top. */
const TALL = 3.3;

/** Stands on the ground at `x`, behind the people, and is never so tall that its face would be cut off. */
export function drawPostClock(
  paper: Pen,
  { camera, height }: PanelView,
  { groundY }: Composition,
  x: number,
): Pt[] {
  const z = camera.distance * 1.25 + 0.6;
  const y = Math.min(camera.see(0, 0, z)[1], groundY);
  const k = Math.min(camera.focal / z, (y - height * 0.05) / TALL);
  const pen = paper.withNib(Math.max(1.6, Math.min(3, height / 240)));
  pen.fill(ellipse(x, y, k * 0.5, k * 0.07, 10), { veil: 0.35 });
  pen.haloed(pen.nib * 0.5, (p) => postClock(p.at(placed(x, y, 0, k / 100))));
  const corners: Pt[] = through([x - k * 0.4, y - TALL * k], [x + k * 0.4, y - k * (TALL - 0.8)]);
  paper.name("clock", corners);
  return corners;
}

/** In hundredths of a metre, from its foot up. */
function postClock(pen: Pen): void {
  const iron = pen.of(MATERIALS.slate);
  iron.shape(sharp(pts("-18,0 -13,-26 13,-26 18,0")), "black", 0.6);
  iron.shape(sharp(pts("-6,-24 -5,-256 5,-256 6,-24")), { tone: 0.7 }, 0.7);
  iron.fill(sharp(pts("1,-24 1,-256 5,-256 6,-24")), "black");
  iron.shape(ellipse(0, -70, 10, 5, 10), "black", 0.5);
  iron.shape([corner([-14, -250]), [-8, -262], [8, -262], corner([14, -250])], "black", 0.6);
  iron.shape(ellipse(0, -292, 38, 38, 22), { tone: 0.74 }, 1);
  const face = pen.of(MATERIALS.plain);
  face.shape(ellipse(0, -292, 31, 31, 20), "white", 0.8);
  for (let i = 0; i < 12; i++)
    face.at(placed(0, -292, i * 30)).stroke(pts(i % 3 === 0 ? "0,-28 0,-22" : "0,-28 0,-25"), "black", 1);
  face.line(sharp(pts("0,-292 0,-316")), 1.5, "end");
  face.line(sharp(pts("0,-292 13,-277")), 1.8, "end");
  face.fill(ellipse(0, -292, 2.4, 2.4, 8), "black");
  iron.shape([corner([-16, -326]), [0, -334], corner([16, -326])], "black", 0.6);
}
