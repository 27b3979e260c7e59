// Queries over big documents: previews avoid loading documents and never change the result.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { openEngine } from "./engine.ts";
import type { Filter } from "./filters.ts";
import { compileQuery, type StructuredQuery } from "./query.ts";
import { isWithinLimits } from "./query-bench.ts";
import type { Fields, Value } from "./values.ts";

const DATABASE = "projects/p/databases/d";
const ROOT = `${DATABASE}/documents`;
const LARGE: Value = { stringValue: "x".repeat(5_000) };

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.nat(3).map((number): Value => ({ integerValue: String(number) })),
  fc.constantFrom<Value>({ nullValue: "NULL_VALUE" }, { stringValue: "a" }, LARGE),
  fc.nat(3).map((number): Value => ({ mapValue: { fields: { a: { integerValue: String(number) } } } })),
);
const fields: fc.Arbitrary<Fields> = fc.dictionary(fc.constantFrom("a", "b", "c"), value, { maxKeys: 3 });
const leaf: fc.Arbitrary<Filter> = fc.record({
  fieldFilter: fc.record({
    field: fc.record({ fieldPath: fc.constantFrom("a", "b", "b.a", "c") }),
    op: fc.constantFrom("EQUAL", "NOT_EQUAL", "LESS_THAN", "GREATER_THAN_OR_EQUAL"),
    value,
  }),
});
const where: fc.Arbitrary<Filter> = fc.oneof(
  leaf,
  fc.record({
    compositeFilter: fc.record({
      op: fc.constantFrom("AND", "OR"),
      filters: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    }),
  }),
);
const query: fc.Arbitrary<StructuredQuery> = fc.record(
  {
    from: fc.constant([{ collectionId: "c" }]),
    where: where.filter(isWithinLimits),
    orderBy: fc.array(fc.record({ field: fc.record({ fieldPath: fc.constantFrom("a", "b") }) }), {
      maxLength: 1,
    }),
  },
  { requiredKeys: ["from"] },
);

test("a query gives the same result from previews as from whole documents", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { maxLength: 6 }), query, async (documents, structured) => {
      const db = openDatabase("memory");
      const warm = openEngine({ db });
      const writes = documents.map((each, index) => ({
        update: { name: `${ROOT}/c/${index}`, fields: { ...each, ballast: LARGE } },
      }));
      await warm.commit(DATABASE, writes);
      const compiled = compileQuery(ROOT, structured);
      const expected = await warm.query(compiled, { kind: "latest" });
      const cold = await openEngine({ db }).query(compiled, { kind: "latest" });
      const namesIn = ({ value }: typeof expected) => value.documents.map(({ name }) => name);
      expect(namesIn(cold)).toEqual(namesIn(expected));
      db.close();
    }),
  );
});
