// The registry of functions by name. Each is registered with the functions framework's public interface, so that any host of the framework
// can serve it, and is served here by Node's own server, which loads nothing unused: no Express, no parsers except JSON, no domain for each
// request (`docs/decisions/0179-functions-register-by-the-frameworks-interface.md`).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { http } from "@google-cloud/functions-framework";
import { logError } from "./cloud/log.ts";

/** A request in the framework's format: `body` is parsed if it is JSON. */
export interface FunctionRequest extends IncomingMessage {
  rawBody?: Buffer;
  body?: unknown;
}

/** Answers with Node's own response, which every host provides. */
export type FunctionHandler = (request: FunctionRequest, response: ServerResponse) => unknown;

const handlers = new Map<string, FunctionHandler>();

export function registerFunction(name: string, handler: FunctionHandler): void {
  http(name, handler);
  handlers.set(name, handler);
}

/** Pub/Sub's maximum message size is 10 MB, which is longer in base64. */
const MOST_BYTES = 16 << 20;

/** It does not listen yet. Throws if no function has this name. */
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

/** A body that the server in front has read is left as it is. */
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
