// Computes what writes do to documents: preconditions, masks, transforms. Pure: documents come from a reader argument, and the
// result is a list of changes for the store.
import { acceptFields, documentBytes } from "./accepted-fields.ts";
import type { DocumentChange, StoredDocument } from "./documents.ts";
import { FirestoreError, invalid } from "./errors.ts";
import { fieldAt, withField, withoutField } from "./fields.ts";
import { databaseOf, locateDocument, parseFieldPath } from "./paths.ts";
import { type Micros, type Timestamp, toMicros } from "./timestamps.ts";
import { applyTransforms, type FieldTransform } from "./transforms.ts";
import { type Fields, sameFields, type Value } from "./values.ts";

/** google.firestore.v1.DocumentMask. An empty mask differs from an absent one. */
export interface DocumentMask {
  readonly fieldPaths?: readonly string[];
}

/** google.firestore.v1.Precondition */
export interface Precondition {
  readonly exists?: boolean;
  readonly updateTime?: Timestamp;
}

/** google.firestore.v1.Write */
export interface Write {
  readonly update?: { readonly name?: string; readonly fields?: Fields };
  readonly delete?: string;
  /** Name of a document whose precondition is checked, and which is not written. */
  readonly verify?: string;
  readonly transform?: { readonly document?: string; readonly fieldTransforms?: readonly FieldTransform[] };
  readonly updateMask?: DocumentMask;
  readonly updateTransforms?: readonly FieldTransform[];
  readonly currentDocument?: Precondition;
}

/** The outcome of one write. */
export interface WriteOutcome {
  /** The document after the write. Null after a delete. */
  readonly document: StoredDocument | null;
  readonly transformResults: readonly Value[];
}

interface PlannedWrites {
  /** One for each document that changed. */
  readonly changes: readonly DocumentChange[];
  readonly outcomes: readonly WriteOutcome[];
}

/** The name of the document that a write changes. Throws for a name outside of the database. */
export function documentOf(write: Write, database: string): string {
  const name = write.update?.name ?? write.delete ?? write.verify ?? write.transform?.document;
  locateDocument(name);
  if (name === undefined || databaseOf(name) !== database) {
    throw invalid(`Document "${name ?? ""}" is not in the database "${database}".`);
  }
  return name;
}

/**
 * Evaluates the writes in order. Each sees the results of those before it.
 * Throws the FirestoreError of the first precondition that does not hold.
 */
export function planWrites(
  writes: readonly Write[],
  database: string,
  read: (name: string) => StoredDocument | null,
  commitTime: Micros,
): PlannedWrites {
  const changes = new Map<string, DocumentChange>();
  const deleted = new Set<string>();
  const outcomes = writes.map((write): WriteOutcome => {
    const name = documentOf(write, database);
    const pending = changes.get(name);
    const current = pending === undefined ? read(name) : pending.after;
    if (deleted.has(name) && current === null && write.currentDocument?.exists === true) {
      throw invalid(`An earlier write of the same commit deletes the document to update: ${name}`);
    }
    checkPrecondition(name, write.currentDocument, current);
    const { after, transformResults } = applyWrite(name, write, current, commitTime);
    if (write.delete !== undefined) deleted.add(name);
    if (after !== current) {
      changes.set(name, { name, before: pending === undefined ? current : pending.before, after });
    }
    return { document: after, transformResults };
  });
  const real = [...changes.values()].filter(({ before, after }) => before !== null || after !== null);
  return { changes: real, outcomes };
}

function checkPrecondition(
  name: string,
  condition: Precondition | undefined,
  current: StoredDocument | null,
): void {
  if (condition === undefined) return;
  if (condition.exists === true && current === null) {
    throw new FirestoreError("NOT_FOUND", `No document to update: ${name}`);
  }
  if (condition.exists === false && current !== null) {
    throw new FirestoreError("ALREADY_EXISTS", `Document already exists: ${name}`);
  }
  if (condition.updateTime === undefined) return;
  const required = toMicros(condition.updateTime);
  if (current?.updateTime !== required) {
    const stored =
      current === null ? "the document is missing" : `the stored version is ${current.updateTime}`;
    throw new FirestoreError(
      "FAILED_PRECONDITION",
      `The required version (${required}) of ${name} does not match: ${stored}.`,
    );
  }
}

function applyWrite(
  name: string,
  write: Write,
  current: StoredDocument | null,
  commitTime: Micros,
): { readonly after: StoredDocument | null; readonly transformResults: readonly Value[] } {
  if (write.delete !== undefined) return { after: null, transformResults: [] };
  if (write.verify !== undefined) return { after: current, transformResults: [] };
  const before = current?.fields ?? {};
  const updated = write.update === undefined ? before : updatedFields(before, write);
  const transforms = write.update === undefined ? write.transform?.fieldTransforms : write.updateTransforms;
  const { fields, results } = applyTransforms(updated, transforms ?? [], commitTime);
  if (current !== null && sameFields(fields, before)) return { after: current, transformResults: results };
  const after: StoredDocument = {
    name,
    fields,
    createTime: current?.createTime ?? commitTime,
    updateTime: commitTime,
    bytes: documentBytes(name, fields),
  };
  return { after, transformResults: results };
}

function updatedFields(before: Fields, write: Write): Fields {
  const given = acceptFields(write.update?.fields ?? {});
  if (write.updateMask === undefined) return given;
  let fields = before;
  for (const path of write.updateMask.fieldPaths ?? []) {
    const segments = parseFieldPath(path);
    const value = fieldAt(given, segments);
    fields = value === undefined ? withoutField(fields, segments) : withField(fields, segments, value);
  }
  return fields;
}
