// Reading on desktop and phone: the cover alone at the start, turning by keys and by swipe, zooming by panel, full screen, a picture across
// two pages, and the stored place.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Locator, Page } from "playwright-core";
import { crossingBook } from "../crossing-book.ts";
import { newGuest } from "../guest-api.ts";
import {
  choose,
  openPages,
  openPictures,
  panelShade,
  readPlace,
  settled,
  told,
  toldPlace,
  zoomOf,
} from "../reader.ts";
import { PHONE, READER, type Studio } from "../studio.ts";
import { opensLikeABook, underTheFinger } from "./turning.ts";

const SHIFT = "Shift pairs by one page";

export async function reading(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await crossingBook(guest);
  const made = await guest.pages(sessionId);
  const all = made.length;
  const { page, context, complaints } = await studio.visit({ ...READER, guest: guest.key });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await openPictures(page).first().waitFor();

  // Right to left, the left arrow goes forward. The cover is alone, then the first page, and the next two face each other.
  await told(page, "Cover");
  assert.equal(await openPages(page).count(), 1);
  // The next pages are preloaded.
  const loaded = `performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "img").length`;
  await eventually(async () => (await page.evaluate<number>(loaded)) > 1, "the next pages are loaded");
  await page.keyboard.press("ArrowLeft");
  await told(page, `Page 1 of ${all}`);
  assert.equal(await openPages(page).count(), 1);
  await page.keyboard.press("ArrowLeft");
  await told(page, `Pages 2 and 3 of ${all}`);
  assert.deepEqual(await fromTheLeft(page), ["Page 3", "Page 2"]);
  await choose(page, SHIFT);
  await page.keyboard.press("Home");
  await opensLikeABook(page, all);
  await page.keyboard.press("ArrowLeft");
  await told(page, `Pages 1 and 2 of ${all}`);
  assert.equal(await openPages(page).count(), 2);
  await choose(page, SHIFT);

  // A double click zooms to the panel under it; the arrow goes on by panel; Escape leaves.
  await openPictures(page).first().dblclick();
  await panelShade(page).waitFor();
  const { page: at, panel } = await readPlace(page);
  const first = await zoomOf(page);
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await zoomOf(page), first);
  assert.notDeepEqual(await readPlace(page), { page: at, panel });
  await page.keyboard.press("Escape");
  await panelShade(page).waitFor({ state: "detached" });

  const crossing = made.find(({ panels }) => panels.some(({ frame }) => frame?.crosses))?.number;
  assert(crossing !== undefined, "a picture crosses two pages");
  await overTheFold(page, crossing);
  // Shifted, its pages stay together, and the adjacent ones are alone.
  await choose(page, SHIFT);
  await overTheFold(page, crossing);
  await choose(page, SHIFT);

  await page.keyboard.press("f");
  const isFull = () => page.evaluate<boolean>("document.fullscreenElement !== null");
  await eventually(isFull, "the screen is filled");
  await page.keyboard.press("f");
  await eventually(async () => !(await isFull()), "the window is back");

  // After the last page the end card is shown. The book opens again at the place where it was left.
  await page.keyboard.press("End");
  await told(page, `Pages? (\\d+ and )?${all} of ${all}`);
  const left = await toldPlace(page);
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Read again" }).waitFor();
  await page.locator("[slot=end]").getByRole("link", { name: "Close the book" }).waitFor();
  await page.reload();
  await told(page, left);
  await openPictures(page).first().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
  const shown = { key: guest.key, sessionId, all };
  await onAPhone(studio, shown);
  await fromItsPage(studio, shown);
  await fromTheEarlierReader(studio, shown);
  await fromAnOlderStudio(studio, shown);
  await openedWithoutNetwork(studio, shown);
  await withoutNetwork(studio, shown);
  await withBrokenPictures(studio, shown);
}

interface Shown {
  key: string;
  sessionId: string;
  all: number;
}

/** Opens the reader from a page on the book's own screen, at that page. After a reload it opens at the stored place. */
async function fromItsPage(studio: Studio, { key, sessionId, all }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByRole("link", { name: "Read page 5" }).click();
  await told(page, `Pages 4 and 5 of ${all}`);
  await page.keyboard.press("ArrowLeft");
  await told(page, `Pages 6 and 7 of ${all}`);
  await page.reload();
  await told(page, `Pages 6 and 7 of ${all}`);
  await context.close();
}

