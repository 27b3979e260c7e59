// A drafter whose pages and pictures have a quarter of the width, for tests and campaigns that check content, timing and counts but no
// pixels. Layout, lettering and proofreading are in millimetres, so they are unchanged.
import { COLUMN_WIDTH } from "../manga/column-gap.ts";
import type { Drafter } from "./drafter.ts";

const SHARE = 0.25;
const LEAST_PX = 16;

const small = (widthPx: number) => Math.max(LEAST_PX, Math.round(widthPx * SHARE));

/** Throws as the drafter does. */
export function smallDrafter(drafter: Drafter): Drafter {
  return {
    ...drafter,
    compose: (panels, art, texts, page) =>
      drafter.compose(panels, art, texts, { ...page, widthPx: small(page.widthPx) }),
    cover: (brief, widthPx) => drafter.cover(brief, small(widthPx)),
    column: (panels, art, marks, page) =>
      drafter.column(panels, art, marks, { ...page, widthPx: small(page.widthPx ?? COLUMN_WIDTH) }),
    rasterize: (drawing, widthPx, ...mode) => drafter.rasterize(drawing, small(widthPx), ...mode),
  };
}
