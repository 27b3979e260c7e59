// What the offline reviser makes of wishes in words, counted: right, refused although it could be done, and wrong.
import { expect, test } from "vitest";
import { offlineReviser } from "../reviser.ts";
import { scoreOf } from "./book-for-wishes.ts";
import { DEVELOPMENT_LIST } from "./development-list.ts";
import { TEST_LIST } from "./test-list.ts";

test("print", async () => {
  for (const [name, list] of [["development", DEVELOPMENT_LIST], ["test", TEST_LIST]] as const) {
    const s = await scoreOf(offlineReviser(), list);
    console.log(name, list.length, "right", s.right, "refused", s.refused, "wrong", s.wrong.length);
    if (process.env.SHOW?.includes(name)) console.log(s.wrong.join("\n"), "\nREFUSED\n" + s.refusals.join("\n"));
  }
  expect(1).toBe(1);
});
