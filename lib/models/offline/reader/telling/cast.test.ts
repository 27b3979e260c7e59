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

it("keeps what the text says of hair, clothes and build", async () => {
  const [mina] = await cast("Mina had long black hair. Mina wore a white coat and a hat. Mina was thin.");
  expect(mina).toMatchObject({ hair: "long, black", build: "slim" });
  expect(mina?.outfits[0]?.worn).toEqual(expect.arrayContaining(["white coat", "hat"]));
});

it("takes nothing from what is denied or supposed", async () => {
  const [mina] = await cast("Mina ran. Mina had no beard. If Mina were bald, she would wear a helmet.");
  expect(mina?.name).toBe("Mina");
  expect(mina?.hair).not.toContain("bald");
  expect(mina?.outfits[0]?.worn).not.toContain("helmet");
});

it("gives nobody the looks of another", async () => {
  const names = ["Mina", "Tom", "Anna", "Peter", "Otto", "Ella"];
  const designs = await cast(names.map((name) => `${name} ran.`).join(" "));
  const looks = designs.map(({ hair, outfits, build, beard }) =>
    JSON.stringify([hair, outfits, build, beard]),
  );
  expect(new Set(looks).size).toBe(names.length);
});

it("describes everybody in the book's language", async () => {
  const [mina] = await cast("ミナは駅へ走った。", "ja");
  expect(mina?.description).toMatch(/^ミナ。.*髪、.*。$/u);
});
