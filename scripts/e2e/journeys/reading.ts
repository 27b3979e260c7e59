// Reading on a desktop and on a phone: by keys, by swipe, zoomed by panel, on the full screen, from where it was left.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { PHONE, READER, type Studio } from "../studio.ts";

const place = async (page: Page) => (await page.locator(".reader-place").textContent()) ?? "";

export async function reading(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ pages: 4 });
  const all = (await guest.pages(sessionId)).length;
  const { page, context, complaints } = await studio.visit({ ...READER, guest: guest.key });
  page.setDefaultTimeout(60_000);
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  await page.locator(".open-page img").first().waitFor();

  // Right to left: the left arrow goes on. The first page stands alone, the next two face each other.
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
  await onAPhone(studio, { key: guest.key, sessionId, all });
}

async function onAPhone(
  studio: Studio,
  { key, sessionId, all }: { key: string; sessionId: string; all: number },
) {
  const { page, context } = await studio.visit({ ...READER, size: PHONE, guest: key });
  await page.goto(`${studio.service.api}/read/${sessionId}`);
  // A phone begins with one long strip; its last page is reached by scrolling.
  await page.locator(".strip img").last().scrollIntoViewIfNeeded();
  await page.getByText(`Page ${all} of ${all}`).waitFor();
  await page.getByLabel("How pages lie").selectOption("Single pages");
  await page.keyboard.press("Home");
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
  // Two taps on a panel are one double tap.
  const panel = await page.locator(".open-page img").boundingBox();
  assert(panel !== null);
  for (let taps = 0; taps < 2; taps++) {
    await page.touchscreen.tap(panel.x + panel.width / 2, panel.y + panel.height / 4);
  }
  await page.locator(".open-page-zoomed").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".open-page-zoomed").waitFor({ state: "detached" });
  await page.locator(".zone-left").tap();
  await page.getByText(`Page 2 of ${all}`).waitFor();
  await context.close();
}
