// The values of a panel's camera and of its figures' positions, in the order in which they are offered.
import type { Figure, Panel } from "../../documents.ts";

type Picture = Panel["picture"];

export const SHOTS: readonly Picture["shot"][] = [
  ...(["detail", "close", "bust", "half", "full", "long", "establishing"] as const),
];
export const ANGLES: readonly Picture["angle"][] = ["level", "high", "low", "tilted"];
export const VIEWS: readonly Figure["view"][] = ["front", "three-quarter", "profile", "back"];
export const FACINGS: readonly Figure["facing"][] = ["left", "right"];
/** Horizontal places in a panel, from its left to its right edge. */
export const SIDES = [
  ["left", 0.22],
  ["middle", 0.5],
  ["right", 0.78],
] as const;
type Side = (typeof SIDES)[number][0];

export const sideOf = (side: number): Side => (side < 0.36 ? "left" : side > 0.64 ? "right" : "middle");

/** The figure at a place; one that is there already keeps its exact position. */
export function atSide(figure: Figure, side: Side): Figure {
  const share = SIDES.find(([one]) => one === side)?.[1];
  return share === undefined || sideOf(figure.side) === side ? figure : { ...figure, side: share };
}
