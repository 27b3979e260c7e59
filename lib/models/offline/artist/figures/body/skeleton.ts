// Turns a pose into a skeleton: joints in three dimensions, projected for the view, standing on the ground.
// Figure space: a head is about 100 high, the ground is y = 0, figures face right. Longer than 300 lines:
// every joint is found from those before it, in one order.
import type { CharacterDesign } from "../../closed/cast.ts";
import type { View } from "../../closed/staging.ts";
import { apply, type Pt, placed } from "../../pen/curves.ts";
import { faceLook } from "../head/head-rig.ts";
import type { Aim, Limb, PoseSpec } from "./poses.ts";
import { bent, type Goal, type Ground, goalOf, hung, wristWay } from "./touches.ts";

/** Lengths; half widths of shoulders, hips and waist; `girth`: thickness of limbs, 1 for a grown man. */
export type Measures = Record<
  | ("thigh" | "shin" | "foot" | "torso" | "neck" | "upperArm" | "forearm" | "hand")
  | ("shoulders" | "hips" | "waist" | "girth" | "stoop"),
  number
>;

export function measuresOf(design: CharacterDesign): Measures {
  const build = design.build === "small" ? 0.93 : 1;
  const wide = { small: 0.94, slim: 0.92, average: 1, broad: 1.22 }[design.build];
  const feminine = design.gender === "female";
  const child = design.age === "child";
  const teen = design.age === "teen";
  const size = build * (child ? 0.64 : teen ? 0.96 : design.age === "elder" ? 0.88 : 1.05);
  const girth =
    (child ? 0.66 : feminine ? 0.8 : teen ? 0.88 : 1) *
    (0.5 + 0.5 * wide) *
    (design.build === "broad" ? 1.04 : 1);
  return {
    thigh: 170 * size,
    shin: 166 * size,
    foot: 17 * (child ? 0.8 : 1),
    torso: (child ? 116 : 182 * build * (teen ? 0.92 : 1)) * (feminine ? 0.96 : 1),
    neck: chinOf(design) - 47 + (child ? 3 : feminine ? 7 : 5),
    upperArm: 111 * size,
    forearm: 104 * size,
    hand: child ? 41 : feminine ? 53 : 60,
    shoulders: (child ? 43 : feminine ? 59 : teen ? 66 : 75) * wide,
    hips: (child ? 30 : feminine ? 45 : 40) * (0.6 + 0.4 * wide),
    waist: (child ? 30 : feminine ? 34 : 42) * wide,
    girth,
    stoop: design.age === "elder" ? 12 : 0,
  };
}

/** How far the chin is below the middle of the head, in figure units. */
const chinOf = (design: CharacterDesign): number => (8 + 42 * faceLook(design).chin) * headSizeOf(design);

interface Joint {
  p: Pt;
  /** Depth towards the reader. */
  z: number;
}
export interface Arm extends Record<"shoulder" | "elbow" | "wrist", Joint> {
  /** The point that the hand points away from: the elbow, unless the wrist is bent. */
  heel: Pt;
}
export type Leg = Record<"hip" | "knee" | "ankle", Joint>;
export interface Skeleton {
  measures: Measures;
  yaw: number;
  hips: Pt;
  neck: Pt;
  head: Pt;
  /** Young people have large heads for their bodies. */
  headSize: number;
  /** Degrees, clockwise. */
  headTilt: number;
  arms: Record<"near" | "far", Arm>;
  legs: Record<"near" | "far", Leg>;
  /** Degrees in the picture plane by which the near shoulder drops and the near hip rises; and how far the back arches to the right. */
  tilt: number;
  hip: number;
  arch: number;
  /** How far to the right each shoe points, −1 … 1: feet are turned outwards. */
  toes: Record<"near" | "far", number>;
  /** Rotation of the whole figure in degrees. */
  turn: number;
}

