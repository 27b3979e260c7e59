// One random editing session in Chromium: runs its commands, waits until all edits are sent, and checks the book's versions.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";
import { commandsOf, type EditingCommand } from "./commands.ts";
import { type Change, historyFaults } from "./history.ts";
import {
  CHANGES,
  type Editing,
  type EditingBook,
  type Line,
  openTab,
  pathOf,
  takeCommand,
} from "./take-command.ts";

export const EDITED_STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。「どこへ行くの」とミナはまた言った。",
  "猫は走った。「こっちだよ」とミナは言った。",
].join("\n\n");

/** A short book, made offline. */
export async function editedBook(studio: Studio): Promise<EditingBook> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: EDITED_STORY, pages: 1, formats: [] });
  return { guest, sessionId };
}

const PATIENCE_MS = 90_000;

export interface EditingResult {
  seed: number;
  commands: EditingCommand[];
  /** Violations as sentences. */
  faults: string[];
  /** Numbers of typed, accepted and refused lines. */
  typed: number;
  refused: number;
  versions: number;
}

export async function editingSession(
  studio: Studio,
  book: EditingBook,
  { seed, hasRestarts }: { seed: number; hasRestarts: boolean },
): Promise<EditingResult> {
  const { guest, sessionId } = book;
  const commands = commandsOf(seed, { hasRestarts });
  const visitor = await studio.visit({ ...WAITER, guest: guest.key });
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
    await openTab(editing, 0);
    for (const [at, command] of commands.entries()) await takeCommand(editing, command, at);
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

/** Waits until all edits are sent or refused and the book is made. */
async function settle(editing: Editing): Promise<void> {
  const { context, guest, sessionId, record } = editing;
  await context.unroute(CHANGES);
  editing.isOnline = true;
  await context.setOffline(false);
  const page = (await openTab(editing, 0))?.page;
  if (page === undefined) throw new Error("the page did not open");
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(150)) {
    if ((await waitingIn(page)) === 0) {
      await guest.until(sessionId, "completed");
      if ((await waitingIn(page)) === 0) break;
    }
    if (Date.now() > end) throw new Error("changes are still waiting after the timeout");
  }
  const items = await page.locator(".refused li").all();
  for (const item of items) {
    const [mine] = await item.locator("dd").allTextContents();
    if (mine !== undefined) record.refused.push(...mine.split(" / "));
  }
}

/** Runs in the page: counts edits in its database that are neither accepted nor refused. */
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

/** A page that is reloading itself cannot be asked; it counts as having a waiting edit. */
async function waitingIn(page: Page): Promise<number> {
  return page.evaluate<number>(WAITING).catch((error: unknown) => {
    if (error instanceof Error && /context was destroyed/.test(error.message)) return 1;
    throw error;
  });
}

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

/** The session's seed, commands and faults as text, for error messages. */
export function described({ seed, commands, faults }: EditingResult): string {
  return [`seed ${seed}: ${JSON.stringify(commands)}`, ...faults.map((fault) => `  ${fault}`)].join("\n");
}
