// Compiles a structured query's filters into a predicate on documents. Each operator defines which types it compares and how it
// treats null, NaN and missing fields.
import { invalid } from "./errors.ts";
import { fieldAt } from "./fields.ts";
import { compareStrings, parseFieldPath } from "./paths.ts";
import type { Preview } from "./previews.ts";
import { compareValues, typeOrder, type Value } from "./values.ts";

export interface FieldReference {
  readonly fieldPath?: string;
}

/** google.firestore.v1.StructuredQuery.Filter */
export interface Filter {
  readonly compositeFilter?: { readonly op?: string; readonly filters?: readonly Filter[] };
  readonly fieldFilter?: { readonly field?: FieldReference; readonly op?: string; readonly value?: Value };
  readonly unaryFilter?: { readonly field?: FieldReference; readonly op?: string };
}

/** One field of a query's order: 1 ascending, -1 descending. */
export interface QueryOrder {
  readonly path: string;
  readonly sign: 1 | -1;
}

/** For a preview the result is false only if the whole document certainly does not match. */
export type Predicate = (document: Preview) => boolean;

/** Reads one field of a document; `__name__` is the document's own name, as a reference. */
export type FieldReader = (document: Preview) => Value | undefined;

/** https://firebase.google.com/docs/firestore/query-data/queries#limits_on_or_queries */
const MAX_IN = 30;
const MAX_NOT_IN = 10;

const INEQUALITIES = new Set([
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "NOT_EQUAL",
  "NOT_IN",
  "IS_NOT_NAN",
  "IS_NOT_NULL",
]);

export function fieldReader(path: string): FieldReader {
  if (path === "__name__") return (document) => ({ referenceValue: document.name });
  const segments = parseFieldPath(path);
  return (document) => fieldAt(document.fields, segments);
}

/** Whether a document has the field. True if a preview does not hold the answer. */
export function fieldPresence(path: string): Predicate {
  const read = fieldReader(path);
  const isOmitted = omission(path);
  return (document) => isOmitted(document) || read(document) !== undefined;
}

/** Whether the field is in a part that the preview omits. */
function omission(path: string): Predicate {
  const [first = ""] = path === "__name__" ? [] : parseFieldPath(path);
  return ({ omitted }) => omitted?.has(first) === true;
}

/** One comparison of a filter. */
export interface Leaf {
  readonly op: string;
  readonly path: string;
}

/** All comparisons in a filter, at any nesting. */
export function leavesOf(filter: Filter | undefined): Leaf[] {
  if (filter === undefined) return [];
  const leaf = filter.fieldFilter ?? filter.unaryFilter;
  const own = leaf === undefined ? [] : [{ op: leaf.op ?? "", path: leaf.field?.fieldPath ?? "" }];
  return [...own, ...(filter.compositeFilter?.filters ?? []).flatMap(leavesOf)];
}

/** Whether a query is ordered by the field that the operator compares. */
export const isInequality = (op: string) => INEQUALITIES.has(op);

/** The fields that an inequality compares, in the order of their paths. */
export function inequalityFields(filter: Filter | undefined): string[] {
  const paths = leavesOf(filter).flatMap(({ op, path }) => (isInequality(op) ? [path] : []));
  return [...new Set(paths)].sort(comparePaths);
}

