// count, sum and avg over a query's result. As in the service, a document that lacks one of the aggregated fields is left out
// of all aggregations of that request.
import type { StoredDocument } from "./documents.ts";
import { invalid } from "./errors.ts";
import { type FieldReference, fieldReader } from "./filters.ts";
import { doubleValue } from "./transforms.ts";
import { NULL, numberOf, type Value } from "./values.ts";

/** google.firestore.v1.StructuredAggregationQuery.Aggregation */
export interface Aggregation {
  readonly count?: { readonly upTo?: { readonly value?: string } };
  readonly sum?: { readonly field?: FieldReference };
  readonly avg?: { readonly field?: FieldReference };
  readonly alias?: string;
}

const MAX_AGGREGATIONS = 5;

/** Returns the value of each aggregation by its alias, or by `field_N` if it has no alias. */
export function aggregate(
  documents: readonly StoredDocument[],
  aggregations: readonly Aggregation[],
): { readonly [alias: string]: Value } {
  if (aggregations.length === 0) throw invalid("An aggregation query needs an aggregation.");
  if (aggregations.length > MAX_AGGREGATIONS) {
    throw invalid(
      `The maximum number of aggregations in an aggregation query is ${MAX_AGGREGATIONS}, not ${aggregations.length}.`,
    );
  }
  const fields = aggregatedFields(aggregations).map(fieldReader);
  const counted = documents.filter((document) => fields.every((read) => read(document) !== undefined));
  let unnamed = 0;
  return Object.fromEntries(
    aggregations.map((aggregation) => {
      const alias = aggregation.alias ?? `field_${++unnamed}`;
      return [alias, aggregateValue(aggregation, counted)];
    }),
  );
}

/** The paths of the fields that are summed or averaged. */
export function aggregatedFields(aggregations: readonly Aggregation[]): string[] {
  return aggregations.flatMap(({ sum, avg }) => (sum ?? avg)?.field?.fieldPath ?? []);
}

function aggregateValue(aggregation: Aggregation, documents: readonly StoredDocument[]): Value {
  if (aggregation.count !== undefined) {
    const upTo = Number(aggregation.count.upTo?.value ?? Number.POSITIVE_INFINITY);
    return { integerValue: String(Math.min(documents.length, upTo)) };
  }
  const field = (aggregation.sum ?? aggregation.avg)?.field?.fieldPath;
  if (field === undefined) throw invalid("An aggregation has no operator or no field.");
  const read = fieldReader(field);
  const values = documents
    .flatMap((document) => read(document) ?? [])
    .filter((value) => numberOf(value) !== null);
  if (aggregation.sum !== undefined) return total(values);
  if (values.length === 0) return NULL;
  return doubleValue(values.reduce((sum, value) => sum + Number(numberOf(value)), 0) / values.length);
}

/** An integer if all values are integers and the total fits 64 bits, else a double. */
function total(values: readonly Value[]): Value {
  let exact = 0n;
  for (const value of values) {
    if (!("integerValue" in value)) {
      return doubleValue(values.reduce((sum, each) => sum + Number(numberOf(each)), 0));
    }
    exact += BigInt(value.integerValue);
  }
  return BigInt.asIntN(64, exact) === exact ? { integerValue: String(exact) } : doubleValue(Number(exact));
}
