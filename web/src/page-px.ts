// Widths of pages on this screen, in device pixels.

const dense = (cssPx: number): number => cssPx * devicePixelRatio;

/** A single page. */
export const alonePx = (): number => dense(Math.min(innerWidth, 660));

/** A page in the list of pages, laid out by watch.css. */
export const listedPx = (): number =>
  dense(Math.min(innerWidth, 1_680) / (innerWidth < 960 ? 2 : innerWidth < 1_440 ? 4 : 6));

/** A page next to its earlier version, at most: `.page-pair` in revise.css. */
export const pairedPx = (): number => dense(Math.min(innerWidth / 2, 512));

/** Width of an element; 0 if it does not exist. */
export const elementPx = (element: HTMLElement | null): number => dense(element?.clientWidth ?? 0);
