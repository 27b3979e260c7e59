// Every input of a request is bounded: walks the schemas of all parameters and bodies of the OpenAPI document.
import { expect, it } from "vitest";
import * as z from "zod";
import { openApiDocument } from "./openapi-document.ts";
import { sampleService } from "./sample-service.ts";

interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  maxLength?: number | undefined;
  maxItems?: number | undefined;
  maxProperties?: number | undefined;
  properties?: Record<string, Schema> | undefined;
  additionalProperties?: Schema | boolean | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
}
const SchemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
    maxProperties: z.number().optional(),
    properties: z.record(z.string(), SchemaSchema).optional(),
    additionalProperties: z.union([z.boolean(), SchemaSchema]).optional(),
    items: SchemaSchema.optional(),
    anyOf: z.array(SchemaSchema).optional(),
    oneOf: z.array(SchemaSchema).optional(),
    allOf: z.array(SchemaSchema).optional(),
  }),
);
const DocumentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z.array(z.looseObject({ name: z.string(), schema: SchemaSchema })).default([]),
        requestBody: z
          .looseObject({ content: z.record(z.string(), z.looseObject({ schema: SchemaSchema })) })
          .optional(),
      }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), SchemaSchema) }),
});

/** Lists the places of a schema without a maximum of characters, items or members. */
function unboundedIn(schema: Schema, at: string, named: Record<string, Schema>): string[] {
  const { $ref, properties = {}, additionalProperties: others, items } = schema;
  if ($ref !== undefined) {
    const found = named[$ref.replace("#/components/schemas/", "")];
    return found === undefined ? [`${at}: ${$ref} is missing`] : unboundedIn(found, at, named);
  }
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const types = [schema.type ?? []].flat();
  const isChosen = schema.enum !== undefined || schema.const !== undefined;
  const isAny = types.length === 0 && choices.length === 0 && !isChosen;
  const isRecord = types.includes("object") && others !== undefined && others !== false;
  return [
    ...(isAny ? [`${at}: anything at all`] : []),
    ...(types.includes("string") && !isChosen && schema.maxLength === undefined ? [`${at}: maxLength`] : []),
    ...(types.includes("array") && schema.maxItems === undefined ? [`${at}: maxItems`] : []),
    ...(isRecord && schema.maxProperties === undefined ? [`${at}: maxProperties`] : []),
    ...choices.flatMap((choice) => unboundedIn(choice, at, named)),
    ...Object.entries(properties).flatMap(([name, one]) => unboundedIn(one, `${at}.${name}`, named)),
    ...(typeof others === "object" && Object.keys(others).length > 0
      ? unboundedIn(others, `${at}.*`, named)
      : []),
    ...(items === undefined ? [] : unboundedIn(items, `${at}[]`, named)),
  ];
}

it("every text, list and record of every request has a bound", () => {
  const document = DocumentSchema.parse(openApiDocument(sampleService().app));
  const { schemas } = document.components;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );
  const bodies = operations.filter(({ requestBody }) => requestBody !== undefined);
  expect(bodies.length).toBeGreaterThan(15);
  const unbounded = operations.flatMap(({ name, parameters, requestBody }) => [
    ...parameters.flatMap((one) => unboundedIn(one.schema, `${name} ${one.name}`, schemas)),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => unboundedIn(schema, name, schemas)),
  ]);
  expect(unbounded).toEqual([]);
});
