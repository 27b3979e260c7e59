// The shelf: a book is shared by its link, closed and deleted; other users have no access before and after.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

export async function sharing(studio: Studio): Promise<void> {
  const [owner, other] = [await newGuest(studio), await newGuest(studio)];
  const [sessionId, otherId] = [await owner.make({ title: "駅の猫" }), await other.make({ title: "別の本" })];
  const mine = await studio.visit({ ...WAITER, guest: owner.key });
  const theirs = await studio.visit({ ...WAITER, guest: other.key });
  const { api } = studio.service;

  // Two browsers, two users: each shelf has its own book, and the other's URL shows nothing.
  for (const [visitor, own, foreign] of [
    [mine, "駅の猫", "別の本"],
    [theirs, "別の本", "駅の猫"],
  ] as const) {
    await visitor.page.goto(`${api}/shelf`);
    await visitor.page.getByRole("heading", { name: own }).waitFor();
    assert.equal(await visitor.page.getByText(foreign).count(), 0);
  }
  const seen: string[] = [];
  theirs.page.on("response", async (response) => {
    if (response.url().includes("/api/") && response.ok()) seen.push(await response.text().catch(() => ""));
  });
  for (const path of [`/session/${sessionId}`, `/session/${sessionId}/revise`, `/read/${sessionId}`]) {
    await theirs.page.goto(`${api}${path}`);
    await theirs.page
      .getByText(/no such|There is no/i)
      .first()
      .waitFor();
  }
  assert(!seen.join("").includes("駅の猫"), "an answer contained another user's book");
  assert(
    seen.every((text) => !text.includes(sessionId)),
    "an answer named somebody else's session",
  );
  assert.notEqual(sessionId, otherId);

  // Finds it by title.
  await mine.page.getByRole("searchbox", { name: "Search titles" }).fill("別の本");
  await mine.page.getByText("Nothing found.").waitFor();
  await mine.page.getByRole("button", { name: "Show all books" }).click();
  await mine.page.getByRole("heading", { name: "駅の猫" }).waitFor();

  // A file is made on request and downloaded from the shelf, named after the book.
  await mine.page.getByRole("button", { name: "Download" }).click();
  const arrives = mine.page.waitForEvent("download");
  await mine.page.getByRole("button", { name: "EPUB" }).click();
  assert.equal((await arrives).suggestedFilename(), "駅の猫.epub");
  await mine.page.keyboard.press("Escape");

  // Another file is made from the book's own screen, which shows the progress.
  await mine.page.goto(`${api}/session/${sessionId}`);
  await mine.page.getByRole("button", { name: "Download" }).click();
  const follows = mine.page.waitForEvent("download");
  await mine.page.getByRole("button", { name: "Text (CSV)" }).click();
  assert.equal((await follows).suggestedFilename(), "駅の猫 lettering.csv");
  await mine.page.getByRole("button", { name: "Close" }).click();
  await mine.page.goto(`${api}/shelf`);

  // Shares by link, and closes again.
  await mine.page.getByRole("button", { name: "Share" }).click();
  await mine.page.getByRole("button", { name: "Make a link" }).click();
  const link = await mine.page.getByRole("textbox", { name: "Link to share" }).inputValue();
  await theirs.page.goto(link);
  await theirs.page.locator("mekuri-reader img").first().waitFor();
  assert.equal(await theirs.page.title(), "駅の猫");
  const manifest = await theirs.page.locator("mekuri-reader").getAttribute("src");
  const read = await (await fetch(new URL(manifest ?? "", link))).text();
  assert(read.includes("待って"), "the book's text is not in its manifest");
  // The HTML for embedding is beside the link. Search engines are excluded unless the owner allows them.
  const frame = await mine.page.getByRole("textbox", { name: "HTML for a page of your own" }).inputValue();
  assert(frame.startsWith(`<iframe src="${link}"`), frame);
  const isKeptOut = async () => {
    const answer = await fetch(link);
    const said = [
      answer.headers.get("x-robots-tag"),
      /name="robots" content="(\w+)"/.exec(await answer.text())?.[1],
    ];
    return said.map((one) => one === "noindex");
  };
  const found = mine.page.getByRole("checkbox", { name: "Let search engines find it" });
  assert.equal(await found.isChecked(), false);
  assert.deepEqual(await isKeptOut(), [true, true]);
  const settledAs = async (isChecked: boolean) => {
    await mine.page.getByText("Let search engines find it").click();
    await found
      .and(mine.page.locator(isChecked ? ":checked:enabled" : ":enabled:not(:checked)"))
      .waitFor({ state: "attached" });
  };
  await settledAs(true);
  assert.deepEqual(await isKeptOut(), [false, false]);
  const listed = async () =>
    (await (await fetch(`${api}/api/v1/manga/public`)).json()) as {
      books: { title: string; token: string }[];
    };
  assert(
    (await listed()).books.some(({ token }) => link.endsWith(token)),
    "who may be found is listed",
  );
  await settledAs(false);
  assert.deepEqual(await isKeptOut(), [true, true]);
  assert.deepEqual(
    (await listed()).books.filter(({ token }) => link.endsWith(token)),
    [],
  );
  await settledAs(true);
  // After a reload, the link and the setting are still shown.
  await mine.page.reload();
  await mine.page.getByRole("button", { name: "Share" }).click();
  assert.equal(await mine.page.getByRole("textbox", { name: "Link to share" }).inputValue(), link);
  assert.equal(await found.isChecked(), true);
  await mine.page.getByRole("button", { name: "Stop sharing" }).click();
  await mine.page.getByRole("button", { name: "Make a link" }).waitFor();
  await mine.page.keyboard.press("Escape");
  await theirs.page.reload();
  await theirs.page.getByRole("alert").first().waitFor();

  await deleting(mine.page, sessionId);
  await mine.page.goto(`${api}/session/${sessionId}`);
  await mine.page.getByText("There is no such book").waitFor();
  for (const { context } of [mine, theirs]) await context.close();
}

/** Deletion after a confirmation is shown at once; a book that could not be deleted reappears with a message. */
async function deleting(page: Page, sessionId: string): Promise<void> {
  const path = `**/api/v1/manga/sessions/${sessionId}`;
  const ask = page.getByRole("button", { name: "Delete" });
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Delete" });
  await ask.click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.locator(".book-actions .button:focus").getByText("Delete").waitFor();

  await page.route(path, (route) => route.abort());
  await ask.click();
  await confirm.click();
  await page.getByRole("alert").getByText("still here. The service was not reached. Check").waitFor();
  await page.unroute(path);

  const held = Promise.withResolvers<void>();
  await page.route(path, (route) => held.promise.then(() => route.continue()));
  await ask.click();
  await confirm.click();
  await page.getByText("Deleting …", { exact: true }).waitFor();
  await page.getByRole("status").getByText("Deleting “駅の猫” …").waitFor();
  await page.locator(".book-going:focus").waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  // A second deletion is impossible.
  await page.locator(".book-actions[inert]").waitFor();
  held.resolve();
  await page.getByText("Nothing here yet").waitFor();
  await page.getByRole("status").getByText("“駅の猫” was deleted.").waitFor();
  await page.locator("h1:focus").getByText("Shelf").waitFor();
}
