// Property: every expression allows, denies, or is an error with its line. None makes the evaluator throw anything else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRules } from "./parser.ts";
import { type Asked, judge, mayList } from "./rules-bench.ts";

const ATOMS = [
  "null",
  "true",
  "0",
  "1",
  "-1",
  "9223372036854775807",
  "1.5",
  "1e308",
  "''",
  "'a'",
  "'(a|b)*'",
  "'[a-'",
  "'めく'",
  "'\\uD800'",
  "b'a'",
  "[]",
  "[1, 'a']",
  "{}",
  "{'a': 1}",
  "/a/b",
  "/a",
  "request",
  "request.auth",
  "request.time",
  "request.path",
  "request.query",
  "resource",
  "resource.data",
  "resource.data.a",
  "resource.data.b",
  "resource.data.at",
  "resource.id",
  "id",
  "database",
  "duration.value(1, 'w')",
  "duration.value(9223372036854775807, 'w')",
  "timestamp.value(9223372036854775807)",
  "latlng.value(1.0, 2.0)",
  "resource.data.diff({'a': 2})",
  "[1, 'a'].toSet()",
];
const NAMES = (
  "size keys values get diff addedKeys affectedKeys changedKeys removedKeys unchangedKeys hasAll hasAny hasOnly concat join removeAll toSet " +
  "difference intersection union lower upper trim matches replace split toUtf8 toBase64 toHexString date day dayOfWeek dayOfYear hours minutes " +
  "month nanos seconds time toMillis year distance latitude longitude bind"
).split(" ");
const CALLS = [
  "get",
  "exists",
  "getAfter",
  "existsAfter",
  "int",
  "float",
  "string",
  "bool",
  "path",
  "debug",
  "math.abs",
  "math.ceil",
  "math.floor",
  "math.round",
  "math.sqrt",
  "math.isNaN",
  "math.isInfinite",
  "hashing.md5",
  "hashing.sha256",
  "hashing.crc32",
  "timestamp.value",
  "duration.abs",
];
const OPERATORS = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"];
const TYPES = [
  "bool",
  "bytes",
  "duration",
  "float",
  "int",
  "latlng",
  "list",
  "map",
  "map_diff",
  "null",
  "number",
  "path",
  "set",
  "string",
  "timestamp",
];

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...ATOMS),
      fc
        .tuple(inner, fc.constantFrom(...NAMES), fc.array(inner, { maxLength: 2 }))
        .map(([of, name, args]) => `${of}.${name}(${args.join(", ")})`),
      fc.tuple(fc.constantFrom(...CALLS), inner).map(([name, argument]) => `${name}(${argument})`),
      fc
        .tuple(inner, fc.constantFrom(...OPERATORS), inner)
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(inner, fc.constantFrom(...TYPES)).map(([left, type]) => `(${left} is ${type})`),
      fc.tuple(inner, inner).map(([of, index]) => `${of}[${index}]`),
      fc.tuple(inner, inner, inner).map(([of, from, to]) => `${of}[${from}:${to}]`),
      fc
        .tuple(inner, inner, inner)
        .map(([condition, then, otherwise]) => `(${condition} ? ${then} : ${otherwise})`),
      fc.tuple(fc.constantFrom("!", "-"), inner).map((parts) => parts.join("")),
      inner.map((of) => `${of}.a`),
      inner.map((segment) => `/databases/$(database)/documents/things/$(${segment})`),
      fc.tuple(inner, inner).map(([key, value]) => `{${key}: ${value}}`),
      fc
        .tuple(fc.constantFrom("math.pow", "duration.value", "latlng.value"), inner, inner)
        .map(([name, one, two]) => `${name}(${one}, ${two})`),
      fc.tuple(inner, inner, inner).map(([year, month, day]) => `timestamp.date(${year}, ${month}, ${day})`),
    ),
  };
});

const ASKED: Partial<Asked> = {
  method: "update",
  auth: { uid: "ada", token: { a: [1, { b: null }] } },
  timeNanos: -1n,
  documents: {
    "things/one": {
      a: { integerValue: "1" },
      b: { stringValue: "a" },
      at: { timestampValue: { seconds: "-62135596800" } },
    },
  },
  after: { a: { doubleValue: "NaN" } },
};

test("a random expression allows, denies, or is an error with its line", () => {
  fc.assert(
    fc.property(expression, (condition) => {
      expect(judge(condition, ASKED)).toMatch(/^(allow|deny|line 2: error at line 2: .+|more than .+)$/s);
    }),
    { numRuns: 15_000 },
  );
});

test("the same holds for queries", () => {
  const where = {
    fieldFilter: { field: { fieldPath: "a" }, op: "GREATER_THAN", value: { integerValue: "1" } },
  };
  fc.assert(
    fc.property(expression, (condition) => {
      const file = parseRules(
        `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { match /things/{id} { allow read: if ${condition}; } } }`,
        "cloud.firestore",
      );
      expect(mayList(file, { from: [{ collectionId: "things" }], where }, ASKED)).toBeTypeOf("boolean");
    }),
    { numRuns: 5_000 },
  );
});
