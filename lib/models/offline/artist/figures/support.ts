// What a pose has under it: a stool to sit on, a bed to lie in, something to ride, a railing to climb; somebody's fingers under a shoe, which
// come out on the floor before it, from where nobody can be.

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
  const climbed = spec.pose === "climb" && spec.manner ? CLIMBED[spec.manner] : undefined;
  // The wall under whoever lies on it, with its coping; it reaches beyond every panel.
  if (spec.wall !== "none") drawPart(pen.of(MATERIALS.plaster), "seats/wall", { is: [spec.wall] });
  else if (spec.wheels && spec.holds === spec.wheels) drawWheeled(pen, spec, spec.wheels, pose);
  else if (climbed) climbed(pen, spec);
  else if (spec.afloat) return;
  else if (spec.mount && spec.pose === "ride")
    drawRidden(pen, spec.mount, skeletonOf(spec.design, pose, spec.view));
  // What else they ride is an animal, and stands there itself.
  else if (pose.support === "seat" && spec.pose !== "ride") seat(pen, spec);
  else if (pose.support === "bed" && spec.bedded) drawBed(pen, spec);
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
  if (spec.seat === "stool" && spec.props.includes("bench")) {
    drawBench(pen, hips[0] + top * 0.4, top);
    return;
  }
  const half = m.hips * 1.7;
  drawSeat(pen, spec.seat, { x: hips[0], top, half, aside: spec.view === "profile" });
  const named = spec.props.find((prop) => SEAT_OF[prop] === spec.seat);
  if (named) pen.name(named, rect(hips[0] - half, top, half * 2, -top));
}

/** Drawn after the figure: the table of whoever writes or eats. */
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

/** What whoever climbs has under them, by how they do. */
const CLIMBED: Readonly<Partial<Record<Manner, (pen: Pen, spec: FigureSpec) => void>>> = {
  /** The bench under the foot of whoever climbs onto it. */
  onto(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 10;
    drawPart(pen, "seats/bench", { frames: { standing: standingAt(x, top) } });
    if (spec.beside.includes("bench")) pen.name("bench", rect(x - 80, top, 410, -top));
  },
  /** The railing under their foot: two beams between posts with caps; it reaches beyond every panel. */
  rail(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 6;
    for (const from of [top, top * 0.45]) drawPart(pen.at(placed(x, from)), "seats/rail");
    for (let post = x - 92; post < x + 1700; post += 330)
      drawPart(pen, "seats/rail-post", { frames: { standing: standingAt(post, top) } });
  },
  /** The ladder under them, from the ground to over their hands, and its rungs under hand and foot. */
  ladder(pen, spec) {
    const { arms, hips, measures } = bodyAs(spec);
    const hands = Math.min(arms.near.wrist.p[1], arms.far.wrist.p[1]);
    const k = (-hands + measures.hand * 2.4) / LADDER_HIGH;
    const x = spec.view === "profile" ? hips[0] + measures.hand * 0.5 : hips[0];
    drawProp(pen.at(placed(x + 3 * k, -LADDER_FOOT * k, 0, k)), "ladder");
  },
};

/** How high a ladder is in its own space, and how far under its middle it stands. */
const [LADDER_HIGH, LADDER_FOOT] = [420, 200];

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
