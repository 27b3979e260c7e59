// Sends an object's bytes: whole or one range, with the headers by which the client checks them.
// https://cloud.google.com/storage/docs/xml-api/get-object-download
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { BlobStore } from "./blobs.ts";
import { type Call, header } from "./call.ts";
import { StorageError } from "./errors.ts";
import type { StoredObject } from "./objects.ts";
import { etagOf } from "./resources.ts";

/** `overrides` are headers that a signed address asks for. HEAD sends the headers alone. */
export function sendObject(
  call: Call,
  blobs: BlobStore,
  object: StoredObject,
  overrides: Record<string, string> = {},
): void {
  const headers = { ...objectHeaders(object), ...overrides };
  if (
    header(call, "if-none-match")
      ?.split(/\s*,\s*/)
      .includes(headers.etag)
  ) {
    call.res.writeHead(304, { etag: headers.etag, "cache-control": headers["cache-control"] });
    call.res.end();
    return;
  }
  if (wantsPlain(call, object)) {
    sendDecompressed(call, blobs, object, headers);
    return;
  }
  const range = byteRange(header(call, "range"), object.size);
  const { start, end } = range ?? { start: 0, end: object.size };
  call.res.writeHead(range ? 206 : 200, {
    ...headers,
    "content-length": end - start,
    ...(range ? { "content-range": `bytes ${start}-${end - 1}/${object.size}` } : {}),
  });
  if (call.method === "HEAD") {
    call.res.end();
    return;
  }
  const content = blobs.read(object.sha256, start, end);
  if (Buffer.isBuffer(content)) call.res.end(content);
  // A caller that goes away mid-stream destroys both ends; there is nobody left to tell.
  else pipeline(content, call.res, () => {});
}

/** Decompressive transcoding: https://cloud.google.com/storage/docs/transcoding */
function wantsPlain(call: Call, object: StoredObject): boolean {
  const { contentEncoding, cacheControl } = object.attributes;
  if (contentEncoding !== "gzip" || cacheControl?.includes("no-transform")) return false;
  return !/\bgzip\b|\*/.test(header(call, "accept-encoding") ?? "");
}

function sendDecompressed(
  call: Call,
  blobs: BlobStore,
  object: StoredObject,
  headers: Record<string, string>,
): void {
  const { "content-encoding": _, "accept-ranges": __, ...rest } = headers;
  call.res.writeHead(200, { ...rest, warning: "214 UploadServer gunzipped" });
  const content = blobs.read(object.sha256, 0, object.size);
  const gunzip = createGunzip();
  pipeline(gunzip, call.res, () => {});
  if (Buffer.isBuffer(content)) gunzip.end(content);
  else pipeline(content, gunzip, () => {});
}

function objectHeaders(
  object: StoredObject,
): Record<string, string> & { etag: string; "cache-control": string } {
  const { attributes, crc32c, md5 } = object;
  const optional: Record<string, string | undefined> = {
    "content-encoding": attributes.contentEncoding,
    "content-disposition": attributes.contentDisposition,
    "content-language": attributes.contentLanguage,
  };
  for (const [key, value] of Object.entries(attributes.metadata ?? {})) {
    optional[`x-goog-meta-${key}`] = encodeURI(value);
  }
  const present = Object.entries(optional).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return {
    ...Object.fromEntries(present),
    "content-type": attributes.contentType ?? "application/octet-stream",
    "cache-control": attributes.cacheControl ?? "private, max-age=0",
    "last-modified": new Date(object.updated).toUTCString(),
    "accept-ranges": "bytes",
    etag: `"${etagOf(object)}"`,
    "x-goog-generation": String(object.generation),
    "x-goog-metageneration": String(object.metageneration),
    "x-goog-hash": md5 === "" ? `crc32c=${crc32c}` : `crc32c=${crc32c},md5=${md5}`,
    "x-goog-storage-class": attributes.storageClass ?? "STANDARD",
    "x-goog-stored-content-encoding": attributes.contentEncoding ?? "identity",
    "x-goog-stored-content-length": String(object.size),
  };
}

/** One range as `[start, end)`. Undefined for none, or for what RFC 9110 lets a server ignore. Throws 416. */
function byteRange(text: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(text ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size : Math.min(size, Number(to) + 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return undefined;
  if (start >= size) {
    throw new StorageError({
      status: 416,
      reason: "requestedRangeNotSatisfiable",
      code: "InvalidRange",
      message: "The requested range cannot be satisfied.",
      elements: [["Details", text ?? ""]],
    });
  }
  return { start, end };
}
