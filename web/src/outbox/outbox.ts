// The outbox: stores edits in this browser, for all tabs, until the service accepts or refuses them. One tab sends at a time, by a Web
// Lock: https://www.w3.org/TR/web-locks/
import { ApiError, account, ask } from "../api.ts";
import type { ClientSession } from "../documents.ts";
import { askForSession } from "../server-state.ts";
import { browserEditStore, type EditStore, memoryEditStore } from "./edit-store.ts";
import { enqueue, OutboxFullError } from "./enqueue.ts";
import { sendEdits } from "./send-edits.ts";
import { type EditContent, isWaiting, type WaitingEdit } from "./waiting-edit.ts";

/** Final state of an edit. */
export type Outcome = "taken" | "refused" | "discarded";

const CHANNEL = "mekuri.outbox";
const LOCK = "mekuri.outbox";
const TAB = "mekuri.tab";
/** Polling interval for a book that no screen watches. */
const ASK_AGAIN_MS = 1_500;
/** How long a watched state counts as current without an update, while an edit waits for the book. */
const TRUSTED_MS = 15_000;
const AGAIN_MS = 5_000;

let store: EditStore = browserEditStore();
let shown: readonly WaitingEdit[] = [];
const listeners = new Set<() => void>();
const watchers = new Map<string, (outcome: Outcome) => void>();
const channel = new BroadcastChannel(CHANNEL);
const sending = new Set<string>();
/** Last state of the books that a screen of this tab watches. */
const watchedBooks = new Map<string, { session: ClientSession; wake: Set<() => void> }>();

/** Id of this tab; survives a reload. */
const tab = tabId();

function tabId(): string {
  const [navigation] = performance.getEntriesByType("navigation");
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
  const kept = sessionStorage.getItem(TAB);
  if (isReload && kept !== null) return kept;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(TAB, fresh);
  return fresh;
}

channel.onmessage = () => void refresh();
void refresh();
// Another tab may have signed in as another account, or this page was suspended for long.
window.addEventListener("storage", () => void refresh());
window.addEventListener("pageshow", () => void refresh());

/** All edits of the signed-in account, in order of creation. The same array until something changes. */
export const outboxNow = (): readonly WaitingEdit[] => shown;

export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Stores an edit and sends it as soon as possible. Resolves when it is stored, with a promise of its outcome.
 * Throws `OutboxFullError`.
 */
export async function putEdit(
  sessionId: string,
  { version, content }: { version: number | undefined; content: EditContent },
): Promise<{ outcome: Promise<Outcome> }> {
  const edit = { account: account(), sessionId, tab, version, content };
  const put = () => enqueue(store, { ...edit, now: Date.now(), newId: () => crypto.randomUUID() });
  const kept = await put().catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === "QuotaExceededError") throw new OutboxFullError(error.message);
    // A browser without storage keeps edits in memory, while this page is open.
    store = memoryEditStore();
    return put();
  });
  const outcome = new Promise<Outcome>((resolve) => {
    const before = watchers.get(kept.id);
    watchers.set(kept.id, (became) => {
      before?.(became);
      resolve(became);
    });
  });
  await changed();
  return { outcome };
}

/** Sends a refused edit again, based on the current version, and overwrites conflicting values. */
export async function resendEdit(edit: WaitingEdit): Promise<void> {
  const { refusal: refused } = edit;
  const known = refused?.why === "moved" ? refused.current : edit.version;
  const current = (await currentVersion(edit.sessionId)) ?? known;
  await store.change(edit, (edits) =>
    edits.map((one): WaitingEdit => {
      if (one.id !== edit.id) return one;
      const { refusal, ...rest } = one;
      const key = crypto.randomUUID();
      return {
        ...rest,
        key,
        state: "waiting",
        version: current,
        content: overwritingTheirs(one.content, refusal),
      };
    }),
  );
  await changed();
}

/** Lists the conflicting values among those the edit may replace, so that it overwrites them. */
function overwritingTheirs(content: EditContent, refusal: WaitingEdit["refusal"]): EditContent {
  if (content.kind === "other" || refusal?.why !== "conflict") return content;
  const { text, position, panels, base } = refusal.theirs;
  if (content.kind === "board") {
    return panels === undefined || base === undefined ? content : { ...content, from: panels, base };
  }
  return {
    ...content,
    texts: content.texts.map((one) => ({
      ...one,
      was: {
        ...(one.text === undefined || text === undefined ? {} : { text: [text] }),
        ...(one.position === undefined || position === undefined ? {} : { position: [position] }),
      },
    })),
  };
}

