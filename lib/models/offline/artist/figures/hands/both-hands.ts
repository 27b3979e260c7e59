// Things held in both hands or arms: their place in front of the body, and the positions of the hands. A resting figure has both hands on a
// long shaft whose end stands on the ground; instruments are held for playing.

import { measuresOf as tableOf } from "../../closed/measures.ts";
import type { Pose, Prop, View } from "../../closed/staging.ts";
import { apply, clamp, mix, type Pt, placed } from "../../pen/curves.ts";
import { anchorOf, isHeldByEdge, sizeOf } from "../../things/props.ts";
import { isFurniture, traitsOf } from "../../things/thing-traits.ts";
import {
  type Borne,
  type HandShape,
  handAt,
  isPose,
  type PoseSpec,
  type Side,
  wayOf,
} from "../body/poses.ts";
import { type Measures, measuresOf, trunkOf } from "../body/skeleton.ts";
import type { Posing } from "../figure-job.ts";
import { bothScale, handledOf, standingScale, type Way } from "./hands.ts";

/** A hand on a thing: position in the thing's own space, direction in degrees on the page, and shape. */
interface Hold {
  p: Pt;
  way: number;
  shape: HandShape;
}

type Hands = Record<"near" | "far", Hold>;
type Held = Borne & Hands;

/** The body that a thing is held in front of: the trunk's axis from the hips (0) to the neck (1), and how far ahead its front is. */
interface Body {
  m: Measures;
  view: View;
  at(up: number): Pt;
  ahead: number;
  isBust: boolean;
  pose: Pose;
}

type Shaft = { top: Pt; end: Pt; foot?: Pt; turn?: number };

const SHAFTS: Readonly<Partial<Record<Prop, Shaft>>> = tableOf("shafts");

const isLong = (prop: Prop): boolean => prop in SHAFTS;

/** Both hands on a shaft; a sitting figure holds such a thing in one. */
function planted(prop: Prop, body: Body, { support }: PoseSpec): Held | undefined {
  const { m, view, at, ahead, isBust } = body;
  const shaft = SHAFTS[prop];
  if (!shaft || (shaft.foot && support)) return undefined;
  const { top, end, foot, turn = 0 } = shaft;
  const k = foot ? standingScale(prop, m.hand, [1.2, 2.3]) : bothScale(prop, m.hand, [0.9, 1.25]);
  const turned = placed(0, 0, turn, k);
  const [upper, lower] = [apply(turned, top), apply(turned, end)];
  const mirrored = view === "back" ? -1 : 1;
  // A shaft higher than the chin is moved away from the face.
  const tall = foot !== undefined && sizeOf(prop).extent[3] - sizeOf(prop).extent[1] > 380 ? 16 : 0;
  const x = (ahead + tall + (view === "back" ? 20 : view === "profile" ? 46 : 30)) * mirrored;
  if (!foot) {
    const middle = mix(upper, lower, 0.5);
    const [hx, hy] = at(isBust ? 0.66 : 0.44);
    return {
      ...{ at: [hx + x - middle[0], hy - middle[1]], turn, k },
      near: { p: mix(top, end, 0.86), way: -14, shape: "grip" },
      far: { p: mix(top, end, 0.14), way: 200, shape: "grip" },
    };
  }
  const ground = m.thigh + m.shin + m.foot;
  const stood = ground - apply(turned, foot)[1];
  // A bust does not show the ground, so a short shaft is raised into it.
  const y = isBust ? Math.min(stood, at(0.96)[1] - upper[1]) : stood;
  // The point of the shaft nearest to the height of a hand.
  const held = (up: number): Pt =>
    mix(top, end, clamp((at(up)[1] - y - upper[1]) / (lower[1] - upper[1]), 0, 1));
  const [high, low] = [held(isBust ? 0.94 : 0.62), held(isBust ? 0.5 : 0.16)];
  const under = apply(turned, mix(high, low, 0.5))[0];
  return {
    ...{ at: [x - under, y], turn, k },
    near: { p: low, way: -8, shape: "grip" },
    far: { p: high, way: 200, shape: "grip" },
  };
}

type Instrument = Record<"out" | "turn", number> &
  Hands & { on?: Pt; size: readonly [number, number]; up?: number };

const INSTRUMENTS: Readonly<Partial<Record<Prop, Instrument>>> = tableOf("instruments");

const isPlayed = (prop: Prop): boolean => prop in INSTRUMENTS;

