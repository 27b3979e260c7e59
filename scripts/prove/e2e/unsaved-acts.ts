// Actions that lead to the screens of unsaved or refused changes, and of the story beside its book.
import type { Page } from "playwright-core";
import type { Table } from "./screen.ts";

export const choose = (what: string) => async (page: Page) => {
  await page.locator(what).first().focus();
  await page.keyboard.press("Enter");
};

export async function openStory(page: Page, t: Table): Promise<void> {
  await choose(".balloon:has(.balloon-shape)")(page);
  await page.getByRole("button", { name: t["story.open"] }).click();
}

/** Types into the first balloon's field. */
async function typeLine(page: Page, t: Table): Promise<void> {
  await choose(".balloon:has(.balloon-shape)")(page);
  await page.getByRole("textbox", { name: t["revise.line"] }).fill("Stay with me!");
}

/** Runs in the page: changes the base of stored drafts, as if the result had changed since. */
const CHANGE_BASE = `(() => {
  for (const [key, kept] of Object.entries(localStorage)) {
    if (!key.startsWith("mekuri.draft.")) continue;
    const draft = JSON.parse(kept);
    if (typeof draft.value.base === "string") draft.value.base = "Another line.";
    else if (Array.isArray(draft.value.base)) draft.value.base[0].name = "Somebody";
    localStorage.setItem(key, JSON.stringify(draft));
  }
})()`;

export async function bothLines(page: Page, t: Table): Promise<void> {
  await typeLine(page, t);
  await page.evaluate(CHANGE_BASE);
  await page.reload();
  await choose(".balloon:has(.balloon-shape)")(page);
}

export async function conflictInCast(page: Page, t: Table): Promise<void> {
  await page.getByRole("textbox", { name: t["gate.name"] }).first().fill("Hana");
  await page.evaluate(CHANGE_BASE);
  await page.reload();
}

const BALLOON = "**/balloons/*";

/** The service's answer to a conflict. */
export async function refusedLine(page: Page, t: Table): Promise<void> {
  await page.route(BALLOON, (route) =>
    route.fulfill({
      ...{ status: 412, contentType: "application/problem+json" },
      body: JSON.stringify({
        code: "edit-conflict",
        actual: { text: "Come back!" },
        status: 412,
        detail: "",
      }),
    }),
  );
  await typeLine(page, t);
  await page.getByRole("button", { name: t["revise.saveLine"] }).click();
}

export async function discardAll(page: Page): Promise<void> {
  await page.unroute(BALLOON);
  await page.locator(".refused button").last().click();
  await forgetDrafts(page);
}

export async function leaveUnsaved(page: Page, t: Table): Promise<void> {
  await typeLine(page, t);
  await page.getByRole("link", { name: t["watch.read"] }).click();
}

export const forgetDrafts = (page: Page) =>
  page.evaluate(
    `Object.keys(localStorage).filter((key) => key.startsWith("mekuri.draft.")).forEach((key) => localStorage.removeItem(key))`,
  );
