import { toldOf } from "../camera/figure-told.ts";
import { inHandsOf, type Picture } from "../closed/storyboard.ts";
import { type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawProp, sizeOf } from "../things/props.ts";
import { isFurniture } from "../things/thing-traits.ts";
import { handAt, limb, type PoseSpec } from "./body/pose-spec.ts";
import { type Measures, measuresOf, type Skeleton, skeletonOf } from "./body/skeleton.ts";
import type { FigureSpec } from "./figure-job.ts";
import { isWheeled, type Rolling, type Wheeled, wheeledOf } from "./wheels.ts";

/** What somebody in a picture pushes or pulls: it is told, or it is too large to be in a hand for anything else. */
export function wheeledIn(picture: Picture): Rolling | undefined {
  const { props, figures } = picture;
  const held = figures.flatMap(inHandsOf);
  const pushed = new Set(figures.map((figure) => toldOf(picture, figure).pushes));
  return [...props, ...held].find(
    (prop): prop is Rolling =>
      isWheeled(prop) && (pushed.has(prop) || (isFurniture(prop) && held.includes(prop))),
  );
}

/** How far under the hips the hand is, as a share of the trunk. */
const HELD_AT = { waist: -0.2, low: 0.3, behind: 0.14 } as const;

/** How far ahead of them, as a share of the upper arm. */
const AHEAD = { waist: 0.78, low: 0.5, behind: -0.5 } as const;

/** As large as brings its handle to the hand; the walk lets the hips down by little. */
function sizeFor({ handle, ground, by, rod }: Wheeled, m: Measures): number {
  if (rod) return rod * (m.hand / 60);
  const leg = m.thigh + m.shin + m.foot;
  return (leg - HELD_AT[by] * m.torso) / (ground - handle[1]);
}

/** The arms of whoever walks with it. */
export function wheeling(base: PoseSpec, prop: Rolling, m: Measures): PoseSpec {
  const { by }: Wheeled = wheeledOf(prop);
  const [ahead, up] = [m.upperArm * AHEAD[by], m.torso * HELD_AT[by]];
  if (by === "behind")
    return {
      ...base,
      ...{ nearArm: handAt([ahead, up], 120), farArm: limb(16, 20, 30, 0) },
      ...{ nearHand: "grip", farHand: "relaxed", acting: "near", lean: base.lean + 5 },
    };
  const low = by === "low";
  return {
    ...base,
    ...{ nearArm: handAt([ahead, up], low ? 52 : 10), farArm: handAt([ahead + 10, up - 6], low ? 52 : 10) },
    ...{ nearHand: "grip", farHand: "grip", acting: "none", lean: base.lean + (low ? 10 : 5) },
  };
}

/** Draws it under the hand that has it; the ground is y = 0. */
export function drawWheeled(pen: Pen, spec: FigureSpec, prop: Rolling, pose: PoseSpec): void {
  const wheeled: Wheeled = wheeledOf(prop);
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
  const { handle, ground }: Wheeled = wheeledOf(prop);
  const [x, y] = gripOf(body);
  const k = -y / (ground - handle[1]);
  return [x + (px - handle[0]) * k, (py - ground) * k];
}

/** The middle of the hand that has it. */
function gripOf({ arms, measures }: Skeleton): Pt {
  const { wrist, heel } = arms.near;
  const [dx, dy] = [wrist.p[0] - heel[0], wrist.p[1] - heel[1]];
  const grip = (measures.hand * 0.5) / (Math.hypot(dx, dy) || 1);
  return [wrist.p[0] + dx * grip, wrist.p[1] + dy * grip];
}

/** How far ahead of the hips it reaches, and how far behind them. */
export function roomOf(prop: Rolling, spec: Pick<FigureSpec, "design">): [behind: number, ahead: number] {
  const wheeled: Wheeled = wheeledOf(prop);
  const m = measuresOf(spec.design);
  const k = sizeFor(wheeled, m);
  const [left, , right] = sizeOf(prop).extent;
  const at = m.upperArm * AHEAD[wheeled.by] - (wheeled.rod ? 70 * k : 0) - wheeled.handle[0] * k;
  return [-(at + left * k), at + right * k];
}
