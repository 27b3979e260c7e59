// The input of drawing hair: its cut (`assets/measures/haircuts.tsv` and `fringes.tsv`), its paint, and strands of a visible ink. Angles
// are degrees round the head from the middle of the face (negative: the near side); heights are in head space.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign, Fill } from "../../closed/cast.ts";
import { listsOf, measuresOf } from "../../closed/measures.ts";
import { hashOf } from "../../pen/chance.ts";
import { corner, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "../head/head-rig.ts";

/** A point of the hairline; `tip` marks the end of a lock. */
type Lock = readonly [phi: number, y: number, tip?: 1];

export type Haircut = Record<"side" | "volume" | "nape", number> & {
  fringe: readonly Lock[];
  covers: boolean;
  crown: "smooth" | "spiky" | "messy" | "curly" | "quiff" | "brush";
  back?: { length: number; width: number; hem: "straight" | "points" | "curls" };
  extra?: "ponytail" | "twin-tails" | "bun";
};

type Fringe = "straight" | "parted" | "middle" | "jagged" | "swept" | "back" | "bristle" | "tufts" | "curls";

const FRINGES = listsOf<Fringe, readonly Lock[]>("fringes");

interface Style extends Omit<Haircut, "fringe"> {
  fringes: readonly [Fringe, ...Fringe[]];
}

const STYLES: Readonly<Record<Exclude<CharacterDesign["hair"]["style"], "bald">, Style>> =
  measuresOf("haircuts");

/** Null for a bald head. */
export function haircut(design: CharacterDesign): Haircut | null {
  const { style } = design.hair;
  if (style === "bald") return null;
  const { fringes, ...rest } = STYLES[style];
  const fringe = fringes[hashOf(design.look, design.id, "fringe") % fringes.length] ?? fringes[0];
  return { ...rest, fringe: FRINGES[fringe] };
}

export interface Hair {
  cut: Haircut;
  fill: Fill;
  seed: number;
  /** How far wind and speed swing loose hair back, in head units. */
  swing: number;
  /** A hat presses it flat on the crown. */
  pressed: boolean;
}

export function paintOf(fill: Fill): Paint {
  if (fill === "black" || fill === "white") return fill;
  return { tone: { light: 0.16, mid: 0.36, dark: 0.62 }[fill] };
}

/** The condition word of a fill in parts: grey for fills other than black and white. */
export const fillWord = (fill: Fill): "black" | "white" | "grey" =>
  fill === "black" || fill === "white" ? fill : "grey";

export function strand(pen: Pen, hair: Hair, points: readonly Pt[], weight = 0.45): void {
  if (hair.fill === "black" || hair.fill === "dark") pen.scratch(points, Math.max(0.4, weight * 0.95));
  else pen.line(points, weight);
}

const LINES = listsOf<"covering" | "curls", readonly Pt[]>("hairlines");

/** X from the outer edge of the hair (0) to the cheek (100); from 150 on in units relative to the cheek, which is 200. */
const across = (outer: number, cheek: number, x: number): number =>
  x > 150 ? cheek + x - 200 : outer + ((cheek - outer) * x) / 100;

/** Hair over the ear, from its outer edge to the cheek: four locks of different lengths. */
export const sideLocks = (outer: number, cheek: number, low: number, swing: number): Pt[] => [
  [across(outer, cheek, -2), 12],
  [across(outer, cheek, 2) + swing * 0.5, low * 0.62],
  ...LINES.covering.map(([x, y, tip]) =>
    sharpAt(across(outer, cheek, x) + (swing * y) / 100, (low * y) / 100, tip),
  ),
];

/** The near side of curly hair: ringlets that widen down the outside, turn in below, and return along the cheek. */
export const curls = (left: number, cheek: number): Pt[] =>
  LINES.curls.map(([x, y, tip]) => sharpAt(x < 0 ? left + x : across(left, cheek, x), y, tip));

const sharpAt = (x: number, y: number, tip: 1 | undefined): Pt => (tip ? [x, y, 1] : [x, y]);

/** In front view, hair ends over the ear, with a lock in front of it along the cheek; points from the outer edge inwards. */
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

/** From the back of the head to the nape and up behind the ear: hair follows the skull and ends in locks. */
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
