// Converts scalars and well-known types between proto3 JSON (https://protobuf.dev/programming-guides/json) and the engine's form:
// 64-bit integers as decimal strings, times in seconds and nanoseconds.
import { invalid } from "./errors.ts";
import type { Timestamp } from "./timestamps.ts";

/** Converts one JSON value into the engine's form. `at` is its place, for errors. */
export type Reader = (json: unknown, at: string) => unknown;
export type Writer = (value: unknown) => unknown;

const INTEGER = /^-?\d+$/;
const RFC3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const UNREAL = new Set(["NaN", "Infinity", "-Infinity", "-0"]);

export function refuse(at: string, json: unknown, wanted: string): never {
  throw invalid(`Invalid value at '${at}' (${wanted}), ${JSON.stringify(json) ?? "undefined"}`);
}

function readInteger(bits: 32 | 64): Reader {
  return (json, at) => {
    const text = typeof json === "number" ? String(json) : json;
    const name = `TYPE_INT${bits}`;
    if (typeof text !== "string" || !INTEGER.test(text)) return refuse(at, json, name);
    const value = BigInt(text);
    if (BigInt.asIntN(bits, value) !== value) return refuse(at, json, name);
    return bits === 64 ? String(value) : Number(value);
  };
}

function readDouble(json: unknown, at: string): unknown {
  if (typeof json === "number") return json;
  if (typeof json !== "string" || json.trim() === "") return refuse(at, json, "TYPE_DOUBLE");
  if (UNREAL.has(json)) return json;
  const value = Number(json);
  return Number.isFinite(value) ? value : refuse(at, json, "TYPE_DOUBLE");
}

/** Also accepts "true" and "false", because a query string has only text. */
function readBoolean(json: unknown, at: string): unknown {
  if (json === "true" || json === "false") return json === "true";
  return typeof json === "boolean" ? json : refuse(at, json, "TYPE_BOOL");
}

/** Also accepts base64url, as proto3 JSON does. */
function readBytes(json: unknown, at: string): unknown {
  if (typeof json !== "string" || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(json))
    return refuse(at, json, "TYPE_BYTES");
  return Buffer.from(json, "base64").toString("base64");
}

function readTimestamp(json: unknown, at: string): Timestamp {
  const [, toSecond, fraction = "", zone] = (typeof json === "string" && RFC3339.exec(json)) || [];
  const millis = Date.parse(`${toSecond}${zone}`);
  if (Number.isNaN(millis)) return refuse(at, json, "type.googleapis.com/google.protobuf.Timestamp");
  return { seconds: String(millis / 1000), nanos: Number(fraction.padEnd(9, "0")) };
}

function isTimestamp(value: unknown): value is Timestamp {
  return typeof value === "object" && value !== null;
}

/** Formats fractions of a second with zero, three, six or nine digits. */
function writeTimestamp(value: unknown): unknown {
  if (!isTimestamp(value)) return value;
  const text = new Date(Number(value.seconds ?? 0) * 1000).toISOString().slice(0, -5);
  const nanos = String(value.nanos ?? 0).padStart(9, "0");
  const digits = nanos.replace(/(000){1,3}$/, "");
  return digits === "" ? `${text}Z` : `${text}.${digits}Z`;
}

function readString(json: unknown, at: string): unknown {
  return typeof json === "string" ? json : refuse(at, json, "TYPE_STRING");
}

const asIs: Writer = (value) => value;

/** A wrapper type: the bare value in JSON, a message with `value` in the engine's form. */
function wrapper(read: Reader): { readonly read: Reader; readonly write: Writer } {
  return { read: (json, at) => ({ value: read(json, at) }), write: asIs };
}

/** The well-known types of the service's messages, by their name in the descriptors. */
export const SCALARS: { readonly [type: string]: { readonly read: Reader; readonly write: Writer } } = {
  string: { read: readString, write: asIs },
  bool: { read: readBoolean, write: asIs },
  int32: { read: readInteger(32), write: asIs },
  int64: { read: readInteger(64), write: asIs },
  double: { read: readDouble, write: asIs },
  bytes: { read: readBytes, write: asIs },
  "google.protobuf.Timestamp": { read: readTimestamp, write: writeTimestamp },
  "google.protobuf.Int32Value": wrapper(readInteger(32)),
  "google.protobuf.DoubleValue": wrapper(readDouble),
  "google.protobuf.NullValue": { read: () => "NULL_VALUE", write: () => null },
};
