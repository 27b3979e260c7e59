// The `Drafter` that draws with a canvas. All phases that draw pages use it, directly or through the worker pool.

import { readFont } from "../../lettering/src/read-font.ts";
import { takeTurns } from "../take-turns.ts";
import { columnOf } from "./column/page-column.ts";
import { composePage, rasterizeDrawing } from "./compose-page.ts";
import { composeCover } from "./cover.ts";
import { busyAreas } from "./detail-map.ts";
import type { Drafter } from "./drafter.ts";
import { missingIn } from "./own-fonts.ts";
import { previewPage } from "./preview.ts";
import { blankPanels } from "./quality/blank-panels.ts";
import { letterWithin } from "./quality/letter-within.ts";
import { panelResolutions } from "./quality/panel-resolutions.ts";
import { repairLayout } from "./quality/repair-layout.ts";
import { repairPage } from "./quality/repair-page.ts";
import { renditionsOf } from "./renditions.ts";

/** Concurrent pictures: one is encoded while the next is painted. More would only take memory. */
const PICTURES_AT_ONCE = 2;

export function canvasDrafter(): Drafter {
  const inTurn = takeTurns(PICTURES_AT_ONCE);
  return {
    readFont: async (file) => readFont(file),
    missingIn,
    layout: repairLayout,
    preview: (panels, page) => inTurn(() => previewPage(panels, page)),
    letter: letterWithin,
    compose: (panels, art, texts, page) => inTurn(() => composePage({ panels, art, texts, page })),
    cover: (brief, widthPx) => inTurn(() => composeCover(brief, widthPx)),
    proofread: repairPage,
    blankPanels: (page) => inTurn(() => blankPanels(page)),
    resolutions: panelResolutions,
    busyAreas: (...image) => inTurn(() => busyAreas(...image)),
    renditions: (image) => inTurn(() => renditionsOf(image)),
    column: (panels, art, marks, page) => inTurn(() => columnOf({ panels, art, marks, page })),
    rasterize: (...drawing) => inTurn(() => rasterizeDrawing(...drawing)),
  };
}
