// Wishes carried out on finished books with the real phases: what changes, what it costs, and what cannot be done.
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_STORY, sampleService } from "../../../api/sample-service.ts";
import { BookSchema } from "../../../manga/book.ts";
import type { Wish } from "../../../pipeline/reviser.ts";

const ENGLISH = [
  "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
  "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom.",
  "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled.",
].join("\n\n");

async function finished(text = SAMPLE_STORY) {
  const service = sampleService();
  await service.send("POST", "/api/v1/manga/generate", { text, pages: 2, seed: 3, formats: [] });
  await service.deliver();
  const asked = { sessionId: "s1", by: "local" };
  const book = async () => {
    const { results } = await service.schedule("s1");
    const finish = (await service.output("s1", "finish")) as { book: string };
    const bytes = await service.services.blobs.get("s1", finish.book);
    return { results, book: BookSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))) };
  };
  return {
    service,
    book,
    /** Carries a wish out to the finished book; gives what was drawn for it. */
    async wish(text: string, more: Partial<Wish> = {}): Promise<string[]> {
      service.drawn.length = 0;
      await service.revisions.carryOut({ ...asked, wish: { text, intensity: 0.5, target: {}, ...more } });
      await service.deliver();
      expect((await service.schedule("s1")).state).toMatchObject({ status: "completed" });
      return [...service.drawn];
    },
  };
}

describe("a wish", () => {
  test("for another name changes it everywhere and draws nothing", async () => {
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
    // Later work reads the story with the new name, too.
    await wish("3ページにして");
    expect(JSON.stringify((await book()).book)).not.toContain("ミナ");
  });

  test("in English for another name, and for somebody to be left out", async () => {
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

  test("for a panel from nearer draws that panel alone", async () => {
    const { wish, book } = await finished();
    const before = (await book()).book.pages[1]?.panels[0]?.picture.shot;
    expect(await wish("2ページ1コマ目を引いて")).toEqual(["panel"]);
    expect((await book()).book.pages[1]?.panels[0]?.picture.shot).not.toBe(before);
    expect(await wish("描き直して", { target: { page: 1, panel: "k1" } })).toEqual(["panel"]);
    expect(await wish("", { option: "draw-again", target: { character: "c1" } })).toContain("portrait");
  });

  test("for another hour changes the scenes that it names, and keeps the people", async () => {
    const { wish, book } = await finished();
    const drawn = await wish("全部を夕方にして");
    expect(drawn).not.toContain("portrait");
    const { pages, scenes } = (await book()).book;
    expect(new Set(scenes.map(({ hour }) => hour))).toEqual(new Set(["dusk"]));
    const hours = pages.flatMap(({ panels }) => panels.map(({ picture }) => picture.scene.hour));
    expect(new Set(hours)).toEqual(new Set(["dusk"]));
    await wish("もっとシリアスに");
    expect(new Set((await book()).book.scenes.map(({ mood }) => mood))).not.toContain("neutral");
  });

  test("for other words, or none, draws nothing", async () => {
    const { wish, book } = await finished();
    expect(await wish("「待って」を「止まって」に変えて")).toEqual([]);
    const texts = async () => (await book()).book.pages.flatMap(({ texts }) => texts.map(({ text }) => text));
    expect((await texts()).some((text) => text.includes("止まって"))).toBe(true);
    expect(await wish("「止まって」を外して", { option: "remove-dialogue" })).toEqual([]);
    expect((await texts()).some((text) => text.includes("止まって"))).toBe(false);
  });

  test("for more or fewer pages makes a book of that length", async () => {
    const { wish, book } = await finished();
    await wish("もっと短くして");
    expect((await book()).book.pages).toHaveLength(1);
    await wish("3", { option: "page-count" });
    expect((await book()).book.pages).toHaveLength(3);
  });

  let untouched: Awaited<ReturnType<typeof finished>>;
  beforeAll(async () => {
    untouched = await finished();
  });

  test.each([
    ["読者が泣くようにして", {}, "not-understood"],
    ["Give it more heart.", {}, "not-understood"],
    ["主人公を強気に", { option: "personality" }, "not-supported"],
    ["もっと寄って", {}, "which"],
    ["", { option: "draw-again" }, "which"],
    ["9ページ1コマ目をもっと寄って", {}, "nothing-to-change"],
    ["2ページにして", {}, "nothing-to-change"],
    ["ジロウを外して", {}, "nothing-to-change"],
  ] as const)("that cannot be carried out changes nothing: %s %j", async (text, more, reason) => {
    const { service, wish } = untouched;
    const before = await service.schedule("s1");
    await expect(wish(text, more)).rejects.toMatchObject({ name: "CannotReviseError", reason });
    expect(await service.schedule("s1")).toEqual(before);
  });
});
