// Told facts of animals beyond their pose: curling up, crying out, or being in a cage, whose back and floor
// are drawn behind the animal and whose bars are drawn in front.

import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { type Figure, inHandsOf, type Picture } from "../closed/storyboard.ts";
import { isPose } from "../figures/body/poses.ts";
import { rect } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";

const hasCage = (figure: Figure): boolean => inHandsOf(figure).includes("birdcage");

/** Whether a bird is in the cage that a figure carries. */
export const isInHeldCage = (
  picture: Pick<Picture, "told" | "figures">,
  bird: Pick<Figure, "character">,
): boolean => picture.figures.some(hasCage) && toldOf(picture, bird).cage !== "out";

/** Whether an animal is in the cage of the picture. */
export const isCaged = (picture: Picture, { design, figure, borne }: Standing): boolean => {
  if (design.kind !== "bird") return false;
  if (picture.figures.some(hasCage)) return borne === true && isInHeldCage(picture, figure);
  return !borne && picture.props.includes("birdcage") && toldOf(picture, figure).cage === "in";
};

/** The space of a cage round an animal: 2 wide and 3 high, on its floor. */
function cageSpace(pen: Pen, { figure, face: [fx, fy], x, groundY }: Standing): Pen {
  const size = Math.max(1, groundY - fy) * 0.66;
  // A bird's tail extends farther behind its feet than its head does in front.
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

/** A figure with its told facts: one that curls up lies, and an animal that cries out with an empty mouth has it open. */
export function asTold(
  figure: Figure,
  design: CharacterDesign | undefined,
  picture: Pick<Picture, "told">,
): Figure {
  if (!design || design.kind === "human" || design.kind === "robot" || design.kind === "ghost") return figure;
  const told = toldOf(picture, figure);
  const curled = told.curled && isPose("curls", figure.pose);
  const cries = told.cries && figure.holds === null;
  return { ...figure, ...(curled ? { pose: "lie" as const } : {}), ...(cries ? { speaks: true } : {}) };
}
