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
