// A finished book in another language: which calls are made, and what is kept.
import { describe, expect, it, vi } from "vitest";
import { LetteringPageSchema } from "../manga/lettering.ts";
import type { Translator } from "../models/translator.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

// Whole books take long on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const lettersCounted: Translator = {
  translate: async ({ texts }) => ({
    texts: Object.fromEntries(texts.map(({ id, text }) => [id, `Said ${text.length}.`])),
  }),
};

describe("a book in another language", () => {
  it("is lettered again and bound, and nothing else is made again; reverting restores it", async () => {
    const book = sampleBook(lettersCounted);
    await book.start(SAMPLE_STORY, { title: "雨の猫", pages: 2, language: "ja", direction: "rtl" });
    const before = await book.schedule();
    const { ran, drawn } = await book.follow(() =>
      book.revisions.changeParams({ sessionId: "s1", by: "ann", params: { language: "en" } }),
    );
    expect(ran).toEqual([
      "finish",
      "lettering/p001",
      "lettering/p001/renditions",
      "lettering/p002",
      "lettering/p002/renditions",
    ]);
    expect(drawn).toEqual([]);
    const { params, state } = await book.schedule();
    expect([state.status, params.language, params.storyLanguage]).toEqual(["completed", "en", "ja"]);
    const { texts } = LetteringPageSchema.parse(await book.output("lettering/p001"));
    expect(texts.length).toBeGreaterThan(0);
    for (const { text } of texts) expect(text).toMatch(/^Said \d+\.$/);
    await book.follow(() =>
      book.revisions.changeParams({ sessionId: "s1", by: "ann", params: { language: "ja" } }),
    );
    const after = await book.schedule();
    expect(after.params.storyLanguage).toBeUndefined();
    expect(after.results["lettering/p001"]?.output).toBe(before.results["lettering/p001"]?.output);
  });

  it("fails with a named error where the reader has no translator", async () => {
    const book = sampleBook();
    await book.start(SAMPLE_STORY, { title: "雨の猫", pages: 2, language: "ja", direction: "rtl" });
    await book.follow(() =>
      book.revisions.changeParams({ sessionId: "s1", by: "ann", params: { language: "en" } }),
    );
    const { state } = await book.schedule();
    expect(state).toMatchObject({ status: "failed", reason: { code: "does-not-translate" } });
  });
});
