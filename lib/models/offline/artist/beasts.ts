// Animals and beings.

import { ellipse } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure.ts";
import type { Pen } from "./pen.ts";

export function drawBeast(pen: Pen, _spec: FigureSpec): DrawnFigure {
  pen.shape(ellipse(0, -60, 60, 60), "white");
  return {
    face: { corners: [pen.where([-40, -100]), pen.where([40, -30])], mouth: pen.where([0, -50]) },
    keep: [],
  };
}
