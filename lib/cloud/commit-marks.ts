// Detects whether an earlier attempt of a retried transaction was committed although its response was lost: the document then has the
// transaction's mark. Without it, a command would be refused because of its own effect, or applied twice.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { StoredDocument } from "./documents.ts";

/** The field of the last commits' marks, in every document that transactions change. */
const FIELD = "commits";
/** Other transactions may commit before the attempt that looks for its mark; this many marks are kept. */
const KEPT = 8;

const MarksSchema = z.array(z.string()).default([]);

export interface Tries<T> {
  /** The result of the committed attempt, if one of this transaction's attempts was committed. */
  known(document: StoredDocument | undefined): { value: T } | undefined;
  /** The document's next content with these marks and the mark of this transaction; `value` is the result to return after the commit. */
  marked<Content extends object>(marks: readonly string[], content: Content, value: T): Marked<Content>;
}

export type Marked<Content extends object> = Content & { [FIELD]: string[] };

export function marksOf(document: StoredDocument | undefined): string[] {
  return MarksSchema.parse(document?.content?.[FIELD]);
}

/** Begins the tries of one transaction. */
export function beginTries<T>(): Tries<T> {
  // Node keeps random bytes for UUIDs ready; 48 of their bits are enough for the few marks of a document.
  const mark = randomUUID().slice(0, 13);
  let last: { value: T } | undefined;
  return {
    known: (document) => (last !== undefined && marksOf(document).includes(mark) ? last : undefined),
    marked(marks, content, value) {
      last = { value };
      return { ...content, [FIELD]: [...marks, mark].slice(-KEPT) };
    },
  };
}
