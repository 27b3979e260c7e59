// The element's attributes, properties and events.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../emulators/web-sdk/chromium.ts";
import { buildModules } from "./build.ts";
import { eventually } from "./testing/eventually.ts";
import { hostPage } from "./testing/reader-in-browser.ts";
import { writeSampleBook } from "./testing/sample-book.ts";
import { type Site, serve } from "./testing/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-element-"));
let browser: Browser;
let site: Site;
const pages: Record<string, string> = {};

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchChromium(),
    serve(folder, { pages }),
    buildModules(join(folder, "dist")),
    writeSampleBook(join(folder, "book"), { pages: 6, language: "en", widths: [360] }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const READER = `document.querySelector("mekuri-reader")`;
const place = (page: Page) => page.evaluate(`${READER}.place`);
const told = (page: Page, name: string) => page.evaluate<unknown[]>(`window.told.${name} ?? []`);

/** A page with the reader; `before` runs in it before the component is defined. */
async function openHost({ attributes = "", src = "/book/reader.json", before = "" } = {}): Promise<Page> {
  const host = hostPage({ language: "en", attributes }, src);
  pages["/"] = host.replace("</main>", `</main><script>${before}</script>`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.goto(site.origin);
  return page;
}

const isOpen = (page: Page) => page.waitForFunction("window.told.page?.length > 0");
const isShown = (page: Page, index: number) =>
  eventually(() =>
    page
      .locator(`mekuri-reader [data-page="${index}"] img`)
      .evaluate((one) => (one as HTMLImageElement).naturalWidth),
  );

describe("<mekuri-reader>", () => {
  it("opens at the page of the attribute", async () => {
    const page = await openHost({ attributes: 'page="3" mode="page"' });
    await isOpen(page);
    expect(await place(page)).toEqual({ page: 3 });
    expect(await told(page, "page")).toEqual([{ page: 3, pages: [3], label: "3", count: 6 }]);
    await page.close();
  });

  it("opens at a place, zoomed to its panel, that was set before a book was loaded", async () => {
    // The component's module has not run yet.
    const page = await openHost({ before: `${READER}.place = { page: 2, panel: 1 };` });
    await isOpen(page);
    await eventually(() => place(page)).toEqual({ page: 2, panel: 1 });
    await page.close();
  });

  it("shows the pages below each other in strip mode if the book has no strip, and reports each page", async () => {
    const page = await openHost({ attributes: 'mode="strip"' });
    await isOpen(page);
    const tops = await page
      .locator("mekuri-reader .item")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toHaveLength(6);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(await page.locator("mekuri-reader .gap").count()).toBe(0);
    await page.evaluate(`${READER}.page = 4`);
    await eventually(() => place(page)).toEqual({ page: 4 });
    await page.close();
  });

  it("keeps its position when the same book is passed with new addresses", async () => {
    const page = await openHost();
    await isOpen(page);
    await page.evaluate(`${READER}.page = 4`);
    const manifest = JSON.stringify(readManifestText())
      .replaceAll('"src":"', `"src":"${site.origin}/book/`)
      .replaceAll(".webp", ".webp?again");
    await page.evaluate(
      `${READER}.manifest = Object.assign(${manifest}, { id: "${site.origin}/book/reader.json" })`,
    );
    await eventually(() => told(page, "open")).toHaveLength(2);
    expect(await place(page)).toEqual({ page: 4 });
    await isShown(page, 4).toBe(360);
    expect(site.asked).toContain("/book/pages/004-360.webp");
    await page.close();
  });

  it("reports a picture that does not load, and loads it again on request", async () => {
    const path = "/book/pages/001-360.webp";
    const page = await openHost({ attributes: 'page="1"' });
    await page.route(`**${path}`, (route) => route.abort());
    await page.reload();
    await eventually(() => told(page, "broken")).toContainEqual({ page: 1 });
    await page.unroute(`**${path}`);
    await page.locator('mekuri-reader [data-page="1"]').getByRole("button", { name: "Try again" }).click();
    await isShown(page, 1).toBe(360);
    expect(await page.locator("mekuri-reader .broken").count()).toBe(0);
    await page.close();
  });

  it("keeps place and bookmarks in the host's store", async () => {
    const before = `window.kept = { marks: [2], place: { page: 5 } };
      ${READER}.keeper = { read: () => kept, write: (next) => { kept = next; } };`;
    const page = await openHost({ before });
    await isOpen(page);
    expect(await place(page)).toEqual({ page: 5 });
    await page.evaluate(`${READER}.focus()`);
    await page.keyboard.press("Home");
    await page.keyboard.press("b");
    await eventually(() => page.evaluate("window.kept")).toMatchObject({ place: { page: 0 }, marks: [0, 2] });
    expect(await page.evaluate("localStorage.length")).toBe(0);
    await page.close();
  });

  it("keeps the focus in the pages when the host changes layout, direction or language", async () => {
    const page = await openHost({ attributes: 'mode="page"' });
    await isOpen(page);
    await page.evaluate(
      `${READER}.focus(); ${READER}.mode = "spread"; ${READER}.setAttribute("direction", "rtl")`,
    );
    await page.keyboard.press("ArrowLeft");
    expect(await place(page)).toEqual({ page: 1 });
    await page.evaluate(`${READER}.lang = "ja"`);
    expect(await page.getByRole("button", { name: "次のページ" }).count()).toBe(1);
    await page.keyboard.press("ArrowLeft");
    expect(await place(page)).toEqual({ page: 2 });
    await page.close();
  });

  it("reports an invalid manifest in one sentence", async () => {
    pages["/bad.json"] = JSON.stringify({ ...readManifestText(), direction: "up" });
    const page = await openHost({ src: "/bad.json" });
    await eventually(() => told(page, "fault")).toEqual(["direction must be rtl or ltr"]);
    expect(await page.locator("mekuri-reader [role=status]").textContent()).toContain(
      "direction must be rtl or ltr",
    );
    await page.close();
  });
});

function readManifestText(): object {
  return JSON.parse(readFileSync(join(folder, "book/reader.json"), "utf8"));
}
