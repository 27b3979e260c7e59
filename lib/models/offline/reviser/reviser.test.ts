// Wishes carried out on finished books with the real phases: what changes, what it costs, and what is refused.
import { beforeAll, describe, expect, test } from "vitest";
import { BookSchema } from "../../../manga/book.ts";
import { FinishedBookSchema } from "../../../manga/finished-book.ts";
import type { Wish } from "../../../pipeline/reviser.ts";
import { SAMPLE_STORY, sampleBook } from "../../../sample-book.ts";

const ENGLISH = [
  "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
  "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom.",
  "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled.",
].join("\n\n");

async function finished(text = SAMPLE_STORY) {
  const made = sampleBook();
  const language = text === SAMPLE_STORY ? "ja" : "en";
  await made.start(text, { pages: 2, language, direction: language === "ja" ? "rtl" : "ltr" });
  const asked = { sessionId: "s1", by: "ann" };
  const book = async () => {
    const { results } = await made.schedule();
    const finish = FinishedBookSchema.parse(await made.output("finish"));
    const bytes = await made.services.blobs.get("s1", finish.book);
    return { results, book: BookSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))) };
  };
  return {
    made,
    book,
    /** Carries out a wish until the book is finished. Returns what was drawn for it. */
    async wish(text: string, more: Partial<Wish> = {}): Promise<string[]> {
      const wish = { text, intensity: 0.5, target: {}, ...more };
      const { drawn } = await made.follow(() => made.revisions.carryOut({ ...asked, wish }));
      expect((await made.schedule()).state).toMatchObject({ status: "completed" });
      return drawn;
    },
  };
}

