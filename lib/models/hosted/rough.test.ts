import { expect, test } from "vitest";
import { roughFor, takesRough } from "./rough.ts";

const MODEL = "gemini-nano-banana-2.1";

test("the setting decides whether a rough is sent; without it, no shipped model gets one", () => {
  expect(roughFor(MODEL, {})).toBe("off");
  expect(roughFor(MODEL, { MEKURI_ROUGH: " half " })).toBe("half");
  expect(() => roughFor(MODEL, { MEKURI_ROUGH: "yes" })).toThrow("MEKURI_ROUGH is off, on, half, not yes");
});

test("half of the panels get one, by their seeds", () => {
  const seeds = Array.from({ length: 100 }, (_, seed) => seed);
  expect(seeds.filter((seed) => takesRough("half", seed))).toHaveLength(50);
  expect(seeds.every((seed) => takesRough("on", seed) && !takesRough("off", seed))).toBe(true);
});
