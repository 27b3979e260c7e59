// Which panels of a page reach the paper's edge, and how far: great moments run out of the frame on every side on which they
// touch it, to the end of the bleed, and stop nowhere between.
import { type Box, PAPER } from "../../manga/geometry.ts";
import type { Demand } from "./demand.ts";
import { type Region, regionOf } from "./region.ts";

/** Where panels that bleed end: the trimmed page and the bleed around it. */
const PAPER_WITH_BLEED: Box = {
  x: -PAPER.bleed,
  y: -PAPER.bleed,
  width: PAPER.width + 2 * PAPER.bleed,
  height: PAPER.height + 2 * PAPER.bleed,
};

/** A page with more than this of its panels bleeding would have no frame left. */
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
 * Lets a region reach the bleed edge on the sides where it touches the frame, but for a frame's top that is below something, and
 * for the bottom where a line stands at the page's foot.
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
