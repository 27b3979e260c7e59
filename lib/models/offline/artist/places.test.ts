// How a place is built, by the letters in which its story names it.
import { describe, expect, it } from "vitest";
import { hasVessel } from "./middle-ground.ts";
import { isWestern } from "./places.ts";
import { picture } from "./sample-panel.ts";

describe("a place", () => {
  it.each([
    ["room", true],
    ["the inn's kitchen", true],
    ["tatami room", false],
    ["部屋", false],
    ["", false],
  ])("that is called %s is of the west: %s", (name, western) => {
    expect(isWestern({ ...picture().scene, place: { kind: "room", name } })).toBe(western);
  });
});

it("water on which a boat is told of, and nobody near, has no other boat on it", () => {
  expect(hasVessel(picture({ props: ["boat"], figures: [] }))).toBe(true);
  expect(hasVessel(picture({ props: ["barrel"], figures: [] }))).toBe(false);
  expect(hasVessel(picture({ props: ["boat"] }))).toBe(false);
});
