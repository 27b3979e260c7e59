import { expect, it } from "vitest";
import { inReadingOrder } from "./reading-order.ts";

const told = (named: number[][], count: number) => {
  const { places, moved } = inReadingOrder(named, count);
  return [places.map(({ place, units }) => [place, ...units]), moved];
};

it("keeps what is in order, gaps and silent places included", () => {
  expect(told([[0, 1], [], [3]], 4)).toEqual([[[0, 0, 1], [1], [2, 3]], 0]);
});

it("orders places by their first unit; a silent one stays after the place before it", () => {
  expect(told([[2, 3], [], [0, 1]], 4)).toEqual([[[2, 0, 1], [0, 2, 3], [1]], 1]);
});

it("gives a unit that is named twice to the first place, and one out of order to the current place", () => {
  expect(
    told(
      [
        [0, 1],
        [1, 2],
      ],
      3,
    ),
  ).toEqual([
    [
      [0, 0, 1],
      [1, 2],
    ],
    1,
  ]);
  expect(
    told(
      [
        [0, 2],
        [1, 3],
      ],
      4,
    ),
  ).toEqual([
    [
      [0, 0],
      [1, 1, 2, 3],
    ],
    1,
  ]);
});
