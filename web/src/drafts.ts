// Drafts: unsent input, stored in the browser for each account as it is typed, until it is sent or discarded.
import { useCallback, useEffect, useRef, useState } from "react";
import { account } from "./api.ts";

const PREFIX = "mekuri.draft.";
/** Maximum number of drafts of one account; the oldest are evicted. */
const MOST_DRAFTS = 60;
/** Maximum size of a draft as JSON, in UTF-16 units. A story of 50,000 characters with its notes is far smaller. */
const MOST_LETTERS = 400_000;

interface Kept {
  /** Milliseconds since 1970. */
  at: number;
  value: unknown;
}

const nameOf = (name: string) => `${PREFIX}${account()}.${name}`;

/** Version of the reviewed documents' format. Drafts of another version do not fit and are ignored. */
const REVIEWED_FORM = 2;

/** Key of the unsaved edits at a phase's gate. */
export const reviewDraft = (sessionId: string, phase: string): string =>
  `book.${sessionId}/${phase}@${REVIEWED_FORM}`;

/**
 * The drafts that this page has read or written since it was loaded, by storage key; null: none. The tabs of an account share the storage:
 * a tab continues with its own draft whatever another tab writes, and deletes only its own.
 */
const ownDrafts = new Map<string, string | null>();

/** Undefined if there is none. */
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

/** Stores a draft; `undefined` deletes it. Returns false if it was not stored, because it is too large or the storage is full. */
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

/** Deletes drafts by a prefix of their keys, for a deleted book. */
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

/** State of a text field that survives a reload. A value equal to `first` is not stored. */
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

/**
 * Like `useState`, but stored. `read` validates the stored value, which an older studio may have written, and returns undefined if it is
 * invalid.
 */
export function useKept<T>(
  name: string,
  first: T,
  read: (kept: unknown) => T | undefined,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(readDraft(name)) ?? first);
  const isFirst = useRef(true);
  useEffect(() => {
    // The value that was just read is stored already.
    if (!isFirst.current) writeDraft(name, value);
    isFirst.current = false;
  }, [name, value]);
  return [value, setValue];
}
