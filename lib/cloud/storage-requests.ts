// Objects that are whole in memory, each by one request of Cloud Storage's JSON API. The client's own way is a chain of streams that
// reads every byte in JavaScript to check it; here the store checks what arrives, and who reads knows the content's hash.
// https://cloud.google.com/storage/docs/json_api/v1/objects
import { hash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Bucket } from "@google-cloud/storage";

export interface Upload {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  cacheControl: string;
}

/** The store refused a request. */
class StorageRefusedError extends Error {
  override readonly name = "StorageRefusedError";
  /** Its HTTP status. */
  readonly code: number;
  constructor(url: URL, code: number, answer: string) {
    super(`${url.pathname} was refused (${code}): ${answer.slice(0, 500)}`);
    this.code = code;
  }
}

const TRIES = 6;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 3_000;
const TIMEOUT_MS = 120_000;

/** https://cloud.google.com/storage/docs/retry-strategy */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Writes an object that is not there. Throws an error with the status as its `code` (412 where it is there), and what `fetch` throws. */
export async function uploadNew(bucket: Bucket, upload: Upload): Promise<void> {
  const { name } = upload;
  const boundary = randomUUID();
  await ask(bucket, `upload/storage/v1/b/${encodeURIComponent(bucket.name)}/o`, {
    query: { uploadType: "multipart", name, ifGenerationMatch: "0" },
    method: "POST",
    headers: { "content-type": `multipart/related; boundary=${boundary}` },
    body: multipart(upload, boundary),
  });
}

/** An object's content. Throws as `uploadNew` does (404 where there is none). */
export function download(bucket: Bucket, name: string): Promise<Buffer> {
  const path = `b/${encodeURIComponent(bucket.name)}/o/${encodeURIComponent(name)}`;
  return ask(bucket, `storage/v1/${path}`, { query: { alt: "media" } });
}

type Asked = Pick<RequestInit, "method" | "headers" | "body"> & { query: Record<string, string> };

async function ask(
  { storage }: Bucket,
  path: string,
  { query, headers, ...request }: Asked,
): Promise<Buffer> {
  const url = new URL(`${storage.apiEndpoint}/${path}`);
  url.search = new URLSearchParams(query).toString();
  // An emulator asks for no account.
  const isOpen = storage.customEndpoint && storage.useAuthWithCustomEndpoint !== true;
  for (let attempt = 1; ; attempt++) {
    try {
      const all = new Headers(isOpen ? undefined : await storage.authClient.getRequestHeaders());
      for (const [header, value] of new Headers(headers)) all.set(header, value);
      const response = await fetch(url, {
        ...{ ...request, headers: all },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = Buffer.from(await response.arrayBuffer());
      if (response.ok) return answer;
      throw new StorageRefusedError(url, response.status, answer.toString());
    } catch (error) {
      const isFinal = error instanceof StorageRefusedError && !PASSING.has(error.code);
      if (isFinal || attempt === TRIES) throw error;
    }
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    await sleep(longest * (0.5 + 0.5 * Math.random()));
  }
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
