// Runs one command of a random editing session as a user would, and records what they saw.
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page, Route } from "playwright-core";
import type { Guest } from "../guest-api.ts";
import type { Studio } from "../studio.ts";
import type { EditingCommand } from "./commands.ts";
import type { EditingRecord } from "./history.ts";

/** Timeout for a page. */
const PATIENCE_MS = 90_000;
const LATE_MS = 1_200;

export interface EditingBook {
  guest: Guest;
  sessionId: string;
}

export interface Line {
  id: string;
  /** As in a comparison of versions. */
  path: string;
}

interface OpenTab {
  page: Page;
  /** Unique for each time that it is opened. */
  name: string;
}

export interface Editing extends EditingBook {
  studio: Studio;
  context: BrowserContext;
  tabs: (OpenTab | undefined)[];
  lines: Line[];
  seed: number;
  isOnline: boolean;
  record: { [name in keyof EditingRecord]: EditingRecord[name][number][] };
}

export const pathOf = (sessionId: string) => `/manga/sessions/${sessionId}`;

export async function takeCommand(editing: Editing, command: EditingCommand, at: number): Promise<void> {
  switch (command.what) {
    case "edit":
      return edit(editing, command, at);
    case "place":
      return place(editing, command);
    case "undo":
    case "redo":
      return undo(editing, command);
    case "elsewhere":
      return changeElsewhere(editing, command.line, at);
    case "reload":
      return reload(editing, command.tab);
    case "close": {
      const tab = editing.tabs[command.tab];
      editing.tabs[command.tab] = undefined;
      return tab?.page.close();
    }
    case "leave":
      return leave(editing, command.tab);
    case "network":
      editing.isOnline = command.isOnline;
      return editing.context.setOffline(!command.isOnline);
    case "answers":
      return answer(editing, command.come);
    case "restart":
      // Open pages stay open during the restart. A command that opens a page without a network leaves the current screen as it is.
      return editing.studio.restart();
    case "decide":
      return decide(editing, command.side);
    case "wait":
      return sleep(command.ms);
  }
}