/** Removes an edit from the outbox. If it was already sent, the service may have applied it. */
export async function discardEdit(edit: WaitingEdit): Promise<void> {
  await store.change(edit, (edits) => edits.filter(({ id }) => id !== edit.id));
  await changed();
}

/** Deletes the edits of a deleted book. */
export async function forgetBook(sessionId: string): Promise<void> {
  await store.change({ account: account(), sessionId }, () => []);
  await changed();
}

/** The newest version of each book that a screen of this tab has seen made to its end, or that was there when the screen was opened. */
const madeVersions = new Map<string, number>();

/** Whether the watched book has an accepted edit, as far as its screens have seen. */
export function isInBook({ sessionId, made = 0 }: WaitingEdit): boolean {
  return made <= (madeVersions.get(sessionId) ?? Number.POSITIVE_INFINITY);
}

/** Registers a screen that watches the book. Returns the function that unregisters it. */
export function watchBook(session: ClientSession): () => void {
  const { sessionId, version } = session;
  if (!madeVersions.has(sessionId) || isSettled(session, 0)) madeVersions.set(sessionId, version);
  const before = watchedBooks.get(sessionId);
  const sight = { session, wake: before?.wake ?? new Set() };
  watchedBooks.set(sessionId, sight);
  for (const wake of sight.wake) wake();
  return () => {
    if (watchedBooks.get(sessionId) === sight) watchedBooks.delete(sessionId);
    for (const wake of sight.wake) wake();
  };
}

async function changed(): Promise<void> {
  channel.postMessage("changed");
  await refresh();
}

async function refresh(): Promise<void> {
  shown = await store.list(account()).catch((error: unknown) => {
    if (error instanceof DOMException) return [];
    throw error;
  });
  for (const [id, tell] of watchers) {
    const edit = shown.find((one) => one.id === id);
    if (edit !== undefined && isWaiting(edit)) continue;
    watchers.delete(id);
    tell(edit === undefined ? "discarded" : edit.state === "taken" ? "taken" : "refused");
  }
  for (const listener of listeners) listener();
  for (const sessionId of new Set(shown.filter(isWaiting).map((one) => one.sessionId))) void send(sessionId);
}

async function send(sessionId: string): Promise<void> {
  const book = { account: account(), sessionId };
  const name = `${LOCK}.${book.account}.${sessionId}`;
  if (sending.has(name)) return;
  sending.add(name);
  try {
    await navigator.locks.request(name, () =>
      sendEdits(
        {
          ...{ store, ask, online, settled, pause },
          newId: () => crypto.randomUUID(),
          onChange: () => void changed(),
          isOver: () => account() !== book.account,
        },
        book,
      ),
    );
  } catch (error) {
    // An unexpected error. The edits are still stored, and are tried again.
    console.error(error);
    await pause(AGAIN_MS);
  } finally {
    sending.delete(name);
  }
  // An edit may have been added while the last one was being accepted.
  if (shown.some((one) => one.sessionId === sessionId && isWaiting(one))) await refresh();
}

/** Resolves early when the network returns or the page becomes visible. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      document.removeEventListener("visibilitychange", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    document.addEventListener("visibilitychange", end);
  });
}

const isSettled = ({ status, version }: ClientSession, least: number) =>
  status !== "running" && status !== "queued" && version >= least;

async function online(): Promise<void> {
  while (!navigator.onLine) await pause(TRUSTED_MS);
}

/** Resolves when the book is settled: by the watched state, else by polling. */
async function settled(sessionId: string, least: number): Promise<void> {
  for (;;) {
    await online();
    const sight = watchedBooks.get(sessionId);
    if (sight !== undefined) {
      if (isSettled(sight.session, least)) return;
      if (await hasNews(sight)) continue;
    }
    const session = await askFor(sessionId);
    if (session === undefined || isSettled(session, least)) return;
    await pause(ASK_AGAIN_MS);
  }
}

/** False if no update comes within `TRUSTED_MS`, so that polling is better. */
function hasNews({ wake }: { wake: Set<() => void> }): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isNews: boolean) => {
      clearTimeout(timer);
      wake.delete(hear);
      resolve(isNews);
    };
    const hear = () => end(true);
    const timer = setTimeout(() => end(false), TRUSTED_MS);
    wake.add(hear);
  });
}

/** Undefined if the service does not answer; sending then reports the error. */
async function askFor(sessionId: string): Promise<ClientSession | undefined> {
  try {
    return await askForSession(sessionId);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

async function currentVersion(sessionId: string): Promise<number | undefined> {
  return watchedBooks.get(sessionId)?.session.version ?? (await askFor(sessionId))?.version;
}
