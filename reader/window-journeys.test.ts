// Books in any window: phones upright and on their side, windows that change, reduced motion, and the files that are loaded.
import { describe, expect, it } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { ask, at, journeys } from "./testing/journeys.ts";
import { line, SIZES, touch, violationsOf } from "./testing/reader-in-browser.ts";

const { open, withReader } = journeys();

describe("on any window", () => {
  it("shows one page, large enough to read, on a phone that lies on its side", () =>
    withReader(
      { language: "ja", size: SIZES.phoneAside, isTouch: true },
      async ({ page, events, client }) => {
        await ask(page, "{ reader.page = 2; }");
        expect((await events("page")).at(-1)).toMatchObject({ pages: [2] });
        const box = async () =>
          (await page.locator('mekuri-reader [data-page="2"]').boundingBox()) ?? { width: 0, y: 0 };
        expect((await box()).width).toBeGreaterThan(600);
        await touch(
          client,
          line({ x: 420, y: 350 }, { x: 420, y: 80 }).map((finger) => [finger]),
          30,
        );
        await eventually(async () => (await box()).y).toBeLessThan(-150);
        expect(await violationsOf(page)).toEqual([]);
      },
    ));

  it("lays two pages out once the window is wide enough, and keeps the place", () =>
    withReader({ language: "en", size: SIZES.phone, mayShift: true }, async ({ page, events, state }) => {
      await ask(page, "{ reader.mode = 'spread'; reader.page = 3; }");
      expect((await events("page")).at(-1)).toMatchObject({ pages: [3] });
      await page.setViewportSize(SIZES.desktop);
      await eventually(async () => (await events("page")).at(-1)).toMatchObject({ pages: [2, 3] });
      expect((await state()).page).toBe(3);
    }));

  it("moves nothing for users who asked for reduced motion", () =>
    withReader({ language: "en", size: SIZES.desktop, motion: "reduce" }, async ({ page, state }) => {
      await ask(page, "reader.focus()");
      await page.keyboard.press("ArrowRight");
      expect(await state()).toMatchObject(at(1));
      const moving = `document.querySelector("mekuri-reader").shadowRoot.getAnimations().length`;
      expect(await page.evaluate(moving)).toBe(0);
    }));

  it("loads one rendition for a page, as large as the window needs", async () => {
    const opened = await open({
      language: "en",
      size: SIZES.phone,
      attributes: 'mode="page"',
    });
    await opened.page.waitForTimeout(800);
    const loaded = await opened.page.evaluate<string[]>(
      `performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".webp")).map((name) => name.split("/").at(-1))`,
    );
    await opened.close();
    expect(loaded.toSorted()).toEqual(["000-360.webp", "001-360.webp", "002-360.webp"]);
  });
});
