// Things on wheels: those that roll beside a walking figure, and vehicles that are ridden; where hands hold
// them, and how the rider sits or stands.

import { toldOf } from "../camera/figure-told.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Prop } from "../closed/staging.ts";
import { inHandsOf, type Picture } from "../closed/storyboard.ts";
import { type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { anchorOf, drawProp, sizeOf } from "../things/props.ts";
import { isFurniture } from "../things/thing-traits.ts";
import { handAt, isOnBack, type PoseSpec, wayOf } from "./body/poses.ts";
import { type Measures, measuresOf, type Skeleton, skeletonOf } from "./body/skeleton.ts";
import { onwards } from "./body/torso.ts";
import type { FigureSpec } from "./figure-job.ts";
import { handledOf } from "./hands/hands.ts";

/** Hand positions on a handle: height above the hips in trunk lengths, distance ahead in upper-arm lengths, and degrees. */
const BY = {
  waist: { up: -0.2, ahead: 0.78, way: 10, lean: 5 },
  low: { up: 0.3, ahead: 0.5, way: 52, lean: 10 },
  behind: { up: 0.14, ahead: -0.5, way: 120, lean: 5 },
} as const;

/** A rolling thing: its handle in its own space, how it is held, and how far down the wheels are. */
const wheeledOf = (prop: Prop) => ({
  rod: handledOf(prop).rod,
  by: BY[handledOf(prop).rolls ?? "waist"],
  handle: anchorOf(prop, "handle"),
  ground: anchorOf(prop, "base")[1],
});

/** The thing that a figure pushes or pulls: a told one, or a held one too large for the hand. */
export function wheeledIn(picture: Picture): Prop | undefined {
  const { props, figures } = picture;
  const held = figures.flatMap(inHandsOf);
  const pushed = new Set(figures.map((figure) => toldOf(picture, figure).pushes));
  return [...props, ...held].find(
    (prop) => handledOf(prop).rolls && (pushed.has(prop) || (isFurniture(prop) && held.includes(prop))),
  );
}

/** The scale that brings the handle to the hand; a walking figure's hips are slightly lower. */
function sizeFor({ handle, ground, by, rod }: ReturnType<typeof wheeledOf>, m: Measures): number {
  if (rod) return rod * (m.hand / 60);
  const leg = m.thigh + m.shin + m.foot;
  return (leg - by.up * m.torso) / (ground - handle[1]);
}

/** The arms of a figure that walks with the thing. */
export function wheeling(base: PoseSpec, prop: Prop, m: Measures): PoseSpec {
  const { by } = wheeledOf(prop);
  const [ahead, up] = [m.upperArm * by.ahead, m.torso * by.up];
  const far: Partial<PoseSpec> =
    by === BY.behind
      ? wayOf("far-free")
      : { farArm: handAt([ahead + 10, up - 6], by.way), farHand: "grip", acting: "none" };
  const nearArm = handAt([ahead, up], by.way);
  return { ...base, nearArm, nearHand: "grip", ...far, lean: base.lean + by.lean };
}

/** Draws the thing under the hand that holds it; the ground is y = 0. */
export function drawWheeled(pen: Pen, spec: FigureSpec, prop: Prop, pose: PoseSpec): void {
  const wheeled = wheeledOf(prop);
  const { handle, ground, rod } = wheeled;
  const body = skeletonOf(spec.design, pose, spec.view);
  const { measures } = body;
  const [x, y] = gripOf(body);
  if (!rod) {
    const k = -y / (ground - handle[1]);
    drawProp(pen.at(placed(x - handle[0] * k, -ground * k, 0, k)), prop);
    return;
  }
  const k = sizeFor(wheeled, measures);
  const top: Pt = [x - 70 * k, (handle[1] - ground) * k];
  for (const aside of [-7, 7])
    pen.stroke(sharp(through([x + aside, y], [top[0] + aside, top[1] + 8])), "black", 1.6);
  drawProp(pen.at(placed(top[0] - handle[0] * k, -ground * k, 0, k)), prop);
}

/** A point of the thing in the space of the figure that pushes it. */
export function pointOn(body: Skeleton, prop: Prop, [px, py]: Pt): Pt {
  const { handle, ground } = wheeledOf(prop);
  const [x, y] = gripOf(body);
  const k = -y / (ground - handle[1]);
  return [x + (px - handle[0]) * k, (py - ground) * k];
}

/** The middle of the hand that holds it. */
const gripOf = ({ arms: { near }, measures }: Skeleton): Pt =>
  onwards(near.heel, near.wrist.p, measures.hand * 0.5);

/** How far the thing extends behind and ahead of the hips. */
export function roomOf(prop: Prop, spec: Pick<FigureSpec, "design">): [behind: number, ahead: number] {
  const wheeled = wheeledOf(prop);
  const m = measuresOf(spec.design);
  const k = sizeFor(wheeled, m);
  const [left, , right] = sizeOf(prop).extent;
  const at = m.upperArm * wheeled.by.ahead - (wheeled.rod ? 70 * k : 0) - wheeled.handle[0] * k;
  return [-(at + left * k), at + right * k];
}

/** The vehicle of a rider: the one in the picture, or a bicycle; undefined for a rider of an animal. */
export function mountIn(picture: Picture): Prop | undefined {
  const rides = picture.figures.some((figure) => figure.pose === "ride" && !isOnBack(picture, figure));
  const [mount = "bicycle"] = picture.props.filter((prop) => handledOf(prop).sits !== undefined);
  return rides ? mount : undefined;
}

/** A vehicle: the middle of the seat or of the board to stand on, its grip, and how far down its wheels are. */
function riddenOf(mount: Prop) {
  const handled = handledOf(mount);
  const grip = handled.steered && anchorOf(mount, "handlebar");
  return { ...handled, seat: anchorOf(mount, "seat"), grip, ground: anchorOf(mount, "base")[1] };
}
type Ridden = ReturnType<typeof riddenOf>;

/** Scale of the vehicle in figure units, so that its seat is under the rider. */
function sizeUnder({ seat, ground, sits, leg: long = 1 }: Ridden, { thigh, shin }: Measures): number {
  const leg = thigh + shin;
  return sits === "stands" ? leg / long : (leg * (sits === "high" ? 0.885 : 0.48)) / (ground - seat[1]);
}

/** The rider's pose, with both hands on the handlebars. */
export function riding(mount: Prop, design: CharacterDesign): Partial<PoseSpec> {
  const ridden = riddenOf(mount);
  const m = measuresOf(design);
  const k = sizeUnder(ridden, m);
  const { seat, grip, ground, sits, lean = 0 } = ridden;
  // The grip relative to the hips, which are on the seat, or a leg length above the board.
  const up = sits === "stands" ? m.thigh + m.shin + m.foot : 0;
  const hand = grip && handAt([(grip[0] - seat[0]) * k - 8, up + (grip[1] - seat[1]) * k - 4], 12);
  const arms: Partial<PoseSpec> = hand
    ? { nearArm: hand, farArm: hand, nearHand: "grip", farHand: "grip" }
    : wayOf("balancing");
  const lift = ((ground - seat[1]) * k) / 100;
  if (sits === "stands") return { ...arms, ...wayOf("on-board"), lean, lift, support: undefined };
  return sits === "high" ? { ...arms, lean, nod: -8 } : { ...arms, ...wayOf("on-low-seat"), lean };
}

/** Draws the vehicle under its rider; the ground is y = 0. */
export function drawRidden(pen: Pen, mount: Prop, { hips, measures }: Skeleton): void {
  const ridden = riddenOf(mount);
  const { seat, ground, sits } = ridden;
  const k = sits === "stands" ? sizeUnder(ridden, measures) : -hips[1] / (ground - seat[1]);
  drawProp(pen.at(placed(hips[0] - seat[0] * k, -ground * k, 0, k)), mount);
}

/** How far the vehicle's front is ahead of the hips. */
export function reachOf(mount: Prop, design: CharacterDesign): number {
  const ridden = riddenOf(mount);
  return ((ridden.grip?.[0] ?? 40) - ridden.seat[0]) * sizeUnder(ridden, measuresOf(design));
}
