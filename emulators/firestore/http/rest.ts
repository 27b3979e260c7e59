// The REST mapping: serves each method at its address, with proto3 JSON as request and response.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Engine } from "../engine.ts";
import { FirestoreError, invalid } from "../errors.ts";
import { abandon, LIST_METHODS, UNARY_METHODS } from "../methods.ts";
import type { messageJson } from "../proto-json.ts";
import { readBody } from "./body.ts";
import { errorBody } from "./http-error.ts";
import { type RestRoute, restRoute } from "./rest-routes.ts";

/** Query parameters that every Google API accepts. They are not fields of the request. */
const SYSTEM_PARAMETERS = new Set(["alt", "key", "prettyPrint", "quotaUser", "access_token"]);

type JsonObject = { readonly [key: string]: unknown };

/** Serves one REST call. */
export type RestHandler = (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function restHandler(
  json: ReturnType<typeof messageJson>,
  engineOf: (request: IncomingMessage) => Engine,
): RestHandler {
  return async (url, request, response) => {
    let isList = false;
    try {
      const route = restRoute(request.method ?? "", url.pathname);
      if (route === null)
        throw new FirestoreError("NOT_FOUND", `No method has the address ${request.method} ${url.pathname}.`);
      isList = route.method in LIST_METHODS;
      const message = await readMessage(route, url, request);
      const engine = engineOf(request);
      const input = json(`${route.method}Request`).read(message);
      const list = LIST_METHODS[route.method];
      if (list === undefined) {
        const unary = UNARY_METHODS[route.method];
        if (unary === undefined) throw new FirestoreError("INTERNAL", `${route.method} has no handler.`);
        sendJson(
          response,
          200,
          json(RESPONSES[route.method] ?? `${route.method}Response`).write(await unary(engine, input)),
        );
        return;
      }
      const responses = await list(engine, input);
      if (response.destroyed) abandon(engine, responses);
      else sendJson(response, 200, responses.map(json(`${route.method}Response`).write));
    } catch (error) {
      const body = errorBody(error);
      sendJson(response, body.error.code, isList ? [body] : body);
    }
  };
}

/** Response types that are not named after their method. */
const RESPONSES: { readonly [method: string]: string } = {
  GetDocument: "Document",
  CreateDocument: "Document",
  UpdateDocument: "Document",
  DeleteDocument: "google.protobuf.Empty",
  Rollback: "google.protobuf.Empty",
};

async function readMessage(route: RestRoute, url: URL, request: IncomingMessage): Promise<JsonObject> {
  const parameters = nested(url.searchParams);
  if (route.body === "none") return { ...parameters, ...route.given };
  const body = parse(await readBody(request));
  if (route.body === "request") return { ...parameters, ...body, ...route.given };
  const { document, ...given } = route.given;
  return { ...parameters, ...given, document: { ...body, ...(isObject(document) ? document : {}) } };
}

function parse(body: string): JsonObject {
  if (body === "") return {};
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${error instanceof Error ? error.message : ""}`);
  }
  if (!isObject(json)) throw invalid("Invalid JSON payload received. The body must be an object.");
  return json;
}

/** `mask.fieldPaths=a&mask.fieldPaths=b` is `{ mask: { fieldPaths: ["a", "b"] } }`. */
function nested(parameters: URLSearchParams): JsonObject {
  const result: JsonObject = {};
  for (const name of new Set(parameters.keys())) {
    if (name.startsWith("$") || SYSTEM_PARAMETERS.has(name)) continue;
    const values = parameters.getAll(name);
    put(result, name.split("."), values.length === 1 ? values[0] : values);
  }
  return result;
}

function put(into: { [key: string]: unknown }, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const known = Object.hasOwn(into, key) ? into[key] : undefined;
  const inner = isObject(known) ? { ...known } : {};
  put(inner, rest, value);
  into[key] = inner;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Responds with JSON, unless the connection was closed. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
