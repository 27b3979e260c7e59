// Pages in any order keep every unit, line and picture exactly once, and lie on the paper.
import { describe, expect, test } from "vitest";
import { sampleBoard } from "../drawing/sample-board.ts";
import { pageFrame } from "./binding.ts";
import { pictureSize } from "./drawn-frame.ts";
import { bleedsOff } from "./frame-shapes.ts";
import { faultOfOrder, inOrder, orderAfterMove, pageAt } from "./page-order.ts";
import { boundingBox, PAPER } from "./paper.ts";
import { deriveSeed } from "./seed.ts";
import type { StoryboardPage } from "./storyboard.ts";

const PAGES = 9;
const direction = "rtl";
const boards: StoryboardPage[] = Array.from({ length: PAGES }, (_, index) => ({
  ...sampleBoard({ panels: 1 + (index % 6), direction, number: index + 1, seed: index }),
  last: index + 1 === PAGES,
}));

const reordered = (pages: readonly StoryboardPage[], order: readonly number[]) =>
  order.map((from, index) =>
    pageAt(pages[from - 1] as StoryboardPage, {
      ...{ number: index + 1, last: index + 1 === order.length, direction },
    }),
  );
const told = (pages: readonly StoryboardPage[]) =>
  pages.flatMap(({ panels }) => panels.map(({ words, units }) => JSON.stringify([words, units]))).toSorted();
const drawn = (pages: readonly StoryboardPage[]) =>
  pages
    .flatMap(({ panels }) =>
      panels.map(({ picture, frame }) => JSON.stringify([picture, pictureSize(frame)])),
    )
    .toSorted();

const shuffled = (seed: number): number[] =>
  boards
    .map(({ number }) => number)
    .toSorted((a, b) => deriveSeed(seed, "order", a) - deriveSeed(seed, "order", b));

describe("any order of pages", () => {
  test("keeps every line, unit and picture with its size exactly once, on the paper and off the fold", () => {
    for (let seed = 0; seed < 300; seed++) {
      const order = shuffled(seed);
      const pages = reordered(boards, order);
      expect(pages.map(({ number }) => number)).toEqual(boards.map(({ number }) => number));
      expect(pages.filter(({ last }) => last).map(({ number }) => number)).toEqual([PAGES]);
      expect(told(pages)).toEqual(told(boards));
      expect(drawn(pages)).toEqual(drawn(boards));
      for (const { number, panels } of pages) {
        const inner = pageFrame({ number, direction });
        for (const { frame } of panels) {
          const { x, width } = boundingBox(frame.corners);
          if (bleedsOff(frame.corners)) continue;
          expect(x).toBeGreaterThanOrEqual(inner.x - 1);
          expect(x + width).toBeLessThanOrEqual(inner.x + inner.width + 1);
        }
      }
    }
  });

  test("followed by the order that reverses it gives the pages of before", () => {
    for (let seed = 0; seed < 100; seed++) {
      const order = shuffled(seed);
      const back = boards.map(({ number }) => order.indexOf(number) + 1);
      const again = reordered(reordered(boards, order), back);
      const bottomless = (page: StoryboardPage) => page.panels.every(({ frame }) => !frame.bleeds);
      for (const [index, page] of again.entries()) {
        const was = boards[index];
        if (was !== undefined && bottomless(was)) expect(page).toEqual(was);
      }
    }
  });

  test("leaves room for the credit on the page that becomes the last", () => {
    const bottom = PAPER.height + PAPER.bleed;
    const bled = boards.find(
      ({ last, panels }) => !last && panels.some(({ frame }) => frame.corners.some(({ y }) => y >= bottom)),
    );
    if (bled === undefined) throw new Error("no page bleeds at its foot");
    const moved = pageAt(bled, { number: PAGES, last: true, direction });
    const lowest = Math.max(...moved.panels.flatMap(({ frame }) => frame.corners.map(({ y }) => y)));
    expect(lowest).toBe(PAPER.frame.y + PAPER.frame.height);
  });
});

describe("an order", () => {
  const plain = (count: number, spreads: readonly number[] = []) =>
    Array.from({ length: count }, (_, index) => {
      const number = index + 1;
      return { number, spread: spreads.includes(number) || spreads.includes(number - 1) };
    });

  test("names every page once", () => {
    expect(faultOfOrder(plain(3), [2, 1, 3])).toBeUndefined();
    for (const order of [
      [1, 2],
      [1, 2, 2],
      [1, 2, 3, 4],
      [0, 1, 2],
    ]) {
      expect(faultOfOrder(plain(3), order)).toBe("incomplete");
    }
  });

  test("keeps both pages of a spread side by side, the first on an even page", () => {
    const pages = plain(6, [2]);
    expect(faultOfOrder(pages, [1, 4, 5, 6, 2, 3])).toBe("spread");
    expect(faultOfOrder(pages, [4, 5, 1, 2, 3, 6])).toBeUndefined();
    expect(faultOfOrder(pages, [1, 2, 4, 3, 5, 6])).toBe("spread");
    expect(orderAfterMove(pages, 3, 4)).toEqual([1, 4, 5, 2, 3, 6]);
    expect(orderAfterMove(pages, 6, 1)).toEqual([6, 1, 2, 3, 4, 5]);
    expect(orderAfterMove(pages, 1, 99)).toEqual([2, 3, 4, 5, 6, 1]);
  });

  test("records the first number of pages that have another one, and none of those that are back", () => {
    const pages = plain(3).map(({ number }) => ({ number }));
    const other = inOrder<{ number: number; origin?: number }>(pages, [3, 1, 2]);
    expect(other).toEqual([
      { number: 1, origin: 3 },
      { number: 2, origin: 1 },
      { number: 3, origin: 2 },
    ]);
    expect(inOrder(other, [2, 3, 1])).toEqual(pages);
  });
});
