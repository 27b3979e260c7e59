// The hair beside a face, by cut and view: locks before the ear, ringlets, and what ends at the nape.
import { listsOf } from "../../closed/measures.ts";
import { corner, type Pt } from "../../pen/curves.ts";
import type { Rig } from "../head/head-rig.ts";
import type { Haircut } from "./hair-ink.ts";

const LINES = listsOf<"covering" | "curls", readonly Pt[]>("hairlines");

/** Across from the outer edge of the hair (0) to the cheek (100); from 150 on in units, of which 200 is the cheek. */
const across = (outer: number, cheek: number, x: number): number =>
  x > 150 ? cheek + x - 200 : outer + ((cheek - outer) * x) / 100;

/** Hair that hides the ear, from its outer edge to the cheek: four locks, none as long as the next. */
export const sideLocks = (outer: number, cheek: number, low: number, swing: number): Pt[] => [
  [across(outer, cheek, -2), 12],
  [across(outer, cheek, 2) + swing * 0.5, low * 0.62],
  ...LINES.covering.map(([x, y, tip]) =>
    sharpAt(across(outer, cheek, x) + (swing * y) / 100, (low * y) / 100, tip),
  ),
];

/** The near side of curly hair: ringlets that swell down the outside, turn in below, and come back up along the cheek. */
export const curls = (left: number, cheek: number): Pt[] =>
  LINES.curls.map(([x, y, tip]) => sharpAt(x < 0 ? left + x : across(left, cheek, x), y, tip));

const sharpAt = (x: number, y: number, tip: 1 | undefined): Pt => (tip ? [x, y, 1] : [x, y]);

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
