// A parsed HTTP request for the emulator's handlers, and functions that read its body and send responses.
import type { IncomingMessage, ServerResponse } from "node:http";
import { wholeBody } from "../whole-body.ts";
import { StorageError } from "./errors.ts";
import { selectFields } from "./partial-response.ts";

/** A request with its parsed address. */
export interface Call {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  /** Decoded path segments. In a virtual-hosted request the first one is the bucket of the Host header. */
  readonly path: readonly string[];
  /** True for a virtual-hosted request, whose Host header names the bucket and whose path has only the object. */
  readonly isVirtualHosted: boolean;
  readonly query: URLSearchParams;
  /** The query without decoding. */
  readonly rawQuery: string;
  /** Scheme and host of the request. */
  readonly origin: string;
}

/** Maximum bytes of a body, which is read into memory. Bigger objects need a resumable upload. */
const MAX_BODY_BYTES = 512 << 20;

/**
 * The bucket of a virtual-hosted request (`Host: BUCKET.storage.googleapis.com`). Undefined for another host.
 * https://cloud.google.com/storage/docs/request-endpoints#xml-api
 */
export function bucketOfHost(host = ""): string | undefined {
  return /^(.+)\.storage\.googleapis\.com(?::\d{1,5})?$/i.exec(host)?.[1];
}

export function callOf(req: IncomingMessage, res: ServerResponse): Call {
  const [rawPath = "/", ...rest] = (req.url ?? "/").split("?");
  const rawQuery = rest.join("?");
  const segments = rawPath.slice(1).split("/").map(decodeSegment);
  const bucket = bucketOfHost(req.headers.host);
  return {
    req,
    res,
    method: req.method ?? "GET",
    path: bucket === undefined ? segments : [bucket, ...segments],
    isVirtualHosted: bucket !== undefined,
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

/** A header's value. Several values are joined by commas. */
export function header(call: Call, name: string): string | undefined {
  const value = call.req.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** Reads the whole body. Throws 413 beyond 512 MiB, and the connection's error if it breaks. */
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

/** Sends JSON. A string must be encoded JSON. */
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
