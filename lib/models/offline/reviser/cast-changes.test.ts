import { expect, test } from "vitest";
import { applyTokens, designOf, newPerson } from "./cast-changes.ts";
import { lookTokens } from "./look-tokens.ts";

/** The clothes of a person in a coat and a hat after the wish. */
function wornAfter(said: string): readonly string[] {
  const bare = designOf(newPerson([], "Mina"), [], { seed: 1, language: "en" });
  const design = { ...bare, outfits: [{ id: "o1", worn: ["dark coat", "straw hat"], scenes: [] }] };
  const changed = applyTokens(design, lookTokens(said, []), "en") ?? design;
  return changed.outfits[0]?.worn ?? [];
}

test.each([
  "Take off the hat.",
  "Without a cap, please.",
  "No helmets.",
  "Remove the hood",
  "帽子を取って",
  "兜を外して",
])("a hat is taken off by every word for hats that the artist knows: %s", (said) =>
  expect(wornAfter(said)).toEqual(["dark coat"]),
);

test("a hat stays if another garment is taken off", () => {
  expect(wornAfter("Take off the glasses.")).toEqual(["dark coat", "straw hat"]);
});
