// What the offline reviser makes of wishes in words, counted: right, refused although it could be done, and wrong.
import { expect, test } from "vitest";
import { offlineReviser } from "../reviser.ts";
import { scoreOf } from "./book-for-wishes.ts";
import { DEVELOPMENT_LIST } from "./development-list.ts";
import { TEST_LIST } from "./test-list.ts";

test("every wish of the development list is read rightly", async () => {
  const score = await scoreOf(offlineReviser(), DEVELOPMENT_LIST);
  expect(score).toEqual({ right: DEVELOPMENT_LIST.length, refused: [], wrong: [] });
});

test("of the wishes of the test list as many are read rightly as were counted, and no more are read wrongly", async () => {
  const { right, refused, wrong } = await scoreOf(offlineReviser(), TEST_LIST);
  const counts = { right, refused: refused.length, wrong: wrong.length };
  expect(counts).toEqual({ right: 55, refused: 0, wrong: 1 });
});
