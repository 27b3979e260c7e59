// The side of a page on which its fold lies, by the book's binding. A right-bound book has odd pages on the left and is read from the
// right; a left-bound one has odd pages on the right. In both, page 1 stands alone.
import type { Box } from "./geometry.ts";
import type { Direction } from "./language.ts";
import { PAPER } from "./paper.ts";

export interface PagePlace {
  number: number;
  direction: Direction;
}

/** The side of the open book on which a page lies, which is also the side of its outer edge. */
export function outerSide({ number, direction }: PagePlace): "left" | "right" {
  return (number % 2 === 1) === (direction === "rtl") ? "left" : "right";
}

/**
 * Offset of a page's inner frame from the middle of its paper, away from the fold, in units: the inner margin (ノド) is 4 mm wider than the
 * outer one.
 */
const FROM_FOLD = 20;

/** The inner frame of a page. */
export function pageFrame(page: PagePlace): Box {
  const { frame } = PAPER;
  return { ...frame, x: frame.x + (outerSide(page) === "left" ? -FROM_FOLD : FROM_FOLD) };
}