function played(prop: Prop, { m, view, at, ahead }: Body): Held | undefined {
  const instrument = INSTRUMENTS[prop];
  if (!instrument) return undefined;
  const { on, up, out, turn, near, far, size } = instrument;
  const k = bothScale(prop, m.hand, size);
  const [x, y] = up === undefined ? mouthOf({ m, view, at }) : at(up);
  const aside = view === "back" ? -1 : 1;
  const [px, py] = apply(placed(0, 0, turn, k), on ?? anchorOf(prop, "mouth"));
  const front = up === undefined ? 0 : ahead;
  return { at: [x + (front + out) * aside - px, y - py], turn, k, near, far };
}

/** The mouth relative to the hips, for an upright head. */
function mouthOf({ m, view, at }: Pick<Body, "m" | "view" | "at">): Pt {
  const [x, y] = at(1);
  const ahead = view === "profile" ? 48 : view === "three-quarter" ? 24 : 0;
  return [x + ahead, y - m.neck - 12];
}

type Bearing = "design" | "pose" | "view" | "holds" | "alsoHolds" | "isFace" | "isBust" | "isDetail";
type Handling = Pick<Posing, Bearing>;

/** Things held in both hands to be read, and otherwise in one. */
const READ: ReadonlySet<Prop> = new Set(["letter", "photo", "poster", "phone", "envelope"]);

/** How a thing is held in both hands, other than tools with shafts and instruments. */
function bothWayOf(prop: Prop, pose: Pose): Way | undefined {
  if (READ.has(prop)) return pose === "read" ? "read" : undefined;
  return (
    handledOf(prop).both ?? (traitsOf(prop).both && !isLong(prop) && !isPlayed(prop) ? "boxed" : undefined)
  );
}

/** Whether a figure holds a thing in both hands or arms. */
export const isInBoth = (handling: Omit<Handling, "design" | "view">): boolean => {
  const { pose, holds, alsoHolds, isFace, isDetail } = handling;
  if (holds === null || alsoHolds !== undefined || isFace || isDetail || !isPose("takes-both", pose))
    return false;
  // A walking figure holds a shaft or an instrument in one hand.
  return (
    bothWayOf(holds, pose) !== undefined || (isPose("rests", pose) && (isLong(holds) || isPlayed(holds)))
  );
};

/** Whether a thing in both hands is larger than the hands could hide. */
export function isLarge(handling: Pick<Handling, "pose" | "holds" | "alsoHolds">): boolean {
  const { pose, holds } = handling;
  if (holds === null || !isInBoth(handling)) return false;
  const way = bothWayOf(holds, pose);
  return way !== "cupped" && way !== "read";
}

/** Whether it can be shown from the front; a shaft would be out of reach of one hand, or in front of the face. */
export const isBeforeChest = (handling: Pick<Handling, "pose" | "holds" | "alsoHolds">): boolean =>
  isInBoth(handling) && handling.holds !== null && !isLong(handling.holds);

/** The arms of a pose with a thing in both hands. */
function inBothHands(base: PoseSpec, handling: Handling): PoseSpec | undefined {
  const { design, pose, view, holds } = handling;
  if (holds === null || base.support === "bed" || base.turn !== 0 || !isInBoth(handling)) return undefined;
  const m = measuresOf(design);
  const body: Body = {
    ...{ m, view, pose, isBust: handling.isBust === true, at: trunkOf(m, base, view) },
    ahead: view === "profile" ? 34 * m.girth : view === "three-quarter" ? 16 : 0,
  };
  const held = isLong(holds)
    ? planted(holds, body, base)
    : isPlayed(holds)
      ? played(holds, body)
      : heldIn(bothWayOf(holds, pose) ?? "boxed", holds, body);
  if (!held) return undefined;
  const on = ({ p, way }: Hold) => handAt(apply(placed(held.at[0], held.at[1], held.turn, held.k), p), way);
  return {
    ...base,
    ...{ nearArm: on(held.near), farArm: on(held.far), acting: "both" },
    ...{ nearHand: held.near.shape, farHand: held.far.shape },
    borne: { at: held.at, turn: held.turn, k: held.k, wrapped: held.wrapped },
  };
}

type Both = Partial<Record<"up" | "foot", number>> &
  Hands & { ahead: number; size: readonly [number, number]; wrapped?: true };

const BOTH = tableOf<Way | `${Way}-bust` | `${Way}-turned`, Both | undefined>("both-ways");

