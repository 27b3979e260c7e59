// Things with a long shaft: whoever rests with one has both hands on it, one over the other, and its end stands on the ground. And
// instruments in the hands of whoever plays them.

import { measuresOf } from "../../closed/measures.ts";
import type { Pose, Prop, View } from "../../closed/staging.ts";
import { apply, clamp, mix, type Pt, placed } from "../../pen/curves.ts";
import { anchorOf, sizeOf } from "../../things/props.ts";
import type { Borne, PoseSpec } from "../body/pose-spec.ts";
import type { Measures } from "../body/skeleton.ts";
import type { HandShape } from "./hands.ts";
import { bothScale, standingScale } from "./held-size.ts";

/** A hand on a thing: where, in the thing's own space, and the degrees on the page that it points. */
export interface Hold {
  p: Pt;
  way: number;
  shape: HandShape;
}

export interface Held extends Borne {
  near: Hold;
  far: Hold;
}

/** What whoever holds something has to hold it before: the trunk from the hips (0) to the neck (1), and how far ahead its front is. */
export interface Body {
  m: Measures;
  view: View;
  at(up: number): Pt;
  ahead: number;
  isBust: boolean;
  pose: Pose;
}

interface Shaft {
  /** The ends of what hands may hold, in the thing's own space. */
  top: Pt;
  end: Pt;
  /** What stands on the ground; absent: it is held in the air. */
  foot?: Pt;
  turn?: number;
}

export const SHAFTS: Readonly<Partial<Record<Prop, Shaft>>> = measuresOf("shafts");

export const isLong = (prop: Prop): boolean => prop in SHAFTS;

/** Both hands on the shaft; whoever sits has what stands on the ground in one. */
export function planted(prop: Prop, body: Body, { support }: PoseSpec): Held | undefined {
  const { m, view, at, ahead, isBust } = body;
  const shaft = SHAFTS[prop];
  if (!shaft || (shaft.foot && support)) return undefined;
  const { top, end, foot, turn = 0 } = shaft;
  const k = foot ? standingScale(prop, m.hand, [1.2, 2.3]) : bothScale(prop, m.hand, [0.9, 1.25]);
  const turned = placed(0, 0, turn, k);
  const [upper, lower] = [apply(turned, top), apply(turned, end)];
  const mirrored = view === "back" ? -1 : 1;
  // What stands higher than the chin keeps clear of the face.
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
  // A bust does not show the ground: a short one is lifted into it.
  const y = isBust ? Math.min(stood, at(0.96)[1] - upper[1]) : stood;
  // Where on the shaft the height is that a hand wants to be at.
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

interface Instrument {
  /** What of it is on the trunk, and how far up (0 the hips, 1 the neck); absent: its `mouth` is at the player's. */
  on?: Pt;
  up?: number;
  /** So far ahead of there. */
  out: number;
  turn: number;
  near: Hold;
  far: Hold;
  size: readonly [number, number];
}

const INSTRUMENTS: Readonly<Partial<Record<Prop, Instrument>>> = measuresOf("instruments");

export const isPlayed = (prop: Prop): boolean => prop in INSTRUMENTS;

export function played(prop: Prop, { m, view, at, ahead }: Body): Held | undefined {
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

/** The mouth as seen from the hips, of a head that is carried upright. */
function mouthOf({ m, view, at }: Pick<Body, "m" | "view" | "at">): Pt {
  const [x, y] = at(1);
  const ahead = view === "profile" ? 48 : view === "three-quarter" ? 24 : 0;
  return [x + ahead, y - m.neck - 12];
}
