// How hands come to hold things: what one hand has is brought up before the chest, what hangs from a hand hangs at the side, and
// what the other hand has keeps clear of both.
import type { Pose, Prop } from "../../../manga/staging.ts";
import { type Limb, limb, type PoseSpec } from "./pose-spec.ts";
import { isHeldByEdge, sizeOf } from "./props.ts";

/** Which hand has what a figure holds first. */
export const holdsWith = ({ acting }: PoseSpec): Side => (acting === "far" ? "far" : "near");

export type Side = "near" | "far";

interface Hands {
  pose: Pose;
  holds: Prop | null;
  alsoHolds?: Prop | undefined;
}

/** The arms of a pose as they are with something in one hand, or in both. */
export function withThings(base: PoseSpec, { pose, holds, alsoHolds }: Hands): PoseSpec {
  if (holds === null || (base.support === "bed" && Math.abs(base.turn) > 70)) return base;
  const one = withOne(base);
  return alsoHolds === undefined || needsBoth(pose) ? one : withTwo(one, alsoHolds);
}

/** Poses that are nothing without either hand. */
const needsBoth = (pose: Pose): boolean =>
  /^(?:carry|embrace|push|row|ride|climb|pray|write|hands-on-(?:hips|face)|arms-crossed)$/u.test(pose);

/** A hand comes up with what it has, unless the pose says already where it is. */
function withOne(base: PoseSpec): PoseSpec {
  if (base.acting !== "none") return base;
  // The other hand leaves the face and the chest alone, or it would lie over what is held.
  const { touch, lower } = base.farArm;
  const free = touch ? touch === "hip" : lower[0] < 60;
  const farArm = free ? base.farArm : limb(11, 66, 18, 10);
  return { ...base, nearArm: limb(22, 14, 102, -26), farArm, nearHand: "grip", acting: "near" };
}

/** The other arm: down with what hangs from it, else up to its own side, or what it has would lie over what the first has. */
function withTwo(base: PoseSpec, other: Prop): PoseSpec {
  const side: Side = holdsWith(base) === "near" ? "far" : "near";
  const arm: Limb = isHanging(other) ? limb(10, 70, 12, 20) : limb(14, 44, 122, 30);
  return side === "far"
    ? { ...base, farArm: arm, farHand: "grip", other: true }
    : { ...base, nearArm: arm, nearHand: "grip", other: true };
}

/** Whether a thing hangs from its handle. */
export function isHanging(prop: Prop): boolean {
  const [, high, , low] = sizeOf(prop).extent;
  return !isHeldByEdge(prop) && high > -13 && low > 84;
}
