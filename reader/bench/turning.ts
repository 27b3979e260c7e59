// How the bench turns pages, and the numbers that every measurement of it shares.
import type { Page } from "playwright-core";
import type { Opened } from "../testing/reader-in-browser.ts";

export const TURNS = 100;
/** How much slower than this machine's the processor is made, or its time counted. */
export const THROTTLE = 4;
/** From a key to the frame that shows the next page. */
export const TURN_MS = 32;
/** A reader looks at a page for at least so long. */
export const LOOK_MS = 450;
/** Somebody who leafs through. */
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

/** At the book's first page, with the keyboard, after all that opening takes. */
export async function start({ page }: Opened): Promise<void> {
  await page.evaluate(
    `document.querySelector("mekuri-reader").page = 0; document.querySelector("mekuri-reader").focus()`,
  );
  await page.waitForTimeout(1_000);
}
