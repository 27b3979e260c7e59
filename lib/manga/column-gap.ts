// The white between panels of the scroll layout: a larger gap means more time.
import { boundingBox } from "./geometry.ts";
import type { Panel } from "./storyboard.ts";

/** Width of the column in pixels, as WEBTOON accepts for uploads. Gaps are in these pixels. */
export const COLUMN_WIDTH = 800;

/** White above a panel: beside the previous one on its page, below it, before the peak, and at the start of a scene. */
const GAP = { beside: 90, below: 160, peak: 260, scene: 420 } as const;

/** White above the book's first panel. */
export const COLUMN_MARGIN = 60;

type Placed = Pick<Panel, "frame" | "weight"> & { picture: Pick<Panel["picture"], "scene"> };

/** The gap between two consecutive panels. Panels stand beside each other where their heights overlap by half of the lower one. */
export function gapBetween(before: Placed, panel: Placed): number {
  const gap = gapAtTurn(before, panel);
  if (gap !== GAP.below) return gap;
  const [a, b] = [boundingBox(before.frame.corners), boundingBox(panel.frame.corners)];
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > Math.min(a.height, b.height) / 2 ? GAP.beside : GAP.below;
}

/** The gap above the first panel of a page: it is never beside the previous panel. */
export function gapAtTurn(before: Placed, panel: Placed): number {
  if (before.picture.scene !== panel.picture.scene) return GAP.scene;
  return panel.weight === 5 ? GAP.peak : GAP.below;
}
