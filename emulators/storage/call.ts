// One HTTP request as the emulator's handlers see it, and the few ways in which they answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { wholeBody } from "../whole-body.ts";
import { StorageError } from "./errors.ts";
import { selectFields } from "./partial-response.ts";

/** A request, its address taken apart. */
export interface Call {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  /** Path segments, decoded one by one. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The query as it came. */
  readonly rawQuery: string;
  /** Scheme and host by which the caller reached us. */
  readonly origin: string;
}

/** One-shot bodies are held in memory; bigger objects come by resumable upload. */
const MAX_BODY_BYTES = 512 << 20;

export function callOf(req: IncomingMessage, res: ServerResponse): Call {
  const [rawPath = "/", ...rest] = (req.url ?? "/").split("?");
  const rawQuery = rest.join("?");
  return {
    req,
    res,
    method: req.method ?? "GET",
    path: rawPath.slice(1).split("/").map(decodeSegment),
    query: new URLSearchParams(rawQuery),
    rawQuery,
    origin: `http://${req.headers.host ?? "localhost"}`,
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new StorageError({
      status: 400,
      reason: "invalid",
      code: "InvalidURI",
      message: "Couldn't parse the specified URI.",
    });
  }
}

/** A header's one value; several are joined as HTTP says. */
export function header(call: Call, name: string): string | undefined {
  const value = call.req.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** The whole body. Throws 413 beyond 512 MiB, and what the connection throws when it breaks. */
export function readBody(call: Call): Promise<Buffer> {
  const error = () =>
    new StorageError({
      status: 413,
      reason: "uploadTooLarge",
      code: "EntityTooLarge",
      message: `Use a resumable upload for more than ${MAX_BODY_BYTES} bytes.`,
    });
  return wholeBody(call.req, { bytes: MAX_BODY_BYTES, error });
}

/** Text is JSON already. */
export function sendJson(
  call: Call,
  body: Record<string, unknown> | string,
  headers: Record<string, string> = {},
): void {
  const selector = call.query.get("fields");
  const isWhole = typeof body === "string" || selector === null || selector === "";
  const bytes = Buffer.from(
    typeof body === "string" ? body : JSON.stringify(isWhole ? body : selectFields(body, selector)),
  );
  call.res.writeHead(200, {
    "content-type": "application/json; charset=UTF-8",
    "content-length": bytes.length,
    "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
    ...headers,
  });
  call.res.end(bytes);
}

export function sendEmpty(call: Call, status: number, headers: Record<string, string> = {}): void {
  call.res.writeHead(status, { "content-length": 0, ...headers });
  call.res.end();
}
