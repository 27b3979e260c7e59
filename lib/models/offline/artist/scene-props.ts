// Props in the scene.
import type { Composition } from "./compose.ts";
import type { Sketch } from "./panel.ts";
import type { Pen } from "./pen.ts";
import type { PanelView } from "./view.ts";

export function placeProps(_pen: Pen, _view: PanelView, _plan: Composition, _sketch: Sketch): void {}
