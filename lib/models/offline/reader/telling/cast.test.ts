import { expect, it } from "vitest";
import { CastSchema } from "../../../../manga/cast.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { findFacts } from "../offline-reader.ts";
import { designCast } from "./cast.ts";
import { conceiveBook } from "./concept.ts";

async function cast(text: string, language: "ja" | "en" = "en") {
  const story = segmentStory(text, language);
  const facts = await findFacts(story);
  const concept = conceiveBook(story, { direction: "ltr", style: "manga", seed: 4 }, facts);
  return CastSchema.parse(designCast(concept, facts, 4)).characters;
}

it("keeps the hair, clothes and build that the text states", async () => {
  const [mina] = await cast("Mina had long black hair. Mina wore a white coat and a hat. Mina was thin.");
  expect(mina).toMatchObject({ hair: "long, black", build: "slim" });
  expect(mina?.outfits[0]?.worn).toEqual(expect.arrayContaining(["white coat", "hat"]));
});

it("ignores looks that are negated or supposed", async () => {
  const [mina] = await cast("Mina ran. Mina had no beard. If Mina were bald, she would wear a helmet.");
  expect(mina?.name).toBe("Mina");
  expect(mina?.hair).not.toContain("bald");
  expect(mina?.outfits[0]?.worn).not.toContain("helmet");
});

it("gives no two characters the same looks", async () => {
  const names = ["Mina", "Tom", "Anna", "Peter", "Otto", "Ella"];
  const designs = await cast(names.map((name) => `${name} ran.`).join(" "));
  const looks = designs.map(({ hair, outfits, build, beard }) =>
    JSON.stringify([hair, outfits, build, beard]),
  );
  expect(new Set(looks).size).toBe(names.length);
});

it("describes characters in the book's language", async () => {
  const [mina] = await cast("ミナは駅へ走った。", "ja");
  expect(mina?.description).toMatch(/^ミナ。.*髪、.*。$/u);
});

it.each([
  ["黒猫は鳴いた。ミナは黒猫を見た。黒猫は走った。", "ja", "black coat"],
  ["白い犬が吠えた。ミナは犬を見た。犬は走った。", "ja", "white coat"],
  ["A black cat sat on the wall. Mina saw the cat. The cat ran away.", "en", "black coat"],
] as const)("gives an animal the coat colour that its noun states: %s", async (text, language, coat) => {
  const animal = (await cast(text, language)).find(({ kind }) => kind !== "human");
  expect(animal?.marks).toContain(coat);
});

it.each([
  ["黒い猫がベンチの下から出てきた。ミナは猫を見た。猫は「にゃあ」と鳴いた。", "ja"],
  ["A cat crept out from under the bench. Mina looked at the cat. Mina laughed.", "en"],
] as const)("includes an animal that acts and is mentioned again: %s", async (text, language) => {
  expect((await cast(text, language)).map(({ kind }) => kind)).toContain("cat");
});
