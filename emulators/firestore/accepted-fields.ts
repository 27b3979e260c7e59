// Validates the fields that clients write: refuses what Firestore refuses (reserved names, nested arrays, depth, size)
// and normalizes values for storage.
// Limits: https://firebase.google.com/docs/firestore/quotas#limits
import { FirestoreError, invalid, unimplemented } from "./errors.ts";
import { relativeSegments } from "./paths.ts";
import { toMicros, toTimestamp } from "./timestamps.ts";
import { type Fields, fieldsOf, type Value, vectorOf } from "./values.ts";

const MAX_DEPTH = 20;
const MAX_DOCUMENT_BYTES = 1_048_576;
const RESERVED_FIELD = /^__.*__$/s;

/** Validates a document's fields and returns them in stored form. */
export function acceptFields(fields: Fields): Fields {
  return acceptMap(fields, 1, false);
}

/** Validates one value, such as a transform's result. */
export function acceptValue(value: Value): Value {
  return acceptAt(value, 1);
}

/** Computes the document's size in bytes by Firestore's rules for field sizes. Refuses more than 1 MiB. */
export function documentBytes(name: string, fields: Fields): number {
  const bytes = nameBytes(name) + mapBytes(fields) + 32;
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw invalid(`Document "${name}" is ${bytes} bytes, the maximum is ${MAX_DOCUMENT_BYTES} bytes.`);
  }
  return bytes;
}

function acceptMap(fields: Fields, depth: number, isVector: boolean): Fields {
  if (depth > MAX_DEPTH) throw invalid(`Property is nested deeper than ${MAX_DEPTH} levels.`);
  let changed: { [field: string]: Value } | null = null;
  for (const [key, value] of Object.entries(fields)) {
    if (key === "") throw invalid("A field name must not be empty.");
    if (!isVector && RESERVED_FIELD.test(key)) throw invalid(`Field name "${key}" is reserved.`);
    const accepted = acceptAt(value, depth);
    if (accepted === value) continue;
    changed ??= { ...fields };
    changed[key] = accepted;
  }
  return changed ?? fields;
}

function acceptAt(value: Value, depth: number): Value {
  if ("mapValue" in value) {
    const fields = fieldsOf(value.mapValue);
    const accepted = acceptMap(fields, depth + 1, vectorOf(value) !== null);
    return accepted === fields ? value : { mapValue: { fields: accepted } };
  }
  if ("arrayValue" in value) return acceptArray(value, depth);
  if ("timestampValue" in value) {
    return (value.timestampValue.nanos ?? 0) % 1000 === 0
      ? value
      : { timestampValue: toTimestamp(toMicros(value.timestampValue)) };
  }
  if ("doubleValue" in value) return Object.is(value.doubleValue, -0) ? { doubleValue: "-0" } : value;
  for (const kind of ["functionValue", "pipelineValue", "fieldReferenceValue", "variableReferenceValue"]) {
    if (kind in value) throw unimplemented("pipeline expressions");
  }
  if (Object.keys(value).length === 0) throw new FirestoreError("INVALID_ARGUMENT", "A value has no type.");
  return value;
}

function acceptArray(value: Extract<Value, { readonly arrayValue: unknown }>, depth: number): Value {
  if (depth + 1 > MAX_DEPTH) throw invalid(`Property is nested deeper than ${MAX_DEPTH} levels.`);
  const values = value.arrayValue.values ?? [];
  let changed: Value[] | null = null;
  for (const [index, element] of values.entries()) {
    if ("arrayValue" in element) throw invalid("Nested arrays are not allowed.");
    const accepted = acceptAt(element, depth + 1);
    if (accepted === element) continue;
    changed ??= [...values];
    changed[index] = accepted;
  }
  return changed === null ? value : { arrayValue: { values: changed } };
}

function nameBytes(name: string): number {
  return relativeSegments(name).reduce((sum, segment) => sum + Buffer.byteLength(segment) + 1, 16);
}

function mapBytes(fields: Fields): number {
  return Object.entries(fields).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + 1 + valueBytes(value),
    0,
  );
}

function valueBytes(value: Value): number {
  if ("stringValue" in value) return Buffer.byteLength(value.stringValue) + 1;
  if ("bytesValue" in value) return Math.floor((value.bytesValue.length * 3) / 4);
  if ("referenceValue" in value) return Buffer.byteLength(value.referenceValue) + 1;
  if ("arrayValue" in value)
    return (value.arrayValue.values ?? []).reduce((sum, item) => sum + valueBytes(item), 0);
  if ("mapValue" in value) return mapBytes(fieldsOf(value.mapValue));
  if ("geoPointValue" in value) return 16;
  return "nullValue" in value || "booleanValue" in value ? 1 : 8;
}
