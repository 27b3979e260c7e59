// One random editing session in Chromium: takes its commands, waits until everything is sent, and holds the book's versions against what
// was done.
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page, Route } from "playwright-core";
import { type Guest, newGuest } from "../guest-api.ts";
import { READER, type Studio } from "../studio.ts";
import { commandsOf, type EditingCommand } from "./commands.ts";
import { type Change, type EditingRecord, historyFaults } from "./history.ts";

export const EDITED_STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。「どこへ行くの」とミナはまた言った。",
  "猫は走った。「こっちだよ」とミナは言った。",
].join("\n\n");

export interface EditingBook {
  guest: Guest;
  sessionId: string;
}

/** A short book, made offline. */
export async function editedBook(studio: Studio): Promise<EditingBook> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: EDITED_STORY, pages: 1, formats: [] });
  return { guest, sessionId };
}

export interface EditingResult {
  seed: number;
  commands: EditingCommand[];
  /** In a sentence each. */
  faults: string[];
  /** Lines that were typed, taken and refused. */
  typed: number;
  refused: number;
  versions: number;
}

const PATIENCE_MS = 90_000;
const LATE_MS = 1_200;

interface Line {
  id: string;
  /** As a comparison of versions names it. */
  path: string;
}

interface OpenTab {
  page: Page;
  /** Another one each time that it is opened. */
  name: string;
}

interface Editing extends EditingBook {
  studio: Studio;
  context: BrowserContext;
  tabs: (OpenTab | undefined)[];
  lines: Line[];
  seed: number;
  isOnline: boolean;
  record: { [name in keyof EditingRecord]: EditingRecord[name][number][] };
}

export async function editingSession(
  studio: Studio,
  book: EditingBook,
  { seed, hasRestarts }: { seed: number; hasRestarts: boolean },
): Promise<EditingResult> {
  const { guest, sessionId } = book;
  const commands = commandsOf(seed, { hasRestarts });
  const visitor = await studio.visit({ ...READER, guest: guest.key });
  const editing: Editing = {
    ...{ ...book, studio, context: visitor.context, seed, isOnline: true },
    tabs: [],
    lines: await linesOf(book),
    record: { typed: [], elsewhere: [], refused: [], discarded: [], undoneAt: [] },
  };
  const first = (
    await guest.ask<{ versions: { number: number }[] }>("GET", `${pathOf(sessionId)}/versions`)
  ).versions.at(-1)?.number;
  try {
    await visitor.page.close();
    await open(editing, 0);
    for (const [at, command] of commands.entries()) await take(editing, command, at);
    await settle(editing);
    const changes = await changesSince(book, { version: first ?? 1, lines: editing.lines });
    const { typed, refused } = editing.record;
    return {
      ...{ seed, commands, typed: typed.length, refused: refused.length, versions: changes.length },
      faults: historyFaults(changes, editing.record),
    };
  } catch (error) {
    const faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { seed, commands, faults, typed: 0, refused: 0, versions: 0 };
  } finally {
    await editing.context.close();
  }
}

const pathOf = (sessionId: string) => `/manga/sessions/${sessionId}`;

async function linesOf({ guest, sessionId }: EditingBook): Promise<Line[]> {
  interface Board {
    panels: { id: string; words: { texts: { id: string }[]; sounds: unknown[] } }[];
  }
  const { panels } = await guest.ask<Board>("GET", `${pathOf(sessionId)}/pages/1/storyboard`);
  const paths = new Map(
    panels.flatMap(({ id, words }, at) =>
      words.texts.map((word, n) => [
        `${id}/${word.id}`,
        `storyboard/p001/panels/${at}/words/texts/${n}/text`,
      ]),
    ),
  );
  const [page] = await guest.pages(sessionId);
  return (page?.texts ?? []).map(({ id }) => ({ id, path: paths.get(id) ?? "" }));
}

async function take(editing: Editing, command: EditingCommand, at: number): Promise<void> {
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
      // Without it a page is not loaded, and what is on the screen goes on.
      return editing.studio.restart();
    case "decide":
      return decide(editing, command.side);
    case "wait":
      return sleep(command.ms);
  }
}

/** Undefined where the page is not open and cannot be loaded now. */
async function open(editing: Editing, tab: number): Promise<OpenTab | undefined> {
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

/** What a tab shows of a line: on the page, and beside what is typed where both were changed. */
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
  const opened = await open(editing, tab);
  const wanted = editing.lines[line % editing.lines.length];
  if (opened === undefined || wanted === undefined || wanted.path === "") return;
  const { page, name } = opened;
  const n = line % editing.lines.length;
  await choose(page, n);
  const before = await shownOf(page, n);
  const text = `行${editing.seed}・${at}`;
  await page.getByRole("textbox", { name: "Line" }).fill(text);
  const seen = [...before, ...(await shownOf(page, n))];
  // Where somebody else's came just now, both are seen, and this one is chosen.
  const save = page.getByRole("button", { name: /^(?:Change the line|Put mine in its place)$/ });
  await save.click();
  // Saved is what the form says is: what was typed is kept, and there is nothing to save any more.
  await page.locator(".line-form button.button-ink:disabled").waitFor();
  editing.record.typed.push({
    text,
    line: wanted.id,
    tab: name,
    seen: [...seen, ...(await shownOf(page, n))],
  });
}

