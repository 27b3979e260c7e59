// A cage with whoever is in it: its back and floor behind the animal, its bars before it.

import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { rect } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";

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

export const drawCageBehind = (pen: Pen, standing: Standing): void =>
  drawPart(cageSpace(pen, standing), "beings/cage-behind");

export function drawCageBefore(pen: Pen, standing: Standing): void {
  const p = cageSpace(pen, standing);
  drawPart(p, "beings/cage-before");
  p.name("birdcage", rect(-166, -334, 332, 366));
}
