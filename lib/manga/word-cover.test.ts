import { expect, test } from "vitest";
import { ShotSchema } from "./staging.ts";
import { mostCovered } from "./word-cover.ts";

test("words cover at most 30 % of a near shot, 40 % of a middle one, 50 % of a far one, and 25 % of action", () => {
  const most = ShotSchema.options.map((shot) => mostCovered({ shot, effects: ["sweat"] }));
  expect(most).toEqual([0.3, 0.3, 0.3, 0.4, 0.4, 0.5, 0.5]);
  expect(mostCovered({ shot: "establishing", effects: ["petals", "impact"] })).toBe(0.25);
});
