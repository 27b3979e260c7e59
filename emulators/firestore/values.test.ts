// The order of values: the laws of a total order as properties, and the ranks that Firestore documents.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, compareStrings } from "./paths.ts";
import { compareValues, type Double, sameFields, typeOrder, type Value } from "./values.ts";

const double = fc.double().map((number): Double => {
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number > 0 ? "Infinity" : "-Infinity";
  return Object.is(number, -0) ? "-0" : number;
});
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const name = fc
  .array(
    fc.oneof(
      fc.string({ minLength: 1, unit: "binary" }),
      int64.map((id) => `__id${id}__`),
    ),
    { minLength: 1 },
  )
  .map((segments) => segments.map((segment) => segment.replaceAll("/", "_")).join("/"));

function valuesOf<T>(arbitrary: fc.Arbitrary<T>, wrap: (content: T) => Value): fc.Arbitrary<Value> {
  return arbitrary.map(wrap);
}

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ nullValue: "NULL_VALUE" }),
  valuesOf(fc.boolean(), (booleanValue) => ({ booleanValue })),
  valuesOf(fc.oneof(int64, fc.bigInt(-3n, 3n)), (integer) => ({ integerValue: String(integer) })),
  valuesOf(fc.oneof(double, fc.integer({ min: -3, max: 3 })), (doubleValue) => ({ doubleValue })),
  valuesOf(fc.record({ seconds: fc.nat(3), nanos: fc.nat(3) }), (timestampValue) => ({ timestampValue })),
  valuesOf(fc.string({ unit: "binary", maxLength: 3 }), (stringValue) => ({ stringValue })),
  valuesOf(fc.uint8Array({ maxLength: 3 }), (bytes) => ({
    bytesValue: Buffer.from(bytes).toString("base64"),
  })),
  valuesOf(name, (referenceValue) => ({ referenceValue })),
  valuesOf(fc.record({ latitude: fc.nat(2), longitude: fc.nat(2) }), (geoPointValue) => ({ geoPointValue })),
);

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    valuesOf(fc.array(tie("value"), { maxLength: 3 }), (values) => ({ arrayValue: { values } })),
    valuesOf(fc.dictionary(fc.string({ maxLength: 2 }), tie("value"), { maxKeys: 3 }), (fields) => ({
      mapValue: { fields },
    })),
  ),
})).value;

describe("the order of values", () => {
  test("is reflexive, antisymmetric and total", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compareValues(a, a)).toBe(0);
        expect(compareValues(a, b) + compareValues(b, a)).toBe(0);
        expect([-1, 0, 1]).toContain(compareValues(a, b));
      }),
    );
  });

  test("is transitive, equality included", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const [low, middle, high] = [a, b, c].sort(compareValues);
        if (low === undefined || middle === undefined || high === undefined) return;
        expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
        expect(compareValues(middle, high)).toBeLessThanOrEqual(0);
        expect(compareValues(low, high)).toBeLessThanOrEqual(0);
        if (compareValues(low, high) === 0) expect(compareValues(low, middle)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("compares types first", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (typeOrder(a) !== typeOrder(b))
          expect(compareValues(a, b)).toBe(Math.sign(typeOrder(a) - typeOrder(b)));
      }),
    );
  });

  test("treats identical data as equal", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameFields({ a }, { a: structuredClone(a) })).toBe(true);
        if (sameFields({ a }, { a: b })) expect(compareValues(a, b)).toBe(0);
      }),
    );
  });

  test("of integers and doubles is exact where a double cannot hold the integer", () => {
    const large: Value = { integerValue: String(2n ** 53n + 1n) };
    expect(compareValues(large, { doubleValue: 2 ** 53 })).toBe(1);
    expect(compareValues({ integerValue: String(2n ** 63n - 1n) }, { doubleValue: 2 ** 63 })).toBe(-1);
    expect(compareValues({ doubleValue: "NaN" }, { doubleValue: "-Infinity" })).toBe(-1);
    expect(compareValues({ doubleValue: "-0" }, { integerValue: "0" })).toBe(0);
  });

  test("puts vectors between arrays and maps, the shorter first", () => {
    const vector = (...numbers: number[]): Value => ({
      mapValue: {
        fields: {
          __type__: { stringValue: "__vector__" },
          value: { arrayValue: { values: numbers.map((doubleValue) => ({ doubleValue })) } },
        },
      },
    });
    const sorted = [{ arrayValue: {} }, vector(9), vector(1, 1), vector(1, 2), { mapValue: {} }];
    expect([...sorted].reverse().sort(compareValues)).toEqual(sorted);
  });
});

test("the order of strings is that of their UTF-8 bytes", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareStrings(a, b)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test("numeric ids are sorted first, by number", () => {
  const names = ["c/__id-5__", "c/__id9__", "c/__id10__", "c/!", "c/a", "c/a/b/c"];
  expect([...names].reverse().sort(compareNames)).toEqual(names);
});
