import { expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { readStory } from "../text/read-story.ts";
import { moodOf } from "./subjects.ts";

const mood = async (text: string, language: Language, setting: Parameters<typeof moodOf>[2] = {}) =>
  moodOf((await readStory(segmentStory(text, language))).units, language, setting);

it("returns the mood whose words are more frequent than in stories on average", async () => {
  expect(await mood("The girl sobbed. Tears ran down her cheeks.", "en")).toBe("sad");
  expect(await mood("侍は怒鳴り、敵に襲いかかった。", "ja")).toBe("tense");
});

it("returns neutral if the words of a mood are rare for the length of the text", async () => {
  const plain = "The man went to the shop and bought some paper for the house. ".repeat(20);
  expect(await mood(`${plain} He was alone.`, "en")).toBe("neutral");
});

it("ignores words that are asked or negated, and the verb of a tag", async () => {
  expect(await mood("The girl did not weep. Is she sad?", "en")).toBe("neutral");
  expect(await mood('"Here we are," cried Tom. "Come!" cried Ann.', "en")).toBe("neutral");
});

it("counts hour and weather for the mood of the words, but not by themselves", async () => {
  const text =
    "足音が廊下に響いた。窓の外を見た男は、恐怖に立ちすくんだまま、ゆっくりと後ろを振り返って扉を見た。";
  expect(await mood(text, "ja", { hour: "night", weather: "clear" })).toBe("eerie");
  expect(await mood("男は机に本を置いた。", "ja", { hour: "night", weather: "storm" })).toBe("neutral");
});
