// Replaces a document of a known version by sending only its changes.
import type { Marked } from "./commit-marks.ts";
import type { Commit } from "./documents.ts";

/** Of a document: Firestore's update time in RFC 3339, to the nanosecond, and the marks of its last commits. */
export interface Version {
  updateTime: string;
  marks: readonly string[];
}

/**
 * Replaces a document's content if it still has that version. Only changed fields are sent, and of a map only the changed entries: most of
 * a long book's schedule is its results, and each step that ends changes one of them.
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
  if (changes.length === 0) throw new RangeError("the update changes no field of the document");
  commit.update(path, changes, version.updateTime);
}

interface Difference {
  field: string;
  last: unknown;
  /** Undefined for a removed field. */
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