/** Head size by age: a child is four and a half heads tall, an adult nearly seven. */
const HEADS = { child: 1.08, teen: 1.06, adult: 1, elder: 1 } as const;

const headSizeOf = ({ age, gender }: CharacterDesign): number =>
  HEADS[age] + (gender === "female" && age !== "child" ? 0.02 : 0);

const BODY_YAW: Readonly<Record<View, number>> = { front: 0, "three-quarter": 38, profile: 78, back: 152 };

/** Degrees that each foot is turned outwards. */
const SPLAY = 20;

type Vec = readonly [forward: number, side: number, up: number];
const rad = (deg: number) => (deg * Math.PI) / 180;
const add = (a: Vec, b: Vec, k = 1): Vec => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

/** Direction of a limb in the body's space; `side` −1 is the near arm or leg, 1 the far one. */
function direction([elevation, azimuth]: Aim, side: 1 | -1): Vec {
  const e = rad(elevation);
  const a = rad(azimuth);
  return [Math.sin(e) * Math.cos(a), side * Math.sin(e) * Math.sin(a), -Math.cos(e)];
}

/** A vector in view space: right, down, towards the reader. */
type Seen = readonly [x: number, y: number, z: number];

/** Least visible share of an arm's length; an arm that points more directly at the reader is rotated until it shows this much. */
const SHOWN = 0.66;

interface Cheat {
  side: 1 | -1;
  view: View;
  part: "upper" | "lower";
  /** The whole arm is raised. */
  raised: boolean;
}

/**
 * Cheats the direction of an arm: in profile it is not raised across the face; if it points at the reader, it
 * is bent at the elbow so that the hand is in front of the shoulder.
 */
function shown([x, y, z]: Seen, { side, view, part, raised }: Cheat): Seen {
  if (view === "profile" && y < -0.35 && x > -0.5 && x < 0.62) {
    const over = side === -1 ? -0.5 : 0.62;
    const k = Math.sqrt(1 - over * over);
    return [over, -k, z * 0.2];
  }
  if (view === "three-quarter" && raised && y < -0.4 && (side === -1 ? x > -0.34 : x < 0.42)) {
    const over = side === -1 ? -0.34 : 0.42;
    return [over, -Math.sqrt(1 - over * over), z * 0.2];
  }
  const length = Math.hypot(x, y);
  if (length >= SHOWN) return [x, y, z];
  const lack = 1 - length / SHOWN;
  const out = view === "profile" ? 0.3 : (view === "back" ? -side : side) * (part === "upper" ? 0.42 : 0.2);
  const bx = x + out * lack;
  const by = y + (part === "upper" ? 0.5 : z < 0 ? 0.4 : -0.6) * lack;
  const k = SHOWN / (Math.hypot(bx, by) || 1);
  return [bx * k, by * k, Math.sign(z) * 0.75];
}

/** Least angle in degrees between a raised forearm and the upper arm. */
const FOLD = 50;

/** Opens a forearm that would fold flat on its upper arm: forwards if that is visible, else to the side that it leans to. */
function unfolded([ux, uy]: Seen, lower: Seen, { side, view }: Pick<Cheat, "side" | "view">): Seen {
  const [x, y, z] = lower;
  const up = Math.atan2(-uy, -ux);
  const fold = Math.atan2(Math.sin(Math.atan2(y, x) - up), Math.cos(Math.atan2(y, x) - up));
  if (view === "profile" || uy < 0.3 || (z < 0 && view !== "back") || Math.abs(fold) > rad(FOLD))
    return lower;
  const aside = view === "back" ? -side : Math.abs(x) > 0.15 ? Math.sign(x) : side;
  const right = view === "three-quarter" ? 1 : aside;
  const length = Math.max(0.8, Math.hypot(x, y));
  const way = up + right * rad(FOLD);
  return [Math.cos(way) * length, Math.sin(way) * length, z];
}

