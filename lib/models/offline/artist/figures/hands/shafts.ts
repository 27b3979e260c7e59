// Things with a long shaft: whoever rests with one has both hands on it, one over the other, and its end stands on the ground.

import type { Prop } from "../../closed/staging.ts";
import { apply, clamp, mix, type Pt, placed } from "../../pen/curves.ts";
import { sizeOf } from "../../things/props.ts";
import type { PoseSpec } from "../body/pose-spec.ts";
import { bothScale, standingScale } from "./held-size.ts";
import type { Body, Held } from "./hold.ts";

interface Shaft {
  /** The ends of what hands may hold, in the thing's own space. */
  top: Pt;
  end: Pt;
  /** What stands on the ground; absent: it is held in the air. */
  foot?: Pt;
  turn?: number;
}

const SHAFTS = {
  broom: { top: [-27, -108], end: [34, 124], foot: [60, 230] },
  mop: { top: [-29, -118], end: [32, 124], foot: [64, 226] },
  vacuum: { top: [4, -10], end: [-30, 84], foot: [-40, 124] },
  rake: { top: [0, -230], end: [0, 70], foot: [0, 80] },
  shovel: { top: [-18, -90], end: [22, 84], foot: [36, 178] },
  pitchfork: { top: [24, -80], end: [-30, 100], foot: [-32, 114], turn: -14 },
  spear: { top: [26, -140], end: [-24, 150], foot: [-28, 166], turn: -6 },
  oar: { top: [-52, -50], end: [92, 138], foot: [158, 214], turn: 32 },
  "bamboo-sword": { top: [-4, -8], end: [-40, 62] },
  bat: { top: [-2, -6], end: [-20, 38] },
  axe: { top: [6, -30], end: [-28, 82] },
  net: { top: [10, -40], end: [-54, 80] },
  "fishing-rod": { top: [4, -12], end: [-32, 44] },
} as const satisfies Partial<Record<Prop, Shaft>>;

type Long = keyof typeof SHAFTS;

export const isLong = (prop: Prop): prop is Long => prop in SHAFTS;

/** Both hands on the shaft; whoever sits has what stands on the ground in one. */
export function planted(prop: Long, body: Body, { support }: PoseSpec): Held | undefined {
  const { m, view, at, ahead, isBust } = body;
  const { top, end, foot, turn = 0 }: Shaft = SHAFTS[prop];
  if (foot && support) return undefined;
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
