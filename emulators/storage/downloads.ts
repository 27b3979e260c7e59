// Sends an object's bytes, whole or one range, with the headers by which the client verifies them.
// https://cloud.google.com/storage/docs/xml-api/get-object-download
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { BlobStore } from "./blobs.ts";
import { type Call, header } from "./call.ts";
import { StorageError } from "./errors.ts";
import type { StoredObject } from "./objects.ts";
import { etagOf } from "./resources.ts";

/** `overrides` are headers that a signed address requests. A HEAD request gets only the headers. */
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
  if (isDecompressed(call, object)) {
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
  // If the caller disconnects, pipeline destroys both streams, and there is no one to report the error to.
  else pipeline(content, call.res, () => {});
}

/**
 * Content types of compressed formats. Google publishes no list of those that the service treats so (GoogleCloudPlatform/gsutil#480).
 * This one has images, audio and video without their uncompressed formats, and archives.
 */
const COMPRESSED_TYPE =
  /^(image\/(?!svg|(x-)?(ms-)?bmp|tiff)|audio\/(?!(x-|vnd\.)?wave?|l16)|video\/|application\/(x-)?(gzip|zip|bzip2|7z-compressed|xz)\b)/i;

/**
 * Decompressive transcoding: https://cloud.google.com/storage/docs/transcoding. A gzip object is sent unchanged only to a caller that
 * accepts gzip. If the content type itself is a compressed format, gzip is removed for every caller
 * (https://cloud.google.com/storage/docs/transcoding#gzip-gzip). `Cache-Control: no-transform` prevents both.
 */
function isDecompressed(call: Call, object: StoredObject): boolean {
  const { contentEncoding, cacheControl, contentType } = object.attributes;
  if (contentEncoding !== "gzip" || cacheControl?.includes("no-transform")) return false;
  return (
    COMPRESSED_TYPE.test(contentType ?? "") || !/\bgzip\b|\*/.test(header(call, "accept-encoding") ?? "")
  );
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

/** One range as `[start, end)`. Undefined without a range, or for a range that RFC 9110 allows to ignore. Throws 416. */
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
