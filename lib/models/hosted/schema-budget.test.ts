// Every schema that is sent is within the services' budget, and states in words the limits that it may not have as keywords.
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { answerSchema, openApiSchema } from "./json-schema.ts";
import { overBudget, schemaCosts } from "./schema-budget.ts";
import { SENT_SCHEMAS } from "./sent-schemas.ts";

const SENT = Object.entries(SENT_SCHEMAS).flatMap(([task, schemas]) =>
  schemas.map((schema, index) => [`${task} ${index + 1}`, answerSchema(schema)] as const),
);

describe("the schema of", () => {
  it.each(SENT)("%s is within the budget", (_name, schema) => {
    expect(overBudget(schema)).toEqual([]);
    // The older client sends the same schema in another notation.
    expect(Object.keys(openApiSchema(schema))).toEqual(expect.arrayContaining(["type", "required"]));
  });
});

const Sample = z.object({
  seen: z.string().min(1).max(60).describe("what is seen"),
  late: z.enum(["a", "bb"]).optional(),
  weight: z.int().min(1).max(5).default(3),
  share: z.number().gt(0).lt(1),
  count: z.int().nonnegative(),
  id: z
    .string()
    .regex(/^c\d+$/)
    .nullable(),
  boxes: z.array(z.array(z.int()).length(4)).max(12),
  on: z.iso.date(),
});

describe("a schema in its sent form", () => {
  const schema = answerSchema(Sample);

  it("has its limits in words, without keywords", () => {
    expect(schemaCosts(schema).forbiddenKeywords).toEqual([]);
    expect(schema.properties).toMatchObject({
      seen: { type: "string", description: "what is seen; 1 to 60 characters" },
      weight: { type: "integer", description: "1 to 5" },
      share: { type: "number", description: "more than 0 to less than 1" },
      count: { type: "integer", description: "at least 0" },
      id: { anyOf: [{ type: "string", description: "matches ^c\\d+$" }, { type: "null" }] },
      boxes: { type: "array", description: "at most 12 items", items: { description: "exactly 4 items" } },
    });
  });

  it("has the order of the shape, optional properties last; a property with a default is required", () => {
    const order = ["seen", "weight", "share", "count", "id", "boxes", "on"];
    expect(schema.required).toEqual(order);
    expect(schema.propertyOrdering).toEqual([...order, "late"]);
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(schema.properties))).toEqual([
      ...order,
      "late",
    ]);
    expect(openApiSchema(schema)).toMatchObject({ required: order, propertyOrdering: [...order, "late"] });
  });

  it("has no objects with free keys", () => {
    expect(() => answerSchema(z.object({ of: z.record(z.string(), z.string()) }))).toThrow(/free keys/);
  });
});

describe("the costs of a schema", () => {
  it("are counted over the whole schema", () => {
    const inner = z.object({ kind: z.enum(["one", "two"]), more: z.string().optional() });
    const schema = z.object({
      list: z.array(inner),
      other: inner.nullable(),
      third: z.enum(["x"]).optional(),
    });
    expect(schemaCosts(answerSchema(schema))).toEqual({
      ...{ enumValues: 5, largestEnum: 2, enumCharacters: 13, depth: 3, optionalProperties: 3 },
      forbiddenKeywords: [],
    });
  });

  it.each([
    ["enumValues", z.object({ a: words(40), b: words(40), c: words(41) })],
    ["largestEnum", z.object({ a: words(41) })],
    ["enumCharacters", z.object({ a: words(20, "x".repeat(50)) })],
    ["depth", z.object({ a: z.array(z.object({ b: z.array(z.object({ c: z.array(z.array(z.int())) })) })) })],
    [
      "optionalProperties",
      z.object(Object.fromEntries([..."abcdefghi"].map((key) => [key, z.int().optional()]))),
    ],
  ])("are over the budget by %s", (name, schema) => {
    expect(overBudget(answerSchema(schema)).join()).toMatch(name);
  });

  it("are over the budget by a forbidden keyword anywhere", () => {
    expect(overBudget({ type: "array", items: { type: "string", pattern: "a" }, maxItems: 3 })).toEqual([
      "the keyword maxItems is not allowed",
      "the keyword pattern is not allowed",
    ]);
  });
});

function words(count: number, stem = "w"): z.ZodEnum {
  return z.enum(Array.from({ length: count }, (_, index) => `${stem}${index}`));
}
