// A cast at the size of thumbnails: whoever the offline reader designs together can be told apart as the artist draws them.
import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../../drawing/grey-pixels.ts";
import type { Character } from "../../../../manga/cast.ts";
import type { Concept, Person } from "../../../../manga/concept.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { styleOf } from "../../../../manga/style-presets.ts";
import { findFacts } from "../../reader/offline-reader.ts";
import { designCast } from "../../reader/telling/cast.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { closedRequest } from "../vocabulary/closed-request.ts";
import { thumbnail, type Unlikeness, unlikeness } from "./likeness.ts";

type Sort = readonly [age: string, sex: Person["sex"]];

const MIXED: readonly Sort[] = [
  ["teen", "female"],
  ["teen", "male"],
  ["adult", "female"],
  ["adult", "male"],
  ["child", "male"],
  ["elder", "female"],
  ["elder", "male"],
  ["child", "female"],
  ["teen", "female"],
  ["adult", "male"],
];
const MEN: readonly Sort[] = MIXED.map(() => ["adult", "male"]);
const GIRLS: readonly Sort[] = MIXED.map(() => ["teen", "female"]);

const STYLE = styleOf("manga");
const facts = await findFacts(segmentStory("Nothing is told of anybody here.", "en"));

/** As the artist draws those whom the offline reader designs together. */
function castOf(sorts: readonly Sort[], seed: number): readonly CharacterDesign[] {
  const people = sorts.map(
    ([age, sex], i): Person => ({
      ...{ id: `c${i + 1}`, name: `Person ${i + 1}`, aliases: [], role: "support" },
      ...{ kind: "human", age, sex, notes: "" },
    }),
  );
  const concept: Concept = {
    ...{ title: "A cast", language: "en", genre: "Drama", themes: [], mood: "neutral" },
    ...{ world: "", audience: "", people, pages: 1, style: STYLE },
  };
  return designCast(concept, facts, seed).characters.map(designOf);
}

function designOf(design: Character): CharacterDesign {
  const portrait = { design, style: STYLE, width: 600, height: 800, seed: 3 } as const;
  const { request } = closedRequest({ kind: "portrait", ...portrait });
  if (request.kind !== "portrait") throw new TypeError("a portrait was asked for");
  return request.design;
}

interface Pair {
  who: string;
  head: Unlikeness;
  half: Unlikeness;
}

function pairsOf(cast: readonly CharacterDesign[]): Pair[] {
  const seen = cast.map((design) => ({
    who: `${design.id}: ${design.hair.fill} ${design.hair.style}, ${design.clothes.topFill} ${design.clothes.top}`,
    head: thumbnail({ design, pose: "stand", crop: "head" }, greyPixels),
    half: thumbnail({ design, pose: "stand", crop: "half" }, greyPixels),
  }));
  return seen.flatMap((a, i) =>
    seen.slice(i + 1).map((b) => ({
      who: `${a.who} and ${b.who}`,
      head: unlikeness(a.head, b.head),
      half: unlikeness(a.half, b.half),
    })),
  );
}

/** Casts of so many people differ by so much, heads and half figures together; the fewer they are, the more. */
const LEAST: readonly (readonly [people: number, together: number, each: number])[] = [
  [2, 0.9, 0.3],
  [4, 0.65, 0.22],
  [7, 0.5, 0.15],
  [10, 0.42, 0.13],
];

describe("a cast at the size of thumbnails", () => {
  it.each([
    ["people of all ages", MIXED],
    ["men of one age", MEN],
    ["girls of one age", GIRLS],
  ] as const)(
    "shows %s apart, heads and half figures, for every seed",
    (_, sorts) => {
      const alike: string[] = [];
      for (let seed = 1; seed <= 5; seed += 1)
        for (const [people, together, each] of LEAST)
          for (const { who, head, half } of pairsOf(castOf(sorts.slice(0, people), seed)))
            if (head.both + half.both < together || Math.min(head.both, half.both) < each)
              alike.push(`seed ${seed}, ${people}: ${who}: ${head.both.toFixed(2)} ${half.both.toFixed(2)}`);
      expect(alike).toEqual([]);
    },
    60_000,
  );

  it("measures nothing between a figure and itself, and little between two that differ by their ties", () => {
    const [design] = castOf(MEN.slice(0, 1), 3);
    if (!design) throw new TypeError("a cast of one has one");
    const picture = (change: Partial<CharacterDesign["clothes"]>) =>
      thumbnail(
        { design: { ...design, clothes: { ...design.clothes, ...change } }, pose: "stand", crop: "half" },
        greyPixels,
      );
    const jacket = picture({ top: "jacket", topFill: "dark" });
    expect(unlikeness(jacket, jacket)).toEqual({ tone: 0, shape: 0, both: 0 });
    const uniform = unlikeness(jacket, picture({ top: "uniform", topFill: "dark" }));
    const white = unlikeness(jacket, picture({ top: "jacket", topFill: "white" }));
    expect(uniform.both).toBeGreaterThan(0);
    expect(uniform.both).toBeLessThan(0.2);
    expect(white.both).toBeGreaterThan(uniform.both + 0.15);
  });
});
