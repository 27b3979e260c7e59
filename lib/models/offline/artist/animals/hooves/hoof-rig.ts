// The joints of an animal on hooves in each posture: where its trunk, neck, head and legs are. Figure space: the ground is y = 0.
import type { Pose } from "../../closed/staging.ts";
import { apply, compose, IDENTITY, type Matrix, type Pt, placed } from "../../pen/curves.ts";
import type { HoofedBuild } from "./hoof-builds.ts";

export type Gait = "stand" | "walk" | "graze" | "gallop" | "rear" | "rest" | "sleep";

/** Degrees from straight down, forward positive, of each bone; a leg in the air keeps its own length. */
interface Step {
  bones: readonly number[];
  free?: true;
}

interface Posture {
  /** Degrees that the trunk is raised in front. */
  pitch: number;
  /** How far it lies lower, as a share of the height under its girth; negative is off the ground. */
  sinks: number;
  hind: readonly [near: Step, far: Step];
  fore: readonly [near: Step, far: Step];
  /** Degrees beside the breed's own at rest, and how much more the head hangs. */
  neck: number;
  hangs: number;
  /** Degrees that the tail is lifted. */
  tail: number;
}

const on = (...bones: number[]): Step => ({ bones });
const off = (...bones: number[]): Step => ({ bones, free: true });

/** Legs that are folded under a body are no row of bones, see `hoof-folds.ts`. */
const LYING = { pitch: 0, sinks: 1, tail: 24, hind: [on(), on()], fore: [on(), on()] } as const;

const POSTURES: Readonly<Record<Gait, Posture>> = {
  stand: {
    ...{ pitch: 0, sinks: 0, neck: 0, hangs: 0, tail: 0 },
    hind: [on(26, -32, 6, 24), on(34, -20, 14, 26)],
    fore: [on(1, 0, 26), on(9, 5, 28)],
  },
  walk: {
    ...{ pitch: 0, sinks: 0, neck: -6, hangs: -4, tail: 4 },
    hind: [on(40, -16, 14, 26), on(2, -50, -26, 4)],
    fore: [on(-16, -22, 4), off(46, -22, -36)],
  },
  graze: {
    ...{ pitch: -2, sinks: 0, neck: 0, hangs: 32, tail: 2 },
    hind: [on(28, -30, 6, 24), on(36, -18, 14, 26)],
    fore: [on(-6, -8, 18), on(17, 12, 30)],
  },
  gallop: {
    ...{ pitch: 5, sinks: -0.12, neck: -17, hangs: -16, tail: 52 },
    hind: [off(-26, -62, -44, -70), off(20, -58, -22, -46)],
    fore: [off(72, 58, 34), off(62, -36, -66)],
  },
  rear: {
    ...{ pitch: 44, sinks: 0.22, neck: -4, hangs: 16, tail: 10 },
    hind: [on(48, -22, 22, 30), on(64, -8, 26, 32)],
    fore: [off(86, -28, -62), off(112, 18, -10)],
  },
  rest: { ...LYING, neck: -4, hangs: 0 },
  sleep: { ...LYING, neck: 0, hangs: -14 },
};

const GAITS: Readonly<Partial<Record<Pose, Gait>>> = {
  ...{ walk: "walk", push: "walk", carry: "walk", reach: "walk", run: "gallop", throw: "gallop" },
  ...{ jump: "rear", fight: "rear", "arms-up": "rear", wave: "rear", dance: "rear", climb: "rear" },
  ...{ sit: "rest", kneel: "rest", crouch: "rest", sleep: "sleep", lie: "sleep", fall: "sleep" },
  ...{ eat: "graze", drink: "graze", bow: "graze", "look-down": "graze", read: "graze", write: "graze" },
};

export const gaitOf = (pose: Pose): Gait => GAITS[pose] ?? "stand";

