// What a pose needs under it: a stool to sit on, a bed to lie in, something to ride.

import type { Prop } from "../closed/staging.ts";
import { boxed, ellipse, placed, rect, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawProp } from "../things/props.ts";
import { bed, quilt } from "./bed.ts";
import { bodyAs } from "./body/bodies.ts";
import { skeletonOf } from "./body/skeleton.ts";
import { posed } from "./body/stances.ts";
import type { FigureSpec } from "./figure-job.ts";
import { drawRidden } from "./ridden.ts";
import { drawSeat, SEAT_OF, type Seat } from "./seats.ts";
import { drawLedge, drawRailing, drawRungs, drawStep } from "./walked.ts";
import { drawWheeled } from "./wheeled.ts";

export interface SupportSpec extends FigureSpec {
  props: readonly Prop[];
  /** What whoever sits does so on, and whether whoever eats has a table. */
  seat: Seat;
  laid: boolean;
  /** Is in a boat, which is drawn round all who are (`crew.ts`). */
  afloat: boolean;
  /** Whoever lies does so in a bed, under a quilt. */
  bedded: boolean;
  /** Sits on a seat that is there. */
  seated: boolean;
  /** Whoever lies or sits on the top of a wall has it under them, by day or by night. */
  wall: "none" | "day" | "night";
}

/** Drawn before the figure. */
export function drawSupport(pen: Pen, spec: SupportSpec): void {
  const pose = posed(spec);
  if (spec.wall !== "none") {
    drawLedge(pen, spec.wall === "night");
    return;
  }
  if (spec.wheels && spec.holds === spec.wheels) {
    drawWheeled(pen, spec, spec.wheels, pose);
    return;
  }
  if (spec.pose === "climb" && spec.manner === "onto") {
    drawStep(pen, spec);
    return;
  }
  if (spec.pose === "climb" && spec.manner === "rail") {
    drawRailing(pen, spec);
    return;
  }
  if (spec.pose === "climb" && spec.manner === "ladder") {
    drawRungs(pen, spec);
    return;
  }
  if (spec.mount && spec.pose === "ride" && !spec.afloat) {
    drawRidden(pen, spec.mount, skeletonOf(spec.design, pose, spec.view));
    return;
  }
  if (spec.afloat) return;
  if (!pose.support || spec.pose === "write" || spec.pose === "eat") {
    if (pose.support === "seat") seat(pen, spec);
    return;
  }
  // What they ride is an animal, and stands there itself.
  if (spec.pose === "ride") return;
  if (pose.support === "bed") {
    if (spec.bedded) bed(pen, spec);
  } else seat(pen, spec);
}

function seat(pen: Pen, spec: SupportSpec): void {
  const { hips, measures: m } = bodyAs(spec);
  const top = hips[1] + m.hips * 0.72;
  if (top > -14 || spec.seat === "ground" || spec.seated) return;
  if (spec.seat === "wheelchair") {
    // Its seat is 4 units under its middle, its wheels 101.
    const k = -top / 97;
    drawProp(pen.at(placed(hips[0] + 14 * k, -101 * k, 0, k)), "wheelchair");
    return;
  }
  if (spec.seat !== "stool") {
    const half = m.hips * 1.7;
    drawSeat(pen, spec.seat, { x: hips[0], top, half, aside: spec.view === "profile" });
    const named = spec.props.find((prop) => SEAT_OF[prop] === spec.seat);
    if (named) pen.name(named, rect(hips[0] - half, top, half * 2, -top));
    return;
  }
  if (spec.props.includes("bench")) {
    // Its seat is 6 units over the middle of the bench, its feet 94 under it.
    const k = -top / 100;
    drawProp(pen.at(placed(hips[0] - 40 * k, -94 * k, 0, k)), "bench");
    return;
  }
  const w = m.hips * 2.1;
  pen.shape(sharp(through([-w, top], [w * 0.8, top], [w, top - 14], [-w * 0.8, top - 14])), "white", 0.9);
  pen.shape(sharp(boxed([-w, top], [w * 0.8, top + 16])), { tone: 0.4 }, 0.9);
  for (const x of [-w * 0.9, w * 0.62])
    pen.shape(sharp(boxed([x, top + 16], [x + 14, 0])), { tone: 0.5 }, 0.8);
}

/** Drawn after the figure: the table of whoever writes or eats. */
export function drawSupportBefore(pen: Pen, spec: SupportSpec): void {
  if (spec.afloat) return;
  if (spec.bedded) quilt(pen, spec);
  if (spec.pose !== "write" && !(spec.pose === "eat" && spec.laid)) return;
  const { arms, measures: m } = bodyAs(spec);
  const top =
    Math.max(arms.far.wrist.p[1], arms.near.wrist.p[1] - (spec.pose === "eat" ? -90 : 0)) + m.hand * 0.32;
  pen.shape(sharp(through([-30, top], [290, top], [250, top - 26], [20, top - 26])), "white", 0.9);
  pen.shape(sharp(boxed([-30, top], [290, top + 18])), { tone: 0.35 }, 0.9);
  for (const x of [-20, 264]) pen.shape(sharp(boxed([x, top + 18], [x + 16, 0])), { tone: 0.35 }, 0.8);
  if (spec.pose === "eat") drawProp(pen.at(placed(150, top - 38, 0, 0.9)), "bowl");
  else {
    pen.shape(sharp(through([70, top - 4], [170, top - 4], [150, top - 20], [80, top - 20])), "white", 0.6);
    pen.shape(ellipse(210, top - 16, 12, 8, 8), "black", 0.6);
  }
}
