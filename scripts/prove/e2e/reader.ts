// Access to the studio's reader in a browser: open pages, announcements, and actions in its bars.
import type { Locator, Page } from "playwright-core";

/** The open pages, in reading order. */
export const openPages = (page: Page): Locator => page.locator("mekuri-reader .slot:not([inert]) .page");

/** Their pictures. */
export const openPictures = (page: Page): Locator => openPages(page).locator("img");

/** The announced place: `Page 1 of 9`. */
export const toldPlace = async (page: Page): Promise<string> =>
  (await page.locator("mekuri-reader .book > [role=status]").textContent()) ?? "";

/** Waits for that announcement. */
export const told = (page: Page, place: string): Promise<void> =>
  page
    .locator("mekuri-reader .book > [role=status]")
    .filter({ hasText: new RegExp(`^${place}$`) })
    .waitFor();

/** The element's own place: indexes of page and panel. */
export const readPlace = (page: Page): Promise<{ page: number; panel?: number }> =>
  page.evaluate(`document.querySelector("mekuri-reader").place`);

/** The shade around the zoomed panel. */
export const panelShade = (page: Page): Locator =>
  page.locator("mekuri-reader .slot:not([inert]) .shade:not([hidden])");

/** The transform of the open spread. */
export const zoomOf = (page: Page): Promise<string | null> =>
  page.locator("mekuri-reader .slot:not([inert]) .zoom").getAttribute("style");

/** Opens the layout sheet by the keyboard, selects an option, and closes the sheet. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: "Display" }).getByLabel(label, { exact: true }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Display" }).waitFor({ state: "detached" });
}

/** Runs in the page: resolves when no animation is running. */
const SETTLED = `Promise.allSettled([...document.querySelector("mekuri-reader").shadowRoot.getAnimations()]
  .map((one) => one.finished)).then(() => 0)`;
export const settled = (page: Page): Promise<unknown> => page.evaluate(SETTLED);
