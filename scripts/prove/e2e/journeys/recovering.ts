// Interruptions while a book is made: the page reloads, the network is gone for 20 s, the service restarts, a second tab answers first.
// Progress comes from listeners, without polling.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const OFFLINE_MS = 20_000;

const saidDone = (page: Page) => page.locator(".beat-done").count();

/** Hashes of the pictures whose URLs the page requests from now on. */
function addressedPictures(page: Page): string[] {
  const hashes: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith("/pictures")) hashes.push(...(searchParams.get("hashes") ?? "").split(","));
  });
  return hashes;
}

/** The book is made at the speed of real models, which takes more than a minute. */
export async function recovering(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { sessionId } = await guest.ask<{ sessionId: string }>("POST", "/manga/generate", {
    ...{ text: "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。", pages: 1, models: "simulated" },
  });
  const { page, context, requests } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.locator(".beat-running").first().waitFor();
  const addressed = addressedPictures(page);

  // While one phase runs nothing is requested, because progress comes from listeners. Only the style plate, drawn concurrently, may be
  // shown, and each picture that appears has its URL requested once.
  const pictures = `GET /api/v1/manga/sessions/${sessionId}/pictures`;
  const plate = `GET /api/v1/manga/sessions/${sessionId}/phase/5`;
  for (let isWhole = false; !isWhole; ) {
    const done = await saidDone(page);
    // The results of a phase that has just ended are requested now.
    await sleep(1_000);
    const asked = requests.length;
    await sleep(5_000);
    // On a slow machine the phase may have ended meanwhile, and its results are requested.
    isWhole = (await saidDone(page)) === done;
    const since = requests.slice(asked).filter((request) => request !== pictures);
    if (isWhole) assert.deepEqual(since, since.length === 0 ? [] : [plate]);
  }

  assert.deepEqual(addressed, [...new Set(addressed)]);

  await page.reload();
  await page.locator(".beat-done").first().waitFor();

  await context.setOffline(true);
  await page.getByText("No connection.").waitFor();
  const before = await saidDone(page);
  await sleep(OFFLINE_MS);
  await context.setOffline(false);
  await page.getByText("No connection.").waitFor({ state: "detached" });
  await page.locator(".beat-done").nth(before).waitFor();

  await studio.restart();
  await page.locator('[data-status="completed"]').waitFor();
  await page.getByRole("link", { name: "Read the book" }).waitFor();
  await page.locator(".sheet img").first().waitFor();
  await context.close();
}

/**
 * Two tabs of one user at the same gate: the slower one gets a message, overwrites nothing and keeps its input. At the speed of real
 * models, so that both tabs see the book running between two gates.
 */
export async function twoTabsAtAGate(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ review: ["characters"], models: "simulated" }, "waiting");
  const first = await studio.visit({ ...WAITER, guest: guest.key });
  const [one, two] = [first.page, await first.context.newPage()];
  for (const page of [one, two]) {
    await page.goto(`${studio.service.api}/session/${sessionId}`);
    await page.getByRole("textbox", { name: "Name" }).first().waitFor();
  }
  await one.getByRole("textbox", { name: "Name" }).first().fill("ハナ");
  await two.getByRole("textbox", { name: "Name" }).first().fill("ユキ");
  const castNow = async () => {
    const path = `/manga/sessions/${sessionId}/phase/2`;
    const { output } = await guest.ask<{ output: { characters: { name: string }[] } }>("GET", path);
    return output.characters[0]?.name;
  };
  const taken = async () => {
    for (let tries = 0; tries < 300 && (await castNow()) !== "ハナ"; tries++) await sleep(200);
  };
  // The second tab has not received the change when it sends its own.
  await two.route("**/feedback", async (route) => {
    await one.getByRole("button", { name: "Save the change" }).click();
    await taken();
    await route.continue();
  });
  await two.getByRole("button", { name: "Save the change" }).click();
  await two.getByText("This was answered elsewhere").waitFor();
  assert.equal(await castNow(), "ハナ");
  await two.unrouteAll();
  // The second tab's input is shown beside the saved value; the first tab has no unsaved input.
  await two.getByRole("button", { name: /^Mine/ }).waitFor();
  assert.equal(await two.getByRole("textbox", { name: "Name" }).first().inputValue(), "ユキ");
  // The new name gets a new portrait and another gate.
  await one.getByRole("button", { name: "Approve and continue" }).click();
  await guest.until(sessionId, "running");
  await guest.ask("POST", `/manga/sessions/${sessionId}/cancel`);
  await first.context.close();
}