/** Position of the thing by its middle; hands are given as shares of its width and height from its left and upper edges. */
function heldIn(way: Way, prop: Prop, { m, view, at, ahead, isBust, pose }: Body): Held | undefined {
  const turned = view === "three-quarter" || view === "profile";
  const how = (isBust && BOTH[`${way}-bust`]) || (turned && BOTH[`${way}-turned`]) || BOTH[way];
  if (!how) return undefined;
  const [left, high, right, low] = sizeOf(prop).extent;
  const k = bothScale(prop, m.hand, how.size);
  const half = ((low - high) / 2) * k;
  const top = at(isBust ? 0.94 : 0.9)[1] + half;
  const middle = Math.max(top, isBust ? at(0.68)[1] : at(how.foot ?? 0)[1] - half);
  const [x, y] = at(how.up ?? -middle / Math.max(1, -at(1)[1]));
  const beside = view === "profile" ? ((right - left) / 2) * k - 4 : 0;
  const out = ahead + beside + (turned ? how.ahead + (pose === "offer" ? 34 : 0) : 0);
  const on = ({ p: [u, v], ...hold }: Hold): Hold => ({
    ...hold,
    p: [left + (right - left) * u, high + (low - high) * v],
  });
  return {
    at: [x + (view === "back" ? -out : out) - ((left + right) / 2) * k, y - ((high + low) / 2) * k],
    ...{ turn: 0, k, near: on(how.near), far: on(how.far), wrapped: how.wrapped },
  };
}

/** The hand that holds the figure's first thing. */
export const holdsWith = ({ acting }: PoseSpec): Side => (acting === "far" ? "far" : "near");

/** The arms of a pose with a thing in one hand, or in both. */
export function withThings(base: PoseSpec, hands: Handling): PoseSpec {
  const { pose, holds, alsoHolds } = hands;
  const both = inBothHands(base, hands);
  if (both) return both;
  if (isShown(hands) && base.support !== "bed") return besideFace(base, hands);
  if (holds === null || (base.support === "bed" && Math.abs(base.turn) > 70)) return base;
  if (pose === "push" && isHanging(holds)) return { ...base, ...wayOf("hauling") };
  if (pose === "wave" && isHanging(holds) && !RAISED.has(holds)) return waving(base);
  const one = hands.isBust ? raised(withOne(base), hands) : withOne(base);
  return alsoHolds === undefined || isPose("needs-both", pose) ? one : withTwo(one, alsoHolds);
}

/** Hanging things that are held up: lights, and a bell. */
const RAISED: ReadonlySet<Prop> = new Set(["lantern", "paper-lantern", "lamp", "bell"]);

/** The free hand waves, so that a full can is not swung. */
const waving = (base: PoseSpec): PoseSpec => {
  const side = holdsWith(base) === "near" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-low`), acting: side };
};

/** Whether a close-up shows the held thing raised beside the face, because the hand would be below the frame. */
export const isShown = ({ pose, holds, isFace }: Pick<Handling, "pose" | "holds" | "isFace">): boolean =>
  isFace === true && holds !== null && !isFurniture(holds) && !isPose("at-face", pose);

/** Uses the hand farther from the middle of the face, so that the thing does not cover the face. */
function besideFace(base: PoseSpec, { view, holds }: Handling): PoseSpec {
  const side = view === "three-quarter" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-${holds && isHanging(holds) ? "aloft" : "beside"}`) };
}

/** Raises the hand that holds a thing, unless the pose defines its place. */
function withOne(base: PoseSpec): PoseSpec {
  if (base.acting !== "none") return base;
  // Moves the other hand away from face and chest, so that it does not cover the thing.
  const { touch, lower } = base.farArm;
  const free = touch ? touch === "hip" : lower[0] < 60;
  return { ...base, ...wayOf("near-up"), ...(!free && wayOf("far-aside")) };
}

/** In a bust a hand that holds something is raised to the chest, so that the frame does not crop it. */
function raised(base: PoseSpec, { pose }: Handling): PoseSpec {
  if (pose === "offer") return { ...base, ...wayOf("offering") };
  const { touch, lower } = base.nearArm;
  const isLow = holdsWith(base) === "near" && !touch && lower[0] < 112;
  if (!isLow || isPose("needs-both", pose)) return base;
  return { ...base, ...wayOf("at-chest") };
}

/** The second thing: low if it hangs, else raised at its own side, so that it does not cover the first. */
function withTwo(base: PoseSpec, other: Prop): PoseSpec {
  const side: Side = holdsWith(base) === "near" ? "far" : "near";
  return { ...base, ...wayOf(`${side}-${isHanging(other) ? "low" : "high"}`), other: true };
}

/** Whether a thing hangs from its handle. */
export function isHanging(prop: Prop): boolean {
  const [, high, , low] = sizeOf(prop).extent;
  return !isHeldByEdge(prop) && high > -13 && low > 84;
}
