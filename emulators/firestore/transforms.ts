// Field transforms: values that the server computes from the current value.
// https://firebase.google.com/docs/firestore/reference/rpc/google.firestore.v1#fieldtransform
import { acceptValue } from "./accepted-fields.ts";
import { invalid } from "./errors.ts";
import { fieldAt, withField } from "./fields.ts";
import { parseFieldPath } from "./paths.ts";
import { type Micros, toTimestamp } from "./timestamps.ts";
import { type ArrayValue, compareValues, type Fields, NULL, numberOf, type Value } from "./values.ts";

/** google.firestore.v1.DocumentTransform.FieldTransform */
export interface FieldTransform {
  readonly fieldPath?: string;
  readonly setToServerValue?: string;
  readonly increment?: Value;
  readonly maximum?: Value;
  readonly minimum?: Value;
  readonly appendMissingElements?: ArrayValue;
  readonly removeAllFromArray?: ArrayValue;
}

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

/** Applies the transforms in order. `results` has one value for each. */
export function applyTransforms(
  fields: Fields,
  transforms: readonly FieldTransform[],
  requestTime: Micros,
): { readonly fields: Fields; readonly results: Value[] } {
  let current = fields;
  const results = transforms.map((transform) => {
    const path = parseFieldPath(transform.fieldPath ?? "");
    const { value, result } = transformValue(transform, fieldAt(current, path), requestTime);
    current = withField(current, path, value);
    return result;
  });
  return { fields: current, results };
}

interface Transformed {
  readonly value: Value;
  readonly result: Value;
}

function transformValue(transform: FieldTransform, old: Value | undefined, requestTime: Micros): Transformed {
  if (transform.setToServerValue === "REQUEST_TIME")
    return same({ timestampValue: toTimestamp(requestTime) });
  if (transform.increment !== undefined) return same(sum(old, numeric(transform.increment)));
  if (transform.maximum !== undefined) return same(extreme(old, numeric(transform.maximum), 1));
  if (transform.minimum !== undefined) return same(extreme(old, numeric(transform.minimum), -1));
  const elements = old !== undefined && "arrayValue" in old ? (old.arrayValue.values ?? []) : [];
  if (transform.appendMissingElements !== undefined) {
    return {
      value: { arrayValue: { values: union(elements, transform.appendMissingElements) } },
      result: NULL,
    };
  }
  if (transform.removeAllFromArray !== undefined) {
    const unwanted = transform.removeAllFromArray.values ?? [];
    const values = elements.filter((element) => !includes(unwanted, element));
    return { value: { arrayValue: { values } }, result: NULL };
  }
  throw invalid(`The transform of field "${transform.fieldPath ?? ""}" has no operation.`);
}

function same(value: Value): Transformed {
  return { value, result: value };
}

function numeric(operand: Value): Value {
  if (numberOf(operand) === null) throw invalid("The operand of a numeric transform must be a number.");
  return acceptValue(operand);
}

function sum(old: Value | undefined, operand: Value): Value {
  if (old === undefined || numberOf(old) === null) return operand;
  if ("integerValue" in old && "integerValue" in operand) {
    const total = BigInt(old.integerValue) + BigInt(operand.integerValue);
    const clamped = total > MAX_INT64 ? MAX_INT64 : total < MIN_INT64 ? MIN_INT64 : total;
    return { integerValue: String(clamped) };
  }
  return acceptValue(doubleValue(Number(numberOf(old)) + Number(numberOf(operand))));
}

/** The stored form of a double: a string for values that JSON does not have (NaN, infinities, minus zero). */
export function doubleValue(number: number): Value {
  if (Number.isFinite(number)) return { doubleValue: number };
  return { doubleValue: Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity" };
}

function extreme(old: Value | undefined, operand: Value, direction: 1 | -1): Value {
  if (old === undefined || numberOf(old) === null) return operand;
  const notANumber = [old, operand].find((value) => Number.isNaN(numberOf(value)));
  if (notANumber !== undefined) return notANumber;
  return compareValues(operand, old) * direction > 0 ? operand : old;
}

function union(elements: readonly Value[], added: ArrayValue): Value[] {
  const values = [...elements];
  for (const element of added.values ?? []) {
    if ("arrayValue" in element) throw invalid("Nested arrays are not allowed.");
    if (!includes(values, element)) values.push(acceptValue(element));
  }
  return values;
}

function includes(values: readonly Value[], wanted: Value): boolean {
  return values.some((value) => compareValues(value, wanted) === 0);
}
