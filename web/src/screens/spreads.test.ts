import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asSeen, type Leaf, spreadsOf } from "./spreads.ts";

/** Pages from that number on; those that are named hold a picture that goes on on the next. */
const leaves = (first: number, last: number, crossing: readonly number[] = []): Leaf[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    number: first + index,
    crosses: crossing.includes(first + index),
  }));

describe("spreads", () => {
  it("put the first page alone and an even page beside the odd one after it, unless they are shifted", () => {
    expect(spreadsOf(leaves(1, 5), false)).toEqual([[0], [1, 2], [3, 4]]);
    expect(spreadsOf(leaves(1, 5), true)).toEqual([[0, 1], [2, 3], [4]]);
    expect(spreadsOf(leaves(0, 5), false)).toEqual([[0], [1], [2, 3], [4, 5]]);
    expect(spreadsOf(leaves(0, 3), true)).toEqual([[0], [1, 2], [3]]);
    expect(asSeen([1, 2], "rtl")).toEqual([2, 1]);
    expect(asSeen([1, 2], "ltr")).toEqual([1, 2]);
  });

  it("keep two pages together that have one picture, and shift the others around them", () => {
    expect(spreadsOf(leaves(1, 8, [4]), false)).toEqual([[0], [1, 2], [3, 4], [5, 6], [7]]);
    expect(spreadsOf(leaves(1, 8, [4]), true)).toEqual([[0, 1], [2], [3, 4], [5], [6, 7]]);
  });

  it("leave a page alone whose neighbour is not there", () => {
    const missing = leaves(1, 5).filter(({ number }) => number !== 3);
    expect(spreadsOf(missing, false)).toEqual([[0], [1], [2, 3]]);
  });

  it("hold every page once and in order, and never cut a picture, whatever the book", () => {
    const crossings = fc.uniqueArray(fc.nat(30).map((half) => half * 2 + 2));
    fc.assert(
      fc.property(fc.nat(60), fc.boolean(), fc.nat(1), crossings, (last, isShifted, first, crossing) => {
        const book = leaves(first, last, crossing);
        const spreads = spreadsOf(book, isShifted);
        expect(spreads.flat()).toEqual(book.map((_, index) => index));
        expect(spreads.every(({ length }) => length === 1 || length === 2)).toBe(true);
        const together = spreads.map((spread) => spread.map((at) => book[at]?.number ?? -1));
        for (const number of crossing.filter((one) => one >= first && one < last)) {
          expect(together).toContainEqual([number, number + 1]);
        }
      }),
    );
  });
});
