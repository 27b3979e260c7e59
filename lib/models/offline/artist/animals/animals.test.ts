// Animals as readers see them: each breed has its own outline in every posture, acts, and shows its feelings.
import { describe, expect, it } from "vitest";
import { type Animal, beingOf } from "../closed/animals.ts";
import { ExpressionSchema } from "../closed/staging.ts";
import { IDENTITY } from "../pen/curves.ts";
import { penOn } from "../pen/pen.ts";
import { animalMeasures, drawBeast } from "./animals.ts";
import { oddEarOf } from "./beast-poses.ts";
import { speciesOf } from "./breeds.ts";
import { hoofedOf } from "./hooves/hoofed.ts";
import { ANIMALS, animal, EVERY } from "./sample-animals.ts";

describe("animals", () => {
  it("have a species only if the design tells one and is not human", () => {
    expect(speciesOf(animal("creature", "fox"))).toBe("fox");
    expect(speciesOf({ ...animal("creature", "fox"), told: undefined })).toBeUndefined();
    expect(speciesOf(animal("human", "fox"))).toBeUndefined();
  });

  it("have true sizes beside a person: a horse's back a head lower, a goat up to the hip, a mouse up to the ankle", () => {
    const tall = (name: Animal) => {
      const measures = animalMeasures(animal(beingOf(name), name), "stand");
      return measures ? measures.crown - measures.y : Number.NaN;
    };
    expect(tall("horse")).toBeGreaterThan(640);
    expect(tall("goat")).toBeGreaterThan(330);
    expect(tall("goat")).toBeLessThan(520);
    expect(tall("mouse")).toBeLessThan(80);
    expect(tall("cow")).toBeGreaterThan(tall("pig"));
  });

  it("reach the ground with their mouths to graze, and lie on it to rest", () => {
    for (const design of EVERY.filter((one) => hoofedOf(one))) {
      const { name } = design;
      const grazes = animalMeasures(design, "eat");
      const stands = animalMeasures(design, "stand");
      const rests = animalMeasures(design, "sit");
      if (!grazes || !stands || !rests) throw new TypeError(`no measures for ${name}`);
      expect(grazes.y, name).toBeGreaterThan(stands.y * 0.6);
      expect(rests.y, name).toBeGreaterThan(stands.y);
    }
  });

  it("show a different face for every expression", () => {
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

  it("have one ear of another colour if told", () => {
    const dog = animal("dog", "dog");
    expect(oddEarOf({ ...dog, told: { oddEar: "white" } })).toBe("white");
    expect(oddEarOf({ ...dog, told: { oddEar: "black" } })).toBe("black");
    expect(oddEarOf(dog)).toBeUndefined();
  });
});
