import { describe, expect, test } from "vitest";
import { AWKWARD_ENGLISH, AWKWARD_JAPANESE } from "./awkward-lines.ts";
import { kinsokuErrors } from "./kinsoku.ts";
import { letterPage } from "./letter-page.ts";
import type { LetteredText } from "./page.ts";
import { lettersOutside } from "./read-path.ts";
import { rectangle, samplePanel } from "./sample-page.ts";

async function letterAlone(text: string, language: "ja" | "en"): Promise<LetteredText> {
  const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 1000, 800), texts: [{ text }] });
  const page = { number: 1, seed: 1, language, direction: language === "ja" ? "rtl" : "ltr" } as const;
  const [lettered] = await letterPage([panel], new Map(), page);
  if (lettered === undefined) throw new Error("letterPage gave no text");
  return lettered;
}

test("the corpus has at least 150 lines and no duplicates", () => {
  const all = [...AWKWARD_JAPANESE, ...AWKWARD_ENGLISH];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all).size).toBe(all.length);
});

describe.each(AWKWARD_JAPANESE)("%j in Japanese", (text) => {
  test("obeys the rules of line breaking, keeps all of its characters and stays in its balloon", async () => {
    const lettered = await letterAlone(text, "ja");
    expect(kinsokuErrors(lettered.lines)).toEqual([]);
    expect(lettered.lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    expect(lettersOutside(lettered)).toEqual([]);
    expect(lettered.glyphs).not.toBe("");
    expect(lettered.fontSize).toBeGreaterThanOrEqual(35.2);
  });
});

describe.each(AWKWARD_ENGLISH)("%j in English", (text) => {
  test("keeps all of its letters and stays in its balloon", async () => {
    const lettered = await letterAlone(text, "en");
    const letters = (s: string): string => s.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, "");
    expect(letters(lettered.lines.join(""))).toBe(letters(text));
    expect(lettersOutside(lettered)).toEqual([]);
    expect(lettered.glyphs).not.toBe("");
    expect(lettered.fontSize).toBeGreaterThanOrEqual(35.2);
  });
});
