// Property (soundness of query checks): if a query may be listed, each of its documents may be read. Conditions, filters and documents
// are random over few fields and values, so that they often match.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoredDocument } from "../firestore/documents.ts";
import type { Filter } from "../firestore/filters.ts";
import { compileQuery, type StructuredQuery } from "../firestore/query.ts";
import { isWithinLimits } from "../firestore/query-bench.ts";
import type { Fields, Value } from "../firestore/values.ts";
import { parseRules } from "./parser.ts";
import { ask, mayList, ROOT } from "./rules-bench.ts";

const FIELDS = ["a", "b", "c.d"] as const;

const scalar: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  { integerValue: "1" },
  { integerValue: "2" },
  { doubleValue: 1 },
  { doubleValue: 1.5 },
  { stringValue: "x" },
  { stringValue: "y" },
  { booleanValue: true },
  { nullValue: "NULL_VALUE" },
  { timestampValue: { seconds: "1", nanos: 0 } },
);
const array = fc
  .array(scalar, { minLength: 1, maxLength: 2 })
  .map((values): Value => ({ arrayValue: { values } }));
const value = fc.oneof({ weight: 4, arbitrary: scalar }, array);

const document: fc.Arbitrary<Fields> = fc
  .record({ a: value, b: value, c: fc.record({ d: value }, { requiredKeys: [] }) }, { requiredKeys: [] })
  .map(
    ({ a, b, c }): Fields => ({
      ...(a && { a }),
      ...(b && { b }),
      ...(c && { c: { mapValue: { fields: c.d ? { d: c.d } : {} } } }),
    }),
  );

const comparison = fc.constantFrom(
  "EQUAL",
  "NOT_EQUAL",
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "ARRAY_CONTAINS",
);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...FIELDS), comparison, value)
    .map(([fieldPath, op, operand]) => ({ fieldFilter: { field: { fieldPath }, op, value: operand } })),
  fc
    .tuple(fc.constantFrom(...FIELDS), fc.constantFrom("IN", "NOT_IN", "ARRAY_CONTAINS_ANY"), array)
    .map(([fieldPath, op, operand]) => ({ fieldFilter: { field: { fieldPath }, op, value: operand } })),
  fc
    .tuple(fc.constantFrom(...FIELDS), fc.constantFrom("IS_NULL", "IS_NOT_NULL", "IS_NAN", "IS_NOT_NAN"))
    .map(([fieldPath, op]) => ({ unaryFilter: { field: { fieldPath }, op } })),
);
const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom("AND", "OR"), fc.array(tie("filter"), { minLength: 1, maxLength: 3 }))
      .map(([op, filters]): Filter => ({ compositeFilter: { op, filters } })),
  ),
}));

/** Filters that the service accepts. */
const filter = anyFilter.filter(isWithinLimits);

const literal = fc.constantFrom(
  "1",
  "2",
  "1.0",
  "1.5",
  "'x'",
  "'y'",
  "true",
  "null",
  "timestamp.value(1000)",
  "[1]",
  "['x', 'y']",
);
const field = fc.constantFrom(
  "resource.data.a",
  "resource.data.b",
  "resource.data.c.d",
  "resource.data.get('a', 1)",
  "resource.data.c.get('d', 'x')",
);
const operand = fc.oneof(field, field, literal);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .tuple(operand, fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "in"), operand)
      .map((parts) => parts.join(" ")),
    fc
      .tuple(operand, fc.constantFrom("int", "float", "number", "string", "list", "null", "bool", "map"))
      .map(([left, type]) => `${left} is ${type}`),
    fc
      .tuple(literal, fc.constantFrom("hasAny", "hasAll", "hasOnly"), field)
      .map(([given, name, of]) => `${of}.${name}([${given}])`),
    fc.constantFrom(
      "'a' in resource.data",
      "'d' in resource.data.c",
      "resource.data.keys().hasAll(['a'])",
      "resource.data.size() == 1",
      "resource.data.a + 1 == 2",
    ),
    tie("condition").map((inner) => `!(${inner})`),
    fc
      .tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition"))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    fc
      .tuple(tie("condition"), tie("condition"), tie("condition"))
      .map(([test, then, otherwise]) => `(${test} ? ${then} : ${otherwise})`),
  ),
}));

test("an allowed query returns no document whose `get` would be denied", () => {
  let proven = 0;
  fc.assert(
    fc.property(
      condition,
      filter,
      fc.array(document, { minLength: 1, maxLength: 12 }),
      (rule, where, documents) => {
        const file = parseRules(
          `rules_version = '2'; service cloud.firestore { match /databases/{db}/documents { match /things/{id} { allow read: if ${rule}; } } }`,
          "cloud.firestore",
        );
        const query: StructuredQuery = { from: [{ collectionId: "things" }], where };
        const compiled = compileQuery(ROOT, query);
        if (!mayList(file, query)) return;
        for (const fields of documents) {
          const stored: StoredDocument = {
            name: `${ROOT}/things/one`,
            fields,
            createTime: 1,
            updateTime: 1,
            bytes: 1,
          };
          if (!compiled.matches(stored)) continue;
          proven += 1;
          const decision = ask(file, {
            method: "get",
            path: "things/one",
            documents: { "things/one": fields },
          });
          expect(decision).toEqual({ isAllowed: true });
        }
      },
    ),
    { numRuns: 8_000 },
  );
  // Checks that the property was not vacuous.
  expect(proven).toBeGreaterThan(100);
});
