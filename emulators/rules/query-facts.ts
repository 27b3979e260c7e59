// What a query tells of the documents that it may give: one set of facts for each alternative of its filters. A
// `list` is allowed only if it is allowed for every alternative, whatever the documents are.
import type { Filter } from "../firestore/filters.ts";
import { parseFieldPath } from "../firestore/paths.ts";
import type { StructuredQuery } from "../firestore/query.ts";
import type { Value } from "../firestore/values.ts";
import { pathOfName, toRulesValue } from "./firestore-values.ts";
import { ANY_SEGMENT, ANY_SEGMENTS, type PathSegment } from "./path-pattern.ts";
import {
  type Bound,
  intOf,
  listOf,
  type MapValue,
  mapOf,
  NULL_VALUE,
  type RulesValue,
  stringOf,
  UNKNOWN,
  type UnknownValue,
} from "./rules-value.ts";

/** What is known of every document that one alternative gives. */
export interface QueryFacts {
  readonly path: readonly PathSegment[];
  readonly resource: MapValue;
}

/** One comparison of a field. Without a value, of null or NaN. */
interface Fact {
  readonly field: string;
  readonly op: string;
  readonly value?: Value;
}

/** Firestore itself runs no more than 30. */
const MAX_ALTERNATIVES = 100;

/** Null for a query of no alternatives, or of so many that nothing is proven of it. */
export function factsOf(parent: string, query: StructuredQuery): QueryFacts[] | null {
  const present: Fact[] = (query.orderBy ?? []).map(({ field }) => ({
    field: field?.fieldPath ?? "",
    op: "PRESENT",
  }));
  const alternatives = alternativesOf(query.where);
  if (alternatives.length === 0 || alternatives.length > MAX_ALTERNATIVES) return null;
  return alternatives.map((facts) => {
    const all = [...facts, ...present];
    const name = all.find(({ field, op }) => field === "__name__" && op === "EQUAL")?.value;
    const path = pathOf(parent, query, name);
    const id = path.at(-1);
    const known = path.filter((segment) => typeof segment === "string");
    return {
      path,
      resource: mapOf([
        [
          "data",
          partialMap(
            all
              .filter(({ field }) => field !== "__name__")
              .map((fact) => ({ fact, path: parseFieldPath(fact.field) })),
          ),
        ],
        ["id", typeof id === "string" ? stringOf(id) : UNKNOWN],
        ["__name__", known.length === path.length ? { type: "path", segments: known } : UNKNOWN],
      ]),
    };
  });
}

/** The variable `request.query`. */
export function queryVariable({ limit, offset, orderBy }: StructuredQuery): MapValue {
  const orders = (orderBy ?? []).map(({ field, direction }) =>
    stringOf(`${field?.fieldPath ?? ""} ${direction === "DESCENDING" ? "DESC" : "ASC"}`),
  );
  return mapOf([
    ["limit", limit === undefined ? NULL_VALUE : intOf(limit.value ?? 0)],
    ["offset", intOf(offset ?? 0)],
    ["orderBy", listOf(orders)],
  ]);
}

function pathOf(parent: string, query: StructuredQuery, name: Value | undefined): PathSegment[] {
  if (name !== undefined && "referenceValue" in name) return [...pathOfName(name.referenceValue).segments];
  const above = [...pathOfName(parent).segments];
  const [from] = query.from ?? [];
  const collection = from?.collectionId || ANY_SEGMENT;
  const isDeep = from === undefined || from.allDescendants === true;
  return [...above, ...(isDeep ? [ANY_SEGMENTS] : []), collection, ANY_SEGMENT];
}

