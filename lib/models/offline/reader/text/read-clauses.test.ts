// The clause reader: sentences cover the text, offsets are valid, and run time is nearly linear in the length of the text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreLanguage } from "../../../../../scripts/scores/clause-labels.ts";
import type { Language } from "../../../../manga/language.ts";
import { CRAFTED_STORIES } from "../../../reading/crafted-stories.ts";
import { mainClause } from "./clause.ts";
import { clauseReader } from "./read-story.ts";

const LANGUAGES = ["en", "ja"] as const;
const WORDS: Record<Language, readonly string[]> = {
  en: [
    ...[
      "the",
      "old",
      "man",
      "who",
      "that",
      "had",
      "did",
      "not",
      "go",
      "went",
      "said",
      "to",
      "as if",
      "if",
      "and",
      ",",
      ";",
    ],
    ...[
      "she",
      "wanted",
      "running",
      "of",
      "river",
      "would",
      "'Stute",
      "never",
      "was",
      "Bob",
      ".",
      "?",
      "—",
      "there",
      "\n",
      "  ",
    ],
  ],
  ja: [
    ...[
      "彼",
      "猫",
      "は",
      "が",
      "を",
      "に",
      "の",
      "行く",
      "行った",
      "ない",
      "と",
      "言った",
      "思う",
      "ように",
      "たら",
      "、",
      "。",
    ],
    ...[
      "大きな",
      "美しい",
      "静かな",
      "食べ",
      "て",
      "いる",
      "らしい",
      "だろう",
      "「",
      "」",
      "――",
      "何も",
      "こと",
      "\n",
      "　",
    ],
  ],
};

describe.each(LANGUAGES)("clauses (%s)", async (language) => {
  const read = await clauseReader(language);

  it("belong to sentences that cover the text, and have valid offsets", () => {
    const words = fc.array(fc.constantFrom(...WORDS[language]), { maxLength: 40 });
    const text = words.map((list) => list.join(language === "en" ? " " : ""));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "grapheme" })), (told) => {
        const sentences = read(told);
        expect(sentences.map(({ from, to }) => told.slice(from, to)).join("")).toBe(told);
        for (const { clauses } of sentences) {
          for (const { from, to, subject, objects, places, times, manner, predicate } of clauses) {
            expect(from).toBeLessThanOrEqual(predicate.from);
            expect(to).toBeGreaterThanOrEqual(predicate.to);
            const phrases = [...(subject ? [subject] : []), ...objects, ...places, ...times, ...manner];
            for (const phrase of phrases) expect(told.slice(phrase.from, phrase.to)).toBe(phrase.text);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("take at most 2.8 times the CPU time for a crafted story of twice the length", () => {
    const crafted = [...CRAFTED_STORIES].filter((_, index) => index % 15 === 0);
    for (const [name, story] of crafted) {
      const times = [6_000, 12_000, 24_000].map((length) => cpuMs(() => read(story(length))));
      for (const [index, time] of times.entries()) {
        const before = times[index - 1];
        if (before !== undefined && time > 200) expect(time / before, name).toBeLessThanOrEqual(2.8);
      }
    }
  }, 60_000);
});

function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

describe("a clause's phrases", () => {
  it("are classified as object, place, time and manner", async () => {
    const english = (await clauseReader("en"))(
      "In the morning the girl quietly carried a lamp into the cellar with her brother.",
    );
    const main = english[0] && mainClause(english[0]);
    expect(main).toMatchObject({
      subject: { text: "the girl", head: "girl" },
      objects: [{ text: "a lamp", head: "lamp" }],
      places: [{ text: "into the cellar", head: "cellar", marker: "into" }],
      times: [{ text: "In the morning" }],
    });
    expect(main?.manner.map(({ text }) => text)).toEqual(["with her brother", "quietly"]);
    const japanese = (await clauseReader("ja"))("その朝、少女は古いランプを地下室へ静かに運んだ。");
    expect(japanese[0] && mainClause(japanese[0])).toMatchObject({
      subject: { head: "少女", topic: true },
      objects: [{ head: "ランプ", marker: "を" }],
      places: [{ head: "地下室", marker: "へ" }],
      times: [{ head: "朝" }],
    });
  });

  it("are all in `nouns`, including nested ones", async () => {
    const nouns = async (text: string, language: Language) =>
      (await clauseReader(language))(text)[0]?.nouns.map(({ text: noun }) => noun);
    expect(await nouns("The boy's hat fell into his mother's basket.", "en")).toEqual([
      ...["The boy", "The boy's hat", "his", "his mother", "his mother's basket"],
    ]);
    expect(await nouns("王の娘が城の門を開けた。", "ja")).toEqual(["王", "王の娘", "城", "城の門"]);
  });

  it("are objects after a verb's particle, and places after a verb of motion", async () => {
    const read = await clauseReader("en");
    const main = (text: string) => read(text).map(mainClause)[0];
    expect(main("She picked up her basket.")).toMatchObject({
      objects: [{ text: "her basket" }],
      places: [],
    });
    expect(main("She went up the stairs.")).toMatchObject({
      objects: [],
      places: [{ text: "up the stairs" }],
    });
    const japanese = (await clauseReader("ja"))("門の前に犬がいた。").map(mainClause)[0];
    expect(japanese).toMatchObject({ places: [{ text: "門の前" }], times: [] });
  });
});

describe("clauses of the labelled development sentences", () => {
  it.each([
    ["en", 0.73, 0.86],
    ["ja", 0.73, 0.87],
  ] as const)(
    "in %s have the labelled mode in over %f and the labelled reality in over %f of the sentences",
    async (language, mode, real) => {
      const scores = await scoreLanguage(language);
      expect(scores.modes / scores.sentences).toBeGreaterThan(mode);
      expect(scores.real / scores.sentences).toBeGreaterThan(real);
      if (language === "en") expect(scores.subjects / scores.deeds).toBeGreaterThan(0.76);
    },
  );
});
