// Supports of poses: a stool, a bed, a vehicle, a railing; and the fingers under a shoe, which reach in from the floor in front of it.

import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { placed, rect } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import { drawBed, drawQuilt } from "./bed.ts";
import type { Manner } from "./body/poses.ts";
import { skeletonOf } from "./body/skeleton.ts";
import { bodyAs, posed } from "./body/stances.ts";
import type { FigureSpec } from "./figure-job.ts";
import { drawHand } from "./hands/hands.ts";
import { drawBench, drawSeat, SEAT_OF, type Seat, standingAt } from "./seats.ts";
import { drawRidden, drawWheeled } from "./wheeled.ts";

interface SupportSpec extends FigureSpec {
  props: readonly Prop[];
  /** The seat of a sitter, and whether an eater has a table. */
  seat: Seat;
  laid: boolean;
  /** Is in a boat, which is drawn round its whole crew (`crew.ts`). */
  afloat: boolean;
  /** Lies in a bed, under a quilt. */
  bedded: boolean;
  /** Sits on a seat that has been drawn already. */
  seated: boolean;
  /** Lies or sits on top of a wall, which is drawn for day or night. */
  wall: "none" | "day" | "night";
}

/** Draws the support behind the figure. */
export function drawSupport(pen: Pen, spec: SupportSpec): void {
  const pose = posed(spec);
  const climbed = spec.pose === "climb" && spec.manner ? CLIMBED[spec.manner] : undefined;
  // The wall under a figure, with its coping; it extends beyond every panel.
  if (spec.wall !== "none") drawPart(pen.of(MATERIALS.plaster), "seats/wall", { is: [spec.wall] });
  else if (spec.wheels && spec.holds === spec.wheels) drawWheeled(pen, spec, spec.wheels, pose);
  else if (climbed) climbed(pen, spec);
  else if (spec.afloat) return;
  else if (spec.mount && spec.pose === "ride")
    drawRidden(pen, spec.mount, skeletonOf(spec.design, pose, spec.view));
  // Any other mount is an animal, which is drawn as a figure.
  else if (pose.support === "seat" && spec.pose !== "ride") seat(pen, spec);
  else if (pose.support === "bed" && spec.bedded) drawBed(pen, spec);
}

function seat(pen: Pen, spec: SupportSpec): void {
  const { hips, measures: m } = bodyAs(spec);
  const top = hips[1] + m.hips * 0.72;
  if (top > -14 || spec.seat === "ground" || spec.seated) return;
  if (spec.seat === "wheelchair") {
    // In its own space the wheelchair's seat is 4 units below its middle, and its wheels 101 below.
    const k = -top / 97;
    drawProp(pen.at(placed(hips[0] + 14 * k, -101 * k, 0, k)), "wheelchair");
    return;
  }
  if (spec.seat === "stool" && spec.props.includes("bench")) {
    drawBench(pen, hips[0] + top * 0.4, top);
    return;
  }
  const half = m.hips * 1.7;
  drawSeat(pen, spec.seat, { x: hips[0], top, half, aside: spec.view === "profile" });
  const named = spec.props.find((prop) => SEAT_OF[prop] === spec.seat);
  if (named) pen.name(named, rect(hips[0] - half, top, half * 2, -top));
}

/** Draws the support in front of the figure: a quilt, or the table of a figure that writes or eats. */
export function drawSupportBefore(pen: Pen, spec: SupportSpec): void {
  const { pose } = spec;
  if (spec.afloat) return;
  if (spec.bedded) drawQuilt(pen, spec);
  if (pose !== "write" && !(pose === "eat" && spec.laid)) return;
  const { arms, measures: m } = bodyAs(spec);
  const top = Math.max(arms.far.wrist.p[1], arms.near.wrist.p[1] + (pose === "eat" ? 90 : 0)) + m.hand * 0.32;
  drawPart(pen, "seats/table", {
    is: [pose === "write" ? "writing" : "eating"],
    frames: { standing: standingAt(0, top) },
  });
  if (pose === "eat") drawProp(pen.at(placed(150, top - 38, 0, 0.9)), "bowl");
}

/** The support of a climbing figure, by manner. */
const CLIMBED: Readonly<Partial<Record<Manner, (pen: Pen, spec: FigureSpec) => void>>> = {
  /** The bench under the foot of a figure that climbs onto it. */
  onto(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 10;
    drawPart(pen, "seats/bench", { frames: { standing: standingAt(x, top) } });
    if (spec.beside.includes("bench")) pen.name("bench", rect(x - 80, top, 410, -top));
  },
  /** A railing under the foot: two beams between capped posts; it extends beyond every panel. */
  rail(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 6;
    for (const from of [top, top * 0.45]) drawPart(pen.at(placed(x, from)), "seats/rail");
    for (let post = x - 92; post < x + 1700; post += 330)
      drawPart(pen, "seats/rail-post", { frames: { standing: standingAt(post, top) } });
  },
  /** A ladder from the ground to above the hands, with rungs under hand and foot. */
  ladder(pen, spec) {
    const { arms, hips, measures } = bodyAs(spec);
    const hands = Math.min(arms.near.wrist.p[1], arms.far.wrist.p[1]);
    const k = (-hands + measures.hand * 2.4) / LADDER_HIGH;
    const x = spec.view === "profile" ? hips[0] + measures.hand * 0.5 : hips[0];
    drawProp(pen.at(placed(x + 3 * k, -LADDER_FOOT * k, 0, k)), "ladder");
  },
};

/** Height of a ladder in its own space, and of its middle above the ground. */
const [LADDER_HIGH, LADDER_FOOT] = [420, 200];

export const isUnderfoot = ({ told, shot }: Pick<Picture, "told" | "shot">): boolean =>
  shot === "detail" && told.things.underShoe === true;

/** Draws the fingers under the foot, before the foot. */
export function drawUnderfoot(pen: Pen, spec: FigureSpec): void {
  const { legs, measures } = bodyAs(spec);
  const [x] = legs.near.ankle.p;
  const long = measures.hand * 1.1;
  const wrist = [x + measures.foot * 0.3, -3] as const;
  drawHand(pen, { wrist, elbow: [wrist[0] - 40, -14], length: long, shape: "open", thumb: 1 });
  pen.name("hand", [wrist, [wrist[0] + long, 10]]);
}
