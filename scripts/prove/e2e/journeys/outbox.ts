// Edits must not be lost: two edits shortly before the screen is left; edits made offline, with a restart of browser and service before they
// are sent; and an edit that conflicts with another client's.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import { type Guest, newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。「どこへ行くの」とミナはまた言った。",
  "猫は走った。「こっちだよ」とミナは言った。猫は振り返った。「もう帰ろう」とミナは言った。",
].join("\n\n");

/** Waits until the book has all these lines. */
async function says(guest: Guest, sessionId: string, lines: readonly string[]): Promise<void> {
  const read = async () =>
    (await guest.pages(sessionId)).flatMap(({ texts }) => texts.map(({ text }) => text));
  for (let tries = 0; tries < 300; tries++, await sleep(200)) {
    const now = await read();
    if (lines.every((line) => now.includes(line))) return;
  }
  assert.deepEqual(await read(), lines);
}

export async function openLine(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: `Balloon: ${text}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Line" }).waitFor();
}

/** Changes a line and saves it, without waiting for the result. */
export async function retype(page: Page, text: string, to: string): Promise<void> {
  await openLine(page, text);
  await page.getByRole("textbox", { name: "Line" }).fill(to);
  await page.getByRole("button", { name: "Change the line" }).click();
}

/** Offline edits wait, are listed, and survive a restart of tab and service. */
export async function editsOffline(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY });
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  const address = `${studio.service.api}/session/${sessionId}/revise`;
  await page.goto(address);
  await page.getByRole("button", { name: "Balloon: 待って", exact: true }).waitFor();
  await context.setOffline(true);
  await retype(page, "待って", "待ってよ");
  await page.getByText("1 change waiting").waitFor();
  await retype(page, "どこへ行くの", "行かないで");
  await page.getByText("2 changes waiting").waitFor();
  await page.close();
  await studio.restart();
  assert.doesNotMatch(JSON.stringify(await guest.pages(sessionId)), /待ってよ|行かないで/);
  const again = await reopened(context, `${studio.service.api}/shelf`);
  await says(guest, sessionId, ["待ってよ", "行かないで"]);
  await again.getByText(/changes? waiting/).waitFor({ state: "detached" });
  // Two edits of one page make one version.
  const { versions } = await guest.ask<{ versions: unknown[] }>(
    "GET",
    `/manga/sessions/${sessionId}/versions`,
  );
  assert.equal(versions.length, 2);
  await context.close();
}

async function reopened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await context.setOffline(false);
  await page.goto(address);
  return page;
}

interface Book {
  studio: Studio;
  guest: Guest;
  sessionId: string;
}

/** One book, whose owner is interrupted in all other ways. */
export async function safeEdits(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 2 });
  const book = { studio, guest, sessionId };
  await readsTheStory(book);
  await leavesUnsaved(book);
  await editsThenReads(book);
  await guest.until(sessionId, "completed");
  await editsTooLate(book);
}

/** Changes two lines within a second and opens the reader at once: both changes are in the book. */
async function editsThenReads({ studio, guest, sessionId }: Book): Promise<void> {
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.getByRole("button", { name: "Balloon: 待って", exact: true }).waitFor();
  await retype(page, "待って", "待ってよ");
  await retype(page, "どこへ行くの", "行かないで");
  await page.getByRole("link", { name: "Read the book" }).click();
  await page.locator("mekuri-reader").waitFor();
  await says(guest, sessionId, ["待ってよ", "行かないで"]);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** A line that another client changed while this browser was offline: refused, with both versions to choose from, and never lost. */
async function editsTooLate({ studio, guest, sessionId }: Book): Promise<void> {
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.getByRole("button", { name: "Page 2", exact: true }).click();
  await page.getByRole("button", { name: "Balloon: こっちだよ", exact: true }).waitFor();
  const [, before] = await guest.pages(sessionId);
  const id = before?.texts.find(({ text }) => text === "こっちだよ")?.id.replace("/", ".");
  await context.setOffline(true);
  await retype(page, "こっちだよ", "あっちだよ");
  await retype(page, "もう帰ろう", "まだ帰らない");
  await page.getByText("2 changes waiting").waitFor();
  await guest.ask("PATCH", `/manga/sessions/${sessionId}/pages/2/balloons/${id}`, { text: "そこにいて" });
  await guest.until(sessionId, "completed");
  await context.setOffline(false);
  // The other line has no conflict and is accepted.
  await says(guest, sessionId, ["そこにいて", "まだ帰らない"]);
  const refused = page.getByRole("region", { name: "Rejected changes" });
  await refused.getByText("あっちだよ").waitFor();
  await refused.getByText("そこにいて").waitFor();
  await page.reload();
  await refused.getByText("あっちだよ").waitFor();
  await refused.getByRole("button", { name: "Send mine again" }).click();
  await says(guest, sessionId, ["あっちだよ", "まだ帰らない"]);
  await refused.waitFor({ state: "detached" });
  await context.close();
}

/** Unsaved input: leaving asks, and returning restores it. */
async function leavesUnsaved({ studio, guest, sessionId }: Book): Promise<void> {
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.getByRole("button", { name: "Page 2", exact: true }).click();
  await page.getByRole("button", { name: "Balloon: こっちだよ", exact: true }).waitFor();
  await openLine(page, "こっちだよ");
  await page.getByRole("textbox", { name: "Line" }).fill("あっちだよ");
  await page.getByRole("link", { name: "Read the book" }).click();
  const question = page.getByRole("dialog", { name: "What you typed here is not saved. Leave it?" });
  await question.getByRole("button", { name: "Stay" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Line" }).inputValue(), "あっちだよ");
  let asked = "";
  page.on("dialog", (dialog) => {
    asked = dialog.type();
    void dialog.accept();
  });
  await page.reload();
  assert.equal(asked, "beforeunload");
  await page.getByRole("button", { name: "Page 2", exact: true }).click();
  await page.getByRole("button", { name: "Balloon: こっちだよ", exact: true }).waitFor();
  await openLine(page, "こっちだよ");
  assert.equal(await page.getByRole("textbox", { name: "Line" }).inputValue(), "あっちだよ");
  await page.getByRole("link", { name: "Read the book" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await page.locator("mekuri-reader").waitFor();
  await says(guest, sessionId, ["こっちだよ", "もう帰ろう"]);

  // The story and options of a new book are stored as they are typed, and cleared by a button.
  await page.goto(studio.service.api);
  await page.getByRole("textbox", { name: "Your story" }).fill("Once upon a rainy night.");
  await page.getByRole("radio", { name: "4-koma, strips of four" }).check();
  await page.getByRole("textbox", { name: "Art direction" }).fill("heavy rain");
  const later = await context.newPage();
  await page.close();
  await later.goto(studio.service.api);
  assert.equal(
    await later.getByRole("textbox", { name: "Your story" }).inputValue(),
    "Once upon a rainy night.",
  );
  assert(await later.getByRole("radio", { name: "4-koma, strips of four" }).isChecked());
  assert.equal(await later.getByRole("textbox", { name: "Art direction" }).inputValue(), "heavy rain");
  await later.getByRole("button", { name: "Clear the form" }).click();
  await later.getByRole("dialog").getByRole("button", { name: "Clear the form" }).click();
  await later.reload();
  assert.equal(await later.getByRole("textbox", { name: "Your story" }).inputValue(), "");
  await context.close();
}

/** A book's story is shown beside it, with the passages of a panel marked. */
async function readsTheStory({ studio, guest, sessionId }: Book): Promise<void> {
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.getByRole("button", { name: "Page 2", exact: true }).click();
  await page.getByRole("button", { name: "Balloon: こっちだよ", exact: true }).waitFor();
  await openLine(page, "こっちだよ");
  await page.getByRole("button", { name: "Show the story" }).click();
  const story = page.getByRole("region", { name: "The story" });
  await story.locator("mark").filter({ hasText: "こっちだよ" }).waitFor();
  assert.equal(await story.locator(".story-text").textContent(), STORY);
  assert.doesNotMatch((await story.locator("mark").allTextContents()).join(), /もう帰ろう/);
  await page.keyboard.press("Escape");
  await story.waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  await context.close();
}
