import { describe, expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { readStory } from "../text/read-story.ts";
import { captionPieces } from "./caption-pieces.ts";

const bare = (text: string) => text.replaceAll(/\s/gu, "");

async function pieces(text: string, language: Language, most: number) {
  const { units } = await readStory(segmentStory(text, language));
  const [unit] = units;
  if (unit === undefined) throw new Error("the text has no unit");
  return { unit: unit.unit, pieces: captionPieces(unit, most) };
}

describe("a sentence that is too long for one caption", () => {
  it("is cut where clauses end, and nothing is added", async () => {
    const text =
      "When the night came, a cold wind blew from the sea, and the old sign rattled on its chain until the sun rose.";
    const { pieces: cut } = await pieces(text, "en", 12);
    expect(cut.map((piece) => piece.text)).toEqual([
      "When the night came, a cold wind blew from the sea,",
      "and the old sign rattled on its chain until the sun rose.",
    ]);
  });

  it("keeps each reading with its word", async () => {
    const { pieces: cut, unit } = await pieces(
      "馬は一条《ひとすじ》の枯草を奥歯に掛けたまま、猫背《ねこぜ》の老いた馭者《ぎょしゃ》の姿を捜している。",
      "ja",
      22,
    );
    expect(cut.length).toBeGreaterThan(1);
    const read = cut.flatMap(({ text, ruby }) =>
      ruby.map(({ at, length, text: reading }) => `${text.slice(at, at + length)}=${reading}`),
    );
    expect(read).toEqual(["一条=ひとすじ", "猫背=ねこぜ", "馭者=ぎょしゃ"]);
    expect(unit.ruby).toHaveLength(3);
  });

  it.each([
    ["a word without an end", "x".repeat(4_000), "en"],
    ["no marks", "あ".repeat(4_000), "ja"],
    ["marks alone", `The end${",".repeat(3_000)}`, "en"],
    ["numbers with points", `There were ${"3.5 and 1,000 or ".repeat(200)}more.`, "en"],
  ] as const)("keeps every letter of %s", async (_what, text, language) => {
    const { pieces: cut, unit } = await pieces(text, language, 20);
    expect(bare(cut.map((piece) => piece.text).join(""))).toBe(bare(unit.text));
    for (const piece of cut) expect(unit.text.slice(piece.from, piece.to)).toBe(piece.text);
  });

  it("stays whole where it has room", async () => {
    const { pieces: cut, unit } = await pieces("ミナは駅へ走った。", "ja", 30);
    expect(cut).toHaveLength(1);
    expect(lengthOf(cut[0]?.text ?? "")).toBe(lengthOf(unit.text));
  });
});
