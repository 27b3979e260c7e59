// Revising a finished book: balloons are dragged and edited, words replaced everywhere, changes undone and redone, a person renamed, takes
// chosen, panels swapped, the direction reversed, versions compared.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "playwright-core";
import type { ListedPage } from "../../../../web/src/documents.ts";
import { newGuest } from "../guest-api.ts";
import { openPictures, told } from "../reader.ts";
import { type Studio, WAITER } from "../studio.ts";

/** Waits until the book has completed this version. */
async function settled(page: Page, version: number): Promise<void> {
  const entry = page.getByRole("listitem").filter({ hasText: new RegExp(`Version ${version}\\b`) });
  await entry.filter({ hasText: "current" }).waitFor();
  await page.getByText("Being made again …").waitFor({ state: "detached" });
}

const STORY =
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。「待って、どこへ行くの」とミナは言った。";

const LABELS = `[...document.querySelectorAll(".balloon")].map((one) => one.getAttribute("aria-label") ?? "")`;
const labels = (page: Page) => page.evaluate<string[]>(LABELS);

/** The labels come with the page's own document, shortly after the version. */
async function labelsBecome(page: Page, expected: readonly string[]): Promise<void> {
  const end = Date.now() + 120_000;
  let now = await labels(page);
  while (!isDeepStrictEqual(now, expected) && Date.now() < end) {
    await page.waitForTimeout(100);
    now = await labels(page);
  }
  assert.deepEqual(now, expected);
}

export async function revising(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY });
  const { page, complaints, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await beforeItIsLettered(page, `${studio.service.api}/session/${sessionId}/revise`);
  const line = page.getByRole("button", { name: "Balloon: 待って", exact: true });
  await line.waitFor();

  // After dragging, its middle is where it was dropped, and no picture was drawn.
  const [before] = await guest.pages(sessionId);
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  assert(box !== null && before !== undefined);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 30, box.y + box.height / 2 + 24, { steps: 6 });
  await page.mouse.up();
  await settled(page, 2);
  const [dragged] = await guest.pages(sessionId);
  const at = (one: ListedPage | undefined) => one?.texts.find(({ text }) => text === "待って")?.box;
  assert((at(dragged)?.x ?? 0) < (at(before)?.x ?? 0), "the balloon moved to the left");
  assert((at(dragged)?.y ?? 0) > (at(before)?.y ?? 0), "the balloon moved down");
  const art = (one: ListedPage | undefined) => one?.panels.map(({ image }) => image?.hash);
  assert.deepEqual(art(dragged), art(before));

  // Moves it by keyboard.
  await line.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await settled(page, 3);
  const [moved] = await guest.pages(sessionId);
  assert((at(moved)?.y ?? 0) < (at(dragged)?.y ?? 0), "the balloon moved up");

  // Finds and replaces in every line.
  const words = await labels(page);
  assert.equal(words.filter((one) => one.includes("待って")).length, 2);
  await page.getByRole("textbox", { name: "Find" }).fill("待って");
  await page.getByRole("textbox", { name: "Replace with" }).fill("お待ち");
  const count = words.filter((one) => one.includes("待って")).length;
  await page.getByRole("button", { name: `Replace in ${count} lines` }).click();
  await page.getByText(`Replaced in ${count} lines`).waitFor();
  await settled(page, 4);
  const expected = words.map((one) => one.replaceAll("待って", "お待ち"));
  await labelsBecome(page, expected);

  // Undoes and redoes.
  await page.getByRole("button", { name: "Undo" }).click();
  await settled(page, 5);
  await labelsBecome(page, words);
  await page.keyboard.press("Control+Shift+Z");
  await settled(page, 6);
  await labelsBecome(page, expected);

  // A person is renamed in every line without drawing.
  await page.getByRole("textbox", { name: "New name" }).fill("ハナ");
  await page.getByRole("button", { name: "Rename everywhere" }).click();
  await settled(page, 7);
  await labelsBecome(
    page,
    expected.map((one) => one.replaceAll("ミナ", "ハナ")),
  );
  assert.deepEqual(art((await guest.pages(sessionId))[0]), art(before));

  await takes(page, { art: async () => art((await guest.pages(sessionId))[0]) ?? [] });

  // Bound in the other direction: pages are mirrored without drawing.
  const pictures = art((await guest.pages(sessionId))[0]);
  await page.getByRole("button", { name: "Rebind: Left to right" }).click();
  await settled(page, 11);
  assert.equal((await guest.until(sessionId, "completed")).params.direction, "ltr");
  assert.deepEqual(art((await guest.pages(sessionId))[0]), pictures);

  // A version's comparison shows pages before and after.
  const entry = page.getByRole("listitem").filter({ hasText: /Version 8\b/ });
  await entry.getByRole("button", { name: "Compare" }).click();
  const pair = page.locator(".page-pair img");
  await pair.nth(1).waitFor();
  assert.notEqual(await pair.nth(0).getAttribute("src"), await pair.nth(1).getAttribute("src"));

  // Left to right, the right arrow goes forward.
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await openPictures(page).first().waitFor();
  await page.keyboard.press("ArrowRight");
  await told(page, "Page 1 of 1");
  assert.deepEqual(complaints, []);
  await context.close();
}

/** A panel that was selected before the lettering exists stays selected, and the screen has one primary button. */
async function beforeItIsLettered(page: Page, url: string): Promise<void> {
  const lettering = "**/lettering";
  let letGo = () => {};
  const isAsked = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(lettering, async (route) => {
    await isAsked;
    await route.continue();
  });
  await page.goto(url);
  const panel = page.getByRole("button", { name: "Panel 1", exact: true });
  await panel.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Draw it again" }).waitFor();
  assert.equal(await page.locator(".balloon").count(), 0);
  letGo();
  await page.locator(".balloon").first().waitFor();
  assert.equal(await page.evaluate(`document.activeElement.getAttribute("aria-label")`), "Panel 1");
  assert.equal(await page.locator(".button-hot:enabled, a.button-hot").count(), 1);
  await page.unroute(lettering);
}

/** Draws a second take of a panel, chooses the first one again, and swaps two panels. */
async function takes(page: Page, { art }: { art: () => Promise<(string | undefined)[]> }): Promise<void> {
  const first = await art();
  const choose = async (panel: string) => {
    await page.getByRole("button", { name: panel, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  await choose("Panel 1");
  await page.getByRole("button", { name: "Draw it again" }).click();
  await page.getByAltText("Take 1").waitFor();
  await settled(page, 8);
  const second = await art();
  assert.notEqual(second[0], first[0]);
  assert.deepEqual(second.slice(1), first.slice(1));
  await page.getByRole("button", { name: "Use this one" }).click();
  await settled(page, 9);
  assert.deepEqual(await art(), first);

  await page.getByRole("combobox", { name: "Swap with" }).selectOption({ label: "page 1, panel 2" });
  await page.getByRole("button", { name: "Swap the two" }).click();
  await settled(page, 10);
  const swapped = await art();
  assert.notEqual(swapped[0], first[0]);
  assert.deepEqual(swapped.slice(2), first.slice(2));
}
