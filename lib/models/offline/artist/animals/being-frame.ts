// What beings with a person's skeleton are drawn from, and how they hold things.

import { bodyAs } from "../figures/body/bodies.ts";
import type { Skeleton } from "../figures/body/skeleton.ts";
import { posed } from "../figures/body/stances.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { type Hand, handOf } from "../figures/hands/held-spot.ts";
import { drawHeld, thingIn } from "../figures/hands/held-things.ts";
import type { Side } from "../figures/hands/holding.ts";
import type { Pen } from "../pen/pen.ts";

interface Frame {
  body: Skeleton;
  drawn: DrawnFigure;
  spec: FigureSpec;
}

export function frameOf(spec: FigureSpec): Frame {
  return { body: bodyAs(spec), drawn: { face: null, keep: [] }, spec };
}

/** Draws what a hand of it has, if anything, and gives the hand that is closed round it. */
export function holdIn(pen: Pen, { body, drawn, spec }: Frame, side: Side): Hand {
  const pose = posed(spec);
  const holds = thingIn(side, spec, pose);
  const hand = handOf({ pose, body }, side, holds);
  if (holds) drawHeld({ pen, spec, body, drawn }, holds, hand);
  return hand;
}
