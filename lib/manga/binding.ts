// How a book is bound decides on which side of a page its fold lies. A right-bound book has its odd pages on the left and is
// read from the right; a left-bound one has them on the right. In both, page 1 is the first one on its own.
import { type Box, PAPER } from "./geometry.ts";
import type { Direction } from "./language.ts";

export interface PagePlace {
  number: number;
  direction: Direction;
}

/** The side of the open book on which a page lies: where its outer edge is. */
export function outerSide({ number, direction }: PagePlace): "left" | "right" {
  return (number % 2 === 1) === (direction === "rtl") ? "left" : "right";
}

/** How far a page's frame stands out of the middle of its paper, away from the fold: the inner margin (ノド) is 4 mm wider than the outer one. */
const FROM_FOLD = 20;

/** The inner frame of a page. */
export function pageFrame(page: PagePlace): Box {
  const { frame } = PAPER;
  return { ...frame, x: frame.x + (outerSide(page) === "left" ? -FROM_FOLD : FROM_FOLD) };
}
