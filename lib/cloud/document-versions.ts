// Which version of its document a value is that a store has given: so it can be replaced if it still is that one, without being
// read again.
import { type DocumentReference, FieldValue, type Timestamp, type WriteBatch } from "@google-cloud/firestore";
import type { Marked } from "./commit-marks.ts";

export interface Version {
  updateTime: Timestamp;
  /** Those of the last commits. */
  marks: readonly string[];
}

/** Values are told apart as objects: one that was changed is another one, and has no version. */
export interface DocumentVersions {
  note(content: object, version: Version): void;
  of(content: object | undefined): Version | undefined;
}

export function documentVersions(): DocumentVersions {
  const versions = new WeakMap<object, Version>();
  return {
    note: (content, version) => void versions.set(content, version),
    of: (content) => (content === undefined ? undefined : versions.get(content)),
  };
}

/** Replaces a document's content if it still is of that version; what has not changed is not sent. */
export function replace(
  batch: WriteBatch,
  at: DocumentReference,
  { before, after, version }: { before: object; after: Marked<object>; version: Version },
): void {
  const known = new Map<string, unknown>(Object.entries(before));
  const changed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const last = known.get(field);
    if (value === last) continue;
    changed[field] = value === undefined ? FieldValue.delete() : value;
  }
  for (const [field, value] of known) {
    if (value !== undefined && !(field in after)) changed[field] = FieldValue.delete();
  }
  batch.update(at, changed, { lastUpdateTime: version.updateTime });
}
