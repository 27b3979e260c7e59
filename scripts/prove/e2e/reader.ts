// The studio's reader in a browser: what lies open, what is told of it, and what a person does in its bars.
import type { Locator, Page } from "playwright-core";

/** The pages that lie open, in reading order. */
export const openPages = (page: Page): Locator => page.locator("mekuri-reader .slot:not([inert]) .page");

/** Their pictures. */
export const openPictures = (page: Page): Locator => openPages(page).locator("img");

/** What a screen reader is told of the place: `Page 1 of 9`. */
export const toldPlace = async (page: Page): Promise<string> =>
  (await page.locator("mekuri-reader .book > [role=status]").textContent()) ?? "";

/** Waits until that is what a screen reader is told. */
export const told = (page: Page, place: string): Promise<void> =>
  page
    .locator("mekuri-reader .book > [role=status]")
    .filter({ hasText: new RegExp(`^${place}$`) })
    .waitFor();

/** What is open by the element's own word: indexes of page and panel. */
export const readPlace = (page: Page): Promise<{ page: number; panel?: number }> =>
  page.evaluate(`document.querySelector("mekuri-reader").place`);

/** What is left of a page beside the panel that is zoomed to. */
export const panelShade = (page: Page): Locator =>
  page.locator("mekuri-reader .slot:not([inert]) .shade:not([hidden])");

/** The transform of the spread that is open. */
export const zoomOf = (page: Page): Promise<string | null> =>
  page.locator("mekuri-reader .slot:not([inert]) .zoom").getAttribute("style");

/** By keys: the sheet that says how the book is shown, one of its choices, and back. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: "Display" }).getByLabel(label, { exact: true }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Display" }).waitFor({ state: "detached" });
}

/** Runs in the page: nothing slides or zooms any more. */
const SETTLED = `Promise.allSettled([...document.querySelector("mekuri-reader").shadowRoot.getAnimations()]
  .map((one) => one.finished)).then(() => 0)`;
export const settled = (page: Page): Promise<unknown> => page.evaluate(SETTLED);
