import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CharacterDesignSchema } from "../../manga/cast.ts";
import {
  EffectSchema,
  ExpressionSchema,
  PlaceKindSchema,
  PlaceSchema,
  PoseSchema,
  PropSchema,
} from "../../manga/staging.ts";
import { FigureSchema, PictureSchema } from "../../manga/storyboard.ts";
import {
  knownActing,
  knownEffects,
  knownLook,
  knownPlace,
  knownThing,
  knownThings,
  type ToldLook,
} from "./as-known.ts";

const acting = (doing: string, feeling = "", holding = "") => knownActing({ doing, feeling, holding });

describe("what is said in free text", () => {
  it("is its own name where the data has one, and then needs no words", () => {
    for (const pose of PoseSchema.options) expect(acting(pose)).toEqual({ pose, expression: "calm" });
    for (const expression of ExpressionSchema.options)
      expect(acting("stand", expression)).toEqual({ pose: "stand", expression });
    for (const prop of PropSchema.options) expect(knownThing(prop)).toBe(prop);
    for (const kind of PlaceKindSchema.options)
      expect(knownPlace({ name: "", kind })).toEqual({ kind, name: "" });
    expect(knownEffects(EffectSchema.options)).toEqual({ effects: EffectSchema.options, others: [] });
  });

  it.each([
    [
      "closes her umbrella",
      "uneasy",
      "a wet umbrella and a lantern",
      "hold",
      "worried",
      "umbrella",
      "lantern",
    ],
    ["runs toward the gate", "terrified", "", "run", "terrified", undefined, undefined],
    ["傘をたたんで座る", "不安そう", "古い鍵", "sit", "worried", "key", undefined],
  ])(
    "is mapped by the word tables, and kept: %s",
    (doing, feeling, holding, pose, expression, first, second) => {
      const known = acting(doing, feeling, holding);
      expect(known).toMatchObject({ pose, expression });
      expect([known.holds, known.alsoHolds]).toEqual([first, second]);
      for (const part of [doing, feeling, holding]) expect(known.words).toContain(part);
    },
  );

  it.each([
    ["a brass birdcage", "birdcage"],
    ["two paper lanterns", "paper-lantern"],
    ["tureen", "pot"],
    ["ランドセル", "backpack"],
    ["quantum flux", undefined],
  ])("stands for a thing: %s", (told, prop) => {
    expect(knownThing(told)).toBe(prop);
    const { props, things } = knownThings([told]);
    expect({ props, things }).toEqual({ props: prop === undefined ? [] : [prop], things: told });
  });

  it("is a place by its last noun, or by its name, and abstract in words where neither says it", () => {
    const kind = "narrow apartment kitchen";
    expect(knownPlace({ name: "", kind })).toEqual({ kind: "kitchen", name: "", words: kind });
    expect(knownPlace({ name: "古い駅", kind: "waiting area" }).kind).toBe("station");
    expect(knownPlace({ name: "", kind: "dream void" })).toMatchObject({
      ...{ kind: "abstract", words: "dream void" },
    });
  });

  it("is something that is seen where it is no effect that we draw", () => {
    expect(knownEffects(["speed lines", "rain streaks"])).toEqual({
      ...{ effects: ["speed"], others: ["rain streaks"] },
    });
  });

  it("is a look, without the body in the words", () => {
    const look = knownLook({
      ...{ build: "short for his age", hair: "long straight hair with bangs", hairTone: "black" },
      ...{ faceHair: "none", glasses: true, head: "", marks: "freckles" },
      ...{ upper: "sailor uniform", upperTone: "white", lower: "pleated skirt", lowerTone: "navy" },
    });
    expect(look).toMatchObject({
      ...{ build: "small", hair: { style: "long", fill: "black" }, beard: "none", glasses: true },
      clothes: { top: "sailor", topFill: "white", bottom: "skirt", bottomFill: "mid", hat: "none" },
    });
    expect(look.words).toMatch(/bangs.*sailor uniform.*pleated skirt.*freckles/);
    expect(look.words).not.toMatch(/short for his age|none/);
  });
});

const SCRAPS = [
  "an old ",
  "umbrella",
  "走って",
  "、",
  " and ",
  "holding",
  "\n",
  "\u{1F600}",
  "古い鍵",
  "((",
  ";",
];
const text = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...SCRAPS)).map((parts) => parts.join("")),
);

const FigurePartSchema = FigureSchema.pick({
  pose: true,
  expression: true,
  alsoHolds: true,
  words: true,
}).extend({
  holds: FigureSchema.shape.holds.optional(),
});
const LookSchema = CharacterDesignSchema.pick({
  ...{ build: true, hair: true, beard: true, glasses: true, clothes: true, words: true },
});

describe("any text", () => {
  it("gives data of the book, the same every time", () => {
    const look = fc.record<ToldLook>({
      ...{ build: text, hair: text, hairTone: text, faceHair: text, glasses: fc.boolean(), upper: text },
      ...{ upperTone: text, lower: text, lowerTone: text, head: text, marks: text },
    });
    fc.assert(
      fc.property(fc.tuple(text, text, text), look, ([a, b, c], told) => {
        const act = () => acting(a, b, c);
        expect(FigurePartSchema.parse(act())).toEqual(act());
        const place = () => knownPlace({ name: a, kind: b });
        expect(PlaceSchema.parse(place())).toEqual(place());
        const things = knownThings([a, b, c]);
        expect(PictureSchema.pick({ props: true, things: true }).parse(things)).toEqual(things);
        expect(EffectSchema.array().parse(knownEffects([a, b, c]).effects)).toBeDefined();
        expect(LookSchema.parse(knownLook(told))).toEqual(knownLook(told));
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("is read up to a bound, so that a long one costs no more than a short one", () => {
    const long = "runs with an umbrella ".repeat(200);
    expect(acting(`${long}${"x ".repeat(500_000)}`, long, long)).toEqual(acting(long, long, long));
    expect(knownPlace({ name: long.repeat(100), kind: long.repeat(100) })).toEqual(
      knownPlace({ name: long, kind: long }),
    );
  });
});
