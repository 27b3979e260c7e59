// Guesses at the storyboard's review. Pages with guesses come first, one after the other. Each guess is settled by "It is right" or by an
// edit, on desktop and phone, in both languages.
import assert from "node:assert/strict";
import type { StoryboardPage } from "../../../../web/src/documents.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { PHONE, type Studio, WAITER } from "../studio.ts";

type Board = Pick<StoryboardPage, "panels"> & { hash: string };
type Guesses = Board["panels"][number]["picture"]["guessed"];

const boardOf = (guest: Guest, path: string, page: number) =>
  guest.ask<Board>("GET", `${path}/pages/${page}/storyboard`);

/** Marks the first panel of a page as guessed, as an unsure reader does. */
async function guess(guest: Guest, path: string, { page, guessed }: { page: number; guessed: Guesses }) {
  const { hash, panels } = await boardOf(guest, path, page);
  const next = panels.map((panel, at) =>
    at === 0 ? { ...panel, picture: { ...panel.picture, guessed } } : panel,
  );
  await guest.ask("PATCH", `${path}/pages/${page}/storyboard?base=${hash}`, { panels: next });
}

export async function guessing(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ pages: 3, review: ["storyboard"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  await guess(guest, path, { page: 2, guessed: ["place", "who"] });
  await guess(guest, path, { page: 3, guessed: ["hour"] });
  const address = `${studio.service.api}/session/${sessionId}`;

  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(address);
  await page.getByText(/^Drawn from guesses: 2 of \d+ panels/).waitFor();
  // The first page with a guess is open, and its tab comes first.
  await page.getByText("the place, who is there").waitFor();
  const tabs = page.getByRole("navigation", { name: "Pages" }).getByRole("button");
  assert.deepEqual(await tabs.allTextContents(), ["2", "3", "1"]);
  await page.getByRole("button", { name: "Guesses first" }).click();
  assert.deepEqual(await tabs.allTextContents(), ["1", "2", "3"]);
  await page.getByRole("button", { name: "It is right" }).click();
  await page.getByRole("button", { name: "Save this page" }).click();
  await page.getByText(/^Drawn from guesses: 1 of \d+ panels/).waitFor();
  await page.getByRole("button", { name: "Next guess" }).click();
  await page.getByText("the hour", { exact: false }).first().waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await context.close();
  const { panels } = await boardOf(guest, path, 2);
  assert.equal(panels[0]?.picture.guessed, undefined);

  const phone = await studio.visit({ ...WAITER, tongue: "ja", size: PHONE, guest: guest.key });
  await phone.page.goto(address);
  await phone.page.getByText(/コマのうち 1 コマは推測です/).waitFor();
  await phone.page.getByRole("button", { name: "これで正しい" }).waitFor();
  assert.deepEqual(await faultsOf(phone.page), []);
  await phone.context.close();
}
