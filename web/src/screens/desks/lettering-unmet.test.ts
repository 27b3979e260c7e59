// What the lettering desk says where a choice cannot be met, for texts as the lettering engine really sets them.
import { expect, it } from "vitest";
import { letterPage } from "../../../../lib/drawing/letter-page.ts";
import { samplePanel } from "../../../../lib/drawing/sample-panel.ts";
import type { SoundSet, TextSet } from "../../../../lib/manga/hand-lettering.ts";
import type { LetteredText, Word } from "../../documents.ts";
import { unmetSound, unmetText } from "./lettering-unmet.ts";

const PAGE = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;
const CORNERS = [
  { x: 160, y: 185 },
  { x: 1660, y: 185 },
  { x: 1660, y: 1285 },
  { x: 160, y: 1285 },
];

async function lettered(set: TextSet, at?: Word["at"]): Promise<[Word, LetteredText]> {
  const panel = samplePanel({
    id: "k1",
    corners: CORNERS,
    texts: [{ text: "ここで待っていて。すぐ戻る。" }],
  });
  const [bare] = panel.words.texts;
  if (bare === undefined) throw new Error("the panel has no text");
  const word = { ...bare, set, ...(at && { at }) };
  const [text] = await letterPage([{ ...panel, words: { texts: [word], sounds: [] } }], new Map(), PAGE);
  if (text === undefined) throw new Error("the text is missing");
  return [word, text];
}

it.each<[string, TextSet, string[]]>([
  [
    "choices that fit",
    { shape: "thought", size: 11, tail: { x: 1500, y: 1200 }, width: 500, font: "dela" },
    [],
  ],
  ["an extent that is too small", { width: 40, height: 40 }, ["unmet.extent"]],
  ["a tail of a box", { shape: "caption", tail: { x: 1500, y: 1200 } }, ["unmet.tail"]],
  ["joining with no text before", { join: true }, ["unmet.join"]],
  ["a typeface without Japanese", { font: "bangers" }, ["unmet.font"]],
])("says what is unmet for %s", async (_name, set, unmet) => {
  expect(unmetText(...(await lettered(set)))).toEqual(unmet);
});

it("says that letters leave the safe area, of a text and of a sound", async () => {
  expect(unmetText(...(await lettered({}, { x: 20, y: 20 })))).toEqual(["unmet.outside"]);
  const [, text] = await lettered({}, { x: 20, y: 20 });
  const set: SoundSet = { at: { x: 20, y: 20 } };
  expect(unmetSound({ text: "ドン", set }, text)).toEqual(["unmet.outside"]);
});
