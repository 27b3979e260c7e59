import { describe, expect, it } from "vitest";
import { CastSchema } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import { plainLooks, plainStory } from "../plain-story.ts";
import { testAsker } from "../test-asker.ts";
import { type CharactersAnswer, writeCharacters } from "./characters.ts";

const { story, brief, concept } = plainStory("ja", 4_000, 8);

function castOf(count: number) {
  const people = Array.from({ length: count }, (_, at): Person => {
    const known = concept.people[at];
    const role = at === 0 ? "protagonist" : "support";
    return known ?? ({ ...concept.people[0], id: `c${at + 1}`, name: `人物${at}`, role } as Person);
  });
  return { story, brief, concept: { ...concept, people } };
}

type Design = { design: { id: string }[] };

async function written(
  count: number,
  change: (characters: CharactersAnswer["characters"]) => void = () => {},
) {
  let isFirst = true;
  const asker = testAsker((data) => {
    const answer = plainLooks(data as unknown as Design);
    if (isFirst) change(answer.characters);
    isFirst = false;
    return answer;
  });
  const cast = await writeCharacters(castOf(count), asker);
  expect(CastSchema.parse(cast)).toEqual(cast);
  expect(cast.characters.map(({ id }) => id)).toEqual(castOf(count).concept.people.map(({ id }) => id));
  return { cast, asker };
}

describe("looks by a hosted model", () => {
  it.each([
    [0, 0],
    [1, 1],
    [8, 1],
    [9, 2],
    [24, 3],
  ])("of %i people are requested in %i questions with at most 60 units each", async (count, questions) => {
    const { asker } = await written(count);
    expect(asker.asked).toHaveLength(questions);
    for (const { prompt, maxOutputTokens } of asker.asked) {
      expect((prompt.data.design as unknown[]).length).toBeLessThanOrEqual(8);
      expect((prompt.data.units as unknown[]).length).toBeLessThanOrEqual(60);
      expect(maxOutputTokens).toBeLessThanOrEqual(8_000);
    }
  });

  it("are kept in the answer's words, field by field", async () => {
    const [from, to] = [story.units[3]?.id ?? "", story.units[9]?.id ?? ""];
    const { cast, asker } = await written(2, ([look]) =>
      Object.assign(look ?? {}, {
        ...{ face: "narrow", eyes: "grey", hair: "long silver braid", beard: "none", build: "small" },
        ...{ height: "a head taller than c2", marks: "freckles, scar on the chin", accessories: "glasses" },
        ...{
          constant: "She limps.",
          words: "A quick, birdlike girl",
          description: "銀色の髪の小柄な女の子。",
        },
        outfits: [
          { worn: "yellow patched raincoat, dark shorts", from: "", to: "" },
          { worn: "wedding dress", from, to },
          { worn: "armour", from: "u9999", to: "" },
        ],
      }),
    );
    expect(cast.characters[0]).toMatchObject({
      ...{
        name: "ミナ",
        kind: "human",
        sex: "unknown",
        face: "narrow",
        eyes: "grey",
        hair: "long silver braid",
      },
      ...{ build: "small", height: "a head taller than オト", marks: ["freckles", "scar on the chin"] },
      ...{ accessories: ["glasses"], constant: "She limps.", words: "A quick, birdlike girl" },
      outfits: [
        { id: "o1", worn: ["yellow patched raincoat", "dark shorts"], scenes: [] },
        { id: "o2", worn: ["wedding dress"], scenes: [], units: { from, to } },
      ],
      description: "銀色の髪の小柄な女の子。",
    });
    expect(cast.characters[0]).not.toHaveProperty("beard");
    expect(asker.repairs.get("an outfit that is never worn")).toBe(1);
  });

  it("that are missing are requested separately, and get a plain design if they are still missing", async () => {
    const { asker } = await written(8, (characters) => void characters.splice(2, 2));
    expect(asker.asked.map(({ prompt }) => (prompt.data as unknown as Design).design.length)).toEqual([8, 2]);
    const stubborn = testAsker((data) => ({
      characters: plainLooks(data as unknown as Design).characters.filter(({ id }) => id !== "c3"),
    }));
    const cast = await writeCharacters(castOf(4), stubborn);
    expect(cast.characters[2]).toMatchObject({
      ...{ id: "c3", outfits: [{ id: "o1", worn: [] }], description: "人物2" },
    });
  });

  it.each([
    [
      "a name in place of an id",
      ([look]: CharactersAnswer["characters"]) => Object.assign(look ?? {}, { id: "ミナ" }),
    ],
    ["a person listed twice", (all: CharactersAnswer["characters"]) => void all.push(...all.slice(0, 1))],
    [
      "empty strings",
      ([look]: CharactersAnswer["characters"]) => Object.assign(look ?? {}, { description: " " }),
    ],
    [
      "a look described in another language",
      ([look]: CharactersAnswer["characters"]) =>
        Object.assign(look ?? {}, { description: "A girl with long silver hair and a raincoat." }),
    ],
  ])("are repaired and counted: %s", async (fault, spoil) => {
    const { asker } = await written(2, spoil);
    expect(asker.repairs.get(fault)).toBe(1);
    expect(asker.asked).toHaveLength(1);
  });
});
