// The combinations of filters and orders that the service refuses with INVALID_ARGUMENT before it reads anything.
// Sources: the comments of google/firestore/v1/query.proto (operators, order_by), and
// https://firebase.google.com/docs/firestore/query-data/queries#query_limitations
// https://firebase.google.com/docs/firestore/query-data/multiple-range-fields#limitations
import { invalid } from "./errors.ts";
import { type Filter, inequalityFields, leavesOf, type QueryOrder } from "./filters.ts";

/** https://firebase.google.com/docs/firestore/query-data/queries#limits_on_or_queries */
const MAX_DISJUNCTIONS = 30;
const MAX_INEQUALITY_FIELDS = 10;
/** Operators of which a query may have only one: query.proto, `NOT_EQUAL`, `NOT_IN`, `IS_NOT_NAN` and `IS_NOT_NULL`. */
const NEGATIONS = new Set(["NOT_EQUAL", "NOT_IN", "IS_NOT_NAN", "IS_NOT_NULL"]);

/** Throws INVALID_ARGUMENT. `order` is the complete order: the requested one and what the service appends. */
export function checkQueryLimits(where: Filter | undefined, order: readonly QueryOrder[]): void {
  const key = order.findIndex(({ path }) => path === "__name__");
  if (key !== order.length - 1) {
    throw invalid("The order by clause cannot contain more fields after the key.");
  }
  if (where === undefined) return;
  const inequalities = inequalityFields(where);
  if (inequalities.length > MAX_INEQUALITY_FIELDS) {
    throw invalid(
      `A query compares at most ${MAX_INEQUALITY_FIELDS} fields by inequality, not ${inequalities.length}.`,
    );
  }
  checkKeyEquality(where, inequalities);
  checkNegations(where);
  if (disjunctionsOf(where) > MAX_DISJUNCTIONS) {
    throw invalid(`A query has at most ${MAX_DISJUNCTIONS} disjunctions in disjunctive normal form.`);
  }
  if (arrayFiltersOf(where) > 1) {
    throw invalid("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
  }
}

function checkKeyEquality(where: Filter, inequalities: readonly string[]): void {
  const isKeyEqual = leavesOf(where).some(({ op, path }) => op === "EQUAL" && path === "__name__");
  if (!isKeyEqual || inequalities.length === 0 || inequalities.includes("__name__")) return;
  throw invalid(
    "Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.",
  );
}

function checkNegations(where: Filter): void {
  const operators = leavesOf(where).map(({ op }) => op);
  if (operators.filter((op) => NEGATIONS.has(op)).length > 1) {
    throw invalid(
      "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.",
    );
  }
  if (!operators.includes("NOT_IN")) return;
  const other =
    operators.find((op) => op === "IN" || op === "ARRAY_CONTAINS_ANY") ?? (hasOr(where) ? "OR" : null);
  if (other !== null) throw invalid(`'NOT_IN' cannot be used in the same query with '${other}'.`);
}

function hasOr({ compositeFilter }: Filter): boolean {
  if (compositeFilter === undefined) return false;
  const { op, filters = [] } = compositeFilter;
  return (op === "OR" && filters.length > 1) || filters.some(hasOr);
}

/** The number of conjunctions in disjunctive normal form, where each value of `in` counts as one. */
function disjunctionsOf({ compositeFilter, fieldFilter }: Filter): number {
  if (compositeFilter !== undefined) {
    const counts = (compositeFilter.filters ?? []).map(disjunctionsOf);
    return compositeFilter.op === "OR"
      ? counts.reduce((sum, count) => sum + count, 0)
      : counts.reduce((product, count) => product * count, 1);
  }
  const isList = fieldFilter?.op === "IN" || fieldFilter?.op === "ARRAY_CONTAINS_ANY";
  const value = fieldFilter?.value;
  return isList && value !== undefined && "arrayValue" in value ? (value.arrayValue.values?.length ?? 1) : 1;
}

/** The largest number of array filters in one conjunction of the disjunctive normal form. */
function arrayFiltersOf({ compositeFilter, fieldFilter }: Filter): number {
  if (compositeFilter === undefined) return fieldFilter?.op?.startsWith("ARRAY_CONTAINS") === true ? 1 : 0;
  const counts = (compositeFilter.filters ?? []).map(arrayFiltersOf);
  return compositeFilter.op === "OR" ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
}
