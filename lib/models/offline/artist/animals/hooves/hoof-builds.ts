// Proportions of animals that go on hooves: one jointed body serves them all. Units of figures; a metre has 412.

import type { Hoofed } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";

export interface HoofedBuild {
  species: Hoofed;
  /** Heights of the back over the fore and the hind legs. */
  withers: number;
  croup: number;
  /** From the hind legs' roots to the fore legs'. */
  length: number;
  /** How deep the trunk is behind the fore legs and before the hind legs. */
  chest: number;
  flank: number;
  /** How far the buttock and the breast stand out beyond the legs. */
  rump: number;
  breast: number;
  neck: { length: number; root: number; end: number; angle: number };
  /** Units in one of the head's own, which is about 100 long; and degrees that it hangs at rest. */
  head: { scale: number; hangs: number };
  /** Half widths of a fore leg at elbow, knee, fetlock and pastern, and of a hind leg at hip, stifle, hock, fetlock and pastern. */
  fore: readonly [number, number, number, number];
  hind: readonly [number, number, number, number, number];
  hoof: { tall: number; wide: number; cloven: boolean };
  /** How high the head reaches above its poll. */
  crown: number;
  coats: readonly [Fill, ...Fill[]];
}

export const HOOFED: Readonly<Record<Hoofed, HoofedBuild>> = {
  horse: {
    species: "horse",
    withers: 560,
    croup: 556,
    length: 330,
    chest: 232,
    flank: 178,
    rump: 76,
    breast: 66,
    neck: { length: 250, root: 112, end: 48, angle: 50 },
    head: { scale: 1.95, hangs: 46 },
    fore: [44, 25, 18, 15],
    hind: [70, 56, 28, 20, 16],
    hoof: { tall: 30, wide: 25, cloven: false },
    crown: 130,
    coats: ["mid", "dark", "light", "black"],
  },
  donkey: {
    species: "donkey",
    withers: 430,
    croup: 432,
    length: 270,
    chest: 192,
    flank: 160,
    rump: 58,
    breast: 48,
    neck: { length: 172, root: 74, end: 40, angle: 42 },
    head: { scale: 1.78, hangs: 40 },
    fore: [34, 20, 15, 12],
    hind: [54, 44, 23, 16, 13],
    hoof: { tall: 24, wide: 18, cloven: false },
    crown: 180,
    coats: ["light", "mid"],
  },
  cow: {
    species: "cow",
    withers: 520,
    croup: 532,
    length: 392,
    chest: 292,
    flank: 262,
    rump: 62,
    breast: 70,
    neck: { length: 150, root: 118, end: 66, angle: 22 },
    head: { scale: 2.0, hangs: 34 },
    fore: [48, 30, 22, 19],
    hind: [60, 58, 33, 24, 20],
    hoof: { tall: 26, wide: 27, cloven: true },
    crown: 130,
    coats: ["white", "black", "mid"],
  },
  goat: {
    species: "goat",
    withers: 300,
    croup: 304,
    length: 190,
    chest: 138,
    flank: 126,
    rump: 38,
    breast: 34,
    neck: { length: 118, root: 48, end: 30, angle: 54 },
    head: { scale: 1.12, hangs: 30 },
    fore: [23, 14, 10, 9],
    hind: [36, 29, 15, 11, 9],
    hoof: { tall: 16, wide: 13, cloven: true },
    crown: 90,
    coats: ["white", "mid", "dark"],
  },
  sheep: {
    species: "sheep",
    withers: 292,
    croup: 288,
    length: 196,
    chest: 186,
    flank: 182,
    rump: 52,
    breast: 46,
    neck: { length: 76, root: 62, end: 42, angle: 40 },
    head: { scale: 1.16, hangs: 32 },
    fore: [21, 14, 11, 10],
    hind: [30, 24, 14, 11, 10],
    hoof: { tall: 15, wide: 13, cloven: true },
    crown: 46,
    coats: ["white"],
  },
  deer: {
    species: "deer",
    withers: 372,
    croup: 380,
    length: 226,
    chest: 150,
    flank: 118,
    rump: 46,
    breast: 42,
    neck: { length: 178, root: 56, end: 28, angle: 60 },
    head: { scale: 1.22, hangs: 30 },
    fore: [25, 13, 9, 8],
    hind: [43, 33, 15, 10, 8],
    hoof: { tall: 17, wide: 11, cloven: true },
    crown: 190,
    coats: ["mid", "light"],
  },
  pig: {
    species: "pig",
    withers: 262,
    croup: 272,
    length: 226,
    chest: 196,
    flank: 186,
    rump: 56,
    breast: 44,
    neck: { length: 44, root: 96, end: 74, angle: 6 },
    head: { scale: 1.42, hangs: 14 },
    fore: [30, 22, 17, 15],
    hind: [50, 40, 22, 17, 15],
    hoof: { tall: 15, wide: 16, cloven: true },
    crown: 80,
    coats: ["light", "white", "mid"],
  },
};

/** A young one is smaller, on legs as long for its size as they will ever be, with a large head. */
export function youngOf(build: HoofedBuild): HoofedBuild {
  const k = 0.62;
  const by = (n: number) => n * k;
  return {
    ...build,
    withers: by(build.withers) * 1.04,
    croup: by(build.croup) * 1.04,
    length: by(build.length) * 0.9,
    chest: by(build.chest) * 0.86,
    flank: by(build.flank) * 0.86,
    rump: by(build.rump),
    breast: by(build.breast),
    neck: {
      ...build.neck,
      length: by(build.neck.length) * 0.92,
      root: by(build.neck.root) * 0.9,
      end: by(build.neck.end),
    },
    head: { ...build.head, scale: by(build.head.scale) * 1.14 },
    fore: [by(build.fore[0]), by(build.fore[1]), by(build.fore[2]), by(build.fore[3])],
    hind: [by(build.hind[0]), by(build.hind[1]), by(build.hind[2]), by(build.hind[3]), by(build.hind[4])],
    hoof: { ...build.hoof, tall: by(build.hoof.tall), wide: by(build.hoof.wide) },
    crown: by(build.crown) * 0.8,
  };
}