/** The target of a hand with a fixed position, in front of the body. */
function placedGoal(to: Limb["at"], [x, y]: Pt, view: View): Goal {
  return { at: [x + (to?.p[0] ?? 0), y + (to?.p[1] ?? 0)], way: to?.way ?? 0, z: view === "back" ? -60 : 60 };
}

/** The axis of the trunk as seen, from the hips (0) to the neck (1). */
export function trunkOf(m: Measures, pose: PoseSpec, view: View): (up: number) => Pt {
  const lean = rad(pose.lean + m.stoop);
  const across = Math.sin(lean) * Math.sin(rad(BODY_YAW[view]));
  return (up) => [across * m.torso * up, -Math.cos(lean) * m.torso * up];
}

/** Foreshortening from a high or low camera: parts far from the camera become shorter. */
function foreshortened(m: Measures, above: number): Measures {
  const legs = 1 - above * 0.1;
  return { ...m, thigh: m.thigh * legs, shin: m.shin * legs, torso: m.torso * (1 - above * 0.03) };
}

export function skeletonOf(design: CharacterDesign, pose: PoseSpec, view: View): Skeleton {
  const m = foreshortened(measuresOf(design), pose.above);
  const yaw = BODY_YAW[view];
  const lean = rad(pose.lean + m.stoop);
  const spine: Vec = [Math.sin(lean), 0, Math.cos(lean)];
  const hips: Vec = [0, 0, 0];
  const neck = add(hips, spine, m.torso);
  const nod = pose.nod + m.stoop * 0.3;
  const headLean = lean * 0.55 + rad(nod) * 0.35;
  // The head is in front of the shoulders, not above them.
  const head = add(add(neck, [Math.sin(headLean), 0, Math.cos(headLean)], m.neck + 47), [9, 0, 0]);
  const twist = rad(pose.twist);
  const across = (side: 1 | -1): Vec => [-side * Math.sin(twist), side * Math.cos(twist), 0];

  const sin = Math.sin(rad(yaw));
  const cos = Math.cos(rad(yaw));
  const turned = placed(0, 0, pose.turn);
  const flat = ([f, s, u]: Vec): Seen => [f * sin + s * cos, -u, f * cos - s * sin];
  const joint = ([x, y, z]: Seen): Joint => ({ p: apply(turned, [x, y]), z });

  const raised = (limb: Limb) => Math.max(0, limb.upper[0] - 70) / 110;
  const dropped = (side: 1 | -1, degrees: number, half: number): Vec =>
    add([0, 0, 0], [0, 0, side], Math.sin(rad(degrees)) * half);
  const facingTilt = sin > 0.2 ? 1 : 0.25;
  const headTilt = (nod * 0.75 + pose.lean * 0.2) * facingTilt + pose.roll * (1 - Math.abs(sin) ** 4);
  const headSize = headSizeOf(design) * (1 + pose.above * 0.09);
  const leg = (limb: Limb, side: 1 | -1) => {
    const base = add(add(hips, [0, side, 0], m.hips * 0.56), dropped(side, -pose.hip, m.hips * 0.56));
    const knee = add(base, direction(limb.upper, side), m.thigh);
    const ankle = add(knee, direction(limb.lower, side), m.shin);
    // Feet are seen from above, so the nearer foot is lower in the picture.
    const lower = ([x, y, z]: Seen, by: number): Seen => [x, y + (pose.turn === 0 ? z * 0.14 * by : 0), z];
    return { hip: flat(base), knee: lower(flat(knee), 1), ankle: lower(flat(ankle), 2) };
  };
  const legs = { near: leg(pose.nearLeg, -1), far: leg(pose.farLeg, 1) };
  const at = ([x, y]: Seen): Pt => [x, y];
  const ground = (side: 1 | -1): Ground => ({
    view,
    head: at(flat(head)),
    headSize,
    headTilt,
    neck: at(flat(neck)),
    hips: at(flat(hips)),
    wide: Math.hypot(m.hips * cos, 36 * m.girth * sin),
    chest: Math.hypot(m.shoulders * 0.8 * cos, 40 * m.girth * sin),
    hand: m.hand,
    knee: at(legs[side === -1 ? "near" : "far"].knee),
  });
  const arm = (limb: Limb, side: 1 | -1): Record<keyof Arm, Seen> => {
    const half = m.shoulders * (1 - raised(limb) * 0.12) - 13 * m.girth;
    const base = add(
      add(add(hips, spine, m.torso * (0.78 + raised(limb) * 0.17)), across(side), half),
      dropped(side, pose.tilt, half),
    );
    const goesUp = limb.upper[0] > 115;
    const way = (part: "upper" | "lower") =>
      shown(flat(direction(limb[part], side)), { side, view, part, raised: goesUp });
    const shoulder = flat(base);
    if (limb.touch || limb.at) {
      const goal = limb.touch
        ? goalOf(limb.touch, side, ground(side))
        : placedGoal(limb.at, at(flat(hips)), view);
      const out = 0.7 * (view === "back" ? -side : side);
      const { elbow, wrist } = (limb.touch ? bent : hung)(at(shoulder), goal, {
        upper: m.upperArm,
        fore: m.forearm,
        hand: m.hand,
        out: view === "profile" ? -0.3 : out,
        raised: limb.touch === "nape" && view !== "profile",
      });
      const r = rad(wristWay(limb.touch, goal, { elbow, wrist }));
      const heel: Seen = [wrist[0] - Math.cos(r) * 40, wrist[1] - Math.sin(r) * 40, goal.z];
      return {
        ...{ shoulder, heel },
        elbow: [elbow[0], elbow[1], goal.z * 0.5],
        wrist: [wrist[0], wrist[1], goal.z],
      };
    }
    const upper = way("upper");
    const elbow = add(shoulder, upper, m.upperArm);
    const wrist = add(elbow, unfolded(upper, way("lower"), { side, view }), m.forearm);
    return { shoulder, elbow, wrist, heel: elbow };
  };

  const lying = Math.abs(pose.turn) > 70;
  const soles = [legs.near, legs.far]
    .flatMap(({ hip, knee, ankle }) => [hip, knee, ankle])
    .map((seen) => joint(seen).p[1] + (lying ? 20 : m.foot));
  const body = [joint(flat(hips)).p[1] + m.hips * 0.9, joint(flat(head)).p[1] + (lying ? 46 : 0)];
  const lowest = Math.max(...soles, ...body) + pose.lift * 100;
  const settled = (seen: Seen): Joint => {
    const { p, z } = joint(seen);
    return { p: [p[0], p[1] - lowest], z };
  };
  const toArm = ({ shoulder, elbow, wrist, heel }: ReturnType<typeof arm>): Arm => ({
    ...{ shoulder: settled(shoulder), elbow: settled(elbow), wrist: settled(wrist), heel: settled(heel).p },
  });
  const toLeg = ({ hip, knee, ankle }: ReturnType<typeof leg>): Leg => ({
    ...{ hip: settled(hip), knee: settled(knee), ankle: settled(ankle) },
  });
  return {
    measures: m,
    yaw,
    hips: settled(flat(hips)).p,
    neck: settled(flat(neck)).p,
    head: settled(flat(head)).p,
    headSize,
    headTilt: pose.turn + headTilt,
    arms: { near: toArm(arm(pose.nearArm, -1)), far: toArm(arm(pose.farArm, 1)) },
    legs: { near: toLeg(legs.near), far: toLeg(legs.far) },
    tilt: pose.tilt * cos,
    hip: pose.hip * cos,
    arch: pose.arch * sin * (m.torso / 182),
    toes: { near: Math.sin(rad(yaw - SPLAY)), far: Math.sin(rad(yaw + SPLAY)) },
    turn: pose.turn,
  };
}
