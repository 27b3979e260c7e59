// The page of a shared book in a real browser: axe, and its webtoon on a phone.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { SAMPLE_STORY, sampleService } from "../../lib/api/sample-service.ts";
import { eventually } from "../../reader/testing/eventually.ts";
import { SIZES } from "../../reader/testing/reader-in-browser.ts";
import { faultsOf } from "../prove/e2e/inspect-page.ts";
import { type ListeningServer, madeBook, serveSharing, share } from "./sharing-server.ts";

const ENGLISH_STORY = [
  "On a rainy night, Mina found a cat at the station. “Wait!” said Mina. The cat ran off.",
  "Mina ran through the alley. “Where are you going?” asked Mina. The cat looked back.",
  "Morning came. Mina carried the cat home. “We are home,” said Mina.",
].join("\n\n");

const WORDS = {
  ja: { display: "表示", report: "この本を通報する" },
  en: { display: "Display", report: "Report this book" },
} as const;
type Language = keyof typeof WORDS;

const service = sampleService();
let server: ListeningServer;
let browser: Browser;
const tokens = { ja: "", en: "" };

beforeAll(async () => {
  const made = async (language: Language, text: string) => {
    const sessionId = await madeBook(service, { text, pages: 2 });
    tokens[language] = await share(service, sessionId, "unlisted");
  };
  [server, browser] = await Promise.all([serveSharing(service), launchChromium()]);
  await made("ja", SAMPLE_STORY);
  await made("en", ENGLISH_STORY);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(token: string, size: keyof typeof SIZES): Promise<{ page: Page; complaints: string[] }> {
  const isPhone = size !== "desktop";
  const context = await browser.newContext({ viewport: SIZES[size], hasTouch: isPhone, isMobile: isPhone });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(`${server.origin}/shared/${token}`);
  return { page, complaints };
}

const READER = `document.querySelector("mekuri-reader")`;
const seen = (page: Page) =>
  page
    .locator("mekuri-reader img")
    .evaluateAll((all) => all.filter((one) => Number(Reflect.get(one, "naturalWidth")) > 0).length);
/** Waits until animations have ended, because fading elements have intermediate colours. */
const atRest = (page: Page) =>
  page.evaluate(
    `Promise.allSettled(${READER}.shadowRoot.getAnimations().map((one) => one.finished)).then(() => 0)`,
  );
const setMode = (page: Page, mode: string) => page.evaluate(`${READER}.mode = "${mode}"`);

describe.each(["ja", "en"] as const)("the page of a shared book (%s)", (language) => {
  it.each(["desktop", "phone"] as const)("has no axe violation in any mode (%s)", async (size) => {
    const { page, complaints } = await open(tokens[language], size);
    await eventually(() => seen(page)).toBeGreaterThan(0);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    for (const mode of ["page", "spread", "strip"]) {
      await setMode(page, mode);
      await eventually(() => seen(page)).toBeGreaterThan(0);
      await atRest(page);
      expect([mode, await faultsOf(page)]).toEqual([mode, []]);
    }
    await page.locator("mekuri-reader .stage").focus();
    await page.keyboard.press("d");
    await page.getByRole("dialog", { name: WORDS[language].display }).waitFor();
    await atRest(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

it.each(["ja", "en"] as const)("the page links to the studio's report form (%s)", async (language) => {
  const { page } = await open(tokens[language], "phone");
  await eventually(() => seen(page)).toBeGreaterThan(0);
  const link = page.getByRole("link", { name: WORDS[language].report }).first();
  const opened = page.context().waitForEvent("page");
  await link.click();
  expect(new URL((await opened).url()).pathname).toBe(`/report/${tokens[language]}`);
  // The other one is shown after the last page.
  expect(await page.locator("mekuri-reader > a.report[slot=end]").textContent()).toBe(WORDS[language].report);
  await page.context().close();
});

it("has no axe violation when the book is closed", async () => {
  const { page } = await open("nothing", "phone");
  await page.getByText("no longer shared").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

describe("the webtoon of a book that the service made", () => {
  it("is available on a phone, which opens the book as pages, and reports page and panel while scrolling", async () => {
    const { page, complaints } = await open(tokens.ja, "phone");
    await eventually(() => seen(page)).toBeGreaterThan(0);
    const state = () =>
      page.evaluate<{ mode: string; page: number; panel?: number }>(
        `({ mode: ${READER}.mode, ...${READER}.place })`,
      );
    expect(await state()).toMatchObject({ mode: "spread", page: 0 });
    await setMode(page, "strip");
    await page.locator("mekuri-reader .item").first().waitFor();
    const { strip, pages } = await page.evaluate<{
      strip: { width: number; height: number; gap?: number; places: { page: number; panel: number }[] }[];
      pages: { panels?: { texts?: { text: string }[] }[] }[];
    }>(`${READER}.manifest`);
    // Boxes have the manifest's sizes, and follow each other with the manifest's gaps.
    const boxes = await page
      .locator("mekuri-reader .item")
      .evaluateAll((all) =>
        all.map((one) => [Reflect.get(one, "offsetTop"), Reflect.get(one, "offsetHeight")]),
      );
    let y = 0;
    for (const [index, { width, height, gap = 0 }] of strip.entries()) {
      const by = SIZES.phone.width / width;
      y += gap * by;
      expect(Math.abs((boxes[index]?.[0] ?? 0) - y), `top of image ${index}`).toBeLessThan(3);
      expect(Math.abs((boxes[index]?.[1] ?? 0) - height * by), `height of image ${index}`).toBeLessThan(2);
      y += height * by;
    }
    // Each panel can be reached, and is reported.
    for (const { places = [] } of strip.slice(1)) {
      for (const place of places) {
        await page.evaluate(`${READER}.place = ${JSON.stringify(place)}`);
        await eventually(state).toMatchObject(place);
      }
    }
    const last = strip.flatMap(({ places = [] }) => places).at(-1);
    expect(last?.page).toBe(pages.length - 1);
    // Its picture is loaded, and its words are exposed to screen readers.
    const words = pages.at(-1)?.panels?.flatMap(({ texts = [] }) => texts)[0]?.text ?? "";
    expect(words.length).toBeGreaterThan(0);
    expect(await page.locator("mekuri-reader .item", { hasText: words }).count()).toBeGreaterThan(0);
    await eventually(() => seen(page)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
