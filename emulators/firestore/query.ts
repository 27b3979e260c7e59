// Structured queries, compiled once and then run on any source of documents. A document is a member if it satisfies scope,
// filters, order fields and cursors. Offset and limit are applied after that.
import { type CollectionScope, type DocumentSource, inScope, type StoredDocument } from "./documents.ts";
import { invalid, unimplemented } from "./errors.ts";
import { maskFields } from "./fields.ts";
import {
  compileFilter,
  type FieldReader,
  type FieldReference,
  type Filter,
  fieldPresence,
  fieldReader,
  inequalityFields,
  type Predicate,
  type QueryOrder,
} from "./filters.ts";
import { checkCollectionId, checkParent, compareNames, parseFieldPath } from "./paths.ts";
import type { Preview } from "./previews.ts";
import { checkQueryLimits } from "./query-limits.ts";
import { compareValues, type Value } from "./values.ts";

/** google.firestore.v1.Cursor */
export interface Cursor {
  readonly values?: readonly Value[];
  readonly before?: boolean;
}

/** google.firestore.v1.StructuredQuery.Order */
interface Order {
  readonly field?: FieldReference;
  readonly direction?: string;
}

/** google.firestore.v1.StructuredQuery */
export interface StructuredQuery {
  readonly select?: { readonly fields?: readonly FieldReference[] };
  readonly from?: readonly { readonly collectionId?: string; readonly allDescendants?: boolean }[];
  readonly where?: Filter;
  readonly orderBy?: readonly Order[];
  readonly startAt?: Cursor;
  readonly endAt?: Cursor;
  readonly offset?: number;
  /** google.protobuf.Int32Value. A present message without `value` means zero. */
  readonly limit?: { readonly value?: number };
  readonly findNearest?: unknown;
}

export interface Query {
  /** The query that it was compiled from. */
  readonly asked: StructuredQuery;
  readonly scope: CollectionScope;
  /** False if a document with this preview is certainly not a member. */
  mayMatch(preview: Preview): boolean;
  /** Whether a document is a member, before offset and limit. */
  matches(document: StoredDocument): boolean;
  compare(left: StoredDocument, right: StoredDocument): number;
  readonly offset: number;
  readonly limit: number;
  /** Whether the result depends on other documents (offset or limit). */
  readonly isCut: boolean;
  /** The document with the selected fields only. */
  project(document: StoredDocument): StoredDocument;
}

export function compileQuery(parent: string | undefined, query: StructuredQuery | undefined): Query {
  if (query === undefined) throw invalid("The request has no structured query.");
  if (query.findNearest !== undefined) throw unimplemented("vector search");
  const scope = scopeOf(checkParent(parent), query);
  const filter = compileFilter(query.where);
  const fullOrder = normalizedOrder(query);
  checkQueryLimits(query.where, fullOrder);
  const order = fullOrder.map(compileOrder);
  const start = boundary(query.startAt, order);
  const end = boundary(query.endAt, order);
  const offset = query.offset ?? 0;
  const limit = query.limit === undefined ? Number.POSITIVE_INFINITY : (query.limit.value ?? 0);
  if (offset < 0 || limit < 0) throw invalid("Offset and limit must not be negative.");
  const mayMatch = (preview: Preview) =>
    filter(preview) && order.every(({ isPresent }) => isPresent(preview));
  return {
    asked: query,
    scope,
    mayMatch,
    matches: (document) =>
      inScope(document.name, scope) &&
      mayMatch(document) &&
      (start === null || (query.startAt?.before === true ? start(document) >= 0 : start(document) > 0)) &&
      (end === null || (query.endAt?.before === true ? end(document) < 0 : end(document) <= 0)),
    compare: (left, right) => compareDocuments(left, right, order),
    offset,
    limit,
    isCut: offset > 0 || Number.isFinite(limit),
    project: projection(query.select?.fields),
  };
}

/** The query's ordered result without projection. `skipped` is the number of documents that the offset left out. */
export function runQuery(
  query: Query,
  source: DocumentSource,
): { readonly documents: StoredDocument[]; readonly skipped: number } {
  const members = allMembers(query, source).sort(query.compare);
  return {
    documents: members.slice(query.offset, query.offset + query.limit),
    skipped: Math.min(query.offset, members.length),
  };
}

/** All members, before offset and limit, in any order. */
function allMembers(query: Query, source: DocumentSource): StoredDocument[] {
  const members: StoredDocument[] = [];
  for (const document of source.scan(query.scope, query.mayMatch)) {
    if (query.matches(document)) members.push(document);
  }
  return members;
}

interface CompiledOrder {
  readonly isName: boolean;
  readonly read: FieldReader;
  readonly isPresent: Predicate;
  readonly sign: 1 | -1;
}

function scopeOf(parent: string, query: StructuredQuery): CollectionScope {
  const [from, ...others] = query.from ?? [];
  if (others.length > 0) throw unimplemented("queries over more than one collection selector");
  const collectionId = from?.collectionId ?? "";
  if (collectionId !== "") checkCollectionId(collectionId);
  return {
    parent,
    collectionId: collectionId === "" ? null : collectionId,
    allDescendants: from?.allDescendants ?? from === undefined,
  };
}

/**
 * The complete order: the requested fields, then the inequality fields, then the name, which makes the order total (query.proto,
 * `order_by`). The name is last even if an inequality compares it.
 */
export function normalizedOrder(query: StructuredQuery): QueryOrder[] {
  const explicit = (query.orderBy ?? []).map(({ field, direction }) => ({
    path: field?.fieldPath ?? "",
    sign: direction === "DESCENDING" ? (-1 as const) : (1 as const),
  }));
  const sign = explicit.at(-1)?.sign ?? 1;
  const all: QueryOrder[] = [...explicit];
  const compared = inequalityFields(query.where).filter((path) => path !== "__name__");
  for (const path of [...compared, "__name__"]) {
    if (!all.some((order) => order.path === path)) all.push({ path, sign });
  }
  return all;
}

function compileOrder({ path, sign }: QueryOrder): CompiledOrder {
  return {
    isName: path === "__name__",
    read: fieldReader(path),
    isPresent: fieldPresence(path),
    sign,
  };
}

function compareDocuments(
  left: StoredDocument,
  right: StoredDocument,
  order: readonly CompiledOrder[],
): number {
  for (const { isName, read, sign } of order) {
    const result = isName ? compareNames(left.name, right.name) : compareOptional(read(left), read(right));
    if (result !== 0) return result * sign;
  }
  return 0;
}

function compareOptional(left: Value | undefined, right: Value | undefined): number {
  return left === undefined || right === undefined ? 0 : compareValues(left, right);
}

/** Compares a document with a cursor: negative before it, positive after it, zero if it equals the cursor's prefix. */
function boundary(
  cursor: Cursor | undefined,
  order: readonly CompiledOrder[],
): ((document: StoredDocument) => number) | null {
  if (cursor === undefined) return null;
  const values = cursor.values ?? [];
  if (values.length > order.length) throw invalid("A cursor has more values than the query has orders.");
  return (document) => {
    for (const [index, value] of values.entries()) {
      const compiled = order[index];
      const result = compareOptional(compiled?.read(document), value) * (compiled?.sign ?? 1);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function projection(
  fields: readonly FieldReference[] | undefined,
): (document: StoredDocument) => StoredDocument {
  if (fields === undefined || fields.length === 0) return (document) => document;
  const paths = fields
    .map(({ fieldPath }) => fieldPath ?? "")
    .filter((path) => path !== "__name__")
    .map(parseFieldPath);
  return (document) => ({ ...document, fields: maskFields(document.fields, paths) });
}
