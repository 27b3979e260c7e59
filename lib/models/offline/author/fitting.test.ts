// Books of a wished length: every unit told or left out, whatever the text and the pages.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CORPUS_JA } from "./speakers-corpus-ja.ts";
import { adapt } from "./stories/adapt.ts";
import { expectWhole, panelsOf } from "./stories/expectations.ts";

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8");
const plain = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/gu, "");

describe("the offline author's books", () => {
  it.each([1, 2, 3, 6, 12, 30])("fits a story into %i pages", async (pages) => {
    const book = await adapt(example("amayadori-no-tokeiya.txt"), "ja", { pages });
    expect(book.concept.pages).toBe(pages);
    expectWhole(book);
  });

  it("leaves lines out, and says which, only when pages cannot hold them", async () => {
    const talk = Array.from(
      { length: 40 },
      (_, at) => `ミナ「これは${at}番目の、わりあい長い話だから、よく聞いていてほしい。」`,
    ).join("\n");
    const book = await adapt(talk, "ja", { pages: 2 });
    expectWhole(book);
    expect(book.plot.leftOut.length).toBeGreaterThan(10);
    const kept = panelsOf(book)
      .flatMap(({ words }) => words.texts)
      .reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeGreaterThan(450);
  });

  it("leaves a long speech out whole or not at all", async () => {
    const speech = "風が吹いたら帰るつもりだったのに、気がつけばもう三年もここにいる。".repeat(6);
    const text = `ミナ「${speech}」\nケン「うん」\nミナ「${speech}」\nケン「そうか！」\nミナ「帰ろう」\nケン「${speech}」`;
    for (const pages of [1, 2, 3]) expectWhole(await adapt(text, "ja", { pages }));
  });

  it("makes a book of nothing but talk between two who have no names", async () => {
    const book = await adapt("「ねえ」\n「なに」\n「雨だね」\n「そうだね」\n「傘は？」\n「ない」", "ja");
    expectWhole(book);
    expect(book.concept.people).toHaveLength(2);
    expect(
      book.plot.pages
        .flatMap(({ beats }) => beats.flatMap(({ lines }) => lines))
        .every(({ guessed }) => guessed),
    ).toBe(true);
  });

  it("makes a book of a story without a word spoken, and of one with nobody in it", async () => {
    expectWhole(
      await adapt(
        "夜の森に雪が降っていた。狐は雪の上を歩いた。足あとだけが残った。やがて朝になり、狐は丘の上で眠った。",
        "ja",
      ),
    );
    expectWhole(
      await adapt(
        "Rain fell on the empty town. The clock struck nine. A window banged in the wind. Nothing moved until morning.",
        "en",
      ),
    );
  });

  it("splits a long speech over balloons, and keeps its ruby on the right characters", async () => {
    const book = await adapt(
      "老師が言った。「｜道《みち》は遠い。だが急ぐな。急ぐ者は、かならず｜躓《つまず》く。わしも若いころ、三度も崖から落ちた。三度とも、桜の木に助けられたのだ」",
      "ja",
    );
    expectWhole(book);
    const texts = panelsOf(book).flatMap(({ words }) => words.texts.filter(({ kind }) => kind === "balloon"));
    expect(texts.length).toBeGreaterThan(2);
    for (const { text } of texts) expect(text.length).toBeLessThanOrEqual(40);
    const bases = texts.flatMap(({ text, ruby }) =>
      ruby.map(({ at, length, text: reading }) => `${text.slice(at, at + length)}:${reading}`),
    );
    expect(bases).toEqual(["道:みち", "躓:つまず"]);
  });

  it("stages 20,000 characters, and says how long it took", async () => {
    const chapters = CORPUS_JA.map(({ text }, at) => `第${at + 1}章\n\n${plain(text)}`).join("\n\n");
    const text = Array.from({ length: 20 }, () => chapters)
      .join("\n\n")
      .slice(0, 20_000);
    await adapt("雨が降った。ミナは走った。", "ja");
    const start = performance.now();
    const book = await adapt(text, "ja");
    const ms = performance.now() - start;
    expectWhole(book);
    console.info(`author: 20,000 characters in ${Math.round(ms)} ms, ${book.concept.pages} pages`);
  });

  it("tells or leaves out every unit of any text", { timeout: 60_000 }, async () => {
    const sentence = fc.constantFrom(
      "ミナは走った。",
      "「待って！」",
      "と源太が叫んだ。",
      "雨が降っていた。",
      "\n\n",
      "\n＊＊＊\n",
      "翌朝、駅で猫が鳴いた。",
      "「えっ？」",
      "（どうしよう……）",
      "老人は長い長い話を、いつまでも、いつまでも、息もつかずに話しつづけた。",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 3, maxLength: 40 }),
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        async (parts, pages) => {
          const text = `雨の日だった。\n${parts.join("\n")}`;
          expectWhole(await adapt(text, "ja", pages === undefined ? {} : { pages }));
        },
      ),
      { numRuns: 60 },
    );
  });
});
