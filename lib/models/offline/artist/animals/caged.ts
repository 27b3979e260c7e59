// A cage with whoever is in it: its back and floor behind the animal, its bars before it.

import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { ellipse, type Pt, pts, rect } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";

const hasCage = ({ holds, alsoHolds }: Picture["figures"][number]): boolean =>
  holds === "birdcage" || alsoHolds === "birdcage";

/** Whether a bird of a picture is in the cage that somebody carries. */
export const isInHeldCage = (
  picture: Pick<Picture, "told" | "figures">,
  bird: Pick<Figure, "character">,
): boolean => picture.figures.some(hasCage) && toldOf(picture, bird).cage !== "out";

/** Whether the animal of a picture is in the cage that the picture has. */
export const isCaged = (picture: Picture, { design, figure, borne }: Standing): boolean => {
  if (design.kind !== "bird") return false;
  if (picture.figures.some(hasCage)) return borne === true && isInHeldCage(picture, figure);
  return !borne && picture.props.includes("birdcage") && toldOf(picture, figure).cage === "in";
};

/** The space of a cage that is 2 wide and 3 high on its floor, round an animal. */
function cageSpace(pen: Pen, { figure, face: [fx, fy], x, groundY }: Standing): Pen {
  const size = Math.max(1, groundY - fy) * 0.66;
  // A bird's tail reaches as far behind its feet as its head does before them, and more.
  const middle = x + (fx - x) * 0.3 + (figure.facing === "left" ? 0.12 : -0.12) * size;
  return pen.of(MATERIALS.metal).at([size / 100, 0, 0, size / 100, middle, groundY]);
}

const DOME = "-150,0! -150,-190 -112,-262 0,-296 112,-262 150,-190 150,0!";

export function drawCageBehind(pen: Pen, standing: Standing): void {
  const p = cageSpace(pen, standing);
  p.shape(pts(DOME), { tone: 0.12 });
  for (const x of [-120, -60, 0, 60, 120]) p.line(bar(x), 0.5, "none");
  p.shape(ellipse(0, 2, 156, 22, 16), { tone: 0.4 });
}

export function drawCageBefore(pen: Pen, standing: Standing): void {
  const p = cageSpace(pen, standing);
  for (const x of [-132, -90, -45, 45, 90, 132]) p.line(bar(x), 1.5, "none");
  p.contour(pts(DOME), 1.6);
  p.line(pts("-150,-176 -60,-166 60,-166 150,-176"), 1.2, "none");
  p.stroke(ellipse(0, -314, 18, 20, 10), "black", 2, true);
  p.shape(rect(-166, -2, 332, 34), { tone: 0.6 });
  p.line(pts("-160,12 160,12"), 0.7, "none");
  p.name("birdcage", rect(-166, -334, 332, 366));
}

/** One bar from the crown to the floor. */
const bar = (x: number): readonly Pt[] => pts(`${x * 0.16},-292 ${x * 0.82},-246 ${x},-170 ${x},0`);
