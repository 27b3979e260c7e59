// Selects the file of a picture to load.
import type { Rendition } from "../manifest.ts";

/** A rendition suffices while it has at least this share of the screen's pixels. */
const SHORT = 0.75;

/** The smallest rendition that is sharp at `cssWidth`; if none is, the largest. */
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

/** The smallest rendition: for sliders and lists. */
export function thumbnailOf(renditions: readonly Rendition[]): string {
  return renditions[0]?.src ?? "";
}
