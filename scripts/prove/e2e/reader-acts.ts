// User actions in the studio's reader.
import type { Page } from "playwright-core";
import { openPictures } from "./reader.ts";

const open = (page: Page) => page.locator("mekuri-reader .picture img").first().waitFor();

export const readFrom = (number: number) => async (page: Page) => {
  await layOut("spread")(page);
  await page.evaluate(`document.querySelector("mekuri-reader").place = { page: ${number} }`);
  await openPictures(page).first().waitFor();
};

export const readToTheEnd = (pages: number) => async (page: Page) => {
  await readFrom(pages)(page);
  await page.keyboard.press("PageDown");
  await page.locator("mekuri-reader .done").waitFor();
};

export async function zoomIn(page: Page): Promise<void> {
  await readFrom(2)(page);
  await page.keyboard.press("z");
}

/** The layout is stored, so the next screenshot selects its own. */
export const layOut = (mode: "strip" | "spread") => async (page: Page) => {
  await page.locator("mekuri-reader .stage").waitFor();
  await page.evaluate(`document.querySelector("mekuri-reader").mode = "${mode}"`);
};

export const openSheet = (key: string) => async (page: Page) => {
  await open(page);
  await page.keyboard.press(key);
};
