import { describe, expect, it } from "vitest";
import {
  hairOf,
  hairWith,
  hasGlasses,
  isHeadwear,
  shownPieces,
  withGlasses,
  withHat,
  withPieces,
} from "./worn.ts";

const outfit = (...worn: string[]) => ({ id: "o1", worn, scenes: [] });

describe("hair", () => {
  it("has a style and a colour, and reads back what it was", () => {
    expect(hairOf("bob, dark")).toEqual({ style: "bob", colour: "dark" });
    expect(hairOf("long, tied back, dark brown")).toEqual({ style: "long, tied back", colour: "dark brown" });
    expect(hairOf("ショート, 黒い")).toEqual({ style: "ショート", colour: "黒い" });
    for (const hair of ["bob, dark", "long, tied back, dark brown", "short red curls", undefined])
      expect(hairWith(hairOf(hair))).toBe(hair);
  });

  it("keeps the typed colour, whether or not it is a known one", () => {
    const hair = hairWith({ style: "bob", colour: "like seaweed" });
    expect(hairOf(hair)).toEqual({ style: "bob, like seaweed", colour: undefined });
    expect(hairOf(hair, "like seaweed")).toEqual({ style: "bob", colour: "like seaweed" });
  });

  it("keeps a phrase of one part as the style, unless it is nothing but a colour", () => {
    expect(hairOf("short red curls")).toEqual({ style: "short red curls", colour: undefined });
    expect(hairWith({ style: undefined, colour: "white" })).toBe("white");
    for (const colour of ["white", "白い", "濃い"])
      expect(hairOf(colour)).toEqual({ style: undefined, colour });
    expect(hairOf("seaweed", "seaweed")).toEqual({ style: undefined, colour: "seaweed" });
  });
});

describe("an outfit", () => {
  it("recognises headwear by its last word", () => {
    for (const piece of ["straw hat", "cap", "straw-hat", "麦わら帽子", "black helmet"])
      expect([piece, isHeadwear(piece)]).toEqual([piece, true]);
    for (const piece of ["white shirt", "cape", "hooded coat", "シャツ"])
      expect([piece, isHeadwear(piece)]).toEqual([piece, false]);
  });

  it("keeps hat and glasses in their places when the other pieces change, and is the same when none does", () => {
    const worn = outfit("shirt", "straw hat", "glasses", "trousers");
    const shown = shownPieces(worn.worn, "straw hat");
    expect(shown).toEqual(["shirt", "trousers"]);
    expect(withPieces(worn, shown, "straw hat")).toEqual(worn);
    expect(withPieces(worn, ["coat"], "straw hat").worn).toEqual(["coat", "straw hat", "glasses"]);
  });

  it("changes, adds and loses its hat", () => {
    expect(withHat(outfit("cap", "shirt"), "cap", "straw hat").worn).toEqual(["straw hat", "shirt"]);
    expect(withHat(outfit("shirt"), undefined, "cap").worn).toEqual(["shirt", "cap"]);
    expect(withHat(outfit("cap", "shirt"), "cap", undefined).worn).toEqual(["shirt"]);
  });

  it("has glasses among the accessories or the pieces, and loses them in both", () => {
    const bare = { accessories: ["ring"], outfits: [outfit("shirt")] };
    const on = withGlasses(bare, true);
    expect(on.accessories).toEqual(["ring", "glasses"]);
    expect(hasGlasses(on)).toBe(true);
    expect(withGlasses(on, false)).toEqual(bare);
    const worn = { accessories: [], outfits: [outfit("shirt", "眼鏡")] };
    expect(hasGlasses(worn)).toBe(true);
    expect(withGlasses(worn, false)).toEqual({ accessories: [], outfits: [outfit("shirt")] });
  });
});
