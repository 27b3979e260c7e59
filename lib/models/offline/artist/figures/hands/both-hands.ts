// Things that take both hands or both arms: where each is before the body, and where on it the hands lie.

import type { Design } from "../../camera/design.ts";
import type { Pose, Prop, View } from "../../closed/staging.ts";
import { apply, type Pt, placed } from "../../pen/curves.ts";
import { sizeOf } from "../../things/props.ts";
import { traitsOf } from "../../things/thing-traits.ts";
import { handAt, type PoseSpec } from "../body/pose-spec.ts";
import { measuresOf, trunkOf } from "../body/skeleton.ts";
import { bothScale } from "./held-size.ts";
import type { Body, Held, Hold } from "./hold.ts";
import { isPlayed, played } from "./played.ts";
import { isLong, planted } from "./shafts.ts";

export interface Handling {
  design: Design;
  pose: Pose;
  view: View;
  holds: Prop | null;
  alsoHolds?: Prop | undefined;
  isFace?: boolean | undefined;
  isBust?: boolean | undefined;
  isDetail?: boolean | undefined;
}

type Way = "boxed" | "handled" | "wrapped" | "cupped" | "read";

/** Hard things between the hands or by their two handles, soft ones in the arms, small ones in the hollow of both hands, and what is read by its edges. */
const WAYS: Readonly<Partial<Record<Prop, Way>>> = {
  ...ways("wrapped", "pillow", "blanket", "doll", "teddy-bear", "cloth-roll", "bundle", "life-jacket"),
  ...ways("wrapped", "coat", "hot-water-bottle", "cabbage", "backpack", "firewood", "straw"),
  ...ways("cupped", "bowl", "nest", "egg", "crystal", "snow-globe", "music-box", "rubber-duck", "shell"),
  ...ways("cupped", "puzzle-cube", "game-console", "piggy-bank", "lunchbox", "gift", "trophy", "daruma"),
  ...ways("cupped", "camera", "binoculars", "rice-ball", "sandwich", "paper-crane"),
  ...ways("read", "book", "map", "newspaper", "scroll", "clipboard", "calendar", "ema", "harmonica"),
  ...ways("boxed", "vase", "birdcage", "kagami-mochi", "rice-cooker", "toaster", "picture", "cooler"),
  ...ways("handled", "pot"),
  ...ways("boxed", "lifebuoy", "kendo-mask", "helmet", "blocks", "tray", "saddle"),
};

function ways(way: Way, ...props: readonly Prop[]): Partial<Record<Prop, Way>> {
  return Object.fromEntries(props.map((prop) => [prop, way]));
}

/** Read, such a thing is in both hands; else one has it. */
const READ: ReadonlySet<Prop> = new Set(["letter", "photo", "poster", "phone", "envelope"]);

/** How a thing that takes both hands is held, if it is no tool with a shaft and no instrument. */
function wayOf(prop: Prop, pose: Pose): Way | undefined {
  if (READ.has(prop)) return pose === "read" ? "read" : undefined;
  return WAYS[prop] ?? (traitsOf(prop).both && !isLong(prop) && !isPlayed(prop) ? "boxed" : undefined);
}

/** Poses whose hands are free for it. */
const FREE =
  /^(?:stand|hold|carry|walk|run|sit|kneel|crouch|offer|read|embrace|look-(?:up|down|back)|push|reach|think|bow|dance|hands-on-face)$/u;

/** Whether somebody has a thing in both hands or arms. */
export const isInBoth = ({
  pose,
  holds,
  alsoHolds,
  isFace,
  isDetail,
}: Omit<Handling, "design" | "view">): boolean =>
  holds !== null &&
  alsoHolds === undefined &&
  !isFace &&
  !isDetail &&
  FREE.test(pose) &&
  (wayOf(holds, pose) !== undefined || (RESTS.test(pose) && (isLong(holds) || isPlayed(holds))));

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

/** How far down a pot its handles are, steam and all. */
const HANDLES = 0.62;

/** Where it is for a middle, and hands so much of its width and height from its left and upper edges. */
function heldIn(way: Way, prop: Prop, body: Body): Held {
  const { view, at, ahead, isBust, pose } = body;
  const { extent } = sizeOf(prop);
  const [left, high, right, low] = extent;
  const k = bothScale(prop, body.m.hand, way === "cupped" || way === "read" ? [0.7, 1] : [0.86, 1.2]);
  const [w, h] = [(right - left) * k, (low - high) * k];
  const on = (u: number, v: number): Pt => [left + (right - left) * u, high + (low - high) * v];
  const out = pose === "offer" ? 34 : 0;
  const beside = view === "profile" ? w / 2 - 4 : 0;
  const middleAt = (up: number, more: number): Pt => {
    const [x, y] = at(up);
    const mirrored = view === "back" ? -1 : 1;
    return [x + (ahead + beside + (view === "front" || view === "back" ? 0 : more + out)) * mirrored, y];
  };
  const from = ([x, y]: Pt): Pt => [x - ((left + right) / 2) * k, y - ((high + low) / 2) * k];
  if (way === "cupped")
    return {
      ...{ at: from(middleAt(isBust ? 0.74 : 0.6, 20)), turn: 0, k },
      near: { p: on(0.1, 0.62), way: -32, shape: "cup" },
      far: { p: on(0.9, 0.62), way: 212, shape: "cup" },
    };
  if (way === "read")
    return {
      ...{ at: from(middleAt(isBust ? 0.72 : 0.62, 26)), turn: 0, k },
      near: { p: on(0.08, 0.72), way: -40, shape: "pinch" },
      far: { p: on(0.92, 0.72), way: 220, shape: "pinch" },
    };
  // No higher than leaves the chin free, and its foot on the belt if it is no taller than that.
  const top = at(isBust ? 0.94 : 0.9)[1];
  const up = (y: number) => -y / Math.max(1, -at(1)[1]);
  const middle = isBust
    ? Math.max(top + h / 2, at(0.68)[1])
    : Math.max(top + h / 2, at(way === "wrapped" ? 0.3 : 0.14)[1] - h / 2);
  const spot = from(middleAt(up(middle), way === "wrapped" ? 16 : 12));
  if (way === "wrapped")
    return {
      ...{ at: spot, turn: 0, k, wrapped: true },
      near: { p: on(0.66, isBust ? 0.42 : 0.5), way: -10, shape: "relaxed" },
      far: { p: on(0.34, isBust ? 0.6 : 0.74), way: 188, shape: "relaxed" },
    };
  if (way === "handled")
    return {
      ...{ at: spot, turn: 0, k },
      near: { p: on(0.05, HANDLES), way: 8, shape: "grip" },
      // Turned away the far forearm comes out from behind it.
      far: { p: on(0.95, HANDLES), way: view === "front" || view === "back" ? 172 : 24, shape: "grip" },
    };
  return {
    ...{ at: spot, turn: 0, k },
    near: { p: on(0.06, isBust ? 0.5 : 0.8), way: isBust ? -24 : 24, shape: "cup" },
    far: { p: on(0.94, isBust ? 0.5 : 0.8), way: isBust ? 204 : 156, shape: "cup" },
  };
}
