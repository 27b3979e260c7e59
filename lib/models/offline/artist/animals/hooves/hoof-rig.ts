// The rig of hoofed animals: proportions of each species on one jointed body, and the positions of trunk,
// neck, head and legs in each posture. In figure units, 412 to a metre; the ground is y = 0.

import type { Hoofed } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import { apply, compose, IDENTITY, type Matrix, type Pt, placed } from "../../pen/curves.ts";
import type { Gait } from "../beast-poses.ts";

export type HoofedBuild = Record<
  "withers" | "croup" | "length" | "chest" | "flank" | "rump" | "breast" | "crown",
  number
> & {
  species: Hoofed;
  neck: { length: number; root: number; end: number; angle: number };
  head: { scale: number; hangs: number };
  fore: readonly [number, number, number, number];
  hind: readonly [number, number, number, number, number];
  hoof: Record<"tall" | "wide", number>;
  coats: readonly [Fill, ...Fill[]];
  tail: { follows: number; turn: number; size: number; grows: boolean };
};

export const HOOFED: Readonly<Record<Hoofed, HoofedBuild>> = measuresOf("hoofed");

/** The build of a young animal: smaller, with long legs and a large head for its size. */
export function youngOf(build: HoofedBuild): HoofedBuild {
  const by = (n: number, more = 1) => n * 0.62 * more;
  const { neck, head, fore, hind, hoof } = build;
  return {
    ...build,
    ...{ withers: by(build.withers, 1.04), croup: by(build.croup, 1.04), length: by(build.length, 0.9) },
    ...{ chest: by(build.chest, 0.86), flank: by(build.flank, 0.86), rump: by(build.rump) },
    ...{ breast: by(build.breast), crown: by(build.crown, 0.8) },
    neck: { ...neck, length: by(neck.length, 0.92), root: by(neck.root, 0.9), end: by(neck.end) },
    head: { ...head, scale: by(head.scale, 1.14) },
    fore: [by(fore[0]), by(fore[1]), by(fore[2]), by(fore[3])],
    hind: [by(hind[0]), by(hind[1]), by(hind[2]), by(hind[3]), by(hind[4])],
    hoof: { ...hoof, tall: by(hoof.tall), wide: by(hoof.wide) },
  };
}

type Posture = Record<"pitch" | "sinks" | "neck" | "hangs" | "tail", number> & {
  hind: Readonly<Record<"near" | "far", readonly number[]>>;
  fore: Readonly<Record<"near" | "far", readonly number[]>>;
  free?: readonly `${"hind" | "fore"}-${"near" | "far"}`[];
};

const POSTURES: Readonly<Record<Gait, Posture>> = measuresOf("gaits");

/** The bones of a leg as shares of its length, and their angles at rest. */
const HIND = { bones: [0.33, 0.31, 0.27, 0.09], rest: [26, -32, 6, 24] } as const;
const FORE = { bones: [0.44, 0.4, 0.16], rest: [1, 0, 26] } as const;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const down = (bones: readonly number[], angles: readonly number[]): number =>
  bones.reduce((sum, bone, i) => sum + bone * Math.cos(rad(angles[i] ?? 0)), 0);

export interface HoofedRig {
  /** From the standing trunk's space to the figure's. */
  trunk: Matrix;
  /** From root to pastern, farther legs first; none for a lying animal. */
  legs: { joints: Pt[]; hind: boolean; near: boolean; free: boolean }[];
  /** Its legs are folded under it. */
  lies: boolean;
  poll: Pt;
  /** Degrees: the neck above the horizontal, the head below it. */
  neck: number;
  hangs: number;
  tail: number;
  /** Where the neck joins the back and the breast, in figure space. */
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
  // A neck that bends to the ground starts at the breast, and is longer.
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
