// Firestore's values in the JSON form of the protocol, and Firestore's order of values:
// https://firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering
import { compareNames, compareStrings } from "./paths.ts";
import type { Timestamp } from "./timestamps.ts";

/** A map's fields. Values are immutable, so they may be shared. */
export type Fields = { readonly [field: string]: Value };

export type ArrayValue = { readonly values?: readonly Value[] };

/** A double. NaN and infinities are strings, as in proto3 JSON, and so is minus zero. */
export type Double = number | "NaN" | "Infinity" | "-Infinity" | "-0";

/** google.firestore.v1.Value: 64-bit integers as decimal strings, bytes as base64. */
export type Value =
  | { readonly nullValue: "NULL_VALUE" }
  | { readonly booleanValue: boolean }
  | { readonly integerValue: string }
  | { readonly doubleValue: Double }
  | { readonly timestampValue: Timestamp }
  | { readonly stringValue: string }
  | { readonly bytesValue: string }
  | { readonly referenceValue: string }
  | { readonly geoPointValue: { readonly latitude?: number; readonly longitude?: number } }
  | { readonly arrayValue: ArrayValue }
  | { readonly mapValue: { readonly fields?: Fields } };

export const NULL: Value = { nullValue: "NULL_VALUE" };

const EMPTY: Fields = {};

export function fieldsOf(map: { readonly fields?: Fields }): Fields {
  return map.fields ?? EMPTY;
}

/** The elements of a vector, which is encoded as a map with a reserved field. Null for any other value. */
export function vectorOf(value: Value): readonly Value[] | null {
  if (!("mapValue" in value)) return null;
  const fields = fieldsOf(value.mapValue);
  const type = fields.__type__;
  const elements = fields.value;
  if (type === undefined || !("stringValue" in type) || type.stringValue !== "__vector__") return null;
  return elements !== undefined && "arrayValue" in elements ? (elements.arrayValue.values ?? []) : null;
}

/** The rank of a value's type. Integers and doubles have the same rank. */
export function typeOrder(value: Value): number {
  if ("nullValue" in value) return 0;
  if ("booleanValue" in value) return 1;
  if ("integerValue" in value || "doubleValue" in value) return 2;
  if ("timestampValue" in value) return 3;
  if ("stringValue" in value) return 4;
  if ("bytesValue" in value) return 5;
  if ("referenceValue" in value) return 6;
  if ("geoPointValue" in value) return 7;
  if ("arrayValue" in value) return 8;
  return vectorOf(value) === null ? 10 : 9;
}

/** The exact number: a bigint if a double cannot represent the integer. Null if the value is not a number. */
export function numberOf(value: Value): number | bigint | null {
  if ("integerValue" in value) {
    const number = Number(value.integerValue);
    return Number.isSafeInteger(number) ? number : BigInt(value.integerValue);
  }
  return "doubleValue" in value ? Number(value.doubleValue) : null;
}

/** Compares any two values: −1, 0 or 1. Integers and doubles are compared by number. NaN is before every number. */
export function compareValues(left: Value, right: Value): number {
  if ("stringValue" in left && "stringValue" in right)
    return compareStrings(left.stringValue, right.stringValue);
  const order = Math.sign(typeOrder(left) - typeOrder(right));
  return order !== 0 ? order : compareWithinType(left, right);
}

function compareWithinType(left: Value, right: Value): number {
  if ("booleanValue" in left && "booleanValue" in right) {
    return Number(left.booleanValue) - Number(right.booleanValue);
  }
  if ("timestampValue" in left && "timestampValue" in right) {
    return compareTimestamps(left.timestampValue, right.timestampValue);
  }
  if ("bytesValue" in left && "bytesValue" in right) {
    return Buffer.compare(Buffer.from(left.bytesValue, "base64"), Buffer.from(right.bytesValue, "base64"));
  }
  if ("referenceValue" in left && "referenceValue" in right) {
    return compareNames(left.referenceValue, right.referenceValue);
  }
  if ("geoPointValue" in left && "geoPointValue" in right) {
    const [a, b] = [left.geoPointValue, right.geoPointValue];
    return (
      Math.sign((a.latitude ?? 0) - (b.latitude ?? 0)) || Math.sign((a.longitude ?? 0) - (b.longitude ?? 0))
    );
  }
  if ("arrayValue" in left && "arrayValue" in right) {
    return compareArrays(left.arrayValue.values ?? [], right.arrayValue.values ?? []);
  }
  if ("mapValue" in left && "mapValue" in right) return compareMaps(left, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  return a === null || b === null ? 0 : compareNumbers(a, b);
}

function compareNumbers(left: number | bigint, right: number | bigint): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareTimestamps(left: Timestamp, right: Timestamp): number {
  const seconds = Math.sign(Number(left.seconds ?? 0) - Number(right.seconds ?? 0));
  return seconds || Math.sign((left.nanos ?? 0) - (right.nanos ?? 0));
}

function compareArrays(left: readonly Value[], right: readonly Value[]): number {
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (b === undefined) return 1;
    const order = compareValues(a, b);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

function compareMaps(
  left: { readonly mapValue: { readonly fields?: Fields } },
  right: { readonly mapValue: { readonly fields?: Fields } },
): number {
  const [a, b] = [vectorOf(left), vectorOf(right)];
  if (a !== null && b !== null) return Math.sign(a.length - b.length) || compareArrays(a, b);
  const leftEntries = sortedEntries(fieldsOf(left.mapValue));
  const rightEntries = sortedEntries(fieldsOf(right.mapValue));
  for (const [index, [key, value]] of leftEntries.entries()) {
    const other = rightEntries[index];
    if (other === undefined) return 1;
    const order = compareStrings(key, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return Math.sign(leftEntries.length - rightEntries.length);
}

function sortedEntries(fields: Fields): [string, Value][] {
  return Object.entries(fields).sort(([a], [b]) => compareStrings(a, b));
}

/** Whether two maps hold identical data. 1 and 1.0 differ. */
export function sameFields(left: Fields, right: Fields): boolean {
  if (left === right) return true;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => {
    const [a, b] = [left[key], right[key]];
    return a !== undefined && b !== undefined && Object.hasOwn(right, key) && sameValue(a, b);
  });
}

function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  if ("mapValue" in left && "mapValue" in right)
    return sameFields(fieldsOf(left.mapValue), fieldsOf(right.mapValue));
  if ("arrayValue" in left && "arrayValue" in right) {
    const [a, b] = [left.arrayValue.values ?? [], right.arrayValue.values ?? []];
    return a.length === b.length && a.every((value, index) => sameValue(value, b[index] ?? NULL));
  }
  if ("integerValue" in left !== "integerValue" in right) return false;
  if ("doubleValue" in left && "doubleValue" in right) {
    return Object.is(Number(left.doubleValue), Number(right.doubleValue));
  }
  return compareValues(left, right) === 0;
}
