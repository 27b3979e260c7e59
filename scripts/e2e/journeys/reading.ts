// Reading on a desktop and on a phone: the cover first, by keys, by swipe, zoomed by panel, on the full screen, a picture over
// two pages, from where it was left.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Locator, Page } from "playwright-core";
import { crossingBook } from "../crossing-book.ts";
import { newGuest } from "../guest-api.ts";
import { PHONE, READER, type Studio } from "../studio.ts";
import { opensLikeABook, underTheFinger } from "./turning.ts";

const place = async (page: Page) => (await page.locator(".reader-place").textContent()) ?? "";

export async function reading(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await crossingBook(guest);
  const made = await guest.pages(sessionId);
  const all = made.length;
  const { page, context, complaints } = await studio.visit({ ...READER, guest: guest.key });
  page.setDefaultTimeout(60_000);
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await page.locator(".open-page img").first().waitFor();

  // Right to left: the left arrow goes on. The cover lies alone, then the first page, and the next two face each other.
  assert.equal(await place(page), "Cover");
  assert.equal(await page.locator(".open-page").count(), 1);
  // What comes next is there before it is wanted.
  await page.waitForFunction(
    `performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "img").length > 1`,
  );
  await page.keyboard.press("ArrowLeft");
  await page.getByText(`Page 1 of ${all}`).waitFor();
  assert.equal(await page.locator(".open-page").count(), 1);
  await page.keyboard.press("ArrowLeft");
  await page.locator(".open-page").nth(1).waitFor();
  const alts = [];
  for (const shown of await page.locator(".open-page img").all()) alts.push(await shown.getAttribute("alt"));
  assert(
    alts[0]?.startsWith("Page 3") && alts[1]?.startsWith("Page 2"),
    `as read from right to left: ${alts}`,
  );
  await page.getByRole("button", { name: "Shift the spreads" }).click();
  await page.keyboard.press("Home");
  await opensLikeABook(page);
  await page.keyboard.press("ArrowLeft");
  await page.locator(".open-page").nth(1).waitFor();
  await page.getByRole("button", { name: "Shift the spreads" }).click();

  // A double tap goes to the panel under it; the arrow goes on from panel to panel; Escape leaves.
  await page.locator(".open-page img").first().dblclick();
  await page.locator(".open-page-zoomed").waitFor();
  const zoom = () => page.locator(".open-page-zoomed").getAttribute("style");
  const first = await zoom();
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await zoom(), first);
  await page.keyboard.press("Escape");
  await page.locator(".open-page-zoomed").waitFor({ state: "detached" });

  const crossing = made.find(({ panels }) => panels.some(({ frame }) => frame?.crosses))?.number;
  assert(crossing !== undefined, "a picture lies over two pages");
  await overTheFold(page, crossing);
  // Shifted, its pages stay together, and those beside them lie alone.
  await page.getByRole("button", { name: "Shift the spreads" }).click();
  await overTheFold(page, crossing);
  await page.getByRole("button", { name: "Shift the spreads" }).click();

  await page.keyboard.press("f");
  await page.waitForFunction("document.fullscreenElement !== null");
  await page.keyboard.press("f");
  await page.waitForFunction("document.fullscreenElement === null");

  // Where it was left is where it opens again.
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "From the start" }).waitFor();
  const left = await place(page);
  await page.reload();
  await page.locator(".open-page img").first().waitFor();
  assert.equal(await place(page), left);
  assert.deepEqual(complaints, []);
  await context.close();
  const shown = { key: guest.key, sessionId, all };
  await onAPhone(studio, shown);
  await fromItsPage(studio, shown);
  await fromAnOlderStudio(studio, shown);
  await openedWithoutNetwork(studio, shown);
  await withoutNetwork(studio, shown);
}

interface Shown {
  key: string;
  sessionId: string;
  all: number;
}

/** From a page of the book's own screen into the book, at that page; loaded anew, it opens where it was left. */
async function fromItsPage(studio: Studio, { key, sessionId, all }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByRole("link", { name: "Read page 5" }).click();
  await page.getByText(`Pages 4 and 5 of ${all}`).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.getByText(`Pages 6 and 7 of ${all}`).waitFor();
  await page.reload();
  await page.getByText(`Pages 6 and 7 of ${all}`).waitFor();
  await context.close();
}

/** Published anew since the page was opened, the studio has no file by the name that its page asks for: it is loaded anew. */
async function fromAnOlderStudio(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  const { api } = studio.service;
  await page.goto(`${api}/session/${sessionId}`);
  await page.evaluate("globalThis.isOlder = true");
  await page.route(`${api}/`, (route) => route.fulfill({ contentType: "text/html", body: "another studio" }));
  await page.route("**/assets/read-*.js", async (route) => {
    const isOlder = await page.evaluate("globalThis.isOlder === true");
    await (isOlder ? route.fulfill({ status: 404 }) : route.continue());
  });
  await page.getByRole("link", { name: "Read the book" }).click();
  await page.locator(".open-page img").waitFor();
  assert.equal(await page.evaluate("globalThis.isOlder"), undefined);
  await context.close();
}

