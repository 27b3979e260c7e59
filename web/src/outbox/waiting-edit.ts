// An edit that the service has not accepted yet: its content, merging two edits of one page, and the values it may replace. Pure functions.
import type { Panel } from "../documents.ts";

export interface Point {
  x: number;
  y: number;
}

/** A new text or place for a balloon, a caption or a sound. */
export interface TextEdit {
  page: number;
  /** `k2/w1`, as in the lettering. */
  id: string;
  text?: string;
  position?: Point;
  /** For each changed field, the values that the edit may replace: the shown one, and those that this browser saved since. */
  was: { text?: string[]; position?: Point[] };
}

/** What an edit changes. */
export type EditContent =
  | { kind: "texts"; texts: readonly TextEdit[] }
  /** A page's storyboard. `from`: the panels before the edit. `base`: hash of the storyboard they are from. */
  | { kind: "board"; page: number; base: string; from: readonly Panel[]; panels: readonly Panel[] }
  /** Any other change of the book. It is applied only to the version that was seen. */
  | { kind: "other"; method: string; path: string; body?: unknown };

/** The current values in the book: a text's fields, or a storyboard's panels and hash. */
interface Theirs {
  text?: string;
  position?: Point;
  panels?: readonly Panel[];
  base?: string;
}

/** Why the service refused an edit. */
export type Refusal =
  /** Another client changed what the edit is based on; `theirs`: the current values. */
  | { why: "conflict"; theirs: Theirs }
  /** The book has a newer version, and the edit's effect on it is unknown. */
  | { why: "moved"; current: number | undefined }
  /** The edit is invalid, or its target no longer exists. */
  | { why: "problem"; code: string; detail: string };

export interface WaitingEdit {
  id: string;
  /** Idempotency key. */
  key: string;
  /** The account's id from `account()` in `api.ts`. */
  account: string;
  sessionId: string;
  /** Id of the tab that made the edit. */
  tab: string;
  /** Time of creation, which is the order of sending. */
  order: number;
  /** The version that the edit is based on. Own edits since then advance it. */
  version: number | undefined;
  /**
   * `waiting`: never sent. `sent`: sent at least once, perhaps without an answer. `taken`: accepted as a version of the book. `refused`:
   * kept until the user decides.
   */
  state: "waiting" | "sent" | "taken" | "refused";
  content: EditContent;
  /** The version that an accepted edit made. */
  made?: number;
  refusal?: Refusal;
}

/** Maximum number of replaceable values for a text; the service accepts 8. */
const MOST_SEEN = 8;
/** Maximum number of texts in a request; the service accepts 2,000. */
const MOST_TEXTS = 2_000;

/** Maximum number of waiting edits of a book, and maximum total size as JSON. */
export const MOST_WAITING = 200;
export const MOST_BYTES = 2_000_000;
/** Maximum number of accepted edits that are remembered, for the values they may replace. */
export const MOST_TAKEN = 20;

export const isWaiting = ({ state }: WaitingEdit): boolean => state === "waiting" || state === "sent";

/** The page, if the edit changes only one; else undefined. */
function pageOf(content: EditContent): number | undefined {
  if (content.kind !== "texts") return undefined;
  const [first, ...others] = new Set(content.texts.map(({ page }) => page));
  return others.length === 0 ? first : undefined;
}

/** Merges two edits if both change texts of one page and the earlier was never sent; else undefined. */
export function mergedWith(earlier: WaitingEdit, later: WaitingEdit): WaitingEdit | undefined {
  const page = pageOf(earlier.content);
  if (earlier.state !== "waiting" || page === undefined || page !== pageOf(later.content)) return undefined;
  // Another tab has not seen this tab's edit.
  if (earlier.sessionId !== later.sessionId || earlier.tab !== later.tab) return undefined;
  if (earlier.content.kind !== "texts" || later.content.kind !== "texts") return undefined;
  const texts = [...earlier.content.texts];
  for (const one of later.content.texts) {
    const at = texts.findIndex(({ id }) => id === one.id);
    const before = texts[at];
    if (before === undefined) texts.push(one);
    else texts[at] = { ...before, ...one, was: bothSeen(before.was, one.was) };
  }
  if (texts.length > MOST_TEXTS) return undefined;
  return { ...earlier, content: { kind: "texts", texts } };
}

