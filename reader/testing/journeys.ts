// Runs tasks on the sample book of each language in a real browser, for the tests by keyboard, by touch and by window size. Each run
// requires no page errors, no axe violations and no layout shifts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { buildModules } from "../build.ts";
import { type Opened, type OpenOptions, openReader } from "./reader-in-browser.ts";
import { writeSampleBook } from "./sample-book.ts";

/** For each language, the reader's texts, and the keys for next and previous. */
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
  /** Opens the book of a language. The caller closes it. */
  open(options: OpenOptions): Promise<Opened>;
  /**
   * Opens the book of a language, and afterwards requires no page errors and no layout shift. `mayShift`: for tests that resize the window
   * or the strip's column, which lays them out again.
   */
  withReader(
    options: OpenOptions & { mayShift?: boolean },
    read: (opened: Opened) => Promise<void>,
  ): Promise<void>;
}

/** Builds the reader and the books before a file's tests, and removes them afterwards. */
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

/** Evaluates an expression on the element, as its host would. */
export const ask = <T = void>(page: Page, what: string) =>
  page.evaluate<T>(`((reader) => ${what})(document.querySelector("mekuri-reader"))`);

export const at = (page: number, panel?: number) => ({ page, ...(panel === undefined ? {} : { panel }) });
