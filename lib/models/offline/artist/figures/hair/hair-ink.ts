// What a head of hair is drawn from: its cut (`assets/measures/haircuts.tsv` and `fringes.tsv`), its paint, and a strand that shows on it.
// Angles are degrees round the head from the middle of the face (negative: the near side), heights are head space.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign, Fill } from "../../closed/cast.ts";
import { listsOf, measuresOf } from "../../closed/measures.ts";
import { hashOf } from "../../pen/chance.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

/** A point of the hairline; `tip` is where a lock ends. */
type Lock = readonly [phi: number, y: number, tip?: 1];

export interface Haircut {
  fringe: readonly Lock[];
  /** How far the locks before the ears hang. */
  side: number;
  /** Whether the sides hide the ears. */
  covers: boolean;
  volume: number;
  crown: "smooth" | "spiky" | "messy" | "curly" | "quiff" | "brush";
  /** Where the hair ends at the nape. */
  nape: number;
  /** Hair behind the shoulders: how far it hangs, how wide it is, how it ends. */
  back?: { length: number; width: number; hem: "straight" | "points" | "curls" };
  extra?: "ponytail" | "twin-tails" | "bun";
}

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
  /** Wind and speed: how far loose hair swings back, in head units. */
  swing: number;
  /** A hat presses it flat on the crown. */
  pressed: boolean;
}

export function paintOf(fill: Fill): Paint {
  if (fill === "black" || fill === "white") return fill;
  return { tone: { light: 0.16, mid: 0.36, dark: 0.62 }[fill] };
}

/** The word of a fill in drawings: those that are neither black nor white are greys. */
export const fillWord = (fill: Fill): "black" | "white" | "grey" =>
  fill === "black" || fill === "white" ? fill : "grey";

export function strand(pen: Pen, hair: Hair, points: readonly Pt[], weight = 0.45): void {
  if (hair.fill === "black" || hair.fill === "dark") pen.scratch(points, Math.max(0.4, weight * 0.95));
  else pen.line(points, weight);
}
