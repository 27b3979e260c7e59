// The hair beside a face, by cut and view: locks before the ear, ringlets, and what ends at the nape.
import { corner, type Pt } from "../../pen/curves.ts";
import type { Rig } from "../head/head-rig.ts";
import type { Haircut } from "./haircuts.ts";

/** Hair that hides the ear, from its outer edge to the cheek: four locks, none as long as the next. */
export function sideLocks(outer: number, cheek: number, low: number, swing: number): Pt[] {
  const wide = cheek - outer;
  const lock = (t: number, y: number): Pt => corner([outer + wide * t + swing * (y / low), y]);
  return [
    [outer - wide * 0.02, 12],
    [outer + wide * 0.02 + swing * 0.5, low * 0.62],
    lock(0.17, low * 0.95),
    lock(0.24, low * 0.8),
    lock(0.46, low * 1.06),
    lock(0.56, low * 0.74),
    lock(0.76, low * 0.93),
    lock(0.82, low * 0.68),
    lock(1.02, low * 0.99),
  ];
}

/** The near side of curly hair: ringlets that swell down the outside, turn in below, and come back up along the cheek. */
export function curls(left: number, cheek: number, low: number): Pt[] {
  const wide = cheek - left;
  return [
    [left - 5, 3],
    [left - 7, 11],
    corner([left - 1, 17]),
    [left - 8, 25],
    [left - 7, low * 0.9],
    [left + wide * 0.06, low + 9],
    [left + wide * 0.3, low + 9],
    corner([left + wide * 0.36, low + 1]),
    [left + wide * 0.5, low + 10],
    [left + wide * 0.74, low + 9],
    [left + wide * 0.86, low + 1],
    corner([left + wide * 0.8, low - 9]),
    [cheek + 2, low - 12],
    [cheek + 3, low * 0.5],
    corner([cheek - 3, low * 0.34]),
    [cheek + 4, low * 0.2],
    [cheek + 4, 1],
  ];
}

/** Seen from the front, hair ends over the ear and hangs before it in a lock along the cheek; from its outer edge inwards. */
export function temple({ nape, side }: Haircut, outer: number, s: 1 | -1): Pt[] {
  const thick = Math.min(2.5, side * 0.06);
  return [
    [outer - s, -6],
    corner([outer - s * 5, nape > 22 ? 9 : 4]),
    [s * 46, 0.5],
    [s * (44.4 + thick), side * 0.45],
    corner([s * 39, side]),
    [s * (37 - thick * 0.6), side * 0.52],
    [s * 38, side * 0.1 - 3],
  ];
}

/** From the back of the head down to the nape and up behind the ear: hair follows the skull in, and ends in locks. */
export function nape(rig: Rig, cut: Haircut, left: number): Pt[] {
  const low = cut.nape;
  const ear = rig.x(-100);
  if (rig.view === "profile")
    return [
      [left + 1, -2],
      [left + 5, 9],
      corner([left + 14, low * 0.82]),
      [left + 17, low * 0.8],
      corner([-31, low + 5]),
      [-24, low * 0.86],
      [ear - 1, 20],
      [ear - 2, 6],
    ];
  return [
    [left + 1, -2],
    [left + 3, 9],
    corner([left + 9, low * 0.84]),
    [left + 10, low * 0.74],
    corner([ear + 7, Math.max(low + 3, 27)]),
    [ear + 3, 23],
    [ear - 2, 14],
    [ear - 2, 5],
  ];
}
