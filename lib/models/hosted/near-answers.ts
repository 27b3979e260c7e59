// For property tests: answers of a model to a schema, from nearly right to any JSON.
import fc from "fast-check";
import * as z from "zod";

/** Values with much of the schema's form, of which a tenth of the parts are replaced by any JSON and some are omitted; and any JSON. */
export function nearAnswers(schema: z.ZodType): fc.Arbitrary<unknown> {
  const near = nearly(z.toJSONSchema(schema, { io: "input" }));
  return fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: fc.jsonValue() });
}

const NodeSchema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.json()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});

function nearly(value: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: formed(value) }, { weight: 1, arbitrary: fc.jsonValue() });
}

function formed(value: unknown): fc.Arbitrary<unknown> {
  const { type, properties, items, enum: options, anyOf } = NodeSchema.parse(value);
  if (properties !== undefined) {
    const inner = Object.entries(properties).map(([key, one]) => [key, nearly(one)] as const);
    return fc.oneof(
      fc.record(Object.fromEntries(inner)),
      fc.record(Object.fromEntries(inner), { requiredKeys: [] }),
    );
  }
  if (items !== undefined) return fc.array(nearly(items), { maxLength: 4 });
  if (options !== undefined) return fc.constantFrom(...options);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(nearly));
  if (type === "string")
    return fc.oneof(fc.string(), fc.constantFrom("", " ", "c1", "k1/w1", "雨の夜だった。"));
  return type === "boolean" ? fc.boolean() : fc.integer({ min: -2, max: 1_200 });
}
