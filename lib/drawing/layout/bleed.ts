// Decides which panels of a page bleed, and on which sides: important panels extend to the end of the bleed on every side on which they
// touch the frame, and never only part of the way.
import { type Box, PAPER } from "../../manga/geometry.ts";
import type { Demand } from "./demand.ts";
import { type Region, regionOf } from "./region.ts";

/** The trimmed page with its bleed. */
const PAPER_WITH_BLEED: Box = {
  x: -PAPER.bleed,
  y: -PAPER.bleed,
  width: PAPER.width + 2 * PAPER.bleed,
  height: PAPER.height + 2 * PAPER.bleed,
};

/** Maximum number of bleeding panels; with more, the page would have no visible frame. */
const MOST_BLEEDS = 2;

export function bleedingPanels(demands: readonly Demand[]): Set<number> {
  if (demands.length === 1) return new Set([0]);
  return new Set(
    demands
      .flatMap((demand, index) => (demand.bleeds ? [{ index, area: demand.area }] : []))
      .toSorted((a, b) => b.area - a.area || a.index - b.index)
      .slice(0, MOST_BLEEDS)
      .map((candidate) => candidate.index),
  );
}

/**
 * Extends a region to the bleed on the sides where it touches the frame, except at the top of a frame that is below something else, and at
 * the bottom if the page's foot has a line.
 */
export function bled(region: Region, frame: Box, { last = false }: { last?: boolean | undefined }): Region {
  const inner = regionOf(frame);
  const outer = regionOf(PAPER_WITH_BLEED);
  const isOpen = frame.y === PAPER.frame.y;
  const touches = (side: "top" | "bottom" | "left" | "right") =>
    side === "top" || side === "bottom"
      ? region[side].at.y === inner[side].at.y && region[side].along.y === 0
      : region[side].at.x === inner[side].at.x && region[side].along.x === 0;
  return {
    top: isOpen && touches("top") ? outer.top : region.top,
    right: touches("right") ? outer.right : region.right,
    bottom: !last && touches("bottom") ? outer.bottom : region.bottom,
    left: touches("left") ? outer.left : region.left,
  };
}
