// Which file of a picture is loaded.
import type { Rendition } from "../manifest.ts";

/** A picture may be so much smaller than the screen's pixels before the next larger file is worth its bytes. */
const SHORT = 0.75;

/** The smallest rendition that is sharp at `cssWidth`; else the largest. */
export function renditionFor(
  renditions: readonly Rendition[],
  cssWidth: number,
  pixelRatio: number,
): Rendition {
  const wanted = cssWidth * pixelRatio * SHORT;
  const found = renditions.find(({ width }) => width >= wanted) ?? renditions.at(-1);
  if (found === undefined) throw new RangeError("a picture has at least one rendition");
  return found;
}

/** The smallest: for sliders and lists. */
export function thumbnailOf(renditions: readonly Rendition[]): string {
  return renditions[0]?.src ?? "";
}
