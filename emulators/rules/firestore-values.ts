// Converts Firestore documents and token claims into values of the rules language.
import { relativeSegments } from "../firestore/paths.ts";
import type { Timestamp } from "../firestore/timestamps.ts";
import { type Fields, fieldsOf, type Value } from "../firestore/values.ts";
import {
  floatOf,
  intOf,
  listOf,
  type MapValue,
  mapOf,
  NULL_VALUE,
  type PathValue,
  type RulesValue,
  stringOf,
} from "./rules-value.ts";

/** A document as rules see it. */
export interface RulesDocument {
  readonly name: string;
  readonly fields: Fields;
}

/** Stored documents are immutable, so each version is converted once. */
const converted = new WeakMap<Fields, MapValue>();

export function resourceOf({ name, fields }: RulesDocument): MapValue {
  const path = pathOfName(name);
  return mapOf([
    ["data", dataOf(fields)],
    ["id", stringOf(path.segments.at(-1) ?? "")],
    ["__name__", path],
  ]);
}

function dataOf(fields: Fields): MapValue {
  const known =
    converted.get(fields) ?? mapOf(Object.entries(fields).map(([key, value]) => [key, toRulesValue(value)]));
  converted.set(fields, known);
  return known;
}

/** `/databases/D/documents/…` of `projects/P/databases/D/documents/…`. */
export function pathOfName(name: string): PathValue {
  const [, , databases = "", database = "", documents = ""] = name.split("/");
  return { type: "path", segments: [databases, database, documents, ...relativeSegments(name)] };
}

export function toRulesValue(value: Value): RulesValue {
  if ("nullValue" in value) return NULL_VALUE;
  if ("booleanValue" in value) return { type: "bool", value: value.booleanValue };
  if ("integerValue" in value) return intOf(BigInt(value.integerValue));
  if ("doubleValue" in value) return floatOf(Number(value.doubleValue));
  if ("timestampValue" in value) return { type: "timestamp", value: nanosOf(value.timestampValue) };
  if ("stringValue" in value) return stringOf(value.stringValue);
  if ("bytesValue" in value) return { type: "bytes", value: Buffer.from(value.bytesValue, "base64") };
  if ("referenceValue" in value) return pathOfName(value.referenceValue);
  if ("geoPointValue" in value) {
    const { latitude = 0, longitude = 0 } = value.geoPointValue;
    return { type: "latlng", latitude, longitude };
  }
  if ("arrayValue" in value) return listOf((value.arrayValue.values ?? []).map(toRulesValue));
  return mapOf(Object.entries(fieldsOf(value.mapValue)).map(([key, each]) => [key, toRulesValue(each)]));
}

function nanosOf({ seconds = 0, nanos = 0 }: Timestamp): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanos);
}

/** Converts a JSON value. */
export function fromJson(value: unknown): RulesValue {
  if (typeof value === "boolean") return { type: "bool", value };
  if (typeof value === "string") return stringOf(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? intOf(value) : floatOf(value);
  if (Array.isArray(value)) return listOf(value.map(fromJson));
  if (typeof value !== "object" || value === null) return NULL_VALUE;
  return mapOf(Object.entries(value).map(([key, each]) => [key, fromJson(each)]));
}
