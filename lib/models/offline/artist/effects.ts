// Effects.
import type { Composition } from "./compose.ts";
import type { Pen } from "./pen.ts";
import type { PanelView } from "./view.ts";

export function drawBackEffects(_pen: Pen, _view: PanelView, _plan: Composition): void {}
export function drawFrontEffects(_pen: Pen, _view: PanelView, _plan: Composition): void {}
