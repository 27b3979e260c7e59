// Pages in another order: in a finished book by the pointer and by the keyboard alone, and at the storyboard's review. The order survives a
// reload before it is applied, costs nothing, draws nothing, and is undone to the same bytes as before.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Locator, Page } from "playwright-core";
import { assertAllDone, recordOperations } from "../desk-operations.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { PHONE, READER, type Studio, WAITER } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

/** The composed image of each page, and the pictures of its panels. */
async function bookOf(guest: Guest, sessionId: string) {
  const pages = await guest.pages(sessionId);
  return {
    images: pages.map(({ image }) => image?.hash),
    art: pages.map(({ panels }) => panels.map(({ image }) => image?.hash)),
  };
}

/** The session's document is published before those of the pages, because pages may be gone with another plot. */
async function becomes<T>(read: () => Promise<T>, wanted: T, why: string): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(100)) {
    if (isDeepStrictEqual(await read(), wanted)) return;
  }
  assert.deepEqual(await read(), wanted, why);
}

async function settled(guest: Guest, sessionId: string, version: number) {
  for (;;) {
    const session = await guest.until(sessionId, "completed");
    if (session.version >= version) return session;
    await sleep(150);
  }
}

const tile = (page: Page, n: number): Locator => page.locator(`[data-page-order="${n}"] .page-order-page`);

async function open(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Page order", exact: true }).press("Enter");
  await tile(page, 1).waitFor();
}

async function apply(page: Page): Promise<void> {
  await page.locator(".page-order-save .edit-cost").waitFor();
  await page.getByRole("button", { name: "Apply the order" }).press("Enter");
}

export async function pageOrder(studio: Studio): Promise<void> {
  await ofFinishedBook(studio);
  await atReview(studio);
}

async function ofFinishedBook(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 3, language: "ja", models: "simulated" });
  const { page, complaints, context } = await studio.visit({ ...READER, guest: guest.key });
  page.setDefaultTimeout(90_000);
  const done = await recordOperations(page);
  const before = await bookOf(guest, sessionId);
  const [one, two, three] = before.art;
  const now = () => bookOf(guest, sessionId);
  const artNow = async () => (await now()).art;
  const { costMicros } = await guest.until(sessionId, "completed");
  const address = `${studio.service.api}/session/${sessionId}/revise`;
  await page.goto(address);
  await open(page);
  await tile(page, 3).locator("img").waitFor();
  await tile(page, 1).dragTo(tile(page, 3));
  await page.getByText("Page 1 is at place 3 of 3.").waitFor();
  assert.deepEqual(await faultsOf(page), []);
  // An order that is not applied survives a reload.
  await page.reload();
  await open(page);
  await page.getByText("Another order, not applied yet").waitFor();
  await apply(page);
  await settled(guest, sessionId, 2);
  await becomes(artNow, [two, three, one], "the pictures go with their pages");
  assert.equal((await guest.until(sessionId, "completed")).costMicros, costMicros, "nothing is paid");
  await page.getByRole("button", { name: "Undo", exact: true }).and(page.locator(":enabled")).press("Enter");
  await settled(guest, sessionId, 3);
  await becomes(now, before, "it is undone to the same bytes as before");

  // By keys alone. The book is read from the right, so the left arrow moves a page to a later place.
  done.begin();
  await page.reload();
  await open(page);
  await tile(page, 2).focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Page 2 is at place 3 of 3.").waitFor();
  await page.keyboard.press("Home");
  await page.getByText("Page 2 is at place 1 of 3.").waitFor();
  await apply(page);
  await settled(guest, sessionId, 4);
  await becomes(artNow, [two, one, three], "the pictures go with their pages");
  await page.getByRole("button", { name: "Undo", exact: true }).and(page.locator(":enabled")).waitFor();
  await page.keyboard.press("Control+z");
  await settled(guest, sessionId, 5);
  await becomes(now, before, "it is undone to the same bytes as before");
  assertAllDone(done, "page-order");
  assert.deepEqual(complaints, []);
  await context.close();
}

async function atReview(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const request = { text: STORY, pages: 2, language: "ja", review: ["storyboard"] };
  const sessionId = await guest.make(request, "waiting");
  const visit = { ...WAITER, tongue: "en", theme: "dark", size: PHONE, guest: guest.key } as const;
  const { page, complaints, context } = await studio.visit(visit);
  page.setDefaultTimeout(90_000);
  const linesOf = async (number: number) => {
    const path = `/manga/sessions/${sessionId}/pages/${number}/storyboard`;
    const { panels } = await guest.ask<{ panels: { words: { texts: { text: string }[] } }[] }>("GET", path);
    return panels.flatMap(({ words }) => words.texts.map(({ text }) => text));
  };
  const [one, two] = [await linesOf(1), await linesOf(2)];
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await open(page);
  await page.getByRole("button", { name: "Page 1 one place later" }).press("Enter");
  await page.getByText("Page 1 is at place 2 of 2.").waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await apply(page);
  while ((await guest.until(sessionId, "waiting")).version < 2) await sleep(150);
  assert.deepEqual([await linesOf(1), await linesOf(2)], [two, one]);
  await page
    .getByRole("button", { name: "Approve and continue" })
    .and(page.locator(":enabled"))
    .press("Enter");
  await guest.until(sessionId, "completed");
  assert.deepEqual([await linesOf(1), await linesOf(2)], [two, one]);
  assert.deepEqual(complaints, []);
  await context.close();
}