/** Two tabs of one user at the same line: the slower one gets a message, and overwrites nothing. */
export async function twoTabsAtALine(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({});
  const { page: one, context } = await studio.visit({ ...WAITER, guest: guest.key });
  const two = await context.newPage();

  // The second tab edits a line that has changed.
  for (const page of [one, two]) {
    await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
    await page.getByRole("button", { name: "Balloon: 待って" }).focus();
    await page.keyboard.press("Enter");
  }
  await two.getByRole("textbox", { name: "Line" }).fill("行かないで");
  await one.getByRole("textbox", { name: "Line" }).fill("待ってよ");
  await one.getByRole("button", { name: "Change the line" }).click();
  await two.getByRole("button", { name: "Balloon: 待ってよ" }).waitFor();
  await two.getByText("This line was changed elsewhere").waitFor();
  assert.equal(await two.getByRole("textbox", { name: "Line" }).inputValue(), "行かないで");
  // Sending without a choice overwrites nothing; after a choice it does.
  const lineNow = async () => (await guest.pages(sessionId))[0]?.texts.map(({ text }) => text).join();
  await two.locator(".revise-side form").evaluate("(form) => form.requestSubmit()");
  await sleep(2_000);
  await guest.until(sessionId, "completed");
  assert.match((await lineNow()) ?? "", /待ってよ/);
  await two.getByRole("button", { name: "Use mine" }).click();
  await one.getByRole("button", { name: "Balloon: 行かないで" }).waitFor();
  await context.close();
}

/** Two tabs of one user at the same storyboard page: the slower one keeps its draft, rebased on the other's changes. */
export async function twoTabsAtABoard(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ review: ["storyboard"] }, "waiting");
  const board = () =>
    guest.ask<{ panels: { picture: { shot: string; figures: { doing: string }[] } }[] }>(
      "GET",
      `/manga/sessions/${sessionId}/pages/1/storyboard`,
    );
  const shows = (await board()).panels.findIndex(({ picture }) => picture.figures.length > 0);
  const { page: one, context } = await studio.visit({ ...WAITER, guest: guest.key });
  const two = await context.newPage();
  const shot = (page: Page) => page.getByRole("combobox", { name: "Shot" });
  for (const page of [one, two]) {
    await page.goto(`${studio.service.api}/session/${sessionId}`);
    await page.getByRole("button", { name: `Panel ${shows + 1}`, exact: true }).click();
    await shot(page).waitFor();
  }
  await two.getByRole("combobox", { name: "Doing" }).first().fill("wave");
  await shot(one).selectOption("close-up");
  await one.getByRole("button", { name: "Save this page" }).click();
  await one.getByText("Saved. The other pages are as they were.").waitFor();
  await two.getByText("Your changes now apply to the newest state.").waitFor();
  assert.equal(await two.getByRole("combobox", { name: "Doing" }).first().inputValue(), "wave");
  assert.equal(await shot(two).inputValue(), "close");
  await two.getByRole("button", { name: "Save this page" }).click();
  await two.getByText("Saved. The other pages are as they were.").waitFor();
  const panel = (await board()).panels[shows];
  assert.equal(panel?.picture.shot, "close");
  assert.equal(panel?.picture.figures[0]?.doing, "wave");
  await context.close();
}
