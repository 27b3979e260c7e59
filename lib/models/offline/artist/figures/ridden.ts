// What is ridden besides animals: where its seat and its handlebars are, in its own space, and how whoever is on it sits or stands.

import type { CharacterDesign } from "../closed/cast.ts";
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { type Pt, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { anchorOf, drawProp } from "../things/props.ts";
import { handAt, type PoseSpec } from "./body/pose-spec.ts";
import { isOnBack, wayOf } from "./body/poses.ts";
import { type Measures, measuresOf, type Skeleton } from "./body/skeleton.ts";
import { handledOf } from "./hands/handled.ts";

export type Mount = Prop;

/** What whoever rides in a picture is on: what it is of, or a bicycle; no thing where they ride an animal. */
export function mountIn(picture: Picture): Mount | undefined {
  const rides = picture.figures.some((figure) => figure.pose === "ride" && !isOnBack(picture, figure));
  const [mount = "bicycle"] = picture.props.filter((prop) => handledOf(prop).sits !== undefined);
  return rides ? mount : undefined;
}

interface Ridden extends ReturnType<typeof handledOf> {
  /** The middle of the seat, or of the board that one stands on. */
  seat: Pt;
  grip: Pt | undefined;
  /** How far down its wheels stand. */
  ground: number;
}

function riddenOf(mount: Mount): Ridden {
  const handled = handledOf(mount);
  return {
    ...handled,
    seat: anchorOf(mount, "seat"),
    grip: handled.steered && anchorOf(mount, "handlebar"),
    ground: anchorOf(mount, "base")[1],
  };
}

/** Units of the figure in one of the thing's own: it is as large as brings its seat under whoever sits on it. */
function sizeOf({ seat, ground, sits, leg: long = 1 }: Ridden, { thigh, shin }: Measures): number {
  const leg = thigh + shin;
  return sits === "stands" ? leg / long : (leg * (sits === "high" ? 0.885 : 0.48)) / (ground - seat[1]);
}

/** How somebody is on it, with both hands on its handlebars. */
export function riding(mount: Mount, design: CharacterDesign): Partial<PoseSpec> {
  const ridden = riddenOf(mount);
  const m = measuresOf(design);
  const k = sizeOf(ridden, m);
  const { seat, grip, ground, sits, lean = 0 } = ridden;
  // The grip as seen from the hips: they are on the seat, or a leg above the board.
  const up = sits === "stands" ? m.thigh + m.shin + m.foot : 0;
  const hand = grip && handAt([(grip[0] - seat[0]) * k - 8, up + (grip[1] - seat[1]) * k - 4], 12);
  const arms: Partial<PoseSpec> = hand
    ? { nearArm: hand, farArm: hand, nearHand: "grip", farHand: "grip" }
    : wayOf("balancing");
  const lift = ((ground - seat[1]) * k) / 100;
  if (sits === "stands") return { ...arms, ...wayOf("on-board"), lean, lift, support: undefined };
  return sits === "high" ? { ...arms, lean, nod: -8 } : { ...arms, ...wayOf("on-low-seat"), lean };
}

/** Draws it under whoever is on it; the ground is y = 0. */
export function drawRidden(
  pen: Pen,
  mount: Mount,
  { hips, measures }: Pick<Skeleton, "hips" | "measures">,
): void {
  const ridden = riddenOf(mount);
  const { seat, ground, sits } = ridden;
  const k = sits === "stands" ? sizeOf(ridden, measures) : -hips[1] / (ground - seat[1]);
  drawProp(pen.at(placed(hips[0] - seat[0] * k, -ground * k, 0, k)), mount);
}

/** How far ahead of the hips its front is. */
export function reachOf(mount: Mount, design: CharacterDesign): number {
  const ridden = riddenOf(mount);
  return ((ridden.grip?.[0] ?? 40) - ridden.seat[0]) * sizeOf(ridden, measuresOf(design));
}
