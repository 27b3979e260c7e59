// Converts values of documents between JavaScript and Firestore's JSON API: JSON, bytes and times. Saves the client's serializer, which
// checks, converts and encodes each value in turn (rows "hop" and "steps a second" of `docs/proof/bench.md`).
// https://cloud.google.com/firestore/docs/reference/rest/v1/Value

/** A value as it is sent, by its kind: `stringValue`, `mapValue` and so on. */
type Value = Record<string, unknown>;

/** Undefined properties are omitted. Throws a `TypeError` for a value that no document may hold. */
export function encodeFields(content: object): Record<string, Value> {
  const fields: Record<string, Value> = {};
  for (const [field, value] of Object.entries(content)) {
    if (value !== undefined) fields[field] = encodeValue(value);
  }
  return fields;
}

export function encodeValue(value: unknown): Value {
  if (value === null) return { nullValue: null };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { booleanValue: value };
  if (Number.isSafeInteger(value)) return { integerValue: value };
  if (Number.isFinite(value)) return { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeValue) } };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
  if (isPlain(value)) return { mapValue: { fields: encodeFields(value) } };
  throw new TypeError(`a document may hold JSON, bytes and times, not ${String(value)}`);
}

function isPlain(value: unknown): value is object {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Bytes become a `Buffer`, times a `Date`. Throws a `TypeError` for other kinds: references and geographical points. */
export function decodeFields(fields: unknown): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  if (!isObject(fields)) return content;
  for (const [field, value] of Object.entries(fields)) content[field] = decodeValue(value);
  return content;
}

function decodeValue(value: unknown): unknown {
  const [[kind, inner] = []] = isObject(value) ? Object.entries(value) : [];
  switch (kind) {
    case "nullValue":
      return null;
    case "booleanValue":
    case "stringValue":
      return inner;
    case "integerValue":
    case "doubleValue":
      return Number(inner);
    case "bytesValue":
      return Buffer.from(String(inner), "base64");
    case "timestampValue":
      return new Date(String(inner));
    case "arrayValue":
      return isObject(inner) && Array.isArray(inner.values) ? inner.values.map(decodeValue) : [];
    case "mapValue":
      return decodeFields(isObject(inner) ? inner.fields : undefined);
  }
  throw new TypeError(`a document holds a value of the kind ${kind}, which this reader does not support`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
