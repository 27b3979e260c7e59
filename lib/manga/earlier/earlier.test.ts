import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BookSchema } from "../book.ts";
import { CastSchema } from "../cast.ts";
import { ConceptSchema } from "../concept.ts";
import { PlotSchema } from "../plot.ts";
import { StoryboardPageSchema } from "../storyboard.ts";
import { styleOf } from "../style-presets.ts";
import { upgradeBook } from "./book.ts";
import { earlierLook, isEarlier, upgradeResult } from "./upgrade-result.ts";

/** Results stored by commit 7d8861f, the last one that used closed lists. */
const STORED = JSON.parse(readFileSync(new URL("fixtures/closed-form.json", import.meta.url), "utf8"));
const { results } = STORED;
const PAGES = ["storyboard/p001", "storyboard/p002", "storyboard/p003"];

describe("a result of the closed form", () => {
  test("of any kind is read by today's schemas", () => {
    expect(() => ConceptSchema.parse(upgradeResult("concept", results.concept))).not.toThrow();
    expect(() => CastSchema.parse(upgradeResult("characters", results.characters))).not.toThrow();
    expect(() => PlotSchema.parse(upgradeResult("plot", results.plot))).not.toThrow();
    for (const page of PAGES) {
      expect(() => StoryboardPageSchema.parse(upgradeResult("storyboard", results[page]))).not.toThrow();
    }
    expect(() => BookSchema.parse(upgradeBook(STORED.book))).not.toThrow();
  });

  test("keeps listed names as words: hair, clothes, a sword, a beard", () => {
    const { characters } = CastSchema.parse(upgradeResult("characters", results.characters));
    expect(characters).toMatchObject([
      { id: "c1", age: "child", sex: "female", hair: "bob, black", accessories: [] },
      { id: "c2", beard: "full", outfits: [{ worn: ["black kimono", "black hakama", "sword at the hip"] }] },
      { id: "c3", kind: "cat", outfits: [{ id: "o1", worn: [], scenes: [] }] },
    ]);
    expect(characters[0]?.outfits[0]?.worn).toEqual(["white hoodie", "mid dress"]);
    expect(characters[0]?.beard).toBeUndefined();
  });

  test("has places named after the numbers of their scenes, in plot and pictures alike", () => {
    const plot = PlotSchema.parse(upgradeResult("plot", results.plot, 983));
    expect(plot.scenes.map(({ id, place }) => [id, place])).toEqual([
      ["s1", "l1"],
      ["s2", "l2"],
      ["s3", "l3"],
      ["s4", "l4"],
    ]);
    expect(plot.places[0]).toEqual({ id: "l1", kind: "bridge", name: "橋", landmarks: [], look: 983 });
    const page = StoryboardPageSchema.parse(upgradeResult("storyboard", results["storyboard/p001"]));
    expect(page.panels[0]?.picture).toMatchObject({
      ...{ scene: "s1", place: "l1", hour: "night", weather: "rain" },
      ...{ things: [{ what: "sword" }], emptyZone: { tenths: 2, where: "top" } },
      figures: [
        { character: "c2", doing: "hold", feeling: "calm", hands: [{ what: "umbrella" }], side: 0.62 },
      ],
    });
  });

  test("of a book takes the look of a place from its pictures", () => {
    const { places, artStyle } = BookSchema.parse(upgradeBook(STORED.book));
    expect(places.map(({ id, look }) => [id, look])).toEqual([
      ["l1", 983],
      ["l2", 983],
      ["l3", 983],
      ["l4", 983],
    ]);
    expect(artStyle).toEqual(styleOf("manga"));
  });

  test("has the look that the offline author chose, from the seed and the characters", () => {
    const { people } = ConceptSchema.parse(upgradeResult("concept", results.concept));
    expect(earlierLook(people, STORED.schedule.params.seed)).toBe(983);
  });

  test("equals today's form after the upgrade, and is not changed by a second upgrade", () => {
    for (const [kind, stored] of [
      ["concept", results.concept],
      ["characters", results.characters],
      ["plot", results.plot],
      ["storyboard", results["storyboard/p002"]],
    ] as const) {
      const today = upgradeResult(kind, stored);
      expect([isEarlier(kind, stored), isEarlier(kind, today)]).toEqual([true, false]);
      expect(upgradeResult(kind, today)).toBe(today);
    }
    const book = upgradeBook(STORED.book);
    expect(upgradeBook(book)).toBe(book);
  });
});

describe("prose of the closed form", () => {
  const BEAT = { ...results.plot.pages[0].beats[0], props: ["lamp"], action: "She waits." };
  const beatOf = (change: object) => {
    const [page] = results.plot.pages;
    const stored = { ...results.plot, pages: [{ ...page, beats: [{ ...BEAT, ...change }] }] };
    return PlotSchema.parse(upgradeResult("plot", stored)).pages[0]?.beats[0];
  };
  const somebody = (words: string, pose = "sit") => ({
    people: [{ character: "c1", pose, expression: "calm", words }],
  });
  const LONG = "winding the long red thread of the kite around the old reel, ".repeat(4).trim();

  test("about an act beside the listed pose is kept word for word", () => {
    expect(beatOf(somebody("sharpening a scythe by moonlight"))).toMatchObject({
      figures: [{ doing: "sit, sharpening a scythe by moonlight", hands: [] }],
      ...{ action: "She waits.", things: [{ what: "lamp" }] },
    });
    expect(beatOf(somebody("in an empty street", "stand"))?.figures[0]?.doing).toBe("in an empty street");
  });

  test("becomes one more thing; no fact is derived from it", () => {
    expect(beatOf({ things: "three crows on a snowy roof" })).toMatchObject({
      things: [{ what: "lamp" }, { what: "three crows on a snowy roof" }],
    });
    expect(beatOf({ things: "three crows on a snowy roof" })?.ground).toBeUndefined();
  });

  test("is added to the moment's sentence where no field has room for it", () => {
    expect(beatOf({ ...somebody(LONG), things: LONG })).toMatchObject({
      figures: [{ doing: "sit" }],
      things: [{ what: "lamp" }],
      action: `She waits. ${LONG} ${LONG}`,
    });
  });

  test("of a place becomes part of its kind, or its layout where it is long", () => {
    const placed = (words: string) => {
      const [scene, ...others] = results.plot.scenes;
      const scenes = [{ ...scene, place: { ...scene.place, words } }, ...others];
      return PlotSchema.parse(upgradeResult("plot", { ...results.plot, scenes })).places[0];
    };
    expect(placed("a bridge of rope")).toMatchObject({ kind: "bridge, a bridge of rope", name: "橋" });
    expect(placed(LONG)).toMatchObject({ kind: "bridge", layout: LONG });
  });

  test("of a design is kept as words, and a lost sword is recorded as missing", () => {
    const [mina, ...others] = results.characters.characters;
    const cast = CastSchema.parse(
      upgradeResult("characters", { characters: [{ ...mina, words: "a girl in a red scarf" }, ...others] }),
    );
    expect(cast.characters[0]?.words).toBe("a girl in a red scarf");
    const lost = { character: "c2", pose: "stand", expression: "sad", unarmed: true };
    expect(beatOf({ people: [lost] })?.figures[0]?.without).toEqual(["sword"]);
  });
});
