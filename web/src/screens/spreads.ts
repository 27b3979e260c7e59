// How a book's pages lie beside each other. Pure.

/**
 * The spreads of a book, as places in its list of pages, in reading order. By parity the first page lies alone and an even
 * page faces the odd one after it, as the plot planned them; shifted, the first two face each other.
 */
export function spreadsOf(pages: number, { isShifted }: { isShifted: boolean }): number[][] {
  const spreads: number[][] = [];
  let at = 0;
  if (!isShifted && pages > 0) {
    spreads.push([0]);
    at = 1;
  }
  for (; at < pages; at += 2) spreads.push(at + 1 < pages ? [at, at + 1] : [at]);
  return spreads;
}

/** As they lie from left to right. */
export function asSeen(spread: readonly number[], direction: "rtl" | "ltr"): number[] {
  return direction === "rtl" ? spread.toReversed() : [...spread];
}
