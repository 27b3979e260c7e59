import { expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { readStory } from "../text/read-story.ts";
import { moodOf } from "./subjects.ts";

const mood = async (text: string, language: Language, setting: Parameters<typeof moodOf>[2] = {}) =>
  moodOf((await readStory(segmentStory(text, language))).units, language, setting);

it("finds the mood whose words a scene has more of than stories have on the whole", async () => {
  expect(await mood("The girl sobbed. Tears ran down her cheeks.", "en")).toBe("sad");
  expect(await mood("侍は怒鳴り、敵に襲いかかった。", "ja")).toBe("tense");
});

it("is neutral where the words are few for so long a text", async () => {
  const plain = "The man went to the shop and bought some paper for the house. ".repeat(20);
  expect(await mood(`${plain} He was alone.`, "en")).toBe("neutral");
});

it("counts no word that is asked or denied, nor the verb of a tag", async () => {
  expect(await mood("The girl did not weep. Is she sad?", "en")).toBe("neutral");
  expect(await mood('"Here we are," cried Tom. "Come!" cried Ann.', "en")).toBe("neutral");
});

it("takes hour and weather for what the words say, and for nothing by themselves", async () => {
  const text =
    "足音が廊下に響いた。窓の外を見た男は、恐怖に立ちすくんだまま、ゆっくりと後ろを振り返って扉を見た。";
  expect(await mood(text, "ja", { hour: "night", weather: "clear" })).toBe("eerie");
  expect(await mood("男は机に本を置いた。", "ja", { hour: "night", weather: "storm" })).toBe("neutral");
});
