// How hands come to hold things: what one hand has is brought up before the chest, what hangs from a hand hangs at the side, and
// what the other hand has keeps clear of both.

import type { Pose, Prop } from "../../closed/staging.ts";
import { isHeldByEdge, sizeOf } from "../../things/props.ts";
import { isFurniture } from "../../things/thing-traits.ts";
import type { PoseSpec } from "../body/pose-spec.ts";
import { wayOf } from "../body/poses.ts";
import { type Handling, inBothHands } from "./both-hands.ts";

/** Which hand has what a figure holds first. */
export const holdsWith = ({ acting }: PoseSpec): Side => (acting === "far" ? "far" : "near");

export type Side = "near" | "far";

/** The arms of a pose as they are with something in one hand, or in both. */
export function withThings(base: PoseSpec, hands: Handling): PoseSpec {
  const { pose, holds, alsoHolds } = hands;
  const both = inBothHands(base, hands);
  if (both) return both;
  if (isShown(hands) && base.support !== "bed") return besideFace(base, hands);
  if (holds === null || (base.support === "bed" && Math.abs(base.turn) > 70)) return base;
  if (pose === "push" && isHanging(holds)) return { ...base, ...wayOf("hauling") };
  if (pose === "wave" && isHanging(holds) && !RAISED.has(holds)) return waving(base);
  const one = hands.isBust ? raised(withOne(base), hands) : withOne(base);
  return alsoHolds === undefined || needsBoth(pose) ? one : withTwo(one, alsoHolds);
}

/** Lights that hang from a hand are held up to see by, or to be seen. */
const RAISED: ReadonlySet<Prop> = new Set(["lantern", "paper-lantern", "lamp", "bell"]);

/** The free hand waves: nobody does with a full can in it. */
const waving = (base: PoseSpec): PoseSpec => {
  const side = holdsWith(base) === "near" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-low`), acting: side };
};

/** Whether a picture of a face has somebody hold up what they have beside it, since the hand would be under the frame. */
export const isShown = ({ pose, holds, isFace }: Pick<Handling, "pose" | "holds" | "isFace">): boolean =>
  isFace === true && holds !== null && !isFurniture(holds) && !AT_FACE.test(pose);

/** Poses whose thing is at the face as it is. */
const AT_FACE = /^(?:eat|drink|phone|ride|row|lie|sleep)$/u;

/** The hand that is farther from the middle of the face, or what it has would lie over it. */
function besideFace(base: PoseSpec, { view, holds }: Handling): PoseSpec {
  const side = view === "three-quarter" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-${holds && isHanging(holds) ? "aloft" : "beside"}`) };
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
  return { ...base, ...wayOf("near-up"), ...(!free && wayOf("far-aside")) };
}

/** In a bust a hand that has something comes up to the chest, or the frame would cut it off. */
function raised(base: PoseSpec, { pose }: Handling): PoseSpec {
  if (pose === "offer") return { ...base, ...wayOf("offering") };
  const { touch, lower } = base.nearArm;
  const isLow = holdsWith(base) === "near" && !touch && lower[0] < 112;
  if (!isLow || needsBoth(pose)) return base;
  return { ...base, ...wayOf("at-chest") };
}

/** The other arm: down with what hangs from it, else up to its own side, or what it has would lie over what the first has. */
function withTwo(base: PoseSpec, other: Prop): PoseSpec {
  const side: Side = holdsWith(base) === "near" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-${isHanging(other) ? "low" : "high"}`), other: true };
}

/** Whether a thing hangs from its handle. */
export function isHanging(prop: Prop): boolean {
  const [, high, , low] = sizeOf(prop).extent;
  return !isHeldByEdge(prop) && high > -13 && low > 84;
}
