// A book by keyboard alone with reduced motion; its PDF is opened by another program.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openPdf } from "../open-pdf.ts";
import { READER, type Studio } from "../studio.ts";

/** Runs in the page: name and outline of the focused element. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.innerText;
  const shown = element.type === "checkbox" ? element.nextElementSibling : element;
  return { name: name.replace(/\\s+/g, " ").trim(), outline: getComputedStyle(shown).outlineStyle };
})()`;

/** Presses Tab until the focused element has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<{ name: string; outline: string }>(FOCUSED);
    if (focused.name !== name) continue;
    assert.notEqual(focused.outline, "none", `${name} shows that it has the focus`);
    return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

export async function byKeyboard(studio: Studio): Promise<void> {
  const { page, context, complaints } = await studio.visit({ ...READER, motion: "reduce" });
  // Long enough for a book to be made on a slow machine.
  await tabTo(page, "Try 「雨やどりの時計屋」");
  await page.keyboard.press("Enter");
  await tabTo(page, "Pages");
  await page.keyboard.type("2");
  await tabTo(page, "Characters");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Make the manga" }).and(page.locator(":enabled")).waitFor();
  await tabTo(page, "Make the manga");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Approve and continue" }).waitFor();
  assert.equal(await page.evaluate("document.getAnimations().length"), 0, "nothing moves");
  await tabTo(page, "Approve and continue");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Download" }).waitFor();
  await tabTo(page, "Download");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  const arrives = page.waitForEvent("download");
  await tabTo(page, "PDF to read anywhere");
  await page.keyboard.press("Enter");
  const file = await (await arrives).path();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const { pages, text } = await openPdf(file);
  assert(pages > 2, `the PDF of a book of two pages has ${pages} pages`);
  assert(text.length > 20, `the PDF's text is ${text}`);
  assert.deepEqual(complaints, []);
  await context.close();
}
