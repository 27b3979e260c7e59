// Every field of an editor reacts: a word that the offline artist does not draw is named beside its field while it is typed, and for a
// sentence that it does not read this is shown. All text fields of the people, a page's panel and the plot's places are visited.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

/** A word that no artist draws, another one in each field. */
const nonsense = (at: number) => `zxqv${String.fromCharCode(97 + (at % 26))}`;

/** Fields of the book's letters and of people's own lists, which no picture shows. */
const NOT_DRAWN = /^(?:Name|Name of the place|Line \d+|Scenes of outfit \d+, by number)$/u;

/** The field's label. */
const labelOf = async (field: Locator): Promise<string> =>
  (await field.locator("xpath=ancestor::label/span").allTextContents()).join(" ");

/** The hint beside the field. */
const saidBy = async (field: Locator): Promise<string> =>
  (
    await field
      .locator("xpath=ancestor::div[contains(@class, 'word-field')][1]//p[contains(@class, 'word-hint')]")
      .allTextContents()
  ).join("");

async function openAll(page: Page, within: string): Promise<void> {
  const folded = page.locator(`${within} details.more:not([open]) > summary`);
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click();
}

/** Types into every text field; returns the labels of those without a hint. */
async function inert(page: Page, within: string): Promise<{ walked: number; silent: string[] }> {
  await openAll(page, within);
  const fields = page.locator(`${within} :is(input[list], input:not([type]), textarea)`);
  const silent: string[] = [];
  const walked = await fields.count();
  for (let at = 0; at < walked; at++) {
    const field = fields.nth(at);
    const label = await labelOf(field);
    if (NOT_DRAWN.test(label)) continue;
    await field.focus();
    await field.fill(nonsense(at));
    const end = Date.now() + 10_000;
    while ((await saidBy(field)) === "" && Date.now() < end) await page.waitForTimeout(100);
    if ((await saidBy(field)) === "") silent.push(label);
  }
  return { walked, silent };
}

export async function everyField(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const [cast, board, plot] = await Promise.all(
    ["characters", "storyboard", "plot"].map((phase) => guest.make({ review: [phase] }, "waiting")),
  );
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  page.setDefaultTimeout(90_000);
  const walk = async (sessionId: string | undefined, within: string, least: number) => {
    await page.goto(`${studio.service.api}/session/${sessionId}`);
    await page.locator(within).first().waitFor();
    const { walked, silent } = await inert(page, within);
    assert.deepEqual(silent, [], within);
    assert.ok(walked >= least, `${within} has ${walked} fields`);
  };
  await walk(cast, ".cast-edited .cast-card:first-child", 14);
  await walk(plot, ".places", 2);
  await page.goto(`${studio.service.api}/session/${board}`);
  const shown = page.locator(".board-figure");
  await page.getByRole("combobox", { name: "Shot" }).waitFor();
  for (let n = 1; (await shown.count()) === 0; n++)
    await page.getByRole("button", { name: `Panel ${n}`, exact: true }).click();
  await openAll(page, ".board");
  await page.getByRole("button", { name: "Add something held" }).first().click();
  await page.getByRole("button", { name: "Add a thing" }).first().click();
  const { walked, silent } = await inert(page, ".board");
  assert.deepEqual(silent, []);
  assert.ok(walked >= 15, `the storyboard's panel has ${walked} fields`);
  await context.close();
}
