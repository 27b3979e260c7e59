import { describe, expect, it } from "vitest";
import type { Page, Text } from "../manifest.ts";
import { searchWords } from "./search-words.ts";

const page = (...texts: Text[]): Page => ({
  width: 1,
  height: 1,
  renditions: [],
  panels: [{ frame: [] }, { frame: [], texts }],
});
const pages = [
  page({ kind: "speech", text: "ネコを見た？", speaker: "ミナ" }),
  page({ kind: "speech", text: "Did you see the CAT?", speaker: "Mina" }, { kind: "sound", text: "ＣＡＴ" }),
];
const linesOf = (query: string) =>
  searchWords(pages, query).found.map(({ page: at, panel, text }) => [at, panel, text.text]);

describe("searchWords", () => {
  it("ignores kana type, case and width", () => {
    expect(linesOf("ねこ")).toEqual([[0, 1, "ネコを見た？"]]);
    expect(linesOf("cat")).toEqual([
      [1, 1, "Did you see the CAT?"],
      [1, 1, "ＣＡＴ"],
    ]);
  });

  it("searches speakers too, and requires all words of the query", () => {
    expect(linesOf("mina cat")).toEqual([[1, 1, "Did you see the CAT?"]]);
    expect(linesOf("mina dog")).toEqual([]);
  });

  it("returns all lines for an empty query, and at most the requested number", () => {
    expect(searchWords(pages, " ", 2)).toMatchObject({ total: 3, found: { length: 2 } });
  });
});
