// A valid request for each operation of the OpenAPI document, for tests that call all routes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as z from "zod";
import { fontFile } from "../../lettering/src/font-file.ts";
import { SAMPLE_STORY } from "./sample-service.ts";

const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    pattern: z.string().optional(),
    properties: z.record(z.string(), JsonSchema).optional(),
    required: z.array(z.string()).optional(),
    oneOf: z.array(JsonSchema).optional(),
    anyOf: z.array(JsonSchema).optional(),
    minimum: z.number().optional(),
  }),
);
interface JsonSchema {
  $ref?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  type?: string | string[] | undefined;
  pattern?: string | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  minimum?: number | undefined;
}

const OperationSchema = z.looseObject({
  security: z.array(z.unknown()),
  responses: z.record(z.string(), z.unknown()),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: JsonSchema,
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: JsonSchema })) })
    .optional(),
});
export const ApiDocumentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), JsonSchema) }),
});
export type ApiDocument = z.infer<typeof ApiDocumentSchema>;

const FONT = readFileSync(fontFile("ComicNeue_700Bold.ttf"));

/** Values with constraints beyond their schema. The first panel shows the place and has no words. */
const BY_NAME: Record<string, unknown> = {
  ...{ text: SAMPLE_STORY, email: "mina@example.com", password: "correct horse" },
  ...{ balloonId: "k2.w1", panelId: "k1", format: "pdf", sheetId: "characters.c1", image: "AAAA" },
  ...{ file: FONT.toString("base64"), fontId: `own-${createHash("sha256").update(FONT).digest("hex")}` },
  ...{
    hashes: "0".repeat(64),
    picture: `${"0".repeat(64)}.webp`,
    url: "https://mekuri.example/shared/sample",
  },
  ...{
    from: "ミナ",
    with: { panel: "k2" },
    kept: true,
    edits: [{ kind: "move", panel: "k1", side: "bottom", by: -20 }],
    panels: [{ page: 1, panel: "k1" }],
    order: [1],
    texts: [{ page: 1, balloonId: "k2.w1", text: "……" }],
  },
};

/** Samples of whole schemas, where a field has another form than the one of its name above. */
const BY_SCHEMA: Readonly<Record<string, unknown>> = {
  LetteringSample: { text: "雨の夜" },
  /** A new sign-in confirms it. */
  DeleteAccount: {},
  OwnReferences: { references: [{ use: "pose", image: "AAAA" }] },
  LetteringRequest: { edits: [{ kind: "text", text: "k1/w1", change: { size: 12 } }] },
};

function sampleOf(schema: JsonSchema, name: string, document: ApiDocument): unknown {
  const called = schema.$ref?.split("/").at(-1) ?? "";
  if (called in BY_SCHEMA) return BY_SCHEMA[called];
  const inner = document.components.schemas[called];
  if (inner !== undefined) return sampleOf(inner, name, document);
  if (name in BY_NAME) return BY_NAME[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first !== undefined) return sampleOf(first, name, document);
  switch ([schema.type].flat()[0]) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      const needed = properties.filter(([key]) => schema.required?.includes(key));
      const wanted = needed.length > 0 ? needed : properties.slice(0, 1);
      return Object.fromEntries(wanted.map(([key, value]) => [key, sampleOf(value, key, document)]));
    }
    case "array":
      return [];
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "boolean":
      return true;
    default:
      return "sample";
  }
}

export interface Operation {
  name: string;
  method: string;
  path: string;
  isForEverybody: boolean;
  isOfSession: boolean;
  body: unknown;
}

export function operationsOf(document: ApiDocument, sessionId: string): Operation[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => {
      const sample = (parameter: z.infer<typeof OperationSchema>["parameters"][number]) =>
        parameter.name === "sessionId"
          ? sessionId
          : String(sampleOf(parameter.schema, parameter.name, document));
      const inPath = new Map(operation.parameters.map((parameter) => [parameter.name, sample(parameter)]));
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => inPath.get(name) ?? name);
      const query = operation.parameters.filter(
        (parameter) => parameter.in === "query" && parameter.required,
      );
      const search = new URLSearchParams(
        query.map((parameter): [string, string] => [parameter.name, sample(parameter)]),
      );
      const body = operation.requestBody?.content["application/json"]?.schema;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path: search.size === 0 ? filled : `${filled}?${search}`,
        isForEverybody: operation.security.length === 0,
        isOfSession: path.includes("{sessionId}"),
        body: body === undefined ? undefined : sampleOf(body, "", document),
      };
    }),
  );
  // Deletions come last, and deleting the session comes after deleting its parts. The account comes after everything.
  const depth = ({ method, path }: Operation) => {
    if (method !== "DELETE") return 0;
    return path === "/api/v1/auth/me" ? 1 : 1 / path.split("/").length;
  };
  return operations.toSorted((a, b) => depth(a) - depth(b));
}
