import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CharacterDesign, CharacterDesignSchema, FillSchema } from "../../closed/cast.ts";
import { colourAt, distance, fromLch, MATERIALS, rgb, SKIES } from "../../pen/materials.ts";
import { paletteOf } from "./palette.ts";

function person(number: number, fills: Pick<CharacterDesign["clothes"], "topFill" | "bottomFill">, look = 0) {
  return CharacterDesignSchema.parse({
    ...{ id: `c${number}`, name: "ミナ", kind: "human", age: "teen", gender: "female", build: "slim" },
    ...{ beard: "none", glasses: false, look, description: "a girl" },
    hair: { style: "bob", fill: "black" },
    clothes: { top: "shirt", bottom: "skirt", hat: "none", ...fills },
  });
}

const anyFill = fc.constantFrom(...FillSchema.options);

describe("a person's palette", () => {
  it("keeps the main colours of any two of a cast of eight well apart, whatever the fills of their clothes", () => {
    fc.assert(
      fc.property(fc.array(anyFill, { minLength: 8, maxLength: 8 }), fc.nat(1000), (fills, look) => {
        const mains = fills.map(
          (topFill, i) => paletteOf(person(i + 1, { topFill, bottomFill: "mid" }, look)).main,
        );
        for (const [i, one] of mains.entries())
          for (const other of mains.slice(i + 1)) expect(distance(one, other)).toBeGreaterThanOrEqual(14.5);
      }),
    );
  });

  it("is the same whenever the design is the same", () => {
    const first = paletteOf(person(3, { topFill: "mid", bottomFill: "dark" }));
    expect(paletteOf(person(3, { topFill: "mid", bottomFill: "dark" }))).toEqual(first);
  });

  it("is as light as the design's fills", () => {
    const lightness = FillSchema.options.map((topFill) => {
      const [r, g, b] = paletteOf(person(1, { topFill, bottomFill: "mid" })).main;
      return 0.299 * r + 0.587 * g + 0.114 * b;
    });
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
  });

  it("tells trousers apart where the hues of tops come again", () => {
    const fills = { topFill: "mid", bottomFill: "mid" } as const;
    const [one, ninth] = [paletteOf(person(1, fills)), paletteOf(person(9, fills))];
    expect(one.main).toEqual(ninth.main);
    expect(distance(colourAt(one.bottom, 0.36), colourAt(ninth.bottom, 0.36))).toBeGreaterThan(12);
  });
});

describe("colours", () => {
  it("lie as far apart as CIE76 says", () => {
    expect(distance(rgb("#ffffff"), rgb("#000000"))).toBeCloseTo(100, 1);
    expect(distance(rgb("#ff0000"), rgb("#00ff00"))).toBeCloseTo(170.6, 0);
    expect(distance(fromLch(60, 30, 20), fromLch(60, 30, 200))).toBeCloseTo(60, 0);
  });

  it("of the sky differ by the hour", () => {
    const noon = colourAt(SKIES.day, 0.3);
    for (const other of [colourAt(SKIES.dawn, 0.04), colourAt(SKIES.dusk, 0.3), colourAt(SKIES.night, 0.9)])
      expect(distance(noon, other)).toBeGreaterThan(25);
  });

  it("of every material grow darker with its grey", () => {
    for (const [name, material] of Object.entries(MATERIALS)) {
      const sums = material.ramp.map(([, [r, g, b]]) => 0.299 * r + 0.587 * g + 0.114 * b);
      if (name !== "sign") expect(sums, name).toEqual(sums.toSorted((a, b) => b - a));
    }
  });
});
