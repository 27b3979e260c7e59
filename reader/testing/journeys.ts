// Journeys through the sample book of a language in a real browser, for the tests of each kind of journey: by the keyboard, by fingers, on
// any window. Each holds the page to no error, no violation that axe knows, and nothing that shifts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { buildModules } from "../build.ts";
import { type Opened, type OpenOptions, openReader } from "./reader-in-browser.ts";
import { writeSampleBook } from "./sample-book.ts";

/** What the reader says in each language, and the keys that go on and back in its books. */
export const LANGUAGES = [
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

export interface Journeys {
  /** Opens the book of a language. Whoever opens it closes it. */
  open(options: OpenOptions): Promise<Opened>;
  /**
   * Opens the book of a language, and holds the page to no error and no layout shift when it is done. `mayShift`: somebody makes the
   * window or a strip's column another width, which lays them out anew.
   */
  withReader(
    options: OpenOptions & { mayShift?: boolean },
    read: (opened: Opened) => Promise<void>,
  ): Promise<void>;
}

/** Builds the reader and the books before a file's tests, and takes them away after them. */
export function journeys(): Journeys {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-"));
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([
      launchChromium(),
      ...LANGUAGES.flatMap(({ language }) => [
        buildModules(join(folder, language, "dist")),
        writeSampleBook(join(folder, language, "book"), { pages: 8, language, hasStrip: true }),
      ]),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (options: OpenOptions) => openReader(browser, join(folder, options.language), options);
  return {
    open,
    async withReader({ mayShift = false, ...options }, read) {
      const opened = await open(options);
      try {
        await read(opened);
        expect(opened.complaints).toEqual([]);
        if (!mayShift) expect(await opened.page.evaluate("window.shifts"), "layout shift").toEqual([]);
      } finally {
        await opened.close();
      }
    },
  };
}

/** Runs something of the element as its host does. */
export const ask = <T = void>(page: Page, what: string) =>
  page.evaluate<T>(`((reader) => ${what})(document.querySelector("mekuri-reader"))`);

export const at = (page: number, panel?: number) => ({ page, ...(panel === undefined ? {} : { panel }) });
