// What rolls on the ground beside somebody who walks with it, and where their hands are on it.

import { toldOf } from "../camera/figure-told.ts";
import type { Prop } from "../closed/staging.ts";
import { inHandsOf, type Picture } from "../closed/storyboard.ts";
import { type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { anchorOf, drawProp, sizeOf } from "../things/props.ts";
import { isFurniture } from "../things/thing-traits.ts";
import { onwards } from "./body/limbs.ts";
import { handAt, type PoseSpec } from "./body/pose-spec.ts";
import { wayOf } from "./body/poses.ts";
import { type Measures, measuresOf, type Skeleton, skeletonOf } from "./body/skeleton.ts";
import type { FigureSpec } from "./figure-job.ts";
import { handledOf } from "./hands/handled.ts";

export type Rolling = Prop;

/** How the hand is on a handle: how far over the hips as a share of the trunk, how far ahead of them as one of the upper arm, and degrees. */
const BY = {
  waist: { up: -0.2, ahead: 0.78, way: 10, lean: 5 },
  low: { up: 0.3, ahead: 0.5, way: 52, lean: 10 },
  behind: { up: 0.14, ahead: -0.5, way: 120, lean: 5 },
} as const;

/** A thing that rolls: its handle, in its own space, how it is held, and how far down the wheels stand. */
const wheeledOf = (prop: Rolling) => ({
  rod: handledOf(prop).rod,
  by: BY[handledOf(prop).rolls ?? "waist"],
  handle: anchorOf(prop, "handle"),
  ground: anchorOf(prop, "base")[1],
});

/** What somebody in a picture pushes or pulls: it is told, or it is too large to be in a hand for anything else. */
export function wheeledIn(picture: Picture): Rolling | undefined {
  const { props, figures } = picture;
  const held = figures.flatMap(inHandsOf);
  const pushed = new Set(figures.map((figure) => toldOf(picture, figure).pushes));
  return [...props, ...held].find(
    (prop) => handledOf(prop).rolls && (pushed.has(prop) || (isFurniture(prop) && held.includes(prop))),
  );
}

/** As large as brings its handle to the hand; the walk lets the hips down by little. */
function sizeFor({ handle, ground, by, rod }: ReturnType<typeof wheeledOf>, m: Measures): number {
  if (rod) return rod * (m.hand / 60);
  const leg = m.thigh + m.shin + m.foot;
  return (leg - by.up * m.torso) / (ground - handle[1]);
}

/** The arms of whoever walks with it. */
export function wheeling(base: PoseSpec, prop: Rolling, m: Measures): PoseSpec {
  const { by } = wheeledOf(prop);
  const [ahead, up] = [m.upperArm * by.ahead, m.torso * by.up];
  const far: Partial<PoseSpec> =
    by === BY.behind
      ? wayOf("far-free")
      : { farArm: handAt([ahead + 10, up - 6], by.way), farHand: "grip", acting: "none" };
  const nearArm = handAt([ahead, up], by.way);
  return { ...base, nearArm, nearHand: "grip", ...far, lean: base.lean + by.lean };
}

/** Draws it under the hand that has it; the ground is y = 0. */
export function drawWheeled(pen: Pen, spec: FigureSpec, prop: Rolling, pose: PoseSpec): void {
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

/** Where a point of it is, in the space of whoever pushes it. */
export function pointOn(body: Skeleton, prop: Rolling, [px, py]: Pt): Pt {
  const { handle, ground } = wheeledOf(prop);
  const [x, y] = gripOf(body);
  const k = -y / (ground - handle[1]);
  return [x + (px - handle[0]) * k, (py - ground) * k];
}

/** The middle of the hand that has it. */
const gripOf = ({ arms: { near }, measures }: Skeleton): Pt =>
  onwards(near.heel, near.wrist.p, measures.hand * 0.5);

/** How far ahead of the hips it reaches, and how far behind them. */
export function roomOf(prop: Rolling, spec: Pick<FigureSpec, "design">): [behind: number, ahead: number] {
  const wheeled = wheeledOf(prop);
  const m = measuresOf(spec.design);
  const k = sizeFor(wheeled, m);
  const [left, , right] = sizeOf(prop).extent;
  const at = m.upperArm * wheeled.by.ahead - (wheeled.rod ? 70 * k : 0) - wheeled.handle[0] * k;
  return [-(at + left * k), at + right * k];
}
