// Animals by what readers see: each breed has an outline of its own in every posture, acts, and says by its face what it feels.
import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../drawing/grey-pixels.ts";
import type { CharacterDesign } from "../../../manga/cast.ts";
import { ExpressionSchema } from "../../../manga/staging.ts";
import { drawBeast } from "./beasts.ts";
import { speciesOf } from "./breeds.ts";
import { oddEarOf } from "./coats.ts";
import { IDENTITY } from "./curves.ts";
import { thumbnail, unlikeness } from "./likeness.ts";
import { penOn } from "./pen.ts";

const animal = (kind: CharacterDesign["kind"], name: string): CharacterDesign => ({
  id: "c1",
  name,
  kind,
  age: "adult",
  gender: "unknown",
  build: "average",
  hair: { style: "short", fill: "mid" },
  beard: "none",
  glasses: false,
  clothes: { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "dark", hat: "none" },
  look: 3,
  description: name,
});

const ANIMALS = [
  animal("cat", "cat"),
  animal("dog", "dog"),
  animal("bird", "bird"),
  animal("creature", "fox"),
  animal("creature", "wolf"),
  animal("creature", "rabbit"),
  animal("creature", "bear"),
];

describe("animals", () => {
  it("go on four legs where their name or what is said of them names the breed, in both languages", () => {
    const found = [
      "the old fox",
      "狐",
      "白うさぎ",
      "Wolves",
      "月の輪熊",
      "子グマ",
      "dragon",
      "a hare",
      "forbearing Tom",
    ].map((name) => speciesOf(animal("creature", name)));
    expect(found).toEqual([
      "fox",
      "fox",
      "rabbit",
      "wolf",
      "bear",
      undefined,
      undefined,
      "rabbit",
      undefined,
    ]);
    expect(speciesOf(animal("human", "Fox"))).toBeUndefined();
  });

  it("differ by outline alone, sitting, walking, running and asleep", () => {
    const alike: string[] = [];
    for (const pose of ["sit", "walk", "run", "sleep"] as const) {
      const seen = ANIMALS.map((design) => ({
        design,
        picture: thumbnail({ design, pose, crop: "whole" }, greyPixels),
      }));
      for (const [i, a] of seen.entries())
        for (const b of seen.slice(i + 1)) {
          const { shape } = unlikeness(a.picture, b.picture);
          if (shape < 0.15) alike.push(`${a.design.name} and ${b.design.name} ${pose}: ${shape.toFixed(2)}`);
        }
    }
    expect(alike).toEqual([]);
  });

  it("show every feeling on a face of its own", () => {
    for (const design of ANIMALS.filter(({ kind }) => kind === "creature")) {
      const faces = ExpressionSchema.options.map((expression) => {
        const items: Parameters<typeof penOn>[0] = [];
        const spec = {
          design,
          expression,
          pose: "sit",
          view: "front",
          holds: null,
          beside: [],
          moment: 0,
          angle: "level",
          mood: "neutral",
          swing: 0,
        } as const;
        drawBeast(penOn(items, IDENTITY, 2), spec, "creature");
        return JSON.stringify(items);
      });
      expect(new Set(faces).size).toBe(ExpressionSchema.options.length);
    }
  });

  it("have one ear of another colour where it is said of them", () => {
    const dog = (description: string) => ({ ...animal("dog", "Biscuit"), description });
    expect(oddEarOf(dog("Biscuit, a small grey dog. With one white ear."))).toBe("white");
    expect(oddEarOf(dog("コロ。小さい犬。片耳が黒い。"))).toBe("black");
    expect(oddEarOf(dog("Biscuit, a small white dog."))).toBeUndefined();
  });
});
