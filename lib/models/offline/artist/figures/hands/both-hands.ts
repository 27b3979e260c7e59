// Things that take both hands or both arms: where each is before the body, and where on it the hands lie.

import { measuresOf as tableOf } from "../../closed/measures.ts";
import type { Pose, Prop } from "../../closed/staging.ts";
import { apply, placed } from "../../pen/curves.ts";
import { sizeOf } from "../../things/props.ts";
import { traitsOf } from "../../things/thing-traits.ts";
import { handAt, type PoseSpec } from "../body/pose-spec.ts";
import { measuresOf, trunkOf } from "../body/skeleton.ts";
import type { Posing } from "../figure-job.ts";
import { handledOf, type Way } from "./handled.ts";
import { bothScale } from "./held-size.ts";
import { type Body, type Held, type Hold, isLong, isPlayed, planted, played } from "./shafts.ts";

type Bearing = "design" | "pose" | "view" | "holds" | "alsoHolds" | "isFace" | "isBust" | "isDetail";
export type Handling = Pick<Posing, Bearing>;

/** Read, such a thing is in both hands; else one has it. */
const READ: ReadonlySet<Prop> = new Set(["letter", "photo", "poster", "phone", "envelope"]);

/** How a thing that takes both hands is held, if it is no tool with a shaft and no instrument. */
function wayOf(prop: Prop, pose: Pose): Way | undefined {
  if (READ.has(prop)) return pose === "read" ? "read" : undefined;
  return (
    handledOf(prop).both ?? (traitsOf(prop).both && !isLong(prop) && !isPlayed(prop) ? "boxed" : undefined)
  );
}

/** Poses whose hands are free for it. */
const FREE =
  /^(?:stand|hold|carry|walk|run|sit|kneel|crouch|offer|read|embrace|look-(?:up|down|back)|push|reach|think|bow|dance|hands-on-face)$/u;

/** Whether somebody has a thing in both hands or arms. */
export const isInBoth = (handling: Omit<Handling, "design" | "view">): boolean => {
  const { pose, holds, alsoHolds, isFace, isDetail } = handling;
  if (holds === null || alsoHolds !== undefined || isFace || isDetail || !FREE.test(pose)) return false;
  return wayOf(holds, pose) !== undefined || (RESTS.test(pose) && (isLong(holds) || isPlayed(holds)));
};

/** Whether what somebody has in both hands is more than a hand or two could hide. */
export function isLarge(handling: Pick<Handling, "pose" | "holds" | "alsoHolds">): boolean {
  const { pose, holds } = handling;
  if (holds === null || !isInBoth(handling)) return false;
  const way = wayOf(holds, pose);
  return way !== "cupped" && way !== "read";
}

/** Whether it can be seen there from the front: a shaft would be out of reach of one hand or before the face. */
export const isBeforeChest = (handling: Pick<Handling, "pose" | "holds" | "alsoHolds">): boolean =>
  isInBoth(handling) && handling.holds !== null && !isLong(handling.holds);

/** What has a long shaft or is played is in one hand of whoever is on the way with it. */
const RESTS = /^(?:stand|hold|carry|sit|think|look-(?:up|down|back))$/u;

/** The arms of a pose with a thing in both hands. */
export function inBothHands(base: PoseSpec, handling: Handling): PoseSpec | undefined {
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
      : heldIn(wayOf(holds, pose) ?? "boxed", holds, body);
  if (!held) return undefined;
  const on = ({ p, way }: Hold) => handAt(apply(placed(held.at[0], held.at[1], held.turn, held.k), p), way);
  return {
    ...base,
    ...{ nearArm: on(held.near), farArm: on(held.far), acting: "both" },
    ...{ nearHand: held.near.shape, farHand: held.far.shape },
    borne: { at: held.at, turn: held.turn, k: held.k, wrapped: held.wrapped },
  };
}

interface Both {
  /** How far ahead of the trunk, and up it, the middle is; or over what the foot is, no higher than leaves the chin free. */
  ahead: number;
  up?: number;
  foot?: number;
  size: readonly [number, number];
  near: Hold;
  far: Hold;
  wrapped?: true;
}

const BOTH = tableOf<Way | `${Way}-bust` | `${Way}-turned`, Both | undefined>("both-ways");

/** Where it is for a middle, and hands so much of its width and height from its left and upper edges. */
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
