import { expect, test } from "vitest";
import { BENCHES } from "./benches.ts";

test("all benches together take less than 25 minutes, and each has a unique name", () => {
  expect(BENCHES.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThan(25);
  expect(new Set(BENCHES.map(({ name }) => name)).size).toBe(BENCHES.length);
});

test("each is listed with its own description", async () => {
  for (const { name, minutes, load } of BENCHES) expect(await load()).toMatchObject({ name, minutes });
});