/** The bones of a leg as parts of its length, and how they stand at rest. */
const HIND = { bones: [0.33, 0.31, 0.27, 0.09], rest: [26, -32, 6, 24] } as const;
const FORE = { bones: [0.44, 0.4, 0.16], rest: [1, 0, 26] } as const;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const down = (bones: readonly number[], angles: readonly number[]): number =>
  bones.reduce((sum, bone, i) => sum + bone * Math.cos(rad(angles[i] ?? 0)), 0);

export interface HoofedRig {
  /** From the standing trunk's own space into the figure's. */
  trunk: Matrix;
  /** From root to pastern, farther ones first; none of whoever lies. */
  legs: { joints: Pt[]; hind: boolean; near: boolean; free: boolean }[];
  /** Its legs are folded under it. */
  lies: boolean;
  poll: Pt;
  /** Degrees: the neck above the horizon, the head below it. */
  neck: number;
  hangs: number;
  tail: number;
  /** Where the neck leaves the back and the breast, in the figure's space. */
  withers: Pt;
}

export function rigOf(build: HoofedBuild, gait: Gait, bearing: { nod: number; up: number }): HoofedRig {
  const { withers, croup, length, chest, flank, breast, neck, head, hoof } = build;
  const posture = POSTURES[gait];
  const hip: Pt = [-length / 2, -croup + flank * 0.42];
  const girth = withers - chest;
  const sink = posture.sinks * (posture.sinks < 0 ? withers : girth - 2);
  const trunk =
    posture.pitch === 0 && sink === 0
      ? IDENTITY
      : compose(placed(hip[0], hip[1] + sink, -posture.pitch), placed(-hip[0], -hip[1]));
  const leg = (hind: boolean, near: boolean): HoofedRig["legs"][number] => {
    const step = (hind ? posture.hind : posture.fore)[near ? 0 : 1];
    const { bones, rest } = hind ? HIND : FORE;
    const side = near ? 0 : hind ? 10 : 14;
    const base: Pt = hind ? [hip[0] + side, hip[1]] : [length / 2 - 6 + side, -withers + chest * 0.7];
    const whole = (-base[1] - hoof.tall) / down(bones, rest);
    const root = apply(trunk, base);
    const raised = near ? 0 : build.withers * 0.012;
    const reach = step.free ? whole : (-root[1] - hoof.tall - raised) / down(bones, step.bones);
    const joints: Pt[] = [root];
    for (const [i, bone] of bones.entries()) {
      const [x, y] = joints[i] ?? root;
      const a = rad(step.bones[i] ?? 0);
      joints.push([x + Math.sin(a) * bone * reach, y + Math.cos(a) * bone * reach]);
    }
    return { joints, hind, near, free: step.free === true };
  };
  const hangs = head.hangs + posture.hangs - posture.pitch * 0.2 + bearing.nod - bearing.up * 0.8;
  const low = gait === "graze";
  // A neck that bends to the ground bends from the breast, and is stretched.
  const base = apply(
    trunk,
    low
      ? [length / 2 + breast * 0.1, -withers + chest * 0.3]
      : [length / 2 - length * 0.06, -withers + chest * 0.1],
  );
  const long = neck.length * (low ? 1.14 : 1);
  const lies = low ? Math.sin(rad(hangs)) * 106 * head.scale : head.scale * 40;
  const onGround = (Math.asin(Math.min(0.3, Math.max(-0.9, (lies + base[1]) / long))) * 180) / Math.PI;
  const angle =
    low || gait === "sleep"
      ? onGround
      : neck.angle + posture.neck + posture.pitch * 0.8 + bearing.up - bearing.nod;
  const poll: Pt = [base[0] + Math.cos(rad(angle)) * long, base[1] - Math.sin(rad(angle)) * long];
  return {
    trunk,
    lies: posture.sinks === 1,
    legs: posture.sinks === 1 ? [] : [leg(true, false), leg(false, false), leg(true, true), leg(false, true)],
    ...{ poll, neck: angle, hangs, tail: posture.tail, withers: base },
  };
}
