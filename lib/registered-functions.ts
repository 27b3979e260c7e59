// Functions by their names. Each is registered by the public interface of the functions framework, so that every host of the framework
// can serve it, and is served here by Node's own server, which loads nothing that a function does not use: no Express, no parsers
// of other bodies than JSON, and no domain around each request (`docs/decisions/0179-functions-register-by-the-frameworks-interface.md`).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { http } from "@google-cloud/functions-framework";
import { logError } from "./cloud/log.ts";

/** As the framework hands it over: `body` is parsed where it is JSON. */
export interface FunctionRequest extends IncomingMessage {
  rawBody?: Buffer;
  body?: unknown;
}

/** Answers by Node's own response, which every host has. */
export type FunctionHandler = (request: FunctionRequest, response: ServerResponse) => unknown;

const handlers = new Map<string, FunctionHandler>();

export function registerFunction(name: string, handler: FunctionHandler): void {
  http(name, handler);
  handlers.set(name, handler);
}

/** Pub/Sub takes messages of up to 10 MB, which are longer in base64. */
const MOST_BYTES = 16 << 20;

/** It does not listen yet. Throws when no function is registered by this name. */
export function registeredServer(name: string): Server {
  const handler = handlers.get(name);
  if (handler === undefined) throw new Error(`the function ${name} is not registered`);
  return createServer((request: FunctionRequest, response) => {
    serve(handler, request, response).catch((error: unknown) => {
      logError("a request failed", error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/** A body that was read already, by a server in front of this one, is left as it is. */
async function serve(
  handler: FunctionHandler,
  request: FunctionRequest,
  response: ServerResponse,
): Promise<void> {
  if (request.rawBody === undefined) {
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) {
      response.writeHead(413).end();
      return;
    }
    request.rawBody = await buffer(request);
    try {
      if (isJson(request)) request.body = JSON.parse(request.rawBody.toString());
    } catch {
      response.writeHead(400).end();
      return;
    }
  }
  await handler(request, response);
}

function isJson({ headers, rawBody }: FunctionRequest): boolean {
  return rawBody?.length !== 0 && /^application\/(?:[\w.-]+\+)?json\b/i.test(headers["content-type"] ?? "");
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
