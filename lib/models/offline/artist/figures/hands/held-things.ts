// What a hand has: where it comes to lie in the hand, and what is drawn of it with the arm.
import type { Prop } from "../../closed/staging.ts";
import { type Pt, placed, pts, through } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawProp, drawVariant, sizeOf } from "../../things/props.ts";
import { isFurniture } from "../../things/thing-traits.ts";
import type { PoseSpec } from "../body/pose-spec.ts";
import type { Arm, Skeleton } from "../body/skeleton.ts";
import type { FigureSpec, Job } from "../figure-job.ts";
import { oneScale } from "./held-size.ts";
import { gripOn, type Hand } from "./held-spot.ts";
import { holdsWith, isHanging, type Side } from "./holding.ts";

/** How far over its grip an umbrella's rim is, and over the middle of the head of whoever is under it. */
const UMBRELLA_RIM = 250;
const RIM_OVER_HEAD = 92;

/** The box round a rolled umbrella. */
const FURLED: Extent = [-26, -212, 26, 204];

/** What a hand has that is drawn with it. */
export function thingIn(side: Side, { holds, alsoHolds, wheels }: FigureSpec, pose: PoseSpec): Prop | null {
  if (pose.lifted !== undefined || pose.borne || pose.slung || (wheels && holds === wheels)) return null;
  const thing = holdsWith(pose) === side ? holds : pose.other ? (alsoHolds ?? null) : null;
  return isFurniture(thing) ? null : thing;
}

/** Whether a thing hangs before the arm that holds it up. */
export const hangsOver = (prop: Prop, { elbow, wrist }: Arm): boolean =>
  isHanging(prop) && wrist.p[1] < elbow.p[1] - 30;

/** Draws it where the hand has it. */
export function drawHeld(
  { pen, spec, body, drawn }: Pick<Job, "pen" | "spec" | "body" | "drawn">,
  holds: Prop,
  hand: Hand,
): void {
  // Oars go with the boat.
  if (holds === "oar" && spec.pose === "row") return;
  const k = oneScale(holds, hand.length);
  const furled = holds === "umbrella" && spec.pose === "offer" && spec.furled;
  const [left, high, right, low] = furled ? FURLED : sizeOf(holds).extent;
  const [x, y] = gripOn(hand, holds, [left, high, right, low]);
  const grip: Pt = [x, y + (holds === "umbrella" && !furled ? slide(body, y, k) : 0)];
  const there = pen.at(placed(grip[0], grip[1], 0, k));
  if (holds === "flashlight") drawBeam(there);
  // At an ear a telephone is seen by its edge.
  if (holds === "phone" && spec.pose === "phone")
    there.shape(pts("-9,-50 5,-52 12,-46 13,28 7,34 -5,33"), "black", 0.8);
  else if (furled) drawVariant(there.of(MATERIALS.red), "umbrella.furled");
  else drawProp(there, holds, spec.beside);
  drawn.keep.push([
    pen.where([grip[0] + left * k, grip[1] + high * k]),
    pen.where([grip[0] + right * k, grip[1] + low * k]),
  ]);
}

/** Draws a thing in its own space, where words should leave it free. */
export function drawKept({ spec, drawn }: Job, there: Pen, prop: Prop): void {
  const [left, high, right, low] = sizeOf(prop).extent;
  drawProp(there, prop, spec.beside);
  drawn.keep.push([there.where([left, high]), there.where([right, low])]);
}

/** Draws what both hands have before the body. */
export function drawBorne(job: Job): void {
  const { pen, spec, pose, body } = job;
  if (!pose.borne || spec.holds === null) return;
  const { at, turn, k } = pose.borne;
  drawKept(job, pen.at(placed(body.hips[0] + at[0], body.hips[1] + at[1], turn, k)), spec.holds);
}

/** How far the stick of an umbrella slides down through the hand, for its rim to be no higher over the head than it must. */
const slide = ({ head, headSize }: Skeleton, y: number, k: number): number =>
  Math.max(0, head[1] - RIM_OVER_HEAD * headSize - (y - UMBRELLA_RIM * k));

/** The beam of a torch that is held out, in the torch's own space; it shows where it is dark. */
function drawBeam(p: Pen): void {
  const q = p.at(placed(0, 0, -6));
  const from = q.where([66, 0]);
  const round = (v: number) => Math.round(v * 10) / 10;
  q.fill(pts("66,-22! 620,-190! 620,190! 66,22!"), {
    light: {
      type: "radial",
      at: [round(from[0]), round(from[1]), 1, round(q.scale * 560)],
      stops: through([0, 0.85], [0.4, 0.4], [1, 0]),
    },
  });
}

/** Draws what is brought over the head in the rain, or before the eye, over the head that is drawn already and under the hands, which are not. */
export function drawLifted(job: Job): void {
  const { pen, spec, pose, body } = job;
  const { holds, view } = spec;
  if (!holds || !pose.lifted) return;
  const over = pose.lifted === "over";
  const k = (body.measures.hand / 60) * (over ? 1.2 : 1);
  const [left, high, right, low] = sizeOf(holds).extent;
  const head = pen.at(placed(body.head[0], body.head[1], body.headTilt, body.headSize));
  const ahead = view === "profile" ? 30 : view === "three-quarter" ? 14 : 0;
  const at: Pt = over
    ? [(-(left + right) / 2) * k, -30 - low * k]
    : [ahead - ((left + right) / 2) * k, 10 - ((high + low) / 2) * k];
  drawKept(job, head.at(placed(at[0], at[1], 0, k)), holds);
}
