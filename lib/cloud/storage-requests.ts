// Objects that are whole in memory, each by one request of Cloud Storage's JSON API. The client's own way is a chain of streams that
// reads every byte in JavaScript to check it; here the store checks what arrives, and who reads knows the content's hash.
// https://cloud.google.com/storage/docs/json_api/v1/objects
import { hash, randomUUID } from "node:crypto";
import { askGoogle } from "./google-requests.ts";

export interface Upload {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  cacheControl: string;
}

const PATIENCE = { firstWaitMs: 200, longestWaitMs: 3_000, tryMs: 120_000, lastTryMs: 10_000 };

/** Writes an object that is not there. Throws an error with the status as its `code` (412 where it is there), and what `fetch` throws. */
export async function uploadNew(bucket: string, upload: Upload): Promise<void> {
  const boundary = randomUUID();
  const query = { uploadType: "multipart", name: upload.name, ifGenerationMatch: "0" };
  await askGoogle({
    ...at(`upload/storage/v1/b/${encodeURIComponent(bucket)}/o`, query),
    method: "POST",
    headers: { "content-type": `multipart/related; boundary=${boundary}` },
    body: multipart(upload, boundary),
    patience: PATIENCE,
  });
}

/** An object's content. Throws as `uploadNew` does (404 where there is none). */
export function download(bucket: string, name: string): Promise<Buffer> {
  const path = `storage/v1/b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
  return askGoogle({ ...at(path, { alt: "media" }), patience: PATIENCE });
}

/** Where the store is that the client libraries would ask. */
function at(path: string, query: Record<string, string>): { url: URL; isEmulated: boolean } {
  const emulator = process.env.STORAGE_EMULATOR_HOST;
  const url = new URL(path, `${emulator ?? "https://storage.googleapis.com"}/`);
  url.search = new URLSearchParams(query).toString();
  return { url, isEmulated: emulator !== undefined };
}

function multipart({ bytes, contentType, cacheControl }: Upload, boundary: string): Buffer {
  const metadata = { contentType, cacheControl, md5Hash: hash("md5", bytes, "base64") };
  const head = [
    `--${boundary}`,
    "content-type: application/json; charset=UTF-8",
    "",
    JSON.stringify(metadata),
    `--${boundary}`,
    `content-type: ${contentType}`,
    "",
    "",
  ];
  return Buffer.concat([Buffer.from(head.join("\r\n")), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
