import { expect, test } from "vitest";
import { changeDesign, designOf, newPerson } from "./cast-changes.ts";

/** What somebody in a coat and a hat wears after these words. */
function wornAfter(said: string): readonly string[] {
  const design = designOf(newPerson([], "Mina"), [], { seed: 1, language: "en" });
  const outfits = [{ id: "o1", worn: ["dark coat", "straw hat"], scenes: [] }];
  return changeDesign({ ...design, outfits }, said, "en").outfits[0]?.worn ?? [];
}

test.each([
  "Take off the hat.",
  "Without a cap, please.",
  "No helmets.",
  "Remove the hood",
  "帽子を取って",
  "兜を外して",
])("a hat is taken off by any word that the artist knows for one: %s", (said) =>
  expect(wornAfter(said)).toEqual(["dark coat"]),
);

test("a hat stays where something else is taken off", () => {
  expect(wornAfter("Take off the glasses.")).toEqual(["dark coat", "straw hat"]);
});
