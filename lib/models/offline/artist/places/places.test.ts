// When a setting's water may have a boat of its own.
import { expect, it } from "vitest";
import { picture } from "../sample-panel.ts";
import { hasVessel } from "./country/middle-ground.ts";

it("water has no boat of its own if the story tells of a boat and shows nobody near", () => {
  expect(hasVessel(picture({ props: ["boat"], figures: [] }))).toBe(true);
  expect(hasVessel(picture({ props: ["barrel"], figures: [] }))).toBe(false);
  expect(hasVessel(picture({ props: ["boat"] }))).toBe(false);
});
