// Requests for a fuzzer, derived from the routes of an OpenAPI document: valid ones, and ones broken in some way.
import * as z from "zod";
import { UNUSABLE_IDS } from "./document-id-samples.ts";
import { type Chance, type Known, type Schema, valuesOf } from "./fuzz-values.ts";

const SchemaSchema: z.ZodType<Schema> = z.custom<Schema>(
  (value) => typeof value === "object" && value !== null,
);

const OperationSchema = z.object({
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().optional(),
        schema: SchemaSchema,
      }),
    )
    .default([]),
  requestBody: z
    .object({
      required: z.boolean().optional(),
      content: z.object({ "application/json": z.object({ schema: SchemaSchema }) }),
    })
    .optional(),
  security: z.array(z.unknown()).default([]),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
});
type Operation = z.infer<typeof OperationSchema>;

const DocumentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.object({ schemas: z.record(z.string(), SchemaSchema) }),
});

export interface FuzzRoute extends Operation {
  method: string;
  /** As in the document: `/api/v1/manga/sessions/{sessionId}`. */
  path: string;
}

export interface FuzzRequest {
  route: FuzzRoute;
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface FuzzSource {
  routes: FuzzRoute[];
  /** The next request: one for each route first, then random routes; two of five are broken. */
  next(): FuzzRequest;
}

/** `known` returns existing ids and tokens; `tokens` are access tokens, valid and invalid. */
export function fuzzSource(
  openApi: unknown,
  { chance, known, tokens }: { chance: Chance; known: Known; tokens: () => readonly string[] },
): FuzzSource {
  const { paths, components } = DocumentSchema.parse(openApi);
  const resolve = (ref: string): Schema => {
    const found = components.schemas[ref.replace("#/components/schemas/", "")];
    if (found === undefined) throw new RangeError(`the document has no ${ref}`);
    return found;
  };
  const values = valuesOf(resolve, { chance, known });
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );

  const unasked = [...routes];

  function next(): FuzzRequest {
    const route = unasked.pop() ?? chance.pick(routes);
    const isBroken = chance.happens(0.4);
    const breaks = isBroken
      ? chance.pick(["value", "value", "body", "syntax", "depth", "type", "path", "id", "method", "token"])
      : "";
    const value = (schema: Schema, name: string) =>
      breaks === "value" && chance.happens(0.5) ? values.broken(schema, name) : values.fitting(schema, name);

    let { path } = route;
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    for (const { name, schema, required = false, in: place } of route.parameters) {
      if (!required && chance.happens(0.6)) continue;
      const text =
        breaks === "id" && place === "path" ? chance.pick(UNUSABLE_IDS) : textOf(value(schema, name));
      if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(text.toWellFormed()) || "x");
      else if (place === "query") query.append(name, text);
      else headers[name] = text.replace(/[^\x20-\x7e]/g, "?");
    }
    if (route.security.length > 0 && breaks !== "token") headers.authorization = `Bearer ${tokens()[0]}`;
    if (breaks === "token")
      headers.authorization = chance.pick(["Bearer", "Basic YTpi", ...tokens().map((t) => `Bearer ${t}`)]);
    if (breaks === "path")
      path += chance.pick(["/", "/x", "%00", "%2F", "//", "%E9", "?a=1&a=2", "%F0%9F%90%88"]);
    const method =
      breaks === "method" ? chance.pick(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) : route.method;
    const target = query.size === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
    return { route, method, target, headers, ...bodyOf(route, { breaks, value, headers, method }) };
  }

  function bodyOf(
    { requestBody }: FuzzRoute,
    { breaks, value, headers, method }: Breaking,
  ): { body: string | undefined } {
    if (method === "GET" || requestBody === undefined) {
      if (method === "GET" || breaks !== "body") return { body: undefined };
      headers["content-type"] = "application/json";
      return { body: JSON.stringify(chance.pick([{}, [], null, "x", { a: 1 }])) };
    }
    if (breaks === "body" || (requestBody.required !== true && chance.happens(0.3)))
      return { body: undefined };
    headers["content-type"] = "application/json";
    const { schema } = requestBody.content["application/json"];
    const text = JSON.stringify(value(schema, ""));
    if (breaks === "type") {
      headers["content-type"] = chance.pick([
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "",
        "application/json; charset=x",
      ]);
    }
    if (breaks === "depth") return { body: nested(text, chance) };
    if (breaks === "syntax")
      return {
        body: chance.pick([text.slice(0, -1), `${text}}`, "{", "nul", "'", "\ufeff{}", "[".repeat(9_000)]),
      };
    return { body: text };
  }

  return { routes, next };
}

interface Breaking {
  breaks: string;
  value: (schema: Schema, name: string) => unknown;
  headers: Record<string, string>;
  method: string;
}

/** A body with a value nested 5,000 levels deep: as a patch, as another member, or as the whole body. */
function nested(body: string, chance: Chance): string {
  const [open, close] = chance.pick([
    ['{"a":', "}"],
    ["[", "]"],
  ]);
  const deep = `${open.repeat(5_000)}1${close.repeat(5_000)}`;
  if (!body.endsWith("}")) return deep;
  const members = body.slice(0, -1);
  return `${members}${members === "{" ? "" : ","}"${chance.pick(["patch", "panels", "text", "a"])}":${deep}}`;
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // A lone surrogate cannot be encoded in a URL.
  return text.slice(0, 3_000).toWellFormed();
}
