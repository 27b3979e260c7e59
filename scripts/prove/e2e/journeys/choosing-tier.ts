// The price tier of the pictures is chosen before the start, and the estimate follows.
import assert from "node:assert/strict";
import type { ClientSession } from "../../../../web/src/documents.ts";
import { newGuest } from "../guest-api.ts";
import { STORY } from "../main-journey.ts";
import { type Studio, WAITER } from "../studio.ts";

/** Needs a studio with Google's models. */
export async function choosingTier(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.getByRole("textbox", { name: "Your story" }).fill(STORY);
  const takes = page.getByRole("region", { name: "Estimate" });
  await takes.getByText("free", { exact: true }).waitFor();
  // Models with a single price have no tier.
  assert.equal(await page.getByRole("combobox", { name: "Pictures" }).count(), 0);

  /** Micro-dollars of the estimate after the choice. */
  const priceAfter = async (choose: () => Promise<unknown>): Promise<number> => {
    const told = page.waitForResponse((answer) => answer.url().endsWith("/manga/estimate") && answer.ok());
    await choose();
    return ((await (await told).json()) as { priceMicros: number }).priceMicros;
  };
  const standard = await priceAfter(() =>
    page.getByRole("group", { name: "Drawn by" }).locator("input[value=gemini]").press("Space"),
  );
  const pictures = page.getByRole("combobox", { name: "Pictures" });
  const final = await priceAfter(() => pictures.selectOption({ label: "Final: best model" }));
  const draft = await priceAfter(() => pictures.selectOption({ label: "Draft: cheapest model" }));
  const slow = await priceAfter(() =>
    page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "Slow, at half the price" }),
  );
  assert.ok(slow < draft && draft < standard && standard <= final, `${[slow, draft, standard, final]}`);

  await page.getByRole("button", { name: "Make the manga" }).click();
  await page.waitForURL(/\/session\//);
  const sessionId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const { params } = await guest.ask<ClientSession>("GET", `/manga/sessions/${sessionId}`);
  assert.deepEqual([params.tier, params.slow], ["draft", true]);
  await guest.ask("POST", `/manga/sessions/${sessionId}/cancel`);
  await context.close();
}
