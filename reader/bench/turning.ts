// How the benchmarks turn pages, and their common constants.
import type { Page } from "playwright-core";
import type { Opened } from "../testing/reader-in-browser.ts";

export const TURNS = 100;
/** Factor by which the processor is throttled, or its time multiplied. */
export const THROTTLE = 4;
/** Bound from a key to the frame that shows the next page. */
export const TURN_MS = 32;
/** Minimum time for which a reader looks at a page. */
export const LOOK_MS = 450;
/** Interval of a reader who leafs quickly. */
export const HASTE_MS = 130;

export async function turn(
  page: Page,
  { turns, pauseMs, key }: { turns: number; pauseMs: number; key: string },
): Promise<void> {
  for (let count = 0; count < turns; count++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
  }
}

/** Goes to the book's first page with the keyboard, after opening has finished. */
export async function start({ page }: Opened): Promise<void> {
  await page.evaluate(
    `document.querySelector("mekuri-reader").page = 0; document.querySelector("mekuri-reader").focus()`,
  );
  await page.waitForTimeout(1_000);
}