/** Compares segment by segment, like the clients. */
function comparePaths(left: string, right: string): number {
  const [a, b] = [parseFieldPath(left), parseFieldPath(right)];
  for (const [index, segment] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareStrings(segment, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export function compileFilter(filter: Filter | undefined): Predicate {
  if (filter === undefined) return () => true;
  if (filter.compositeFilter !== undefined) return compileComposite(filter.compositeFilter);
  if (filter.unaryFilter !== undefined) {
    const { field, op } = filter.unaryFilter;
    const read = fieldReader(field?.fieldPath ?? "");
    const isOmitted = omission(field?.fieldPath ?? "");
    const test = unaryTest(op);
    return (document) => isOmitted(document) || test(read(document));
  }
  if (filter.fieldFilter !== undefined) {
    const { field, op, value } = filter.fieldFilter;
    if (value === undefined) throw invalid("A field filter has no value.");
    const read = fieldReader(field?.fieldPath ?? "");
    const isOmitted = omission(field?.fieldPath ?? "");
    const test = fieldTest(op, value);
    return (document) => {
      if (isOmitted(document)) return true;
      const actual = read(document);
      return actual !== undefined && test(actual);
    };
  }
  throw invalid("A filter has no type.");
}

function compileComposite({ op, filters = [] }: NonNullable<Filter["compositeFilter"]>): Predicate {
  if (filters.length === 0) throw invalid("A composite filter has no filters.");
  const predicates = filters.map(compileFilter);
  if (op === "AND") return (document) => predicates.every((predicate) => predicate(document));
  if (op === "OR") return (document) => predicates.some((predicate) => predicate(document));
  throw invalid(`Unknown composite filter operator "${op ?? ""}".`);
}

function unaryTest(op: string | undefined): (value: Value | undefined) => boolean {
  switch (op) {
    case "IS_NULL":
      return (value) => value !== undefined && isNull(value);
    case "IS_NOT_NULL":
      return (value) => value !== undefined && !isNull(value);
    case "IS_NAN":
      return (value) => value !== undefined && isNaNValue(value);
    case "IS_NOT_NAN":
      return (value) => value !== undefined && !isNull(value) && !isNaNValue(value);
    default:
      throw invalid(`Unknown unary filter operator "${op ?? ""}".`);
  }
}

function fieldTest(op: string | undefined, value: Value): (actual: Value) => boolean {
  // No value is less or greater than NaN or null.
  const comparable = (actual: Value) =>
    typeOrder(actual) === typeOrder(value) && !isUnequal(actual) && !isUnequal(value);
  switch (op) {
    case "EQUAL":
      return (actual) => compareValues(actual, value) === 0;
    case "NOT_EQUAL":
      return (actual) => !isNull(actual) && compareValues(actual, value) !== 0;
    case "LESS_THAN":
      return (actual) => comparable(actual) && compareValues(actual, value) < 0;
    case "LESS_THAN_OR_EQUAL":
      return (actual) => comparable(actual) && compareValues(actual, value) <= 0;
    case "GREATER_THAN":
      return (actual) => comparable(actual) && compareValues(actual, value) > 0;
    case "GREATER_THAN_OR_EQUAL":
      return (actual) => comparable(actual) && compareValues(actual, value) >= 0;
    case "ARRAY_CONTAINS":
      return (actual) => elementsOf(actual).some((element) => compareValues(element, value) === 0);
    default:
      return disjunctionTest(op, listed(op, value));
  }
}

function disjunctionTest(op: string | undefined, options: readonly Value[]): (actual: Value) => boolean {
  const isOption = (actual: Value) => options.some((option) => compareValues(actual, option) === 0);
  // `in` and `array-contains-any` never match null or NaN. Only `==` finds them, as IS_NULL and IS_NAN.
  const isEqual = (actual: Value) => !isUnequal(actual) && isOption(actual);
  if (op === "IN") return isEqual;
  if (op === "ARRAY_CONTAINS_ANY") return (actual) => elementsOf(actual).some(isEqual);
  if (op !== "NOT_IN") throw invalid(`Unknown field filter operator "${op ?? ""}".`);
  if (options.some(isNull)) return () => false;
  return (actual) => !isNull(actual) && !isOption(actual);
}

function listed(op: string | undefined, value: Value): readonly Value[] {
  if (!("arrayValue" in value)) throw invalid(`The operator "${op ?? ""}" needs an array.`);
  const values = value.arrayValue.values ?? [];
  const limit = op === "NOT_IN" ? MAX_NOT_IN : MAX_IN;
  if (values.length === 0 || values.length > limit) {
    throw invalid(`The operator "${op ?? ""}" needs an array of 1 to ${limit} values, not ${values.length}.`);
  }
  return values;
}

function elementsOf(value: Value): readonly Value[] {
  return "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
}

function isUnequal(value: Value): boolean {
  return isNull(value) || isNaNValue(value);
}

function isNull(value: Value): boolean {
  return "nullValue" in value;
}

function isNaNValue(value: Value): boolean {
  return "doubleValue" in value && Number.isNaN(Number(value.doubleValue));
}
