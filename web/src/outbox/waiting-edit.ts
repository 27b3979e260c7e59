// An edit of a book that its owner made and the service has not taken yet: what it is, how two of one page become one, and what it
// may replace. Pure.
import type { Panel } from "../documents.ts";

export interface Point {
  x: number;
  y: number;
}

/** Another text or place for a balloon, a caption or a sound. */
export interface TextEdit {
  page: number;
  /** `k2/w1`, as the lettering names it. */
  id: string;
  text?: string;
  position?: Point;
  /** For each field that is set, the values that it may replace: what was shown, and what this browser saved since. */
  was: { text?: string[]; position?: Point[] };
}

/** What an edit asks for. */
export type EditContent =
  | { kind: "texts"; texts: readonly TextEdit[] }
  /** A page's storyboard; `from` are the panels that were changed, `base` is the hash of the storyboard that they stand in. */
  | { kind: "board"; page: number; base: string; from: readonly Panel[]; panels: readonly Panel[] }
  /** Any other change of the book: it is made to the version that was seen, or not at all. */
  | { kind: "other"; method: string; path: string; body?: unknown };

/** What stands in the book: of a text its fields; of a storyboard its panels, and its hash. */
interface Theirs {
  text?: string;
  position?: Point;
  panels?: readonly Panel[];
  base?: string;
}

/** Why the service did not take an edit. */
export type Refusal =
  /** What it was made on was changed by somebody else; `theirs` is what stands there now. */
  | { why: "conflict"; theirs: Theirs }
  /** The book has moved on, and nobody can say what the edit would do to it now. */
  | { why: "moved"; current: number | undefined }
  /** It does not fit, or there is no such thing any more. */
  | { why: "problem"; code: string; detail: string };

export interface WaitingEdit {
  id: string;
  /** The service knows a repeat of the same request by it. */
  key: string;
  /** Whose it is: `account.ts`. */
  account: string;
  sessionId: string;
  /** The open page that made it. */
  tab: string;
  /** When it was made: the order in which edits are sent. */
  order: number;
  /** The version of the book that it was made on, or that holds nothing else than own edits since. */
  version: number | undefined;
  /**
   * `waiting`: never sent. `sent`: sent at least once, whether or not the service got it. `taken`: a version of the book.
   * `refused`: stays until its owner says what becomes of it.
   */
  state: "waiting" | "sent" | "taken" | "refused";
  content: EditContent;
  /** The version that it made; of `taken`. */
  made?: number;
  refusal?: Refusal;
}

/** Values that a text may list as its to replace; the service takes 8. */
const MOST_SEEN = 8;
/** Texts in one request; the service takes 2,000. */
const MOST_TEXTS = 2_000;

/** Edits of one book that wait at most, and how large all of them may be, as JSON. */
export const MOST_WAITING = 200;
export const MOST_BYTES = 2_000_000;
/** Edits that were taken and are remembered, for what they may replace. */
export const MOST_TAKEN = 20;

export const isWaiting = ({ state }: WaitingEdit): boolean => state === "waiting" || state === "sent";

/** The page that an edit changes alone; undefined for any other. */
function pageOf(content: EditContent): number | undefined {
  if (content.kind !== "texts") return undefined;
  const [first, ...others] = new Set(content.texts.map(({ page }) => page));
  return others.length === 0 ? first : undefined;
}

/**
 * The one edit that does what two do, where the later one can be put into the earlier: both change texts of one page, and the earlier
 * was never sent. Undefined otherwise.
 */
export function mergedWith(earlier: WaitingEdit, later: WaitingEdit): WaitingEdit | undefined {
  const page = pageOf(earlier.content);
  if (earlier.state !== "waiting" || page === undefined || page !== pageOf(later.content)) return undefined;
  // Another tab did not see what this one wrote.
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

/** Without repeats, the latest ones. */
function latest<T>(values: readonly T[]): T[] {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()].slice(-MOST_SEEN);
}

/**
 * What may be replaced by an edit that is made now: what is shown, and what the same tab saved of the same text, which its page may
 * not show yet.
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

/** Whether an edit can be sent to a newer version than it was made on: the service itself compares what it replaces. */
export const isGuarded = ({ content: { kind } }: WaitingEdit): boolean => kind !== "other";

export interface EditRequest {
  method: string;
  /** Below the session's. */
  path: string;
  body?: unknown;
}

/** As the API takes it. */
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

/** A refused text and the others of its edit, which can still be taken. `field` is the problem's: `pages.1.texts.k2/w1.text`. */
export function splitAt(
  texts: readonly TextEdit[],
  field: string,
): { refused: TextEdit[]; others: TextEdit[] } {
  const isIt = ({ page, id }: TextEdit) => field.startsWith(`pages.${page}.texts.${id}.`);
  return { refused: texts.filter(isIt), others: texts.filter((one) => !isIt(one)) };
}

/** How many changes some edits make: of one that holds many texts, each counts. */
export function countChanges(edits: readonly WaitingEdit[]): number {
  return edits.reduce(
    (count, { content }) => count + (content.kind === "texts" ? content.texts.length : 1),
    0,
  );
}

/** Words to show for an edit, where it has some of its own. */
export function wordsOf({ content }: WaitingEdit): string {
  return content.kind === "texts" ? content.texts.flatMap(({ text }) => text ?? []).join(" / ") : "";
}
