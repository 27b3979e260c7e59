// The plot's review: beats are moved to other pages by pointer, keys and buttons; unsaved changes are not lost without a question; the pages
// are made from the saved plot.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

const beatsOf = async (page: Page) => {
  const pages: string[][] = [];
  for (const one of await page.locator("[data-plot-page]").all()) {
    pages.push(
      await one
        .locator("[data-beat]")
        .evaluateAll((all) => all.map((beat) => String(Object(beat).dataset.beat))),
    );
  }
  return pages;
};

/** Drags a beat by its handle and drops it on the upper part of another. */
async function carry(page: Page, handle: Locator, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await over.boundingBox()];
  assert(from !== null && to !== null);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 6, { steps: 8 });
  await page.mouse.up();
}

export async function plotting(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 3, review: ["plot"] }, "waiting");
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.locator("[data-beat]").first().waitFor();
  const beats = (at: number) => page.locator(`[data-plot-page="${at}"] [data-beat]`);

  // Beats whose content repeats another's are shown differently.
  for (const one of await page.locator("[data-plot-page]").all()) {
    const told = await one.locator("[data-beat] p").allTextContents();
    assert.equal(new Set(told).size, told.length, `its beats read ${told}`);
  }

  // Drags from the middle of a page into the middle of another.
  const before = await beatsOf(page);
  const carried = before[1]?.[1] ?? "";
  await carry(page, beats(1).nth(1).locator(".beat-handle"), beats(0).nth(1));
  const after = await beatsOf(page);
  assert.equal(after[0]?.[1], carried);
  assert.deepEqual(after.flat().toSorted(), before.flat().toSorted());

  // Moves on by keyboard across the end of the page; the focus stays.
  const handle = page.locator(`[data-beat="${carried}"] .beat-handle`);
  await handle.focus();
  for (let presses = 0; presses < 10 && !(await beatsOf(page))[1]?.includes(carried); presses++) {
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate(`document.activeElement.closest("[data-beat]")?.dataset.beat`);
    assert.equal(focused, carried, "it keeps the focus");
  }
  assert.equal((await beatsOf(page))[1]?.[0], carried);
  // Moves by the button.
  await page.locator(`[data-beat="${carried}"]`).getByRole("button", { name: "One place later" }).click();
  const wanted = await beatsOf(page);
  assert.equal(wanted[1]?.[1], carried);

  // If another move is unsaved, approving asks for confirmation first.
  const first = wanted[0]?.[0] ?? "";
  await page.locator(`[data-beat="${first}"]`).getByRole("button", { name: "One place later" }).click();
  const saved = await beatsOf(page);
  assert.notDeepEqual(saved, before);
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await page.getByRole("button", { name: "Back to my changes" }).click();
  assert.deepEqual(await beatsOf(page), saved);
  await page.getByRole("button", { name: "Save the change" }).click();
  await page.locator('[data-status="completed"]').waitFor();
  const { output } = await guest.ask<{ output: { pages: { beats: { id: string }[] }[] } }>(
    "GET",
    `/manga/sessions/${sessionId}/phase/3`,
  );
  assert.deepEqual(
    output.pages.map(({ beats }) => beats.map(({ id }) => id)),
    saved,
  );
  assert.deepEqual(complaints, []);
  await context.close();
}
