// How large a page stands on this window, in pixels of the screen.

const dense = (cssPx: number): number => cssPx * devicePixelRatio;

/** By itself. */
export const alonePx = (): number => dense(Math.min(innerWidth, 660));

/** Among all pages, as watch.css lays them out. */
export const listedPx = (): number =>
  dense(Math.min(innerWidth, 1_680) / (innerWidth < 960 ? 2 : innerWidth < 1_440 ? 4 : 6));

/** Beside what it was before, at most: `.page-pair` in revise.css. */
export const pairedPx = (): number => dense(Math.min(innerWidth / 2, 512));

/** In an element; 0 where it is not there. */
export const elementPx = (element: HTMLElement | null): number => dense(element?.clientWidth ?? 0);