function bothSeen(a: TextEdit["was"], b: TextEdit["was"]): TextEdit["was"] {
  const text = [...(a.text ?? []), ...(b.text ?? [])];
  const position = [...(a.position ?? []), ...(b.position ?? [])];
  return {
    ...(text.length === 0 ? {} : { text: latest(text) }),
    ...(position.length === 0 ? {} : { position: latest(position) }),
  };
}

/** Without duplicates, the latest ones. */
function latest<T>(values: readonly T[]): T[] {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()].slice(-MOST_SEEN);
}

/**
 * The values that a new edit may replace: the shown one, and those that the same tab saved for the same text, which its page may not show
 * yet.
 */
export function withOwnValues(
  edit: TextEdit,
  { edits, tab }: { edits: readonly WaitingEdit[]; tab: string },
): TextEdit {
  const own = edits
    .filter((one) => one.state !== "refused" && one.tab === tab)
    .flatMap(({ content }) => (content.kind === "texts" ? content.texts : []))
    .filter(({ page, id }) => page === edit.page && id === edit.id);
  const text = latest([...own.flatMap((one) => one.text ?? []), ...(edit.was.text ?? [])]);
  const position = latest([...own.flatMap((one) => one.position ?? []), ...(edit.was.position ?? [])]);
  return {
    ...edit,
    was: {
      ...(edit.text === undefined ? {} : { text }),
      ...(edit.position === undefined ? {} : { position }),
    },
  };
}

/** Whether the edit may be sent to a newer version: only if the service compares the values that it replaces. */
export const isGuarded = ({ content: { kind } }: WaitingEdit): boolean => kind !== "other";

export interface EditRequest {
  method: string;
  /** Path below the session's. */
  path: string;
  body?: unknown;
}

/** Converts an edit to the API's request. */
export function requestOf(content: EditContent): EditRequest {
  switch (content.kind) {
    case "texts": {
      const texts = content.texts.map(({ id, ...rest }) => ({ ...rest, balloonId: id.replace("/", ".") }));
      const [one, ...others] = texts;
      if (one === undefined || others.length > 0) return { method: "PATCH", path: "/texts", body: { texts } };
      const { page, balloonId, ...body } = one;
      return { method: "PATCH", path: `/pages/${page}/balloons/${balloonId}`, body };
    }
    case "board": {
      const path = `/pages/${content.page}/storyboard?base=${content.base}`;
      return { method: "PATCH", path, body: { panels: content.panels } };
    }
    case "other": {
      const { method, path, body } = content;
      return { method, path, ...(body === undefined ? {} : { body }) };
    }
  }
}

/** Splits off the refused text of an edit; the others can still be sent. `field` is the problem's: `pages.1.texts.k2/w1.text`. */
export function splitAt(
  texts: readonly TextEdit[],
  field: string,
): { refused: TextEdit[]; others: TextEdit[] } {
  const isIt = ({ page, id }: TextEdit) => field.startsWith(`pages.${page}.texts.${id}.`);
  return { refused: texts.filter(isIt), others: texts.filter((one) => !isIt(one)) };
}

/** Number of changes in some edits; an edit of several texts counts each. */
export function countChanges(edits: readonly WaitingEdit[]): number {
  return edits.reduce(
    (count, { content }) => count + (content.kind === "texts" ? content.texts.length : 1),
    0,
  );
}

/** The text to show for an edit, if it has one. */
export function wordsOf({ content }: WaitingEdit): string {
  return content.kind === "texts" ? content.texts.flatMap(({ text }) => text ?? []).join(" / ") : "";
}

/** A text of a page as the service's preview of a lettering takes it. */
export interface ChangedText {
  balloonId: string;
  text?: string;
  position?: Point;
}

/** The changes of a page's texts by the edits, one for each text. Empty where another kind of edit of the page is among them. */
export function textChangesOf(edits: readonly WaitingEdit[], page: number): ChangedText[] {
  const changes = new Map<string, ChangedText>();
  for (const { content } of edits) {
    if (content.kind === "board" && content.page === page) return [];
    if (content.kind !== "texts") continue;
    for (const { page: of, id, text, position } of content.texts) {
      if (of !== page) continue;
      const balloonId = id.replace("/", ".");
      changes.set(balloonId, {
        ...(changes.get(balloonId) ?? { balloonId }),
        ...(text !== undefined && { text }),
        ...(position !== undefined && { position }),
      });
    }
  }
  return [...changes.values()];
}
