// Designs in open words: each piece of a closed one, and what is told of how animals and robots are made.
import { describe, expect, it } from "vitest";
import { CharacterSchema } from "../../../../manga/cast.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { openCast } from "./cast.ts";

const DESIGN: CharacterDesign = {
  ...{ id: "c1", name: "Nell", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "dark" }, beard: "none", glasses: true, look: 7, description: "Nell." },
  clothes: {
    ...{ top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "dark", hat: "straw-hat" },
    sword: true,
  },
};

const opened = (change: Partial<CharacterDesign>) => {
  const [character] = openCast({ characters: [{ ...DESIGN, ...change }] }, []).characters;
  return CharacterSchema.parse(character);
};

describe("a design in open words", () => {
  it("names each piece with its tone", () => {
    expect(opened({})).toEqual({
      ...{ id: "c1", name: "Nell", kind: "human", age: "teen", sex: "female", build: "slim" },
      ...{ hair: "bob, dark", marks: [], accessories: ["glasses"], look: 7, description: "Nell." },
      outfits: [
        {
          ...{ id: "o1", scenes: [] },
          worn: ["white shirt", "dark trousers", "straw-hat", "sword at the hip"],
        },
      ],
    });
  });

  it("has a beard where there is one, and nothing under a kimono", () => {
    const { clothes } = DESIGN;
    const elder = opened({
      beard: "full",
      clothes: { ...clothes, top: "kimono", bottom: "none", hat: "none" },
    });
    expect(elder.beard).toBe("full");
    expect(elder.outfits[0]?.worn).toEqual(["white kimono", "sword at the hip"]);
  });

  it.each<[Partial<CharacterDesign>, object]>([
    [
      { kind: "creature", name: "the fox", description: "A white fox cub with one black ear." },
      { kind: "fox", age: "child", marks: ["white coat", "black ear"] },
    ],
    [
      { kind: "creature", name: "the doe", description: "A doe." },
      { kind: "deer", marks: ["hornless"] },
    ],
    [
      { kind: "creature", name: "the calf", description: "A calf." },
      { kind: "cow", marks: ["calf"] },
    ],
    [
      { kind: "robot", name: "Pip", description: "Pip, a robot on wheels, with one lamp." },
      { kind: "robot", marks: ["on wheels", "one eye"] },
    ],
    [
      { kind: "cat", name: "Duchess", description: "A grey cat." },
      { kind: "cat", marks: ["light coat"] },
    ],
    [
      { kind: "creature", name: "Blob", description: "Blob." },
      { kind: "creature", marks: [] },
    ],
  ])("says how $name is made", (change, made) => expect(opened(change)).toMatchObject(made));

  it("puts no clothes on animals", () => {
    expect(opened({ kind: "dog", name: "Rex" }).outfits[0]?.worn).toEqual([]);
  });

  it("keeps the words of a person who wrote others than the author's", () => {
    const person = {
      id: "c1",
      name: "Nell",
      aliases: [],
      role: "support" as const,
      sex: "female" as const,
      notes: "",
    };
    const design = { ...DESIGN, kind: "creature" as const, age: "elder" as const };
    const cast = openCast({ characters: [design] }, [{ ...person, kind: "camel", age: "72" }]);
    expect(cast.characters[0]).toMatchObject({ kind: "camel", age: "72" });
  });
});
