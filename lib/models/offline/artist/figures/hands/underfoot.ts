// A hand under somebody's shoe: the fingers come out on the floor before it, from where nobody can be.

import type { Picture } from "../../closed/storyboard.ts";
import type { Pen } from "../../pen/pen.ts";
import { bodyAs } from "../body/bodies.ts";
import type { FigureSpec } from "../figure-job.ts";
import { drawHand } from "./hands.ts";

export const isUnderfoot = ({ told, shot }: Pick<Picture, "told" | "shot">): boolean =>
  shot === "detail" && told.things.underShoe === true;

/** Drawn before the foot that stands on it. */
export function drawUnderfoot(pen: Pen, spec: FigureSpec): void {
  const { legs, measures } = bodyAs(spec);
  const [x] = legs.near.ankle.p;
  const long = measures.hand * 1.1;
  const wrist = [x + measures.foot * 0.3, -3] as const;
  drawHand(pen, { wrist, elbow: [wrist[0] - 40, -14], length: long, shape: "open", thumb: 1 });
  pen.name("hand", [wrist, [wrist[0] + long, 10]]);
}
