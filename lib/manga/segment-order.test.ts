// No text is lost: every letter of a text is in a unit, in the text's order, whatever marks are around it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { segmentStory } from "./segment.ts";
import type { Story } from "./story.ts";

const lettersOf = (text: string): string => text.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The letters of units, with each reading after its base. */
function unitLetters({ units }: Story): string {
  const whole = units.map(({ text, ruby }) => {
    let written = "";
    let from = 0;
    for (const { at, length, text: reading } of ruby) {
      written += text.slice(from, at + length) + reading;
      from = at + length;
    }
    return written + text.slice(from);
  });
  return lettersOf(whole.join(""));
}

const PIECES: Record<Language, readonly string[]> = {
  ja: [
    ..."「」『』“”（）。、！？…―〔〕〈〉［］｜　".split(""),
    ...[
      "猫が鳴いた",
      "と言った。",
      "老人",
      "\n",
      "\n\n",
      "\n　",
      "\n　　　",
      "漢字《かんじ》",
      "札に書いてあった。",
    ],
    ...["「待って」", "『坊っちゃん』を読む", "――", "手紙が来た。", "ザク、ザク。", "※", "々"],
  ],
  en: [
    ..."“”\"'‘’«»—–-.,!?;:()[]".split(""),
    ...[
      " ",
      "\n",
      "\n\n",
      "\n  ",
      "The cat",
      "said he",
      "I saw",
      "don't",
      "Mr. Bell",
      "a letter:",
      "_so_",
      "boys'",
    ],
    ...["“Stop!” ", "'Tis late", "THE END", "Dear Tom,", "e.g. this", "it was", "10 a.m."],
  ],
};

describe("the units of a text", () => {
  it.each<Language>(["ja", "en"])("contain its letters in order (%s)", (language) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES[language]), { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        if (lettersOf(text) === "") return;
        const story = segmentStory(text, language);
        // Labels and notes on the cast are stored beside the units' texts, so such stories are skipped.
        if (story.cast !== undefined || story.units.some(({ label }) => label !== undefined)) return;
        expect(unitLetters(story)).toBe(lettersOf(text));
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    ["en", "“one ", "”"],
    ["en", "'one, ", "' "],
    ["en", '"Two. ', ""],
    ["en", "_so ", ""],
    ["ja", "「猫", ""],
    ["ja", "『「猫」", "』\n"],
    ["ja", "猫／＼", ""],
    ["ja", "※［＃", ""],
    ["ja", "〔a'", "\n"],
    ["ja", "［＃ここから３字下げ］\n猫\n", ""],
    ["ja", "猫《", ""],
  ] as const)("are found in time that grows linearly with the text (%s: %s)", (language, open, close) => {
    const cpuMs = (length: number) => {
      const text = `Cat ${(open + close).repeat(length / (open.length + close.length))}`;
      const before = process.threadCpuUsage();
      segmentStory(text, language);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    };
    cpuMs(5_000);
    const [half, whole] = [cpuMs(25_000), cpuMs(50_000)];
    if (whole > 60) expect(whole / half).toBeLessThan(3);
  });
});
