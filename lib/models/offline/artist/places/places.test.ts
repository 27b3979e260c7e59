// Whose water has a boat on it.
import { expect, it } from "vitest";
import { picture } from "../sample-panel.ts";
import { hasVessel } from "./country/middle-ground.ts";

it("water on which a boat is told of, and nobody near, has no other boat on it", () => {
  expect(hasVessel(picture({ props: ["boat"], figures: [] }))).toBe(true);
  expect(hasVessel(picture({ props: ["barrel"], figures: [] }))).toBe(false);
  expect(hasVessel(picture({ props: ["boat"] }))).toBe(false);
});
