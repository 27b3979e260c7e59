// Derives facts about a query's documents from its filters: one set of facts for each alternative of the disjunctive normal form. A
// `list` is allowed only if it is allowed for every alternative.
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

/** The facts that hold for every document of one alternative. */
export interface QueryFacts {
  readonly path: readonly PathSegment[];
  readonly resource: MapValue;
}

/** One comparison of a field. Comparisons with null or NaN have no value. */
interface Fact {
  readonly field: string;
  readonly op: string;
  readonly value?: Value;
}

/** Maximum number of alternatives, as in Firestore. */
const MAX_ALTERNATIVES = 100;

/** Null for a query without alternatives, or with too many. */
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

/** The filters in disjunctive normal form: a list of alternatives, each a list of facts. */
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

/** Stops shortly above the maximum, because alternatives multiply. */
function cut(alternatives: Fact[][]): Fact[][] {
  return alternatives.slice(0, MAX_ALTERNATIVES + 1);
}

interface PlacedFact {
  readonly fact: Fact;
  /** The rest of the field's path. */
  readonly path: readonly string[];
}

/** A map with the fields that occur in the facts. All others are unknown. */
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

/** The value of a field with an equality filter. */
function knownValue({ op, value }: Fact): RulesValue | null {
  if (op === "IS_NULL") return NULL_VALUE;
  if (op === "IS_NAN") return { type: "float", value: Number.NaN };
  return op === "EQUAL" && value !== undefined ? equalTo(toRulesValue(value)) : null;
}

/** In Firestore 1 equals 1.0, so an equality does not give a number's type. */
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
    // The rules language does not order the other types, and NaN is no bound.
    if (!["int", "float", "string", "timestamp"].includes(given.type)) continue;
    if (given.type === "float" && Number.isNaN(given.value)) continue;
    const bound: Bound = { value: given, isInclusive: op.endsWith("_OR_EQUAL") };
    if (op.startsWith("LESS_THAN")) known = { ...known, max: bound };
    if (op.startsWith("GREATER_THAN")) known = { ...known, min: bound };
  }
  return known;
}
