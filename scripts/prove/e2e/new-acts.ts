// User actions on the screen for a new book.
import type { Page } from "playwright-core";
import { ownPicture } from "./journeys/own-portrait.ts";
import { STORY } from "./main-journey.ts";
import type { Table } from "./screen.ts";

export async function takeSample(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["new.sample.ja"] }).click();
}

export async function choosePriced(page: Page, t: Table): Promise<void> {
  await takeSample(page, t);
  await page.locator(".names li").first().waitFor();
  await page.locator(".model-card input[value=simulated]").check({ force: true });
  await page.getByText(t["phase.storyboard"], { exact: true }).click();
  await page.locator(".takes dd").getByText("$").waitFor();
}

export async function givePortrait(page: Page): Promise<void> {
  await page.locator("form textarea").first().fill(STORY);
  await page.locator(".new-notes summary").click();
  const mimeType = "image/png";
  const file = { name: "mina.png", mimeType, buffer: ownPicture() };
  await page.locator(".own-portrait input").first().setInputFiles(file);
}

export async function dropPicture(page: Page): Promise<void> {
  await page.locator("form textarea").first().fill("……".repeat(26_000));
  const file = { name: "mina.png", mimeType: "image/png", buffer: ownPicture() };
  await page.locator(".new-file input").setInputFiles(file);
}
