// Proportions of animals that go on hooves: one jointed body serves them all. Units of figures; a metre has 412.

import type { Hoofed } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";

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
  /** How far the tail follows what lifts it, degrees that it is turned besides, and its size, which of most grows with the withers. */
  tail: { follows: number; turn: number; size: number; grows: boolean };
}

export const HOOFED: Readonly<Record<Hoofed, HoofedBuild>> = measuresOf("hoofed");

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
