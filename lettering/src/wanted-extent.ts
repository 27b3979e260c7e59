// Balloons whose extent a person chose: the text is broken so that it fits, and the balloon is made as large as wanted.
import { type Body, fitBody, type Tightness } from "./balloon-body.ts";
import type { TextToPlace } from "./candidates.ts";
import type { SetBlock } from "./set-text.ts";

/** From the most to the least padding. */
const LOOSEST_FIRST: readonly Tightness[] = ["ample", "snug", "boxed"];
/** Tolerance in units: less than can be seen. */
const TOLERANCE = 0.1;

type Wanted = Pick<TextToPlace, "form" | "extent">;

/** The balloon of a block: with an extent, the one with the most padding that keeps to it, or the smallest. */
export function bodyOf(
  { form, extent }: Wanted,
  { lineBoxes }: Pick<SetBlock, "lineBoxes">,
  size: { fontSize: number; tightness: Tightness },
): Body {
  if (extent === undefined) return fitBody(form, lineBoxes, size);
  const bodies = LOOSEST_FIRST.map((tightness) => fitBody(form, lineBoxes, { ...size, tightness, extent }));
  const found = bodies.find((body) => excessOf(body, extent) <= TOLERANCE) ?? bodies.at(-1);
  if (found === undefined) throw new RangeError("a text needs a balloon");
  return found;
}

/** The blocks whose balloons keep to the extent; those that exceed it least where none does. */
export function blocksWithin(
  { form, blocks, extent }: Wanted & Pick<TextToPlace, "blocks">,
  fontSize: number,
): readonly SetBlock[] {
  if (extent === undefined) return blocks;
  const excess = blocks.map((block) =>
    excessOf(fitBody(form, block.lineBoxes, { fontSize, tightness: "boxed" }), extent),
  );
  const least = Math.max(TOLERANCE, Math.min(...excess));
  return blocks.filter((_, index) => (excess[index] ?? Infinity) <= least);
}

function excessOf(
  { outerX, outerY }: Body,
  { width = Infinity, height = Infinity }: NonNullable<Wanted["extent"]>,
): number {
  return Math.max(0, outerX * 2 - width) + Math.max(0, outerY * 2 - height);
}
