import { expect, test } from "vitest";
import { samplePlace } from "../../lib/manga/sample-character.ts";
import { outfitSheets, settingSheets } from "./sheets-of.ts";

test("outfits are in the order of people and their clothes, without first outfits", () => {
  const previews = { c2: "a", "c10.o2": "b", "c2.o10": "c", "c2.o3": "d", c1: "e" };
  expect(outfitSheets(previews).map(({ name }) => name)).toEqual(["c2.o3", "c2.o10", "c10.o2"]);
  expect(outfitSheets(previews, "c2").map(({ hash }) => hash)).toEqual(["d", "c"]);
  expect(outfitSheets(undefined)).toEqual([]);
});

test("the style comes before the places, which a plot may not name yet", () => {
  const harbour = samplePlace({ id: "l2", name: "港" });
  const previews = { "place.l10": "a", "place.l2": "b", style: "c" };
  expect(settingSheets(previews, [harbour])).toEqual([
    { name: "style", hash: "c", of: "style" },
    { name: "place.l2", hash: "b", of: "place", number: 2, place: harbour },
    { name: "place.l10", hash: "a", of: "place", number: 10, place: undefined },
  ]);
  expect(settingSheets(undefined, [])).toEqual([]);
});