async function place(editing: Editing, { tab, line }: { tab: number; line: number }): Promise<void> {
  const opened = await open(editing, tab);
  const n = line % editing.lines.length;
  if (opened === undefined || editing.lines[n]?.path === "") return;
  await opened.page.locator(".balloon").nth(n).focus();
  await opened.page.keyboard.press("ArrowDown");
  await opened.page.keyboard.press("Enter");
}

async function undo(editing: Editing, { what, tab }: { what: "undo" | "redo"; tab: number }): Promise<void> {
  const page = (await open(editing, tab))?.page;
  if (page === undefined) return;
  const button = page.getByRole("button", { name: what === "undo" ? "Undo" : "Redo", exact: true });
  const shown = await page.locator(".revise-state p").first().textContent();
  const version = Number(/^Version (\d+)$/.exec(shown ?? "")?.[1]);
  if (Number.isNaN(version) || (await button.count()) === 0 || (await button.isDisabled())) return;
  editing.record.undoneAt.push(version);
  // What is shown may be newer by now, or not to be undone any more.
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
  // While the page is made anew it is refused; then this device has changed nothing.
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
  await page.locator(".reader").waitFor();
  await page.goBack();
  await page.locator(".balloon").first().waitFor();
}

const CHANGES = /\/api\/v1\/manga\/sessions\/[^/]+\/(?:pages|texts|versions)/;

async function answer({ context }: Editing, come: "at once" | "late" | "never"): Promise<void> {
  await context.unroute(CHANGES);
  if (come === "at once") return;
  let lost = 0;
  await context.route(CHANGES, async (route: Route) => {
    if (route.request().method() === "GET") return route.continue();
    try {
      // The service does what it is asked; what it says of it comes late, or not.
      const answered = await route.fetch();
      if (come === "never" && lost++ < 2) return await route.abort();
      await sleep(LATE_MS);
      await route.fulfill({ response: answered });
    } catch {
      // The page was closed or loaded anew in the meantime.
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
    await first.getByRole("button", { name: "Send mine anew" }).click();
    if (theirs !== undefined) one?.seen.push(theirs);
  }
}

/** All is sent or refused, and the book is made. */
async function settle(editing: Editing): Promise<void> {
  const { context, guest, sessionId, record } = editing;
  await context.unroute(CHANGES);
  editing.isOnline = true;
  await context.setOffline(false);
  const page = (await open(editing, 0))?.page;
  if (page === undefined) throw new Error("the page does not open");
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(150)) {
    if ((await waitingIn(page)) === 0) {
      await guest.until(sessionId, "completed");
      if ((await waitingIn(page)) === 0) break;
    }
    if (Date.now() > end) throw new Error("changes wait for ever");
  }
  const items = await page.locator(".refused li").all();
  for (const item of items) {
    const [mine] = await item.locator("dd").allTextContents();
    if (mine !== undefined) record.refused.push(...mine.split(" / "));
  }
}

/** Runs in the page: edits in its database that are neither taken nor refused. */
const WAITING = `new Promise((resolve, reject) => {
  const opening = indexedDB.open("mekuri");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const all = db.transaction("edits").objectStore("edits").getAll();
    all.onsuccess = () => {
      db.close();
      resolve(all.result.filter(({ state }) => state === "waiting" || state === "sent").length);
    };
    all.onerror = () => reject(all.error);
  };
})`;

const waitingIn = (page: Page) => page.evaluate<number>(WAITING);

interface Differences {
  differences: { path: string; old?: unknown; new?: unknown }[];
}

async function changesSince(
  { guest, sessionId }: EditingBook,
  { version, lines }: { version: number; lines: readonly Line[] },
): Promise<Change[]> {
  const path = `${pathOf(sessionId)}/versions`;
  const { versions } = await guest.ask<{ versions: { number: number; what: string }[] }>("GET", path);
  const changes: Change[] = [];
  for (const { number, what } of versions.filter((one) => one.number > version)) {
    const { differences } = await guest.ask<Differences>(
      "GET",
      `${path}/compare?a=${number - 1}&b=${number}`,
    );
    const texts = differences.flatMap((one) => {
      const line = lines.find(({ path: at }) => at === one.path)?.id;
      return line === undefined ? [] : [{ line, old: String(one.old), new: String(one.new) }];
    });
    changes.push({ version: number, what, texts });
  }
  return changes;
}

/** For a message. */
export function described({ seed, commands, faults }: EditingResult): string {
  return [`seed ${seed}: ${JSON.stringify(commands)}`, ...faults.map((fault) => `  ${fault}`)].join("\n");
}
