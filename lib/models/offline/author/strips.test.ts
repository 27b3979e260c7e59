import { describe, expect, it } from "vitest";
import type { Brief } from "../../reader.ts";
import { adapt as adaptText } from "./stories/adapt.ts";
import { panelsOf } from "./stories/expectations.ts";
import { read } from "./stories/labelled.ts";

async function adapt(story: string, wish: Partial<Brief> = {}) {
  const [name = "", language] = story.split(".");
  const known = language === "ja" ? "ja" : "en";
  const book = await adaptText(read({ name, language: known }), known, { style: "manga", ...wish });
  return { ...book, panels: panelsOf(book) };
}

type Book = Awaited<ReturnType<typeof adapt>>;

function expectWhole({ story, plot, panels }: Book): void {
  const told = new Set([...panels.flatMap(({ units }) => units), ...plot.leftOut]);
  expect(story.units.filter(({ id }) => !told.has(id))).toEqual([]);
  expect(plot.leftOut).toEqual([]);
}

describe("4-koma", () => {
  it("is what a short joke becomes unasked: one strip under its title, whose last words stand alone", async () => {
    const book = await adapt("joke.ja");
    expectWhole(book);
    expect(book.concept.genre).toBe("4コマ");
    expect(book.panels.map(({ strip }) => strip)).toEqual([
      { number: 1, title: "傘のありか" },
      { number: 1 },
      { number: 1 },
      { number: 1 },
    ]);
    expect(book.panels.at(-1)?.words.texts.map(({ text }) => text)).toEqual(["……雨漏りが、心配でな"]);
    expect(book.panels.at(-1)?.picture.figures.map(({ holds }) => holds)).toContain("umbrella");
    expect(book.panels[2]?.words.texts.map(({ text }) => text)).toContain("お父さん、上");
  });

  it.each([{ style: "yonkoma" }, { genre: "4-koma" }, { genre: "四コマ漫画" }])(
    "is what any story becomes where %j asks for it",
    async (wish) => {
      for (const name of ["comedy.ja", "animal.en"]) {
        const book = await adapt(name, wish);
        expectWhole(book);
        expect(book.plot.pages.length).toBe(book.concept.pages);
        for (const { panels } of book.boards) expect([4, 8]).toContain(panels.length);
        expect(book.panels.every(({ strip }) => strip !== undefined)).toBe(true);
      }
    },
  );

  it("fills the pages that are asked for, with silent panels where the joke has too few moments", async () => {
    const book = await adapt("joke.ja", { style: "yonkoma", pages: 3 });
    expectWhole(book);
    expect(book.boards.map(({ panels }) => panels.length)).toEqual([8, 8, 4]);
    const titles = book.panels.flatMap(({ strip }) => strip?.title ?? []);
    expect(titles).toEqual([
      "傘のありか",
      "傘のありか その2",
      "傘のありか その3",
      "傘のありか その4",
      "傘のありか その5",
    ]);
  });

  it("is not what a longer or a serious story becomes", async () => {
    for (const name of ["comedy.ja", "horror.ja", "tiny.en", "silent.ja"]) {
      const { panels, concept } = await adapt(name);
      expect(panels.every(({ strip }) => strip === undefined)).toBe(true);
      expect(concept.genre).not.toMatch(/koma|コマ/u);
    }
  });

  it("is not chosen unasked where a genre or more pages are wished for", async () => {
    for (const wish of [{ genre: "家族もの" }, { pages: 2 }]) {
      const { panels } = await adapt("joke.ja", wish);
      expect(panels.every(({ strip }) => strip === undefined)).toBe(true);
    }
  });
});
