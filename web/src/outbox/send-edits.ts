// Sends the waiting edits of one book in order, one at a time. The caller ensures that only one tab sends.
import { ApiError } from "../api.ts";
import type { Panel } from "../documents.ts";
import { merge } from "../merge-edits.ts";
import type { EditStore } from "./edit-store.ts";
import {
  type EditContent,
  isGuarded,
  isWaiting,
  MOST_TAKEN,
  type Refusal,
  requestOf,
  splitAt,
  type WaitingEdit,
} from "./waiting-edit.ts";

export interface SendParts {
  store: EditStore;
  ask<T>(
    method: string,
    path: string,
    asked?: { body?: unknown; version?: number | undefined; key?: string },
  ): Promise<T>;
  /** Resolves once there is a network. Until then, a waiting edit can still merge with the next change of its page. */
  online(): Promise<void>;
  /** Resolves once the book is not being made, and the known state has at least that version. */
  settled(sessionId: string, least: number): Promise<void>;
  /** Resolves after `ms`, or once the network returns. */
  pause(ms: number): Promise<void>;
  newId(): string;
  /** Called when the store has changed. */
  onChange(): void;
  /** True to stop sending: the account was signed out, or the page closes. */
  isOver(): boolean;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Resolves when no edit of the book is waiting. Unreachable services are retried until then. Edits of texts and storyboards are sent while
 * the book is made with the earlier ones; an edit whose effect depends on the version waits until the book is made.
 */
export async function sendEdits(
  parts: SendParts,
  book: { account: string; sessionId: string },
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  /** The service refused an edit for now, because what it changes is being made. */
  let isMoving = false;
  while (!parts.isOver()) {
    const edits = (await parts.store.list(book.account)).filter((one) => one.sessionId === book.sessionId);
    const next = edits.find(isWaiting);
    if (next === undefined) return;
    await parts.online();
    if (isMoving || !isGuarded(next)) {
      await parts.settled(book.sessionId, Math.max(0, ...edits.map(({ made = 0 }) => made)));
    }
    if (parts.isOver()) return;
    // From here on the service may have received the edit, so nothing may be merged into it.
    const sent = (await change(parts, book, markSent)).find(({ state }) => state === "sent");
    if (sent === undefined) continue;
    const waitMs = await sendOne(parts, sent);
    isMoving = waitMs !== undefined;
    if (waitMs === undefined) pauseMs = FIRST_PAUSE_MS;
    else {
      await parts.pause(Math.max(waitMs, pauseMs));
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  }
}

/** Marks the first waiting edit as sent, unless one was marked before. */
function markSent(edits: readonly WaitingEdit[]): readonly WaitingEdit[] {
  const next = edits.find(isWaiting);
  return edits.map((one) => (one === next ? { ...one, state: "sent" } : one));
}

/** Undefined: the edit has a final state. Else the minimum time before it is sent again, in ms. */
async function sendOne(parts: SendParts, edit: WaitingEdit): Promise<number | undefined> {
  const { method, path, body } = requestOf(edit.content);
  try {
    const made = await parts.ask<{ version: number }>(method, `/manga/sessions/${edit.sessionId}${path}`, {
      ...(body === undefined ? {} : { body }),
      version: edit.version,
      key: edit.key,
    });
    await change(parts, edit, (edits) => withTaken(edits, edit, made.version));
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return afterProblem(parts, edit, error);
  }
}

/** Moves the same tab's edits of the previous version to this one, because the only difference is the accepted edit. */
function withTaken(edits: readonly WaitingEdit[], edit: WaitingEdit, made: number): WaitingEdit[] {
  const next = edits.map((one): WaitingEdit => {
    if (one.id === edit.id) return { ...one, state: "taken", made };
    const isFollowing = isWaiting(one) && one.tab === edit.tab && one.version === edit.version;
    return isFollowing ? { ...one, version: made } : one;
  });
  const forgotten = new Set(next.filter(({ state }) => state === "taken").slice(0, -MOST_TAKEN));
  return next.filter((one) => !forgotten.has(one));
}

/** Problem codes that a retry may resolve: the book is being made, or the first attempt is still in progress. */
const PASSING = new Set(["session-moves", "book-not-ready", "idempotency-in-flight", "unknown"]);

async function afterProblem(
  parts: SendParts,
  edit: WaitingEdit,
  problem: ApiError,
): Promise<number | undefined> {
  const { status, code, retryAfter, field, current, actual } = problem;
  const isPassing = status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
  if (isPassing || (status === 409 && PASSING.has(code))) return retryAfter * 1_000;
  if (code === "version-conflict") {
    if (!isGuarded(edit) || current === undefined) return refuse(parts, edit, { why: "moved", current });
    await change(parts, edit, (edits) =>
      edits.map((one) => (one.id === edit.id ? { ...one, version: current } : one)),
    );
    return undefined;
  }
  if (code === "edit-conflict") {
    if (edit.content.kind === "texts") return splitTexts(parts, edit, { field, actual });
    if (edit.content.kind === "board") return rebaseBoard(parts, edit, edit.content);
  }
  return refuse(parts, edit, { why: "problem", code, detail: problem.message });
}

async function refuse(parts: SendParts, edit: WaitingEdit, refusal: Refusal): Promise<undefined> {
  await change(parts, edit, (edits) =>
    edits.map((one) => (one.id === edit.id ? { ...one, state: "refused", refusal } : one)),
  );
}

/** A text with a conflict is refused separately; the others of its edit are sent with a new key. */
async function splitTexts(
  parts: SendParts,
  edit: WaitingEdit,
  { field = "", actual = {} }: Pick<ApiError, "field" | "actual">,
): Promise<undefined> {
  const { content } = edit;
  if (content.kind !== "texts") return;
  const { refused, others } = splitAt(content.texts, field);
  const refusal: Refusal = { why: "conflict", theirs: actual };
  const texts = refused.length === 0 ? content.texts : refused;
  await change(parts, edit, (edits) =>
    edits.flatMap((one): WaitingEdit[] => {
      if (one.id !== edit.id) return [one];
      const own: WaitingEdit = { ...one, state: "refused", refusal, content: { kind: "texts", texts } };
      if (refused.length === 0 || others.length === 0) return [own];
      const rest: EditContent = { kind: "texts", texts: others };
      return [own, { ...one, id: parts.newId(), key: parts.newId(), state: "waiting", content: rest }];
    }),
  );
}

/** Rebases the panels on the newest storyboard if the changes are to different fields; else refuses the edit with both versions. */
async function rebaseBoard(
  parts: SendParts,
  edit: WaitingEdit,
  content: Extract<EditContent, { kind: "board" }>,
): Promise<number | undefined> {
  const path = `/manga/sessions/${edit.sessionId}/pages/${content.page}/storyboard`;
  let newest: { panels: Panel[]; hash?: string };
  try {
    newest = await parts.ask<{ panels: Panel[]; hash?: string }>("GET", path);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The page is being planned again, or could not be reached.
    return error.retryAfter * 1_000;
  }
  const { hash: base, panels: theirs } = newest;
  const merged = merge({ base: content.from, mine: content.panels, theirs });
  if (base === undefined || base === content.base) return 0;
  if (merged.conflicts.length > 0) {
    return refuse(parts, edit, { why: "conflict", theirs: { panels: theirs, base } });
  }
  const rebased: EditContent = { ...content, base, from: theirs, panels: merged.value };
  // A changed request needs a new key, because the service would answer the old one with the earlier result.
  const key = parts.newId();
  await change(parts, edit, (edits) =>
    edits.map((one) => (one.id === edit.id ? { ...one, key, state: "waiting", content: rebased } : one)),
  );
  return undefined;
}

async function change(
  parts: SendParts,
  { account, sessionId }: { account: string; sessionId: string },
  plan: (edits: readonly WaitingEdit[]) => readonly WaitingEdit[],
): Promise<WaitingEdit[]> {
  const after = await parts.store.change({ account, sessionId }, plan);
  parts.onChange();
  return after;
}