describe("a wish", () => {
  test("for another name changes the name everywhere and draws nothing", async () => {
    const { wish, book } = await finished();
    const before = await book();
    expect(JSON.stringify(before.book)).toContain("ミナ");
    expect(await wish("ミナをハナに改名して")).toEqual([]);
    const after = await book();
    expect(JSON.stringify(after.book)).not.toContain("ミナ");
    expect(after.book.cast.characters.some(({ name }) => name === "ハナ")).toBe(true);
    expect(after.book.sentences[0]?.text).toContain("ハナ");
    for (const [step, { output }] of Object.entries(before.results)) {
      if (step.startsWith("artwork")) expect(after.results[step]?.output).toBe(output);
    }
    // Later work uses the new name in the story, too.
    await wish("3ページにして");
    expect(JSON.stringify((await book()).book)).not.toContain("ミナ");
  });

  test("in English renames a character, or removes one", async () => {
    const { wish, book } = await finished(ENGLISH);
    expect(await wish("Rename Mina to Hana.")).toEqual([]);
    const renamed = (await book()).book;
    expect(JSON.stringify(renamed)).not.toMatch(/\bMina\b/);
    const names = renamed.cast.characters.map(({ name }) => name);
    expect(names).toContain("Hana");
    await wish("Please remove Tom");
    const left = (await book()).book;
    expect(left.cast.characters.map(({ name }) => name)).toEqual(names.filter((name) => name !== "Tom"));
    const figures = left.pages.flatMap(({ panels }) => panels.flatMap(({ picture }) => picture.figures));
    const ids = new Set(left.cast.characters.map(({ id }) => id));
    expect(figures.filter(({ character }) => !ids.has(character))).toEqual([]);
  });

  test("for a nearer shot of a panel draws that panel only", async () => {
    const { wish, book } = await finished();
    const before = (await book()).book.pages[1]?.panels[0]?.picture.shot;
    expect(await wish("2ページ1コマ目を引いて")).toEqual(["panel"]);
    expect((await book()).book.pages[1]?.panels[0]?.picture.shot).not.toBe(before);
    expect(await wish("描き直して", { target: { page: 1, panel: "k1" } })).toEqual(["panel"]);
    expect(await wish("", { option: "draw-again", target: { character: "c1" } })).toContain("portrait");
  });

  test("for another hour changes the named scenes and keeps the people", async () => {
    const { wish, book } = await finished();
    const drawn = await wish("全部を夕方にして");
    expect(drawn).not.toContain("portrait");
    const { pages, scenes } = (await book()).book;
    expect(new Set(scenes.map(({ hour }) => hour))).toEqual(new Set(["dusk"]));
    const hours = pages.flatMap(({ panels }) => panels.map(({ picture }) => picture.hour));
    expect(new Set(hours)).toEqual(new Set(["dusk"]));
    await wish("もっとシリアスに");
    expect(new Set((await book()).book.scenes.map(({ mood }) => mood))).not.toContain("neutral");
  });

  test("for other words, or for none, draws nothing", async () => {
    const { wish, book } = await finished();
    expect(await wish("「待って」を「止まって」に変えて")).toEqual([]);
    const texts = async () => (await book()).book.pages.flatMap(({ texts }) => texts.map(({ text }) => text));
    expect((await texts()).some((text) => text.includes("止まって"))).toBe(true);
    expect(await wish("「止まって」を外して", { option: "remove-dialogue" })).toEqual([]);
    expect((await texts()).some((text) => text.includes("止まって"))).toBe(false);
  });

  test("for more or fewer pages changes the length of the book", async () => {
    const { wish, book } = await finished();
    await wish("もっと短くして");
    expect((await book()).book.pages).toHaveLength(1);
    await wish("3", { option: "page-count" });
    expect((await book()).book.pages).toHaveLength(3);
  });

  test("about lines, sounds and panels changes them, in both languages", async () => {
    const { wish, book } = await finished(ENGLISH);
    const panelsOf = async (page: number) => (await book()).book.pages[page - 1]?.panels ?? [];
    const linesOf = async (page: number) =>
      (await panelsOf(page)).flatMap(({ words }) => words.texts.filter(({ kind }) => kind === "balloon"));
    expect(await wish('change the first line on page 1 to "Stop right there"')).toEqual([]);
    expect((await linesOf(1))[0]?.text).toBe("Stop right there");
    const textsOf = async () => (await panelsOf(1)).flatMap(({ words }) => words.texts);
    expect((await textsOf())[0]?.text).toMatch(/^It rained all night\./);
    expect(await wish('change the first caption on page 1 to "Rain"')).toEqual([]);
    expect((await textsOf())[0]?.text).toBe("Rain");
    expect(await wish("2ページの最後の台詞を「I am home」にして")).toEqual([]);
    expect((await linesOf(2)).at(-1)?.text).toBe("I am home");
    expect(await wish("Make “I am home” a shout")).toEqual([]);
    expect((await linesOf(2)).at(-1)?.voice).toBe("shout");
    expect(await wish("Add the sound “BANG” to page 1, panel 1")).toEqual([]);
    expect((await panelsOf(1))[0]?.words.sounds.at(-1)?.text).toBe("BANG");
    // A sound that equals the words of a line is no dialogue: it stays when those are too long for a sound, or are removed.
    for (const words of ["change “BANG” to “an explosion that shakes the house”", "Remove “BANG”"]) {
      await wish('change the last line on page 2 to "BANG"');
      await wish(words);
      expect((await linesOf(2)).filter(({ text }) => text === "BANG")).toEqual([]);
      expect((await panelsOf(1))[0]?.words.sounds.at(-1)?.text).toBe("BANG");
    }
    const weight = (await panelsOf(1))[1]?.weight ?? 0;
    await wish("make panel 2 on page 1 bigger", { intensity: 1 });
    expect((await panelsOf(1))[1]?.weight).toBeGreaterThan(weight);
    await wish("1ページ1コマ目をもっと怖くして", {});
    expect(new Set((await book()).book.scenes.map(({ mood }) => mood))).toContain("eerie");
  });

  let untouched: Awaited<ReturnType<typeof finished>>;
  beforeAll(async () => {
    untouched = await finished();
  });

  test.each([
    ["読者が泣くようにして", {}, "not-understood"],
    ["文字を大きくして", {}, "not-supported"],
    ["make the text bigger", {}, "not-supported"],
    ["コマを大きくして", {}, "which"],
    ["9ページの1つ目の台詞を「え」にして", {}, "nothing-to-change"],
    ["Give it more heart.", {}, "not-understood"],
    ["主人公を強気に", { option: "personality" }, "not-supported"],
    ["もっと寄って", {}, "which"],
    ["", { option: "draw-again" }, "which"],
    ["9ページ1コマ目をもっと寄って", {}, "nothing-to-change"],
    ["2ページにして", {}, "nothing-to-change"],
    ["ジロウを外して", {}, "nothing-to-change"],
  ] as const)("that cannot be carried out changes nothing: %s %j", async (text, more, reason) => {
    const { made, wish } = untouched;
    const before = await made.schedule();
    await expect(wish(text, more)).rejects.toMatchObject({ name: "CannotReviseError", reason });
    expect(await made.schedule()).toEqual(before);
  });
});
