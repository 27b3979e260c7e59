// The drafter that draws with a canvas: what every phase that draws pages is handed.
import { composePage, rasterizeDrawing } from "./compose-page.ts";
import type { Drafter } from "./drafter.ts";
import { layoutPage } from "./layout/layout-page.ts";
import { letterPage } from "./lettering/letter-page.ts";
import { previewPage } from "./preview.ts";
import { blankPanels } from "./quality/blank-panels.ts";
import { mendPage } from "./quality/mend-page.ts";
import { panelResolutions } from "./quality/panel-resolutions.ts";

export function canvasDrafter(): Drafter {
  return {
    layout: layoutPage,
    preview: previewPage,
    letter: letterPage,
    compose: (panels, art, texts, page) => composePage({ panels, art, texts, page }),
    proofread: mendPage,
    blankPanels,
    resolutions: panelResolutions,
    rasterize: rasterizeDrawing,
  };
}
