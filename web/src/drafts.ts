// What somebody types and has not sent: kept in the browser as it is typed, for each account apart, until it is sent or discarded.
import { useCallback, useEffect, useRef, useState } from "react";
import { account } from "./api.ts";

const PREFIX = "mekuri.draft.";
/** Of one account. The oldest go first. */
const MOST_DRAFTS = 60;
/** UTF-16 units of one draft, as JSON: a story of 50,000 characters and its notes are far below. */
const MOST_LETTERS = 400_000;

interface Kept {
  /** Milliseconds since 1970. */
  at: number;
  value: unknown;
}

const nameOf = (name: string) => `${PREFIX}${account()}.${name}`;

/** Forms of what reviews are about. A draft that was kept of an earlier one would not fit, and is not found any more. */
const REVIEWED_FORM = 2;

/** Name of what somebody changed by hand at a phase's review. */
export const reviewDraft = (sessionId: string, phase: string): string =>
  `book.${sessionId}/${phase}@${REVIEWED_FORM}`;

/**
 * What this page has read or written of a draft since it was loaded, by its name in the storage; null where there is none. Tabs of one
 * account share the storage: a tab goes on with its own draft whatever another one writes, and forgets no draft but its own.
 */
const ownDrafts = new Map<string, string | null>();

/** Undefined where there is none. */
export function readDraft(name: string): unknown {
  const key = nameOf(name);
  const own = ownDrafts.get(key);
  const kept = own === undefined ? localStorage.getItem(key) : own;
  ownDrafts.set(key, kept);
  if (kept === null) return undefined;
  try {
    return (JSON.parse(kept) as Kept).value;
  } catch {
    return undefined;
  }
}

/** `undefined` forgets it. What is too large, or finds no room, is not kept; gives whether it is. */
export function writeDraft(name: string, value: unknown): boolean {
  const key = nameOf(name);
  if (value === undefined) {
    if (localStorage.getItem(key) === ownDrafts.get(key)) localStorage.removeItem(key);
    ownDrafts.set(key, null);
    return true;
  }
  const words = JSON.stringify({ at: Date.now(), value } satisfies Kept);
  if (words.length > MOST_LETTERS) return false;
  ownDrafts.set(key, words);
  try {
    localStorage.setItem(key, words);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
  forgetOldest();
  return true;
}

/** Those whose name begins so: of a book that was deleted. */
export function forgetDrafts(beginning: string): void {
  for (const key of ownKeys()) if (key.startsWith(nameOf(beginning))) localStorage.removeItem(key);
  for (const key of ownDrafts.keys()) if (key.startsWith(nameOf(beginning))) ownDrafts.delete(key);
}

function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(nameOf("")));
}

function forgetOldest(): void {
  const keys = ownKeys();
  if (keys.length <= MOST_DRAFTS) return;
  const at = (key: string) => (JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>).at ?? 0;
  const oldest = keys.toSorted((a, b) => at(a) - at(b)).slice(0, keys.length - MOST_DRAFTS);
  for (const key of oldest) localStorage.removeItem(key);
}

/** Words that are still there when the page is loaded anew. What equals `first` is no draft. */
export function useKeptWords(name: string, first = ""): [string, (words: string) => void] {
  const [words, setWords] = useState(() => {
    const kept = readDraft(name);
    return typeof kept === "string" ? kept : first;
  });
  const set = useCallback(
    (next: string) => {
      setWords(next);
      writeDraft(name, next === first ? undefined : next);
    },
    [name, first],
  );
  return [words, set];
}

/** As `useState`, kept. `read` gives undefined for what is none: an older studio may have kept something else. */
export function useKept<T>(
  name: string,
  first: T,
  read: (kept: unknown) => T | undefined,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(readDraft(name)) ?? first);
  const isFirst = useRef(true);
  useEffect(() => {
    // What was read is kept already.
    if (!isFirst.current) writeDraft(name, value);
    isFirst.current = false;
  }, [name, value]);
  return [value, setValue];
}
