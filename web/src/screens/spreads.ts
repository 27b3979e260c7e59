// How a book's pages lie beside each other. Pure.

export interface Leaf {
  /** 0 is the cover's. */
  number: number;
  /** A picture on it goes on over the fold, on the odd page after it. */
  crosses: boolean;
}

/**
 * The spreads of a book, as places in its list of pages, in reading order. A cover lies alone. By parity an even page faces
 * the odd one after it, as the plot planned them; shifted, an odd page faces the even one after it. Two pages with one picture
 * stay together however the others lie, so that it is never cut.
 */
export function spreadsOf(leaves: readonly Leaf[], isShifted: boolean): number[][] {
  const joined = new Set(leaves.flatMap(({ number, crosses }) => (crosses ? [number, number + 1] : [])));
  const isFirst = ({ number, crosses }: Leaf) =>
    number > 0 && (joined.has(number) ? crosses : number % 2 === (isShifted ? 1 : 0));
  const spreads: number[][] = [];
  for (let at = 0; at < leaves.length; at += spreads.at(-1)?.length ?? 1) {
    const [leaf, next] = [leaves[at], leaves[at + 1]];
    const faces =
      leaf !== undefined &&
      next?.number === leaf.number + 1 &&
      isFirst(leaf) &&
      (leaf.crosses || !joined.has(next.number));
    spreads.push(faces ? [at, at + 1] : [at]);
  }
  return spreads;
}

/** As they lie from left to right. */
export function asSeen(spread: readonly number[], direction: "rtl" | "ltr"): number[] {
  return direction === "rtl" ? spread.toReversed() : [...spread];
}
