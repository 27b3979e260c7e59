// Every task by touch alone, in both languages.
import { describe, expect, it } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { ask, at, journeys, LANGUAGES } from "./testing/journeys.ts";
import { line, SIZES, touch, violationsOf } from "./testing/reader-in-browser.ts";

const { withReader } = journeys();

describe.each(LANGUAGES)("by fingers alone ($language)", ({ language, pages, display, strip }) => {
  const phone = { language, size: SIZES.phone, isTouch: true } as const;
  const { width, height } = SIZES.phone;
  const middle = { x: width / 2, y: height / 2 };
  /** The side of the next page. */
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
      // A short drag that is released keeps the page.
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

  it("zooms by pinch, pans by one finger, and resets by a double tap", () =>
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

  it("zooms to a panel by a double tap, and goes to the next panels by taps and swipes", () =>
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

  it("sets a bookmark and returns to it through the thumbnails", () =>
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

  it("scrolls the webtoon, zooms it by a double tap, and finds words in it", () =>
    withReader({ ...phone, mayShift: true }, async ({ page, client, state }) => {
      // A phone in portrait opens a book that has a strip in strip mode.
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

  it("changes the layout", () =>
    withReader(paged, async ({ page, state }) => {
      // Waits until the bars shown at the start are hidden.
      await page.locator("mekuri-reader .under.quiet").waitFor();
      await page.touchscreen.tap(middle.x, middle.y);
      await page.locator("mekuri-reader .under:not(.quiet)").waitFor();
      await page.getByRole("button", { name: display }).tap();
      await page.getByRole("dialog", { name: display }).getByRole("radio", { name: strip }).tap();
      await eventually(state).toMatchObject({ mode: "strip" });
      expect(await violationsOf(page)).toEqual([]);
    }));
});
