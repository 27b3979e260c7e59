// The scroll position of a book is restored: after the browser's back button, by a link, and after a reload.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { openPictures } from "../reader.ts";
import { PHONE, type Studio } from "../studio.ts";

const placeOf = (page: Page) => page.evaluate<number>("Math.round(scrollY)");

/** Time in which the studio restores a position, in ms: `PATIENCE_MS` of `web/src/scroll-place.ts`. */
const PATIENCE_MS = 30_000;

async function isAt(page: Page, wanted: number, by: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let place = await placeOf(page);
  while (Math.abs(place - wanted) > 2 && Date.now() < end) {
    await page.waitForTimeout(100);
    place = await placeOf(page);
  }
  assert.ok(Math.abs(place - wanted) <= 2, `${by}: at ${place}, not ${wanted}`);
}

export async function returning(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ pages: 3 });
  const { page, context, complaints } = await studio.visit({
    ...{ tongue: "en", theme: "light", size: PHONE, guest: guest.key },
  });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.locator(".sheet img").nth(1).waitFor();
  const link = page.getByRole("link", { name: "Read page 2" });
  await link.scrollIntoViewIfNeeded();
  const place = await placeOf(page);
  assert.ok(place > 300, `the screen is long enough to be scrolled: ${place}`);

  // Opens the reader and returns by the browser's back button, then opens it again and returns by the reader's own link.
  await link.click();
  await openPictures(page).first().waitFor();
  assert.equal(await placeOf(page), 0);
  await page.goBack();
  await isAt(page, place, "back from the reader");
  await link.click();
  await openPictures(page).first().waitFor();
  await page.getByRole("link", { name: "Close the book" }).first().press("Enter");
  await link.waitFor();
  await isAt(page, place, "out of the reader");

  await page.reload();
  await isAt(page, place, "loaded anew");

  // A user who scrolls meanwhile is not moved back.
  await page.mouse.move(100, 300);
  await page.mouse.wheel(0, -200);
  await page.waitForTimeout(300);
  const own = await placeOf(page);
  assert.ok(own < place);
  await page.waitForTimeout(1_000);
  assert.equal(await placeOf(page), own);
  assert.deepEqual(complaints, []);
  await context.close();
}
