import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asSeen, spreadsOf } from "./spreads.ts";

describe("spreads", () => {
  it("put the first page alone and an even page beside the odd one after it, unless they are shifted", () => {
    expect(spreadsOf(5, { isShifted: false, hasCover: false })).toEqual([[0], [1, 2], [3, 4]]);
    expect(spreadsOf(5, { isShifted: true, hasCover: false })).toEqual([[0, 1], [2, 3], [4]]);
    expect(spreadsOf(6, { isShifted: false, hasCover: true })).toEqual([[0], [1], [2, 3], [4, 5]]);
    expect(spreadsOf(4, { isShifted: true, hasCover: true })).toEqual([[0], [1, 2], [3]]);
    expect(asSeen([1, 2], "rtl")).toEqual([2, 1]);
    expect(asSeen([1, 2], "ltr")).toEqual([1, 2]);
  });

  it("hold every page once and in order, whatever the book", () => {
    fc.assert(
      fc.property(fc.nat(120), fc.boolean(), fc.boolean(), (pages, isShifted, hasCover) => {
        const spreads = spreadsOf(pages, { isShifted, hasCover });
        expect(spreads.flat()).toEqual(Array.from({ length: pages }, (_, index) => index));
        expect(spreads.every(({ length }) => length === 1 || length === 2)).toBe(true);
      }),
    );
  });
});
