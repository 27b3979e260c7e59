// Draws things by name, in a hand or set down, and gives their size.
import type { Prop } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import { type Pt, rect } from "../pen/curves.ts";
import type { Extent } from "../pen/extent.ts";
import { MATERIALS } from "../pen/materials.ts";
import { extentOf, type Pen } from "../pen/pen.ts";
import type { Anchor } from "./mark.ts";
import { drawMarks } from "./marks.ts";
import { traitsOf } from "./thing-traits.ts";

/** Variants of things by file name: `umbrella.furled.svg`. */
type Variant = "umbrella.furled" | "snowman.bare" | "bread.in-basket";

/** Draws a thing with its grip at the origin; `filled` lists other things, some of which may lie in it. */
export function drawProp(pen: Pen, prop: Prop, filled: readonly Prop[] = []): void {
  if (prop === "basket" && filled.includes("bread")) drawVariant(pen.of(MATERIALS.wood), "bread.in-basket");
  drawMarks(pen.of(MATERIALS[traitsOf(prop).made]), THING_PACK.drawingOf(prop));
  const [left, high, right, low] = sizeOf(prop).extent;
  pen.name(prop, rect(left, high, right - left, low - high));
}

/** Draws a variant in the pen's material. */
export const drawVariant = (pen: Pen, variant: Variant): void =>
  drawMarks(pen, THING_PACK.drawingOf(variant));

/** Whether a thing lies in another thing and needs no place of its own. */
export const liesIn = (prop: Prop, vessel: Prop | null): boolean => prop === "bread" && vessel === "basket";

const extents = new Map<Prop, Extent>();

/** The bounding box of a thing in its own space, with width and height, and its height in metres when set down. */
export function sizeOf(prop: Prop): { extent: Extent; wide: number; high: number; metres: number } {
  const extent = extents.get(prop) ?? extentOf((pen) => drawMarks(pen, THING_PACK.drawingOf(prop)));
  extents.set(prop, extent);
  const [left, top, right, low] = extent;
  return { extent, wide: right - left, high: low - top, metres: traitsOf(prop).metres };
}

/** An anchor of a thing, in its own space. Throws `RangeError` if the drawing lacks it. */
export function anchorOf(prop: Prop, anchor: Anchor): Pt {
  for (const mark of THING_PACK.drawingOf(prop))
    if ("anchor" in mark && mark.anchor === anchor) return mark.at;
  throw new RangeError(`the drawing of "${prop}" has no anchor "${anchor}"`);
}

/** Whether a hand holds a thing by its edge, because it would otherwise hide it. */
export const isHeldByEdge = (prop: Prop | null): boolean => prop !== null && traitsOf(prop).edge;

/** Drawn size of a thing, and units in one of its own. */
export interface Box {
  k: number;
  width: number;
  height: number;
}

/** A thing and its position in units: the middle of its foot. */
export interface Spot extends Box {
  prop: Prop;
  x: number;
  y: number;
}