/** The filters as alternatives of facts that hold together. */
function alternativesOf(filter: Filter | undefined): Fact[][] {
  if (filter === undefined) return [[]];
  if (filter.compositeFilter !== undefined) {
    const { op, filters = [] } = filter.compositeFilter;
    const parts = filters.map(alternativesOf);
    if (op === "OR") return cut(parts.flat());
    return parts.reduce(
      (all, part) => cut(all.flatMap((facts) => part.map((more) => [...facts, ...more]))),
      [[]],
    );
  }
  const { field, op = "" } = filter.fieldFilter ?? filter.unaryFilter ?? {};
  const path = field?.fieldPath ?? "";
  const value = filter.fieldFilter?.value;
  const options = value !== undefined && "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
  if (op === "IN") return cut(options.map((each) => [{ field: path, op: "EQUAL", value: each }]));
  if (op === "ARRAY_CONTAINS_ANY") {
    return cut(options.map((each) => [{ field: path, op: "ARRAY_CONTAINS", value: each }]));
  }
  if (op === "NOT_IN") return [options.map((each) => ({ field: path, op: "NOT_EQUAL", value: each }))];
  return [[value === undefined ? { field: path, op } : { field: path, op, value }]];
}

/** Not many more than are too many: they multiply. */
function cut(alternatives: Fact[][]): Fact[][] {
  return alternatives.slice(0, MAX_ALTERNATIVES + 1);
}

interface PlacedFact {
  readonly fact: Fact;
  /** What is left of the field's path. */
  readonly path: readonly string[];
}

/** A map of which only the fields that the facts speak of are known. */
function partialMap(facts: readonly PlacedFact[]): MapValue {
  const byKey = Map.groupBy(facts, ({ path }) => path[0] ?? "");
  const entries = [...byKey].map(([key, placed]) => {
    const here = placed.filter(({ path }) => path.length === 1).map(({ fact }) => fact);
    const below = placed.flatMap(({ fact, path }) =>
      path.length > 1 ? [{ fact, path: path.slice(1) }] : [],
    );
    const known = here.map(knownValue).find((value) => value !== null);
    if (known !== undefined) return [key, known] as const;
    return [key, below.length > 0 ? partialMap(below) : valueWith(here)] as const;
  });
  return { ...mapOf(entries), isPartial: true };
}

/** What an equality makes of a field. */
function knownValue({ op, value }: Fact): RulesValue | null {
  if (op === "IS_NULL") return NULL_VALUE;
  if (op === "IS_NAN") return { type: "float", value: Number.NaN };
  return op === "EQUAL" && value !== undefined ? equalTo(toRulesValue(value)) : null;
}

/** Firestore's equality takes 1 for 1.0, so of a number only its size is known. */
function equalTo(value: RulesValue): RulesValue {
  switch (value.type) {
    case "int":
    case "float": {
      const bound: Bound = { value, isInclusive: true };
      return Number.isNaN(value.value) ? value : { type: "unknown", min: bound, max: bound };
    }
    case "list":
      return listOf(value.items.map(equalTo));
    case "map":
      return mapOf([...value.entries].map(([key, each]) => [key, equalTo(each)] as const));
    default:
      return value;
  }
}

function valueWith(facts: readonly Fact[]): UnknownValue {
  let known: UnknownValue = UNKNOWN;
  for (const { op, value } of facts) {
    const given = value === undefined ? NULL_VALUE : toRulesValue(value);
    if (op === "ARRAY_CONTAINS") known = { ...known, contains: [...(known.contains ?? []), given] };
    if (op === "NOT_EQUAL" || op === "IS_NOT_NULL" || op === "IS_NOT_NAN") {
      known = { ...known, excluded: [...(known.excluded ?? []), NULL_VALUE, given] };
    }
    // The order of other types is no order of the rules, and NaN is no bound. (Firestore puts a document's NaN before
    // every number; that `x < 5` gives it too is left to the rules' authors, as in the service.)
    if (!["int", "float", "string", "timestamp"].includes(given.type)) continue;
    if (given.type === "float" && Number.isNaN(given.value)) continue;
    const bound: Bound = { value: given, isInclusive: op.endsWith("_OR_EQUAL") };
    if (op.startsWith("LESS_THAN")) known = { ...known, max: bound };
    if (op.startsWith("GREATER_THAN")) known = { ...known, min: bound };
  }
  return known;
}
