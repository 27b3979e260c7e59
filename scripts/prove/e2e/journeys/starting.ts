// Before the start: the files loaded before the screen responds, a dropped file, the people and places found, the estimate; a start whose
// answer is lost.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ClientSession, OwnedSession } from "../../../../web/src/documents.ts";
import { loadedBytes } from "../first-load.ts";
import { newGuest } from "../guest-api.ts";
import { STORY } from "../main-journey.ts";
import { type Studio, WAITER } from "../studio.ts";

/** 「猫は走った。」 in Shift_JIS. */
const SHIFT_JIS = Buffer.from("944c82cd919682c182bd8142".repeat(3), "hex");

/** Maximum of HTML, scripts and styles until the first screen answers, in bytes with brotli. */
const FIRST_LOAD = 130_000;

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    return data;
  })()`);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await page.getByText("Drop the file here.").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

export async function starting(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  const story = page.getByRole("textbox", { name: "Your story" });

  await story.fill("猫は走った。".repeat(2));
  await page.getByText("12 of 50,000 characters").waitFor();
  const loaded = await loadedBytes(page);
  assert.ok(loaded > 50_000 && loaded <= FIRST_LOAD, `${loaded} bytes are loaded before the screen responds`);

  // Markdown, then Shift_JIS; a file that is not text is refused with a hint, and nothing is lost.
  await page.locator(".new-file input").setInputFiles({
    ...{ name: "neko.txt", mimeType: "text/plain", buffer: SHIFT_JIS },
  });
  await page.getByText("18 of 50,000 characters").waitFor();
  assert.equal(await story.inputValue(), "猫は走った。".repeat(3));
  await drop(page, "neko.md", STORY);
  await page.getByText(`${[...STORY].length} of 50,000 characters`).waitFor();
  assert.equal(await story.inputValue(), STORY);
  await drop(page, "neko.png", STORY);
  await page.getByText("neko.png could not be read as text. Use a .txt or .md file.").waitFor();
  await page.getByText("Your cast: portraits and notes").click();
  await page.getByRole("textbox", { name: /^A line for each person/ }).fill("ミナ：十五歳");
  await page.reload();
  assert.equal(await story.inputValue(), STORY);

  // The screen shows the people, the places and the language that were found, and the book's length, cost and time.
  await page.locator(".names").getByText("ミナ", { exact: true }).waitFor();
  await page.locator(".names").getByText("駅", { exact: true }).waitFor();
  await page.locator(".found").getByText("Japanese", { exact: true }).waitFor();
  const takes = page.getByRole("region", { name: "Estimate" });
  await takes.getByText("free", { exact: true }).waitFor();
  await page.getByRole("spinbutton", { name: "Pages" }).fill("12");
  await takes.getByText("12", { exact: true }).waitFor();
  await page.getByRole("radio", { name: "Simulation" }).check({ force: true });
  await takes.getByText(/^\$\d/).waitFor();
  await page.getByRole("spinbutton", { name: "Spending limit in US$" }).fill("5");
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await page.getByText("The offline reader does not translate.").waitFor();
  await page.getByRole("combobox", { name: "Language" }).selectOption("As the story is written");
  await page.locator(".review").getByText("Characters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Waiting time" }).selectOption("2 h");

  // The estimate and the start button are visible at any scroll position, with the options beside the story.
  await page.evaluate("scrollTo(0, 0)");
  const [told, choices, go] = await Promise.all(
    [".new-story", ".new-choices", ".new-go"].map((part) => page.locator(part).boundingBox()),
  );
  assert(told && choices && go);
  assert(choices.x >= told.x + told.width, "the options are beside the story");
  assert(
    Math.abs(told.y + told.height - choices.y - choices.height) < 2,
    "options and story end at the same height",
  );
  assert(go.y + go.height <= WAITER.size.height + 1, "the start button is visible");

  // The answer to the start is lost; a repeat returns the same book.
  let starts = 0;
  await page.route("**/manga/generate", async (route) => {
    starts += 1;
    if (starts > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  const make = page.getByRole("button", { name: "Make the manga" });
  await make.click();
  await page.getByText("The service was not reached.").waitFor();
  await make.click();
  await page.waitForURL(/\/session\//);
  assert.equal(starts, 2);
  const { sessions } = await guest.ask<{ sessions: ClientSession[] }>("GET", "/manga/sessions");
  assert.equal(sessions.length, 1);
  const [{ sessionId, params } = { sessionId: "", params: undefined }] = sessions;
  assert.equal(params?.pages, 12);
  assert.equal(params.reviewTimeoutMinutes, 120);
  const owned = await guest.ask<OwnedSession>("GET", `/manga/sessions/${sessionId}`);
  assert.equal(owned.params.budgetMicros, 5_000_000);
  await guest.ask("POST", `/manga/sessions/${sessionId}/cancel`);
  await context.close();
}
