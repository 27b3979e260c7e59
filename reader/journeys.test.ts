// Every journey through a book in a real browser: by the keyboard alone and by fingers alone, in both languages, with no violation
// that axe knows, and nothing that shifts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../emulators/web-sdk/chromium.ts";
import { buildModules } from "./build.ts";
import { eventually } from "./testing/eventually.ts";
import {
  line,
  type Opened,
  type OpenOptions,
  openReader,
  SIZES,
  touch,
  violationsOf,
} from "./testing/reader-in-browser.ts";
import { writeSampleBook } from "./testing/sample-book.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-"));
let browser: Browser;

beforeAll(async () => {
  [browser] = await Promise.all([
    launchChromium(),
    ...(["ja", "en"] as const).flatMap((language) => [
      buildModules(join(folder, language, "dist")),
      writeSampleBook(join(folder, language, "book"), { pages: 8, language, hasStrip: true }),
    ]),
  ]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Opens the sample book of a language, and holds the page to no error and no layout shift when it is done. `mayShift`: somebody makes
 * the window or a strip's column another width, which lays them out anew.
 */
async function withReader(
  { mayShift = false, ...options }: OpenOptions & { mayShift?: boolean },
  read: (opened: Opened) => Promise<void>,
): Promise<void> {
  const opened = await openReader(browser, join(folder, options.language), options);
  try {
    await read(opened);
    expect(opened.complaints).toEqual([]);
    if (!mayShift) expect(await opened.page.evaluate("window.shifts"), "layout shift").toEqual([]);
  } finally {
    await opened.close();
  }
}

/** Runs something of the element as its host does. */
const ask = <T = void>(page: Page, what: string) =>
  page.evaluate<T>(`((reader) => ${what})(document.querySelector("mekuri-reader"))`);
/** What a screen reader is told last. */
const toldOn = (page: Page) => page.locator("mekuri-reader [role=status]").first().textContent();
/** Notes after every change how many spreads a screen reader can come to. */
const COUNT_OPEN = `(() => {
  const { shadowRoot } = document.querySelector("mekuri-reader");
  window.counts = [];
  new MutationObserver(() => counts.push(shadowRoot.querySelectorAll(".slot:not([inert])").length))
    .observe(shadowRoot, { subtree: true, childList: true, attributes: true });
})()`;
const at = (page: number, panel?: number) => ({ page, ...(panel === undefined ? {} : { panel }) });

const LANGUAGES = [
  {
    language: "ja",
    forward: "ArrowLeft",
    back: "ArrowRight",
    pages: "ページ一覧",
    display: "表示",
    strip: "縦スクロール",
    page: "1ページ",
  },
  {
    language: "en",
    forward: "ArrowRight",
    back: "ArrowLeft",
    pages: "All pages",
    display: "Display",
    strip: "Strip",
    page: "Page",
  },
] as const;

describe.each(LANGUAGES)(
  "by the keyboard alone ($language)",
  ({ language, forward, back, pages, display }) => {
    const desktop = { language, size: SIZES.desktop } as const;

    it("turns pages in reading order, by spreads with the cover alone, and says where it is", () =>
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

    it("shows the pages of a spread on the side where they belong", () =>
      withReader(desktop, async ({ page }) => {
        await ask(page, "{ reader.page = 2; }");
        const left = async (index: number) =>
          (await page.locator(`mekuri-reader [data-page="${index}"]`).boundingBox())?.x ?? Number.NaN;
        const [second, third] = [await left(2), await left(3)];
        if (language === "ja") expect(second).toBeGreaterThan(third);
        else expect(second).toBeLessThan(third);
      }));

    it("goes from panel to panel over pages, and tells speaker and words in reading order", () =>
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

    it("shows one spread at a time to a screen reader, at every moment of a turn", () =>
      withReader(desktop, async ({ page, state }) => {
        await page.evaluate(COUNT_OPEN);
        await ask(page, "reader.focus()");
        for (const _ of [1, 2, 4]) await page.keyboard.press(forward);
        expect(await state()).toMatchObject(at(4));
        await ask(page, "{ reader.page = 1; }");
        await page.locator('mekuri-reader .slot:not([inert]) [data-page="1"]').waitFor();
        expect(await page.evaluate("Math.max(...window.counts)")).toBe(1);
      }));

    it("reads to a screen reader: page, panel, speaker and words, in reading order", () =>
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
        // The pages have the keyboard again.
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

    it("changes the layout, keeps the place through it, and opens there again", () =>
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
        // A scroll that glides comes to rest.
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

    it("moves the slider, and sees every control that has the focus", () =>
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

describe.each(LANGUAGES)("by fingers alone ($language)", ({ language, pages, display, strip }) => {
  const phone = { language, size: SIZES.phone, isTouch: true } as const;
  const { width, height } = SIZES.phone;
  const middle = { x: width / 2, y: height / 2 };
  /** The side where the next page waits. */
  const ahead = language === "ja" ? 20 : width - 20;
  const behind = width - ahead;
  const paged = { ...phone, attributes: 'mode="page"' } as const;

  it("turns by taps at the sides and by swipes, and shows the bars by a tap in the middle", () =>
    withReader(paged, async ({ page, client, state }) => {
      await page.touchscreen.tap(ahead, middle.y);
      expect(await state()).toMatchObject(at(1));
      await page.touchscreen.tap(ahead, middle.y);
      expect(await state()).toMatchObject(at(2));
      await page.touchscreen.tap(behind, middle.y);
      expect(await state()).toMatchObject(at(1));
      expect(await page.locator("mekuri-reader .under.quiet").count()).toBe(1);
      await touch(
        client,
        line({ x: ahead, y: 400 }, { x: behind, y: 410 }).map((finger) => [finger]),
      );
      await eventually(async () => (await state()).page).toBe(2);
      // A short pull that is taken back leaves the page.
      await touch(
        client,
        [...line({ x: ahead, y: 400 }, middle, 6), ...line(middle, { x: ahead, y: 400 }, 6)].map((finger) => [
          finger,
        ]),
      );
      await page.waitForTimeout(300);
      expect(await state()).toMatchObject(at(2));
      await page.touchscreen.tap(middle.x, middle.y);
      await page.locator("mekuri-reader .under:not(.quiet)").waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }));

  it("zooms by two fingers, pans by one, and goes back by two taps", () =>
    withReader(paged, async ({ page, client, state }) => {
      await ask(page, "{ reader.page = 2; }");
      await page.waitForTimeout(400);
      const box = async () =>
        (await page.locator('mekuri-reader [data-page="2"]').boundingBox()) ?? {
          x: 0,
          y: 0,
          width: 0,
          height: 0,
        };
      const before = await box();
      const apart = line({ x: 0, y: 0 }, { x: 100, y: 0 }, 10).map(({ x }) => [
        { x: middle.x - 40 - x, y: 400 },
        { x: middle.x + 40 + x, y: 400 },
      ]);
      await touch(client, apart);
      const zoomed = await box();
      expect(zoomed.width / before.width).toBeGreaterThan(2.5);
      expect((await state()).page).toBe(2);
      await touch(
        client,
        line({ x: 200, y: 500 }, { x: 120, y: 350 }).map((finger) => [finger]),
        40,
      );
      await page.waitForTimeout(400);
      const panned = await box();
      expect(panned.x).toBeLessThan(zoomed.x - 40);
      expect(panned.y).toBeLessThan(zoomed.y - 40);
      expect((await state()).page).toBe(2);
      await page.touchscreen.tap(middle.x, middle.y);
      await page.touchscreen.tap(middle.x, middle.y);
      await eventually(async () => Math.round((await box()).width)).toBe(Math.round(before.width));
    }));

  it("opens a panel by two taps on it, and goes on from panel to panel by taps and swipes", () =>
    withReader(paged, async ({ page, client, state }) => {
      await ask(page, "{ reader.page = 2; }");
      await page.waitForTimeout(400);
      await page.touchscreen.tap(middle.x, 560);
      await page.touchscreen.tap(middle.x, 560);
      await eventually(state).toMatchObject(at(2, 2));
      expect(await violationsOf(page)).toEqual([]);
      await page.touchscreen.tap(behind, middle.y);
      await eventually(state).toMatchObject(at(2, 1));
      await touch(
        client,
        line({ x: ahead, y: 400 }, { x: behind, y: 400 }).map((finger) => [finger]),
      );
      await eventually(state).toMatchObject(at(2, 2));
      await page.touchscreen.tap(ahead, middle.y);
      await eventually(state).toMatchObject(at(3, 0));
    }));

  it("sets a bookmark and goes back to it over the thumbnails", () =>
    withReader(paged, async ({ page, state }) => {
      await page.touchscreen.tap(ahead, middle.y);
      await page.touchscreen.tap(middle.x, middle.y);
      await page.locator("mekuri-reader .under:not(.quiet)").waitFor();
      await page.locator("mekuri-reader .top .tool[aria-pressed]").tap();
      expect(await page.locator("mekuri-reader .top .tool[aria-pressed=true]").count()).toBe(1);
      const slider = page.locator("mekuri-reader input[type=range]");
      const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.touchscreen.tap(
        language === "ja" ? box.x + 8 : box.x + box.width - 8,
        box.y + box.height / 2,
      );
      await eventually(state).toMatchObject(at(7));
      await page.getByRole("button", { name: pages }).tap();
      await page.getByRole("dialog", { name: pages }).locator(".marked").first().tap();
      expect(await state()).toMatchObject(at(1));
    }));

  it("scrolls the webtoon, zooms it by two taps, and finds words in it", () =>
    withReader({ ...phone, mayShift: true }, async ({ page, client, state }) => {
      // A phone that is held upright opens a book that has a strip as one.
      expect(await state()).toMatchObject({ mode: "strip", page: 0 });
      const scrolled = () => ask<number>(page, "reader.shadowRoot.querySelector('.strip').scrollTop");
      await client.send("Input.synthesizeScrollGesture", {
        x: middle.x,
        y: 600,
        yDistance: -1_500,
        speed: 3_000,
      });
      await eventually(scrolled).toBeGreaterThan(1_000);
      await eventually(async () => (await state()).page).toBeGreaterThan(1);
      expect(await violationsOf(page)).toEqual([]);
      await page.touchscreen.tap(middle.x, middle.y);
      await page.touchscreen.tap(middle.x, middle.y);
      await eventually(() =>
        ask<number>(page, "reader.shadowRoot.querySelector('.column').clientWidth"),
      ).toBe(width * 2);
      await page.touchscreen.tap(middle.x, middle.y);
      await page.locator("mekuri-reader .under:not(.quiet)").waitFor();
      await page.locator("mekuri-reader .top .tool").first().tap();
      await page
        .getByRole("dialog")
        .getByRole("searchbox")
        .fill(language === "ja" ? "6番線" : "track 6");
      await page.getByRole("dialog").getByRole("button", { name: "6" }).last().tap();
      await eventually(state).toMatchObject(at(6, 0));
    }));

  it("chooses the layout", () =>
    withReader(paged, async ({ page, state }) => {
      // The bars that greet are gone before they are asked for.
      await page.locator("mekuri-reader .under.quiet").waitFor();
      await page.touchscreen.tap(middle.x, middle.y);
      await page.locator("mekuri-reader .under:not(.quiet)").waitFor();
      await page.getByRole("button", { name: display }).tap();
      await page.getByRole("dialog", { name: display }).getByRole("radio", { name: strip }).tap();
      await eventually(state).toMatchObject({ mode: "strip" });
      expect(await violationsOf(page)).toEqual([]);
    }));
});

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

  it("moves nothing for whoever asked for less motion", () =>
    withReader({ language: "en", size: SIZES.desktop, motion: "reduce" }, async ({ page, state }) => {
      await ask(page, "reader.focus()");
      await page.keyboard.press("ArrowRight");
      expect(await state()).toMatchObject(at(1));
      const moving = `document.querySelector("mekuri-reader").shadowRoot.getAnimations().length`;
      expect(await page.evaluate(moving)).toBe(0);
    }));

  it("loads one rendition for a page, as large as the window needs", async () => {
    const opened = await openReader(browser, join(folder, "en"), {
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
