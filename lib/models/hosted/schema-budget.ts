// The costs of a response schema, and which of them exceed the budget of Google's services. The services do not document their limits:
// these are below every failure that users reported (googleapis/python-genai#660, #950, #2133, #2170; vercel/ai#21192;
// https://ai.google.dev/gemini-api/docs/structured-output).
import * as z from "zod";
import type { JsonSchema } from "./model.ts";

/** The limits. The services accept 120 enum values; the margin is for undocumented costs. */
const BUDGET = {
  enumValues: 80,
  largestEnum: 40,
  enumCharacters: 1_000,
  depth: 6,
  optionalProperties: 8,
} as const;

/** Keywords to which some models answer 400. Limits belong in `description`. */
const FORBIDDEN = new Set([
  ...["minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "format", "default", "const", "$ref", "$defs"],
]);

export interface SchemaCosts {
  /** Number of values of all enums together. */
  enumValues: number;
  largestEnum: number;
  /** Characters of all enum values together. */
  enumCharacters: number;
  /** Nesting of objects and arrays; an object of plain values is 1. */
  depth: number;
  /** Number of properties outside `required`, in all objects together. */
  optionalProperties: number;
  forbiddenKeywords: string[];
}

const NodeSchema = z.looseObject({
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** `schema`: as `json-schema.ts` gives it. */
export function schemaCosts(schema: JsonSchema): SchemaCosts {
  return costsOf(schema);
}

function costsOf(value: unknown): SchemaCosts {
  const node = NodeSchema.parse(value);
  const values = (node.enum ?? []).map(String);
  const properties = Object.entries(node.properties ?? {});
  const inner = [...properties.map(([, one]) => one), node.items, ...(node.anyOf ?? [])]
    .filter((one) => one !== undefined)
    .map(costsOf);
  const sum = (count: (costs: SchemaCosts) => number) => inner.reduce((total, one) => total + count(one), 0);
  const isNested = properties.length > 0 || node.items !== undefined;
  const optional = properties.filter(([name]) => !node.required?.includes(name));
  return {
    enumValues: values.length + sum((one) => one.enumValues),
    largestEnum: Math.max(values.length, ...inner.map((one) => one.largestEnum)),
    enumCharacters: values.join("").length + sum((one) => one.enumCharacters),
    depth: (isNested ? 1 : 0) + Math.max(0, ...inner.map((one) => one.depth)),
    optionalProperties: optional.length + sum((one) => one.optionalProperties),
    forbiddenKeywords: [
      ...new Set([
        ...Object.keys(node).filter((keyword) => FORBIDDEN.has(keyword)),
        ...inner.flatMap((one) => one.forbiddenKeywords),
      ]),
    ],
  };
}

/** The exceeded limits, in sentences; empty for a schema that may be sent. */
export function overBudget(schema: JsonSchema): string[] {
  const costs = schemaCosts(schema);
  const over = ([name, most]: [keyof typeof BUDGET, number]) =>
    costs[name] > most ? [`${name}: ${costs[name]}, and at most ${most} are allowed`] : [];
  return [
    ...(["enumValues", "largestEnum", "enumCharacters", "depth", "optionalProperties"] as const).flatMap(
      (name) => over([name, BUDGET[name]]),
    ),
    ...costs.forbiddenKeywords.map((keyword) => `the keyword ${keyword} is not allowed`),
  ];
}
