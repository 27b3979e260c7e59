// What beings with a person's skeleton are drawn from, and how they hold things.
import { type Pt, placed } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import type { Pen } from "./pen.ts";
import { drawProp } from "./props.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { posed } from "./stances.ts";

interface Frame {
  body: Skeleton;
  drawn: DrawnFigure;
  spec: FigureSpec;
}

export function frameOf(spec: FigureSpec): Frame {
  return {
    body: skeletonOf(spec.design, posed(spec), spec.view),
    drawn: { face: null, keep: [] },
    spec,
  };
}

export function hold(pen: Pen, { body, drawn, spec }: Frame, grip: Pt): void {
  if (!spec.holds) return;
  drawProp(pen.at(placed(grip[0], grip[1], 0, body.measures.hand / 60)), spec.holds);
  drawn.keep.push([pen.where([grip[0] - 60, grip[1] - 60]), pen.where([grip[0] + 60, grip[1] + 60])]);
}
