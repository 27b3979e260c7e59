// Animals by what readers see: each breed has an outline of its own in every posture, acts, and says by its face what it feels.
import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../drawing/grey-pixels.ts";
import { ANIMAL_NAMES, type Animal, animalOf, ANIMALS as WORDS } from "../animal-words.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { ExpressionSchema } from "../closed/staging.ts";
import { animalMeasures } from "./animals.ts";
import { drawBeast } from "./beasts.ts";
import { speciesOf } from "./breeds.ts";
import { oddEarOf } from "./coats.ts";
import { IDENTITY } from "./curves.ts";
import { hoofedOf } from "./hoofed.ts";
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

const kindOf = (name: Animal): CharacterDesign["kind"] =>
  WORDS.find((words) => words.animal === name)?.kind ?? "creature";
const EVERY = ANIMAL_NAMES.map((name) => animal(kindOf(name), name));

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
    expect(found).toEqual(["fox", "fox", "rabbit", "wolf", "bear", "bear", undefined, "rabbit", undefined]);
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

  it("have every word of the table drawn as another animal, on the ground and going", () => {
    const alike: string[] = [];
    for (const pose of ["stand", "run"] as const) {
      const seen = EVERY.map((design) => ({
        name: design.name,
        picture: thumbnail({ design, pose, crop: "whole" }, greyPixels),
      }));
      for (const [i, a] of seen.entries())
        for (const b of seen.slice(i + 1)) {
          const { both } = unlikeness(a.picture, b.picture);
          if (both < 0.08) alike.push(`${a.name} and ${b.name} ${pose}`);
        }
    }
    expect(alike).toEqual([]);
  });

  it("are known by their words in both languages, each word as the animal that it is", () => {
    const wrong = WORDS.flatMap(({ animal: name, kind, ja, en }) =>
      [...ja, ...en].filter((word) => animalOf({ kind, name: word, description: "" }) !== name),
    );
    expect(wrong).toEqual([]);
  });

  it("are as large beside a person as they are: a horse's back a head lower, a goat to the hip, a mouse to the ankle", () => {
    const tall = (name: Animal) => {
      const measures = animalMeasures(animal(kindOf(name), name), "stand");
      return measures ? measures.crown - measures.y : Number.NaN;
    };
    expect(tall("horse")).toBeGreaterThan(640);
    expect(tall("goat")).toBeGreaterThan(330);
    expect(tall("goat")).toBeLessThan(520);
    expect(tall("mouse")).toBeLessThan(80);
    expect(tall("cow")).toBeGreaterThan(tall("pig"));
  });

  it("reach the ground with their mouths where they graze, and lie on it where they rest", () => {
    for (const { name, kind } of EVERY.filter((design) => hoofedOf(design))) {
      const grazes = animalMeasures(animal(kind, name), "eat");
      const stands = animalMeasures(animal(kind, name), "stand");
      const rests = animalMeasures(animal(kind, name), "sit");
      if (!grazes || !stands || !rests) throw new TypeError(`${name} goes on hooves`);
      expect(grazes.y, name).toBeGreaterThan(stands.y * 0.6);
      expect(rests.y, name).toBeGreaterThan(stands.y);
    }
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
