// Objects that are completely in memory, each by one request of Cloud Storage's JSON API. Saves a cold start the load of Google's client,
// and each object the client's chain of streams, which checks every byte in JavaScript. Here the store verifies uploads, and the caller
// verifies downloads by the content's hash (rows "cold start" and "steps a second" of `docs/proof/bench.md`).
// https://cloud.google.com/storage/docs/json_api/v1/objects
import { hash, randomUUID } from "node:crypto";
import { askGoogle, type GoogleRequest } from "./google-requests.ts";
import type { Objects, Upload } from "./objects.ts";

/** Both are idempotent: an upload requires that no object exists. https://cloud.google.com/storage/docs/retry-strategy */
export const STORAGE_RETRY = {
  ...{ statuses: [408, 429, 500, 502, 503, 504], firstWaitMs: 1_000, factor: 2, longestWaitMs: 64_000 },
  // Google's own client would try for ten minutes: asking ends with the request that it is done for.
  ...{ tryMs: 120_000, lastTryMs: 10_000 },
};

export function storageObjects(bucket: string): Objects {
  const path = `storage/v1/b/${encodeURIComponent(bucket)}/o`;
  return {
    async uploadNew(upload) {
      const boundary = randomUUID();
      const query = { uploadType: "multipart", name: upload.name, ifGenerationMatch: "0" };
      await askGoogle({
        ...{ ...at(`upload/${path}`, query), method: "POST" },
        headers: { "content-type": `multipart/related; boundary=${boundary}`, ...token(boundary) },
        body: multipart(upload, boundary),
      });
    },
    download: (name) =>
      askGoogle({ ...at(`${path}/${encodeURIComponent(name)}`, { alt: "media" }), headers: token() }),
  };
}

/** The same in each try. */
const token = (id: string = randomUUID()) => ({ "x-goog-gcs-idempotency-token": id });

/** A request to the store as Google's client would send it. */
function at(path: string, query: Record<string, string>): GoogleRequest {
  const emulator = process.env.STORAGE_EMULATOR_HOST;
  const url = new URL(path, `${emulator ?? "https://storage.googleapis.com"}/`);
  url.search = new URLSearchParams(query).toString();
  return { url, isEmulated: emulator !== undefined, retry: STORAGE_RETRY };
}

function multipart({ bytes, contentType, cacheControl }: Upload, boundary: string): Buffer {
  const metadata = JSON.stringify({ contentType, cacheControl, md5Hash: hash("md5", bytes, "base64") });
  const part = (type: string) => `--${boundary}\r\ncontent-type: ${type}\r\n\r\n`;
  const head = `${part("application/json; charset=UTF-8")}${metadata}\r\n${part(contentType)}`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
