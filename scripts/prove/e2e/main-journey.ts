// The main journey of one user, from a text to a PDF that another program opens.
import assert from "node:assert/strict";
import { openPdf } from "./open-pdf.ts";
import { openPages, openPictures } from "./reader.ts";
import type { Visitor } from "./studio.ts";

export const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
].join("\n\n");

/** Runs in the page: records its announcements about phases. */
const NOTE_SAID = `
  globalThis.said = [];
  new MutationObserver(() => {
    const text = document.querySelector("section > p[role=status]")?.textContent ?? "";
    if (text !== "" && text !== said.at(-1)) said.push(text);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** Runs in the page: records which pages are shown as running. */
const NOTE_BUSY = `
  globalThis.busy = new Set();
  new MutationObserver(() => {
    for (const tab of document.querySelectorAll(".page-tabs [data-busy]")) busy.add(parseInt(tab.textContent));
  }).observe(document.body, { subtree: true, childList: true, attributes: true });`;

export interface Journey {
  sessionId: string;
  guest: string;
}

/** `shot` is called when a screenshot is useful. */
export async function walk(
  { page, requests }: Visitor,
  shot: (name: string) => Promise<void>,
): Promise<Journey> {
  await page.getByRole("button", { name: "Try 「雨やどりの時計屋」" }).click();
  await page.getByText("Characters", { exact: true }).click();
  await page.locator(".names").getByText("ハル", { exact: true }).waitFor();
  await shot("new");
  await page.getByRole("button", { name: "Make the manga" }).click();
  await page.waitForURL(/\/session\//);
  const sessionId = new URL(page.url()).pathname.split("/")[2] ?? "";
  const guest = await page.evaluate<string>(`localStorage.getItem("mekuri.guest")`);
  await page.evaluate(NOTE_SAID);

  await page.getByRole("button", { name: "Approve and continue" }).waitFor();
  await page.locator(".gate .portrait img").last().waitFor();
  await shot("gate");
  // A wish: the person gets a new portrait and another gate.
  const portrait = page.locator(".gate").getByAltText("Portrait of ハル");
  const drawn = await portrait.getAttribute("src");
  await page.getByRole("textbox", { name: "Say what to change" }).fill("眼鏡をかけて");
  await page.getByRole("combobox", { name: "Applies to" }).selectOption("ハル");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "Do it" }).click();
  await page.locator(`.gate .portrait img[alt="Portrait of ハル"]:not([src="${drawn}"])`).waitFor();
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await page.locator(".sheet img").first().waitFor();
  await shot("watch");
  await page.getByRole("button", { name: "Download" }).waitFor();
  // Progress changed, and came from listeners only.
  const said = await page.evaluate<string[]>("said");
  assert(said.length > 1, `the page announced only these phases: ${said}`);
  const own = `GET /api/v1/manga/sessions/${sessionId}`;
  assert(!requests.includes(own), "the session was requested");

  await page.getByRole("link", { name: "Read the book" }).click();
  await openPictures(page).first().waitFor();
  await shot("read");
  for (let turns = 0; turns < 20; turns++) {
    if (await page.getByRole("button", { name: "Read again" }).isVisible()) break;
    await page.keyboard.press("ArrowLeft");
  }
  await page.getByRole("button", { name: "Read again" }).waitFor();
  const made = await page.evaluate<number>("document.querySelector('mekuri-reader').manifest.pages.length");
  // The cover is in addition to the pages. Keys are faster than the animation; the last page is shown in the end.
  const all = made - 1;
  assert(all > 1, `the book has ${made} pages with its cover`);
  await page.locator(`mekuri-reader .slot:not([inert]) .page[aria-label="Page ${all}"]`).waitFor();
  assert.equal(await openPages(page).last().getAttribute("aria-label"), `Page ${all}`);
  // The reader requests its manifest and never the session, even if pictures fail.
  assert(requests.includes(`${own}/reader.json`), "the manifest was not requested");
  assert(!requests.includes(own), "the session was requested while the book was read");
  await page.locator("[slot=end]").getByRole("link", { name: "Close the book" }).click();

  await page.getByRole("link", { name: "Revise" }).click();
  const line = page.locator(".balloon:has(.balloon-shape)").first();
  await line.waitFor();
  await line.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Line" }).fill("待ってよ！");
  await page.getByRole("button", { name: "Change the line" }).click();
  const changed = page.getByRole("button", { name: "Balloon: 待ってよ！" });
  await changed.waitFor();
  await page.getByText("Version 3").waitFor();
  const panel = page.getByRole("button", { name: "Panel 1" });
  await panel.focus();
  await page.keyboard.press("Enter");
  const now = page.getByAltText("Now");
  const before = await now.getAttribute("src");
  await page.evaluate(NOTE_BUSY);
  await page.getByRole("button", { name: "Draw it again" }).click();
  await page.getByText("Version 4").waitFor();
  await page.getByAltText("Take 1").waitFor();
  await page.locator(`.take-now img:not([src="${before}"])`).waitFor();
  await shot("revise");
  assert.equal(await changed.count(), 1);
  const busy = await page.evaluate<number[]>("[...busy]");
  assert(
    busy.every((number) => number === 1),
    `of one panel's change pages ${busy} were shown as being at work`,
  );

  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("button", { name: "Download" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF to read anywhere" }).click();
  const pdf = await openPdf(await (await download).path());
  assert(pdf.pages > all, `the PDF of a book of ${all} pages has ${pdf.pages} pages`);
  assert(pdf.text.includes("待ってよ！"), "the PDF contains the changed line");
  return { sessionId, guest };
}
