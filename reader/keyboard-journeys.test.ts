// Every task by the keyboard alone, in both languages, and the announcements to a screen reader.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { ask, at, journeys, LANGUAGES } from "./testing/journeys.ts";
import { SIZES, violationsOf } from "./testing/reader-in-browser.ts";

const { withReader } = journeys();

/** The last announcement to a screen reader. */
const toldOn = (page: Page) => page.locator("mekuri-reader [role=status]").first().textContent();
/** Records after every change how many spreads are exposed to a screen reader. */
const COUNT_OPEN = `(() => {
  const { shadowRoot } = document.querySelector("mekuri-reader");
  window.counts = [];
  new MutationObserver(() => counts.push(shadowRoot.querySelectorAll(".slot:not([inert])").length))
    .observe(shadowRoot, { subtree: true, childList: true, attributes: true });
})()`;

describe.each(LANGUAGES)(
  "by the keyboard alone ($language)",
  ({ language, forward, back, pages, display }) => {
    const desktop = { language, size: SIZES.desktop } as const;

    it("turns pages in reading order, by spreads with the cover alone, and announces the position", () =>
      withReader(desktop, async ({ page, state, events }) => {
        await page.keyboard.press("Tab");
        await ask(page, "reader.focus()");
        expect(await violationsOf(page)).toEqual([]);
        for (const expected of [1, 2, 4, 6]) {
          await page.keyboard.press(forward);
          expect(await state()).toMatchObject(at(expected));
        }
        expect(await events("page")).toMatchObject([
          { page: 0, pages: [0] },
          { page: 1, pages: [1], label: "1" },
          { page: 2, pages: [2, 3] },
          { page: 4, pages: [4, 5] },
          { page: 6, pages: [6, 7], count: 8 },
        ]);
        await eventually(() => toldOn(page)).toBe(
          language === "ja" ? "7ページ中6・7ページ" : "Pages 6 and 7 of 7",
        );
        await page.keyboard.press(" ");
        expect(await events("end")).toEqual([{ page: 6 }]);
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press(back);
        expect(await state()).toMatchObject(at(4));
        await page.keyboard.press("Home");
        expect(await state()).toMatchObject(at(0));
        await page.keyboard.press("End");
        expect(await state()).toMatchObject(at(7));
      }));

    it("shows the pages of a spread on their sides", () =>
      withReader(desktop, async ({ page }) => {
        await ask(page, "{ reader.page = 2; }");
        const left = async (index: number) =>
          (await page.locator(`mekuri-reader [data-page="${index}"]`).boundingBox())?.x ?? Number.NaN;
        const [second, third] = [await left(2), await left(3)];
        if (language === "ja") expect(second).toBeGreaterThan(third);
        else expect(second).toBeLessThan(third);
      }));

    it("goes from panel to panel across pages, and announces speaker and words in reading order", () =>
      withReader(desktop, async ({ page, state, events }) => {
        await ask(page, "{ reader.page = 1; reader.focus(); }");
        await page.keyboard.press("z");
        expect(await state()).toMatchObject(at(1, 0));
        await eventually(() => toldOn(page)).toMatch(
          language === "ja"
            ? /3コマ中1コマ目: 駅の猫\s*ミナ: 1番線の猫を見た？/
            : /Panel 1 of 3: A cat at the station\s*Mina: Did you see/,
        );
        expect(await violationsOf(page)).toEqual([]);
        for (const stop of [at(1, 1), at(1, 2), at(2, 0)]) {
          await page.keyboard.press(forward);
          expect(await state()).toMatchObject(stop);
        }
        await page.keyboard.press(back);
        expect(await state()).toMatchObject(at(1, 2));
        await page.keyboard.press("Escape");
        expect(await state()).toEqual({ page: 1, mode: "spread" });
        expect((await events("panel")).at(-1)).toEqual({ page: 1, panel: null });
      }));

    it("exposes exactly one spread to a screen reader at every moment of a turn", () =>
      withReader(desktop, async ({ page, state }) => {
        await page.evaluate(COUNT_OPEN);
        await ask(page, "reader.focus()");
        for (const _ of [1, 2, 4]) await page.keyboard.press(forward);
        expect(await state()).toMatchObject(at(4));
        await ask(page, "{ reader.page = 1; }");
        await page.locator('mekuri-reader .slot:not([inert]) [data-page="1"]').waitFor();
        expect(await page.evaluate("Math.max(...window.counts)")).toBe(1);
      }));

    it("exposes page, panel, speaker and words to a screen reader, in reading order", () =>
      withReader(desktop, async ({ page }) => {
        await ask(page, "{ reader.page = 2; }");
        await page.locator('mekuri-reader .slot:not([inert]) [data-page="2"]').waitFor();
        const tree = await page.locator("mekuri-reader .slot:not([inert])").ariaSnapshot();
        const order =
          language === "ja"
            ? [
                "2ページ",
                "1コマ目",
                "ミナ: 2番線",
                "2コマ目",
                "駅長",
                "3コマ目",
                "効果音: ゴゴゴ",
                "3ページ",
                "ミナ: 3番線",
              ]
            : [
                "Page 2",
                "Panel 1",
                "Mina: Did you see the cat of track 2",
                "Panel 2",
                "Stationmaster",
                "Panel 3",
                "Sound: RUMBLE",
                "Page 3",
                "track 3",
              ];
        const places = order.map((words) => tree.indexOf(words));
        expect(places, tree).toEqual(places.toSorted((a, b) => a - b));
        expect(places[0], tree).toBeGreaterThanOrEqual(0);
        expect(
          await page
            .locator("mekuri-reader .slot:not([inert]) .unseen span[lang]")
            .first()
            .getAttribute("lang"),
        ).toBe(language);
      }));

    it("finds words and opens their panel", () =>
      withReader(desktop, async ({ page, state }) => {
        await ask(page, "reader.focus()");
        await page.keyboard.press("s");
        await page.keyboard.type(language === "ja" ? "5番線" : "track 5");
        expect(await page.locator("mekuri-reader .lines li").count()).toBe(1);
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        expect(await state()).toMatchObject(at(5, 0));
        // The focus is in the pages again.
        await page.keyboard.press(forward);
        expect(await state()).toMatchObject(at(5, 1));
      }));

    it("sets bookmarks, lists them and goes to them", () =>
      withReader(desktop, async ({ page, state }) => {
        await ask(page, "{ reader.page = 4; reader.focus(); }");
        await page.keyboard.press("b");
        await page.keyboard.press("Home");
        await page.keyboard.press("t");
        const sheet = page.getByRole("dialog", { name: pages });
        expect(await sheet.locator(".marked").count()).toBe(2);
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Enter");
        expect(await state()).toMatchObject(at(4));
        await page.keyboard.press("b");
        await page.keyboard.press("t");
        expect(await sheet.locator(".marked").count()).toBe(0);
        await page.keyboard.press("Escape");
        expect(await sheet.count()).toBe(0);
      }));

    it("changes the layout, keeps the place, and opens there again", () =>
      withReader(desktop, async ({ page, state }) => {
        await ask(page, "{ reader.page = 4; reader.focus(); }");
        await page.keyboard.press("d");
        await page.getByRole("dialog", { name: display }).waitFor();
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press("ArrowRight");
        expect(await state()).toMatchObject({ mode: "strip", page: 4 });
        await page.keyboard.press("Escape");
        expect(await violationsOf(page)).toEqual([]);
        await ask(page, "reader.focus()");
        for (let press = 0; press < 3; press++) await page.keyboard.press("PageDown");
        await eventually(async () => (await state()).page).toBeGreaterThan(4);
        // Waits until smooth scrolling has finished.
        await eventually(async () => [
          await state(),
          await page.waitForTimeout(300),
          await state(),
        ]).toSatisfy(([a, , b]) => JSON.stringify(a) === JSON.stringify(b));
        const left = await state();
        await page.reload();
        await page.waitForFunction("window.told.page?.length > 0");
        expect(await state()).toMatchObject({ mode: "strip", page: left.page });
      }));

    it("moves the slider, and shows every control that has the focus", () =>
      withReader(desktop, async ({ page, state }) => {
        const seen = new Set<string>();
        for (let press = 0; press < 12; press++) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate<{
            name: string;
            opacity: string;
            outline: string;
          } | null>(`(() => {
          const element = document.querySelector("mekuri-reader").shadowRoot.activeElement;
          if (element === null) return null;
          const bar = element.closest(".bar") ?? element;
          return new Promise((resolve) => setTimeout(() => resolve({
            name: element.getAttribute("aria-label"), opacity: getComputedStyle(bar).opacity, outline: getComputedStyle(element).outlineStyle,
          }), 260));
        })()`);
          if (focused === null) continue;
          expect(focused, focused.name).toMatchObject({
            opacity: "1",
            outline: expect.not.stringMatching("none"),
          });
          seen.add(focused.name);
        }
        expect(seen.size).toBeGreaterThanOrEqual(8);
        const slider = page.locator("mekuri-reader input[type=range]");
        await slider.focus();
        await page.keyboard.press(forward);
        expect(await state()).toMatchObject(at(1));
        await page.keyboard.press("End");
        expect(await state()).toMatchObject(at(7));
      }));

    it("zooms and pans a page", () =>
      withReader({ ...desktop, attributes: 'mode="page"' }, async ({ page, state }) => {
        await ask(page, "{ reader.page = 2; reader.focus(); }");
        const box = () => page.locator('mekuri-reader [data-page="2"]').boundingBox();
        const before = await box();
        for (let press = 0; press < 4; press++) await page.keyboard.press("+");
        await eventually(async () => (await box())?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 2);
        await page.waitForTimeout(350);
        const y = (await box())?.y ?? 0;
        await page.keyboard.press("ArrowDown");
        await eventually(async () => (await box())?.y ?? 0).toBeLessThan(y - 50);
        await page.keyboard.press("0");
        await eventually(async () => Math.round((await box())?.width ?? 0)).toBe(
          Math.round(before?.width ?? 0),
        );
        expect(await state()).toMatchObject(at(2));
      }));
  },
);
