// Which version of its document a value is that a store has given: so it can be replaced if it still is that one, without being
// read again.
import type { Marked } from "./commit-marks.ts";
import type { Commit } from "./firestore-documents.ts";

export interface Version {
  /** In RFC 3339, to the nanosecond. */
  updateTime: string;
  /** Those of the last commits. */
  marks: readonly string[];
}

interface Noted extends Version {
  /** How long ago it was read or written, in milliseconds. */
  ageMs: number;
}

/** Values are told apart as objects: one that was changed is another one, and has no version. */
export interface DocumentVersions {
  note(content: object, version: Version): void;
  of(content: object | undefined): Noted | undefined;
}

/** `now`: milliseconds of any clock that never goes back. */
export function documentVersions(now: () => number = () => performance.now()): DocumentVersions {
  const versions = new WeakMap<object, Version & { at: number }>();
  return {
    note: (content, version) => void versions.set(content, { ...version, at: now() }),
    of(content) {
      const known = content === undefined ? undefined : versions.get(content);
      return known && { ...known, ageMs: now() - known.at };
    },
  };
}

/**
 * Replaces a document's content if it still is of that version; what has not changed is not sent. Of a map, only the entries that
 * have: the results of a long book are most of its schedule, and each step that ends changes one.
 */
export function replace(
  commit: Commit,
  path: string,
  { before, after, version }: { before: object; after: Marked<object>; version: Version },
): void {
  const changes = changesOf(before, after).flatMap(({ field, last, value }) =>
    isMap(last) && isMap(value)
      ? changesOf(last, value).map((entry) => ({ field: [field, entry.field], value: entry.value }))
      : [{ field: [field], value }],
  );
  // Every commit leaves its mark.
  if (changes.length === 0) throw new RangeError("nothing of the document changes");
  commit.update(path, changes, version.updateTime);
}

interface Difference {
  field: string;
  last: unknown;
  /** Undefined for a field that goes. */
  value: unknown;
}

function changesOf(before: object, after: object): Difference[] {
  const known = new Map<string, unknown>(Object.entries(before));
  const changes: Difference[] = [];
  for (const [field, value] of Object.entries(after)) {
    const last = known.get(field);
    if (value !== last) changes.push({ field, last, value });
  }
  for (const [field, last] of known) {
    if (last !== undefined && !(field in after)) changes.push({ field, last, value: undefined });
  }
  return changes;
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
