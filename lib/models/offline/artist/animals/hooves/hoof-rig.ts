// The joints of an animal on hooves in each posture: where its trunk, neck, head and legs are. Figure space: the ground is y = 0.
import { measuresOf } from "../../closed/measures.ts";
import { apply, compose, IDENTITY, type Matrix, type Pt, placed } from "../../pen/curves.ts";
import type { Gait } from "../beast-poses.ts";
import type { HoofedBuild } from "./hoof-builds.ts";

interface Posture {
  /** Degrees that the trunk is raised in front. */
  pitch: number;
  /** How far it lies lower, as a share of the height under its girth; negative is off the ground; 1: its legs are folded under it. */
  sinks: number;
  /** Degrees of each bone from straight down, forward positive; a leg in the air (`free`) keeps its own length. */
  hind: Readonly<Record<"near" | "far", readonly number[]>>;
  fore: Readonly<Record<"near" | "far", readonly number[]>>;
  free?: readonly `${"hind" | "fore"}-${"near" | "far"}`[];
  /** Degrees beside the breed's own at rest, and how much more the head hangs. */
  neck: number;
  hangs: number;
  /** Degrees that the tail is lifted. */
  tail: number;
}

const POSTURES: Readonly<Record<Gait, Posture>> = measuresOf("gaits");

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
    const [end, at] = [hind ? "hind" : "fore", near ? "near" : "far"] as const;
    const angles = posture[end][at];
    const free = posture.free?.includes(`${end}-${at}`) === true;
    const { bones, rest } = hind ? HIND : FORE;
    const side = near ? 0 : hind ? 10 : 14;
    const base: Pt = hind ? [hip[0] + side, hip[1]] : [length / 2 - 6 + side, -withers + chest * 0.7];
    const whole = (-base[1] - hoof.tall) / down(bones, rest);
    const root = apply(trunk, base);
    const raised = near ? 0 : build.withers * 0.012;
    const reach = free ? whole : (-root[1] - hoof.tall - raised) / down(bones, angles);
    const joints: Pt[] = [root];
    for (const [i, bone] of bones.entries()) {
      const [x, y] = joints[i] ?? root;
      const a = rad(angles[i] ?? 0);
      joints.push([x + Math.sin(a) * bone * reach, y + Math.cos(a) * bone * reach]);
    }
    return { joints, hind, near, free };
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