/** Undefined if the page is not open and cannot be loaded now. */
export async function openTab(editing: Editing, tab: number): Promise<OpenTab | undefined> {
  const known = editing.tabs[tab];
  if (known !== undefined) return known;
  if (!editing.isOnline) return undefined;
  const page = await editing.context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${editing.studio.service.api}/session/${editing.sessionId}/revise`);
  await page.locator(".balloon").first().waitFor();
  const opened = { page, name: `${tab}.${Math.random()}` };
  editing.tabs[tab] = opened;
  return opened;
}

/** The texts that a tab shows for a line: on the page, and in a conflict beside the typed text. */
async function shownOf(page: Page, line: number): Promise<string[]> {
  const label = await page.locator(".balloon").nth(line).getAttribute("aria-label");
  const theirs = await page.locator(".both dd").allTextContents();
  return [(label ?? "").replace(/^Balloon: /, ""), ...theirs];
}

async function choose(page: Page, line: number): Promise<void> {
  const everything = page.getByRole("button", { name: "All lines of the page" });
  if (await everything.isVisible()) await everything.click();
  await page.locator(".balloon").nth(line).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Line" }).waitFor();
}

async function edit(
  editing: Editing,
  { tab, line }: { tab: number; line: number },
  at: number,
): Promise<void> {
  const opened = await openTab(editing, tab);
  const wanted = editing.lines[line % editing.lines.length];
  if (opened === undefined || wanted === undefined || wanted.path === "") return;
  const { page, name } = opened;
  const n = line % editing.lines.length;
  await choose(page, n);
  const before = await shownOf(page, n);
  const text = `行${editing.seed}・${at}`;
  await page.getByRole("textbox", { name: "Line" }).fill(text);
  const seen = [...before, ...(await shownOf(page, n))];
  // If another change just arrived, the form shows both versions, and its button `Use mine` saves the typed one.
  const save = page.getByRole("button", { name: /^(?:Change the line|Use mine)$/ });
  await save.click();
  // Saved means that the form says so: the text is stored and the save button is disabled.
  await page.locator(".line-form button.button-ink:disabled").waitFor();
  editing.record.typed.push({
    text,
    line: wanted.id,
    tab: name,
    seen: [...seen, ...(await shownOf(page, n))],
  });
}

async function place(editing: Editing, { tab, line }: { tab: number; line: number }): Promise<void> {
  const opened = await openTab(editing, tab);
  const n = line % editing.lines.length;
  if (opened === undefined || editing.lines[n]?.path === "") return;
  await opened.page.locator(".balloon").nth(n).focus();
  await opened.page.keyboard.press("ArrowDown");
  await opened.page.keyboard.press("Enter");
}

async function undo(editing: Editing, { what, tab }: { what: "undo" | "redo"; tab: number }): Promise<void> {
  const page = (await openTab(editing, tab))?.page;
  if (page === undefined) return;
  const button = page.getByRole("button", { name: what === "undo" ? "Undo" : "Redo", exact: true });
  const shown = await page.locator(".revise-state p").first().textContent();
  const version = Number(/^Version (\d+)$/.exec(shown ?? "")?.[1]);
  if (Number.isNaN(version) || (await button.count()) === 0 || (await button.isDisabled())) return;
  editing.record.undoneAt.push(version);
  // The click may fail because a newer version arrived, or because the version can no longer be undone. Then nothing is changed.
  await button.click({ timeout: 2_000 }).catch(() => {});
  const now = await page.locator(".revise-state p").first().textContent();
  const later = Number(/^Version (\d+)$/.exec(now ?? "")?.[1]);
  if (!Number.isNaN(later)) editing.record.undoneAt.push(later);
}

async function changeElsewhere({ guest, sessionId, lines, seed, record }: Editing, line: number, at: number) {
  const wanted = lines[line % lines.length];
  if (wanted === undefined || wanted.path === "") return;
  const text = `別${seed}・${at}`;
  record.elsewhere.push(text);
  const path = `${pathOf(sessionId)}/pages/1/balloons/${wanted.id.replace("/", ".")}`;
  // The service refuses a change while the page is being made. Then this device has changed nothing.
  await guest.ask("PATCH", path, { text }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/: (?:409|503) /.test(error.message)) throw error;
  });
}

async function reload(editing: Editing, tab: number): Promise<void> {
  const page = editing.tabs[tab]?.page;
  if (page === undefined || !editing.isOnline) return;
  await page.reload();
  await page.locator(".balloon").first().waitFor();
}

async function leave(editing: Editing, tab: number): Promise<void> {
  const page = editing.tabs[tab]?.page;
  if (page === undefined || !editing.isOnline) return;
  await page.getByRole("link", { name: "Read the book" }).click();
  const reader = page.locator("mekuri-reader");
  const again = page.getByRole("button", { name: "Try again" });
  // The screen reports a failed request, and the user retries.
  for (let tries = 0; tries < 3 && !(await reader.isVisible()); tries += 1) {
    try {
      await reader.or(again).first().waitFor();
    } catch (cause) {
      throw new Error(`the reader does not open: ${await page.locator("main").textContent()}`, { cause });
    }
    if (await again.isVisible()) await again.click();
  }
  await reader.waitFor();
  await page.goBack();
  await page.locator(".balloon").first().waitFor();
}

/** URLs of requests that change a book. */
export const CHANGES = /\/api\/v1\/manga\/sessions\/[^/]+\/(?:pages|texts|versions)/;

async function answer({ context }: Editing, come: "at once" | "late" | "never"): Promise<void> {
  await context.unroute(CHANGES);
  if (come === "at once") return;
  let lost = 0;
  await context.route(CHANGES, async (route: Route) => {
    if (route.request().method() === "GET") return route.continue();
    try {
      // The service handles the request, but the answer is late or lost.
      const answered = await route.fetch();
      if (come === "never" && lost++ < 2) return await route.abort();
      await sleep(LATE_MS);
      await route.fulfill({ response: answered });
    } catch {
      // The page was closed or reloaded in the meantime.
      await route.abort().catch(() => {});
    }
  });
}

async function decide(editing: Editing, side: "mine" | "discard"): Promise<void> {
  const page = editing.tabs.find((tab) => tab !== undefined)?.page;
  if (page === undefined) return;
  const first = page.locator(".refused li").first();
  if ((await first.count()) === 0) return;
  const [mine, theirs] = await first.locator("dd").allTextContents();
  const one = editing.record.typed.find(({ text }) => text === mine);
  if (side === "discard") {
    await first.getByRole("button", { name: "Discard" }).click();
    if (mine !== undefined) editing.record.discarded.push(mine);
  } else {
    await first.getByRole("button", { name: "Send mine again" }).click();
    if (theirs !== undefined) one?.seen.push(theirs);
  }
}
