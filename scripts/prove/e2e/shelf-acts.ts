// User actions on the shelf's books.
import type { Page } from "playwright-core";
import { stallApi } from "./lost-network.ts";
import type { Table } from "./screen.ts";

export async function searchNothing(page: Page): Promise<void> {
  await page.locator("input[type=search]").fill("zzz");
}

export async function askToDelete(page: Page, t: Table): Promise<void> {
  await page.locator(".cover img").first().waitFor();
  await page.getByRole("button", { name: t["shelf.delete"] }).last().click();
}

/** The deletion request is held and never reaches the service. */
export async function deleteSlowly(page: Page, t: Table): Promise<void> {
  await askToDelete(page, t);
  await stallApi(page);
  await page.getByRole("dialog").getByRole("button", { name: t["shelf.delete"] }).click();
}

/** Opens the dialog for sharing the book with this title. */
export const openShare = (title: string) => async (page: Page, t: Table) => {
  const book = page.locator(".book").filter({ has: page.getByRole("heading", { name: title }) });
  await book.getByRole("button", { name: t["shelf.share"] }).click();
};

export async function openDownloads(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["shelf.downloads"] }).click();
}
