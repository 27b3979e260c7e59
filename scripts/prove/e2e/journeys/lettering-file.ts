// Language and direction are changed by forms: a lettering.csv with a mistake, then one in English, then the other direction and back. No
// picture is redrawn, and after the return the page is the same.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

const give = (page: Page, csv: string) =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name: "lettering.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

export async function letteringFile(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, formats: ["csv"] });
  const path = `/manga/sessions/${sessionId}`;
  const { files } = await guest.ask<{ files: { url: string }[] }>("GET", `${path}/exports/csv`);
  const csv = await (await fetch(files[0]?.url ?? "")).text();
  const look = async () => (await guest.pages(sessionId))[0];
  const first = await look();
  const art = (one: typeof first) => one?.panels.map(({ image }) => image?.hash);

  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.locator(".balloon").first().waitFor();
  const form = page.getByRole("button", { name: "Letter again" });
  const current = (version: number) =>
    page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`Version ${version}\\b`) })
      .filter({ hasText: "current" })
      .waitFor();
  const settled = async (version: number) => {
    await current(version);
    await guest.until(sessionId, "completed");
  };

  // A file's mistake is reported with its position, and nothing changes.
  await give(page, csv.replace("待って", "").replaceAll(/^(1,k1,)[ws]1/gm, "$1x9"));
  await form.click();
  await page.getByText(/line \d+/).waitFor();
  assert.deepEqual((await look())?.texts, first?.texts);

  // Letters in English, with the file and the select box of languages.
  await page.getByRole("combobox", { name: "Letter it in" }).selectOption("English");
  await give(page, csv.replace("待って", "Wait for me!"));
  await form.click();
  await settled(2);
  const english = await look();
  assert(
    english?.texts.some(({ text }) => text === "Wait for me!"),
    "the file's words stand on the page",
  );
  assert.equal((await guest.until(sessionId, "completed")).params.language, "en");
  assert.deepEqual(art(english), art(first));
  await page.getByRole("button", { name: "Balloon: Wait for me!" }).waitFor();

  // Binds in the other direction and back: the page's picture is the same as before.
  await page.getByRole("button", { name: "Rebind: Left to right" }).click();
  await settled(3);
  const turned = await look();
  assert.notEqual(turned?.image?.hash, english?.image?.hash);
  await page.getByRole("button", { name: "Rebind: Right to left" }).click();
  await settled(4);
  const back = await look();
  assert.equal(back?.image?.hash, english?.image?.hash);
  assert.deepEqual(art(back), art(first));
  await context.close();
}
