// Pages moved in the browser: one by one, spreads as a pair, never to a place where a spread would be parted.
import { describe, expect, test } from "vitest";
import { isInPlace, movedTo, unitsOf } from "./page-order.ts";

const book = (count: number, spreads: readonly number[] = []) =>
  Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return { number, spread: spreads.includes(number) || spreads.includes(number - 1) };
  });
const asIs = (count: number) => book(count).map(({ number }) => number);

describe("a page", () => {
  test("is moved to the place of another one, also in an order that is not applied yet", () => {
    const once = movedTo(book(4), asIs(4), { number: 1, to: 3 }) ?? [];
    expect(once).toEqual([2, 3, 1, 4]);
    expect(movedTo(book(4), once, { number: 4, to: 1 })).toEqual([4, 2, 3, 1]);
    expect(isInPlace(movedTo(book(4), once, { number: 1, to: 1 }) ?? [])).toBe(true);
  });

  test("is not moved beyond the ends of the book", () => {
    expect(movedTo(book(3), asIs(3), { number: 1, to: 0 })).toBeUndefined();
    expect(movedTo(book(3), asIs(3), { number: 3, to: 4 })).toBeUndefined();
  });
});

describe("a spread", () => {
  test("is one unit, and moves by two places, to where its pages face each other", () => {
    const pages = book(6, [2]);
    expect(unitsOf(pages, asIs(6)).map(({ numbers }) => numbers)).toEqual([[1], [2, 3], [4], [5], [6]]);
    expect(movedTo(pages, asIs(6), { number: 2, to: 3 })).toEqual([1, 4, 5, 2, 3, 6]);
    expect(movedTo(pages, asIs(6), { number: 2, to: 1 })).toBeUndefined();
  });

  test("is passed over by a page that would part it or shift it", () => {
    const pages = book(6, [2]);
    expect(movedTo(pages, asIs(6), { number: 1, to: 2 })).toBeUndefined();
    expect(movedTo(pages, asIs(6), { number: 5, to: 4 })).toEqual([1, 2, 3, 5, 4, 6]);
    expect(movedTo(pages, asIs(6), { number: 4, to: 3 })).toBeUndefined();
  });
});