/** The reader itself, asked for while there is no network, comes once there is one. */
async function openedWithoutNetwork(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByRole("link", { name: "Read the book" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Read the book" }).click();
  await page.getByText("One moment …").waitFor();
  await page.getByText("No connection.").waitFor();
  await context.setOffline(false);
  await page.locator(".open-page img").waitFor();
  await context.close();
}

/** Pictures that did not come while there was no network come once there is one. */
async function withoutNetwork(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await page.locator(".open-page img").waitFor();
  await context.setOffline(true);
  await page.keyboard.press("End");
  const widths = `[...document.querySelectorAll(".open-page img")].map((one) => one.naturalWidth)`;
  const shows = async (isSeen: boolean) => {
    for (let tries = 0; tries < 300; tries++, await sleep(100)) {
      const seen = (await page.evaluate<number[]>(widths)).every((width) => width > 0);
      if (seen === isSeen) return;
    }
    throw new Error(`the last pages are ${isSeen ? "never" : "still"} seen`);
  };
  await shows(false);
  await page.getByText("No connection.").waitFor();
  await context.setOffline(false);
  await shows(true);
  await page.getByRole("button", { name: "From the start" }).waitFor();
  await context.close();
}

/** Both pages touch, the picture goes on from one to the other, and zoomed it is seen whole. */
async function overTheFold(page: Page, number: number): Promise<void> {
  const [near, far] = [number, number + 1].map((one) => page.locator(`.open-page[data-page="${one}"]`));
  assert(near !== undefined && far !== undefined);
  await page.keyboard.press("Home");
  for (let turns = 0; turns < 9 && !(await near.isVisible()); turns++) await page.keyboard.press("ArrowLeft");
  await far.waitFor();
  await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished)).then(() => 0)");
  const [right, left] = [await near.boundingBox(), await far.boundingBox()];
  assert(right !== null && left !== null);
  assert(Math.abs(left.x + left.width - right.x) < 0.01, "the pages touch");
  await page.screenshot({ path: "out/e2e/read-over-the-fold.png" });

  // Four columns of pixels, the fold in their middle: what stands beside each other is alike.
  const clip = { x: Math.round(right.x) - 2, y: Math.ceil(right.y), width: 4, height: right.height * 0.4 };
  const image = await loadImage(await page.screenshot({ clip }));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const apart = Array.from({ length: image.height }, (_, y) =>
    Math.abs((data[(y * image.width + 1) * 4] ?? 0) - (data[(y * image.width + 2) * 4] ?? 0)),
  ).filter((levels) => levels > 80).length;
  assert(apart / image.height < 0.1, `${apart} of ${image.height} rows differ over the fold`);

  await far.locator("img").dblclick({ position: { x: right.width / 2, y: right.height / 5 } });
  await page.locator(".open-page-zoomed").nth(1).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".open-page-zoomed").first().waitFor({ state: "detached" });
}

async function doubleTap(page: Page, on: Locator): Promise<void> {
  const box = await on.boundingBox();
  assert(box !== null);
  for (let taps = 0; taps < 2; taps++) {
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 4);
  }
}

async function onAPhone(studio: Studio, { key, sessionId, all }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, size: PHONE, guest: key });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  // A phone begins with one long strip, in which a double tap goes to the panel, and another one back to where it was.
  const first = page.locator('.strip img[data-page="1"]');
  await first.waitFor();
  await page.evaluate(`document.querySelector('[data-page="1"]').scrollIntoView({ block: "center" })`);
  await page.getByText(`Page 1 of ${all}`).waitFor();
  await doubleTap(page, first);
  await page.locator(".open-page-zoomed").waitFor();
  await doubleTap(page, page.locator(".reader-stage"));
  await first.waitFor();
  await page.getByText(`Page 1 of ${all}`).waitFor();
  // Its last page is reached by scrolling.
  await page.locator(".strip img").last().scrollIntoViewIfNeeded();
  await page.getByText(`Page ${all} of ${all}`).waitFor();
  await page.getByLabel("Page layout").selectOption("One page");
  await page.keyboard.press("Home");
  await page.locator(".reader-place").getByText("Cover").waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.getByText(`Page 1 of ${all}`).waitFor();
  const swipe = (from: number, to: number) =>
    page.evaluate(`(() => {
      const stage = document.querySelector(".open-page img");
      const at = (clientX) => ({ clientX, clientY: 300, bubbles: true, pointerType: "touch", pointerId: 7 });
      stage.dispatchEvent(new PointerEvent("pointerdown", at(${from})));
      stage.dispatchEvent(new PointerEvent("pointerup", at(${to})));
    })()`);
  await swipe(80, 280);
  await page.getByText(`Page 2 of ${all}`).waitFor();
  await swipe(280, 80);
  await page.getByText(`Page 1 of ${all}`).waitFor();
  await underTheFinger(page, all);
  // Two taps on a panel are one double tap.
  await doubleTap(page, page.locator(".open-page img"));
  await page.locator(".open-page-zoomed").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".open-page-zoomed").waitFor({ state: "detached" });
  await page.locator(".zone-left").tap();
  await page.getByText(`Page 2 of ${all}`).waitFor();
  // Opened again, its pages lie as they did.
  await page.reload();
  await page.getByText(`Page 2 of ${all}`).waitFor();
  await page.locator(".open-page img").waitFor();
  await context.close();
}
