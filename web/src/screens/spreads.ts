// How a book's pages lie beside each other. Pure.

interface Lying {
  isShifted: boolean;
  /** The first of the pages is the cover. */
  hasCover: boolean;
}

/**
 * The spreads of a book, as places in its list of pages, in reading order. A cover lies alone. By parity the first page does,
 * too, and an even page faces the odd one after it, as the plot planned them; shifted, the first two face each other.
 */
export function spreadsOf(pages: number, { isShifted, hasCover }: Lying): number[][] {
  const spreads: number[][] = [];
  const alone = Math.min(pages, (hasCover ? 1 : 0) + (isShifted ? 0 : 1));
  let at = 0;
  for (; at < alone; at += 1) spreads.push([at]);
  for (; at < pages; at += 2) spreads.push(at + 1 < pages ? [at, at + 1] : [at]);
  return spreads;
}

/** As they lie from left to right. */
export function asSeen(spread: readonly number[], direction: "rtl" | "ltr"): number[] {
  return direction === "rtl" ? spread.toReversed() : [...spread];
}
