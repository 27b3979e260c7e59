import { expect, test } from "vitest";
import { BENCHES } from "./benches.ts";

test("all benches together stay under 25 minutes, and each has a name of its own", () => {
  expect(BENCHES.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThan(25);
  expect(new Set(BENCHES.map(({ name }) => name)).size).toBe(BENCHES.length);
});

test("each is listed as it says itself", async () => {
  for (const { name, minutes, load } of BENCHES) expect(await load()).toMatchObject({ name, minutes });
});
