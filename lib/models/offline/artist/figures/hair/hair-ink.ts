// Hair as ink: what a head of hair is drawn from, its paint, and a strand that shows on it.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Fill } from "../../closed/cast.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Haircut } from "./haircuts.ts";

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