/** The place stored by the studio's earlier reader is used once, then deleted. */
async function fromTheEarlierReader(studio: Studio, { key, sessionId, all }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  const kept = `mekuri.place.${sessionId}`;
  await page.evaluate(`localStorage.setItem(${JSON.stringify(kept)}, "7")`);
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await told(page, `Pages 6 and 7 of ${all}`);
  await page.keyboard.press("ArrowLeft");
  await told(page, `Pages 8 and 9 of ${all}`);
  await page.reload();
  await told(page, `Pages 8 and 9 of ${all}`);
  assert.equal(await page.evaluate(`localStorage.getItem(${JSON.stringify(kept)})`), null);
  await context.close();
}

/** After a new deployment, the page requests a missing file and is reloaded. */
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
  await openPictures(page).first().waitFor();
  assert.equal(await page.evaluate("globalThis.isOlder"), undefined);
  await context.close();
}

/** The reader's code, requested offline, is loaded when the network returns. */
async function openedWithoutNetwork(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByRole("link", { name: "Read the book" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Read the book" }).click();
  await page.getByText("One moment …").waitFor();
  await page.getByText("No connection.").waitFor();
  await context.setOffline(false);
  await openPictures(page).first().waitFor();
  await context.close();
}

/** Pictures that failed offline are loaded when the network returns. */
async function withoutNetwork(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context } = await studio.visit({ ...READER, guest: key });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await openPictures(page).first().waitFor();
  await context.setOffline(true);
  await page.keyboard.press("End");
  const { page: last } = await readPlace(page);
  const widths = () =>
    openPictures(page).evaluateAll((pictures) =>
      pictures.map((one) => Number(Object(one).complete && Object(one).naturalWidth)),
    );
  const shows = async (isSeen: boolean) => {
    for (let tries = 0; tries < 300; tries++, await sleep(100)) {
      const seen = (await widths()).every((width) => width > 0);
      if (seen === isSeen) return;
    }
    throw new Error(`the last pages are ${isSeen ? "never" : "still"} seen`);
  };
  await shows(false);
  await page.getByText("No connection.").waitFor();
  await context.setOffline(false);
  await shows(true);
  assert.match(await toldPlace(page), / of \d+$/);
  assert.equal((await readPlace(page)).page, last);
  await context.close();
}

/** Names of the open pages, from left to right. */
async function fromTheLeft(page: Page): Promise<string[]> {
  const named = await Promise.all(
    (await openPages(page).all()).map(async (one) => ({
      name: (await one.getAttribute("aria-label")) ?? "",
      x: (await one.boundingBox())?.x ?? Number.NaN,
    })),
  );
  return named.toSorted((a, b) => a.x - b.x).map(({ name }) => name);
}

/** After pictures failed, only the manifest and the pictures are requested again. */
async function withBrokenPictures(studio: Studio, { key, sessionId }: Shown): Promise<void> {
  const { page, context, requests } = await studio.visit({ ...READER, guest: key });
  const own = `GET /api/v1/manga/sessions/${sessionId}`;
  const asked = () => requests.filter((one) => one.startsWith(own));
  await page.route("**/*", (route) => {
    const isGiven = route.request().resourceType() !== "image" || asked().length > 1;
    return isGiven ? route.continue() : route.fulfill({ status: 503 });
  });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  const width = () =>
    openPictures(page)
      .first()
      .evaluate((one) => Number(Object(one).naturalWidth));
  await eventually(async () => (await width()) > 0, "the cover is seen");
  assert.deepEqual(asked(), [`${own}/reader.json`, `${own}/reader.json`]);
  await context.close();
}

/** Both pages touch, the picture continues across them, and zooming shows it whole. */
async function overTheFold(page: Page, number: number): Promise<void> {
  const [near, far] = [number, number + 1].map((one) =>
    page.getByRole("group", { name: `Page ${one}`, exact: true }),
  );
  assert(near !== undefined && far !== undefined);
  await page.keyboard.press("Home");
  for (let turns = 0; turns < 9 && (await readPlace(page)).page < number; turns++)
    await page.keyboard.press("ArrowLeft");
  await told(page, `Pages ${number} and ${number + 1} of \\d+`);
  await settled(page);
  const [right, left] = [await near.boundingBox(), await far.boundingBox()];
  assert(right !== null && left !== null);
  assert(Math.abs(left.x + left.width - right.x) < 0.01, "the pages touch");
  await page.screenshot({ path: "out/e2e/read-over-the-fold.png" });

  // Four pixel columns around the fold: adjacent ones are similar.
  const clip = { x: Math.round(right.x) - 2, y: Math.ceil(right.y), width: 4, height: right.height * 0.4 };
  const image = await loadImage(await page.screenshot({ clip }));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const apart = Array.from({ length: image.height }, (_, y) =>
    Math.abs((data[(y * image.width + 1) * 4] ?? 0) - (data[(y * image.width + 2) * 4] ?? 0)),
  ).filter((levels) => levels > 80).length;
  assert(apart / image.height < 0.1, `${apart} of ${image.height} rows differ over the fold`);

  // The second page's half belongs to a panel of the first: zooming to it shows both halves. Taps at the sides turn the page.
  await far.locator("img").dblclick({ position: { x: right.width * 0.8, y: right.height / 5 } });
  await panelShade(page).waitFor();
  await settled(page);
  assert.deepEqual(await readPlace(page), { page: number, panel: 0 });
  const { width = 0 } = page.viewportSize() ?? {};
  const [nearBox, farBox] = [await near.boundingBox(), await far.boundingBox()];
  assert(nearBox !== null && farBox !== null);
  assert(nearBox.x < width && farBox.x + farBox.width > 0, "both halves of the picture are visible");
  await page.keyboard.press("Escape");
  await panelShade(page).waitFor({ state: "detached" });
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
  // The book as one strip: a double tap zooms in, and another one zooms out.
  await chooseByFinger(page, "Strip");
  const strip = page.locator("mekuri-reader .strip");
  const column = async () => (await page.locator("mekuri-reader .column").boundingBox())?.width ?? 0;
  const scrollTo = (share: number) =>
    strip.evaluate((one, share) => {
      const { scrollHeight, clientHeight } = Object(one);
      Object(one).scrollTop = (scrollHeight - clientHeight) * share;
    }, share);
  // Scrolling reaches the pages one after the other.
  for (let share = 0; share < 1 && (await readPlace(page)).page < 2; share += 0.01) await scrollTo(share);
  await told(page, `Page 2 of ${all}`);
  const narrow = await column();
  await doubleTap(page, strip);
  await eventually(async () => (await column()) > narrow * 1.9, "two taps come nearer");
  await doubleTap(page, strip);
  await eventually(async () => (await column()) === narrow, "two taps go back");
  await told(page, `Page 2 of ${all}`);
  // Scrolling reaches the last page.
  await scrollTo(1);
  await told(page, `Page ${all} of ${all}`);
  await chooseByFinger(page, "Page");
  await page.keyboard.press("Home");
  await told(page, "Cover");
  await page.keyboard.press("ArrowLeft");
  await told(page, `Page 1 of ${all}`);
  await underTheFinger(page, all);
  // A double tap on a panel zooms to it.
  await settled(page);
  await doubleTap(page, openPictures(page).first());
  await panelShade(page).waitFor();
  await page.keyboard.press("Escape");
  await panelShade(page).waitFor({ state: "detached" });
  await page.touchscreen.tap(20, PHONE.height / 2);
  await told(page, `Page 2 of ${all}`);
  // After reopening, the layout is the same.
  await page.reload();
  await told(page, `Page 2 of ${all}`);
  await openPictures(page).first().waitFor();
  await context.close();
}

/** A tap in the middle shows the bars; the upper one has the layout settings. */
async function chooseByFinger(page: Page, label: string): Promise<void> {
  const bars = page.locator("mekuri-reader .under:not(.quiet)");
  if ((await bars.count()) === 0) await page.touchscreen.tap(PHONE.width / 2, PHONE.height / 2);
  await bars.waitFor();
  await page.getByRole("button", { name: "Display" }).tap();
  const sheet = page.getByRole("dialog", { name: "Display" });
  await sheet.getByLabel(label, { exact: true }).tap();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await sheet.waitFor({ state: "detached" });
}

async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++, await sleep(100)) if (await holds()) return;
  throw new Error(`not reached in time: ${what}`);
}
