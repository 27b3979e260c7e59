// Whether a transaction that is tried again was committed by an earlier try whose answer was lost: its mark is in the document then.
// Without it a command would be refused by what it did itself, or would do it twice.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { StoredDocument } from "./documents.ts";

/** The field of the last commits' marks, in every document that transactions change. */
const FIELD = "commits";
/** Others may have committed before the try that finds out: as many as come to pass between two tries. */
const KEPT = 8;

const MarksSchema = z.array(z.string()).default([]);

export interface Tries<T> {
  /** What the try that was committed gave, if one of ours was. */
  known(document: StoredDocument | undefined): { value: T } | undefined;
  /** A document's next content after that with these marks, with the mark of this transaction; `value` is what is given when it is committed. */
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
