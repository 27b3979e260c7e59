// A pose turned into a body: joints in three dimensions, seen from the view's side, standing on the ground.
// Figure space: a head is about 100 high, the ground is y = 0, figures look to the right.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { View } from "../../../manga/staging.ts";
import { apply, type Pt, placed } from "./curves.ts";
import type { Aim, Limb, PoseSpec } from "./poses.ts";

interface Measures {
  thigh: number;
  shin: number;
  foot: number;
  torso: number;
  neck: number;
  upperArm: number;
  forearm: number;
  hand: number;
  /** Half widths. */
  shoulders: number;
  hips: number;
  waist: number;
  /** Thickness of limbs, 1 for a grown man. */
  girth: number;
  stoop: number;
}

function measuresOf(design: CharacterDesign): Measures {
  const build = { small: 0.93, slim: 1, average: 1, broad: 1 }[design.build];
  const wide = { small: 0.94, slim: 0.92, average: 1, broad: 1.22 }[design.build];
  const feminine = design.gender === "female";
  const child = design.age === "child";
  const teen = design.age === "teen";
  const size = build * (child ? 0.6 : teen ? 0.93 : design.age === "elder" ? 0.88 : 1);
  const girth =
    (child ? 0.66 : feminine ? 0.8 : teen ? 0.88 : 1) *
    (0.5 + 0.5 * wide) *
    (design.build === "broad" ? 1.04 : 1);
  return {
    thigh: 170 * size,
    shin: 166 * size,
    foot: 17 * (child ? 0.8 : 1),
    torso: (child ? 112 : 182 * build * (teen ? 0.92 : 1)) * (feminine ? 0.96 : 1),
    neck: child ? 10 : feminine ? 24 : 22,
    upperArm: 111 * size,
    forearm: 104 * size,
    hand: child ? 40 : feminine ? 52 : 60,
    shoulders: (child ? 43 : feminine ? 60 : teen ? 66 : 74) * wide,
    hips: (child ? 29 : feminine ? 43 : 40) * (0.6 + 0.4 * wide),
    waist: (child ? 30 : feminine ? 34 : 42) * wide,
    girth,
    stoop: design.age === "elder" ? 12 : 0,
  };
}

interface Joint {
  p: Pt;
  /** Towards the reader. */
  z: number;
}
export interface Arm {
  shoulder: Joint;
  elbow: Joint;
  wrist: Joint;
}
export interface Leg {
  hip: Joint;
  knee: Joint;
  ankle: Joint;
}
export interface Skeleton {
  measures: Measures;
  yaw: number;
  hips: Pt;
  neck: Pt;
  head: Pt;
  /** Heads of the young are large for their bodies. */
  headSize: number;
  /** Degrees, clockwise. */
  headTilt: number;
  arms: { near: Arm; far: Arm };
  legs: { near: Leg; far: Leg };
  /** Where shoes point, per unit of length. */
  toe: Pt;
  /** Degrees the whole figure is turned. */
  turn: number;
}

const BODY_YAW: Readonly<Record<View, number>> = {
  front: 0,
  "three-quarter": 38,
  profile: 78,
  back: 152,
};

type Vec = readonly [forward: number, side: number, up: number];
const rad = (deg: number) => (deg * Math.PI) / 180;
const add = (a: Vec, b: Vec, k = 1): Vec => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

/** `side` −1 is the near arm or leg, 1 the far one. */
function direction([elevation, azimuth]: Aim, side: 1 | -1): Vec {
  const e = rad(elevation);
  const a = rad(azimuth);
  return [Math.sin(e) * Math.cos(a), side * Math.sin(e) * Math.sin(a), -Math.cos(e)];
}

export function skeletonOf(design: CharacterDesign, pose: PoseSpec, view: View): Skeleton {
  const m = measuresOf(design);
  const yaw = BODY_YAW[view];
  const lean = rad(pose.lean + m.stoop);
  const spine: Vec = [Math.sin(lean), 0, Math.cos(lean)];
  const hips: Vec = [0, 0, 0];
  const neck = add(hips, spine, m.torso);
  const nod = pose.nod + m.stoop * 0.3;
  const headLean = lean * 0.55 + rad(nod) * 0.35;
  const head = add(neck, [Math.sin(headLean), 0, Math.cos(headLean)], m.neck + 47);
  const twist = rad(pose.twist);
  const across = (side: 1 | -1): Vec => [-side * Math.sin(twist), side * Math.cos(twist), 0];

  const raised = (limb: Limb) => Math.max(0, limb.upper[0] - 70) / 110;
  const arm = (limb: Limb, side: 1 | -1) => {
    const base = add(
      add(hips, spine, m.torso * (0.83 + raised(limb) * 0.14)),
      across(side),
      m.shoulders * (1 - raised(limb) * 0.12) - 13 * m.girth,
    );
    const elbow = add(base, direction(limb.upper, side), m.upperArm);
    return [base, elbow, add(elbow, direction(limb.lower, side), m.forearm)] as const;
  };
  const leg = (limb: Limb, side: 1 | -1) => {
    const base = add(hips, [0, side, 0], m.hips * 0.56);
    const knee = add(base, direction(limb.upper, side), m.thigh);
    return [base, knee, add(knee, direction(limb.lower, side), m.shin)] as const;
  };

  const sin = Math.sin(rad(yaw));
  const cos = Math.cos(rad(yaw));
  const turned = placed(0, 0, pose.turn);
  const see = ([f, s, u]: Vec): Joint => ({
    p: apply(turned, [f * sin + s * cos, -u]),
    z: f * cos - s * sin,
  });
  const raw = {
    nearArm: arm(pose.nearArm, -1).map(see),
    farArm: arm(pose.farArm, 1).map(see),
    nearLeg: leg(pose.nearLeg, -1).map(see),
    farLeg: leg(pose.farLeg, 1).map(see),
    hips: see(hips),
    neck: see(neck),
    head: see(head),
  };
  const lying = Math.abs(pose.turn) > 70;
  const soles = [...raw.nearLeg, ...raw.farLeg].map(({ p }) => p[1] + (lying ? 20 : m.foot));
  const body = [raw.hips.p[1] + m.hips * 0.9, raw.head.p[1] + (lying ? 46 : 0)];
  const lowest = Math.max(...soles, ...body) + pose.lift * 100;
  const down = (j: Joint): Joint => ({ p: [j.p[0], j.p[1] - lowest], z: j.z });
  const three = (joints: Joint[]): [Joint, Joint, Joint] => {
    const [a, b, c] = joints.map(down);
    if (!a || !b || !c) throw new RangeError("a limb has three joints");
    return [a, b, c];
  };
  const toArm = (joints: Joint[]): Arm => {
    const [shoulder, elbow, wrist] = three(joints);
    return { shoulder, elbow, wrist };
  };
  const toLeg = (joints: Joint[]): Leg => {
    const [hip, knee, ankle] = three(joints);
    return { hip, knee, ankle };
  };
  const facingTilt = sin > 0.2 ? 1 : 0.25;
  return {
    measures: m,
    yaw,
    hips: down(raw.hips).p,
    neck: down(raw.neck).p,
    head: down(raw.head).p,
    headSize: design.gender === "female" || design.age === "child" || design.age === "teen" ? 1.12 : 1.06,
    headTilt: pose.turn + (nod * 0.75 + pose.lean * 0.2) * facingTilt,
    arms: { near: toArm(raw.nearArm), far: toArm(raw.farArm) },
    legs: { near: toLeg(raw.nearLeg), far: toLeg(raw.farLeg) },
    toe: [sin, Math.abs(cos)],
    turn: pose.turn,
  };
}
