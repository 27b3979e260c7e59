// Conversion of messages between proto3 JSON and the form that gRPC decodes to.
import { expect, test } from "vitest";
import { messageJson } from "./proto-json.ts";

const json = messageJson();
const value = json("Value");

test.each([
  [{ nullValue: null }, { nullValue: "NULL_VALUE" }],
  [{ booleanValue: false }, { booleanValue: false }],
  [{ integerValue: "-9223372036854775808" }, { integerValue: "-9223372036854775808" }],
  [{ doubleValue: 1.5 }, { doubleValue: 1.5 }],
  [{ doubleValue: "NaN" }, { doubleValue: "NaN" }],
  [{ stringValue: "" }, { stringValue: "" }],
  [{ bytesValue: "AP8H" }, { bytesValue: "AP8H" }],
  [{ timestampValue: "2023-11-14T22:13:20Z" }, { timestampValue: { seconds: "1700000000", nanos: 0 } }],
  [
    { timestampValue: "1969-12-31T23:59:59.999999Z" },
    { timestampValue: { seconds: "-1", nanos: 999_999_000 } },
  ],
  [{ geoPointValue: { latitude: -1.5 } }, { geoPointValue: { latitude: -1.5 } }],
  [
    { arrayValue: { values: [{ nullValue: null }] } },
    { arrayValue: { values: [{ nullValue: "NULL_VALUE" }] } },
  ],
  [
    { mapValue: { fields: { limit: { integerValue: "1" }, readTime: { stringValue: "x" } } } },
    { mapValue: { fields: { limit: { integerValue: "1" }, readTime: { stringValue: "x" } } } },
  ],
])("a value is converted in both directions: %j", (outside, inside) => {
  expect(value.read(outside)).toEqual(inside);
  expect(value.write(inside)).toEqual(outside);
});

test.each([
  [{ integerValue: 7 }, { integerValue: "7" }],
  [{ doubleValue: "2.5" }, { doubleValue: 2.5 }],
  [{ bytesValue: "_-8" }, { bytesValue: "/+8=" }],
  [
    { timestampValue: "2023-11-15T00:13:20.123456789+02:00" },
    { timestampValue: { seconds: "1700000000", nanos: 123_456_789 } },
  ],
  [{ nullValue: 0 }, { nullValue: "NULL_VALUE" }],
])("an alternative form of proto3 JSON is normalized: %j", (outside, inside) => {
  expect(value.read(outside)).toEqual(inside);
});

test("a request keeps present fields and drops default values, which stand for absence", () => {
  const query = {
    from: [{ collectionId: "c", allDescendants: false }],
    limit: 0,
    offset: 0,
    where: { field_filter: { field: { field_path: "n" }, op: 5, value: { integerValue: "1" } } },
  };
  expect(json("RunQueryRequest").read({ parent: "p", structuredQuery: query, transaction: null })).toEqual({
    parent: "p",
    structuredQuery: {
      from: [{ collectionId: "c" }],
      limit: { value: 0 },
      where: { fieldFilter: { field: { fieldPath: "n" }, op: "EQUAL", value: { integerValue: "1" } } },
    },
  });
  const write = { delete: "x", currentDocument: { exists: false } };
  expect(json("CommitRequest").read({ writes: [write] })).toEqual({ writes: [write] });
});

test.each([
  ["an unknown field", { writes: [{ nonsense: 1 }] }, `"nonsense" at 'writes[0]'`],
  ["a wrong type", { database: 7 }, "'database'"],
  ["another value in place of a list", { writes: { delete: "x" } }, "'writes'"],
  ["two members of one oneof", { writes: [{ delete: "x", update: {} }] }, "'operation'"],
  ["text that is not base64 in place of bytes", { transaction: "?" }, "'transaction'"],
])("refuses %s and names its place", (_, request, place) => {
  expect(() => json("CommitRequest").read(request)).toThrow(place);
});

test.each([
  { integerValue: "9223372036854775808" },
  { integerValue: 1.5 },
  { doubleValue: "x" },
  { booleanValue: "yes" },
  { timestampValue: "yesterday" },
  { mapValue: { fields: [] } },
  "text",
])("refuses a value that does not fit its type: %j", (outside) => {
  expect(() => value.read(outside)).toThrow(expect.objectContaining({ status: "INVALID_ARGUMENT" }));
});
