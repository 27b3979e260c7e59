import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CharacterDesign, CharacterDesignSchema, FillSchema } from "../../closed/cast.ts";
import { colourAt, fromLch, MATERIALS, type Rgb, rgb, SKIES } from "../../pen/materials.ts";
import { paletteOf } from "./palette.ts";

/** CIE76: the Euclidean distance in Lab; about 2.3 is just noticeable. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** D65, CIE 1931 2°. */
const WHITE = [0.95047, 1, 1.08883] as const;

function labOf(rgb: Rgb): readonly [lightness: number, a: number, b: number] {
  const linear = (level: number) => {
    const c = level / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
  const y = f((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / WHITE[1]);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function person(number: number, fills: Pick<CharacterDesign["clothes"], "topFill" | "bottomFill">, look = 0) {
  return CharacterDesignSchema.parse({
    ...{ id: `c${number}`, name: "ミナ", kind: "human", age: "teen", gender: "female", build: "slim" },
    ...{ beard: "none", glasses: false, look, description: "a girl" },
    hair: { style: "bob", fill: "black" },
    clothes: { top: "shirt", bottom: "skirt", hat: "none", ...fills },
  });
}

const anyFill = fc.constantFrom(...FillSchema.options);

describe("the palette of a character", () => {
  it("differs clearly in the main colour between any two of a cast of eight, for any fills", () => {
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

  it("is the same for the same design", () => {
    const first = paletteOf(person(3, { topFill: "mid", bottomFill: "dark" }));
    expect(paletteOf(person(3, { topFill: "mid", bottomFill: "dark" }))).toEqual(first);
  });

  it("has the lightness of the design's fills", () => {
    const lightness = FillSchema.options.map((topFill) => {
      const [r, g, b] = paletteOf(person(1, { topFill, bottomFill: "mid" })).main;
      return 0.299 * r + 0.587 * g + 0.114 * b;
    });
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
  });

  it("differs in the colour of trousers for characters whose tops have the same hue", () => {
    const fills = { topFill: "mid", bottomFill: "mid" } as const;
    const [one, ninth] = [paletteOf(person(1, fills)), paletteOf(person(9, fills))];
    expect(one.main).toEqual(ninth.main);
    expect(distance(colourAt(one.bottom, 0.36), colourAt(ninth.bottom, 0.36))).toBeGreaterThan(12);
  });
});

describe("colours", () => {
  it("have the distances that CIE76 defines", () => {
    expect(distance(rgb("#ffffff"), rgb("#000000"))).toBeCloseTo(100, 1);
    expect(distance(rgb("#ff0000"), rgb("#00ff00"))).toBeCloseTo(170.6, 0);
    expect(distance(fromLch(60, 30, 20), fromLch(60, 30, 200))).toBeCloseTo(60, 0);
  });

  it("of the sky differ by hour", () => {
    const noon = colourAt(SKIES.day, 0.3);
    for (const other of [colourAt(SKIES.dawn, 0.04), colourAt(SKIES.dusk, 0.3), colourAt(SKIES.night, 0.9)])
      expect(distance(noon, other)).toBeGreaterThan(25);
  });

  it("of every material become darker with the grey", () => {
    for (const [name, material] of Object.entries(MATERIALS)) {
      const sums = material.ramp.map(([, [r, g, b]]) => 0.299 * r + 0.587 * g + 0.114 * b);
      if (name !== "sign") expect(sums, name).toEqual(sums.toSorted((a, b) => b - a));
    }
  });
});
