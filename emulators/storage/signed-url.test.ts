// Signed URLs: Google's client signs them with the suite's service account, and the tests request them by plain HTTP like a browser.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Bucket, type GetSignedUrlConfig, Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { type RunningStorage, startStorage } from "./server.ts";
import { type ServiceAccount, writeKeyFile } from "./service-account.ts";

let server: RunningStorage;
let bucket: Bucket;
let keyDir: string;
/** The time of the emulator's clock in milliseconds since 1970. Undefined: the current time. */
let standsAtMs: number | undefined;

/** The bucket of a client with the key file of `account`. */
async function bucketAs(account: ServiceAccount): Promise<Bucket> {
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeKeyFile(account, keyDir));
  const storage = new Storage({ projectId: "signed", apiEndpoint: server.endpoint });
  await storage.authClient.getClient();
  return storage.bucket("signed-urls");
}

beforeAll(async () => {
  const clock = () => standsAtMs ?? Date.now();
  server = await startStorage({ db: openDatabase("memory"), dataDir: "memory", clock });
  keyDir = mkdtempSync(join(tmpdir(), "keys-"));
  bucket = await bucketAs(server.serviceAccount);
  await bucket.create();
  await bucket.setMetadata({
    cors: [{ origin: ["http://localhost:5173"], method: ["GET"], responseHeader: ["ETag"] }],
  });
  await bucket.file("pages/1 頁.png").save("ink", { contentType: "image/png" });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(keyDir, { recursive: true });
  await server.close();
});

async function sign(
  name: string,
  config: Partial<GetSignedUrlConfig> & Pick<GetSignedUrlConfig, "action"> = { action: "read" },
): Promise<string> {
  const expires = Date.now() + 60_000;
  const [url] = await bucket.file(name).getSignedUrl({ version: "v4", expires, ...config });
  return url;
}

async function refusalOf(answer: Response): Promise<[number, string | undefined]> {
  return [answer.status, /<Code>(.+?)<\/Code>/.exec(await answer.text())?.[1]];
}

test("a signed GET returns the bytes, whole or in part, and HEAD the headers", async () => {
  const url = await sign("pages/1 頁.png");
  const whole = await fetch(url);
  expect([whole.status, await whole.text(), whole.headers.get("content-type")]).toEqual([
    200,
    "ink",
    "image/png",
  ]);
  const part = await fetch(url, { headers: { range: "bytes=1-1" } });
  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
    206,
    "n",
    "bytes 1-1/3",
  ]);
  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, "3"]);
});

test("If-None-Match with the current etag answers 304", async () => {
  const url = await sign("pages/1 頁.png");
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
});

test("the signer can choose the file name and the content type of the response", async () => {
  const url = await sign("pages/1 頁.png", {
    action: "read",
    promptSaveAs: "page.png",
    responseType: "image/x-test",
  });
  const answer = await fetch(url);
  expect(answer.headers.get("content-disposition")).toContain("page.png");
  expect(answer.headers.get("content-type")).toBe("image/x-test");
});

test("a signed PUT stores the bytes with the signed content type", async () => {
  const url = await sign("put.txt", { action: "write", contentType: "text/plain" });
  const put = (type: string) =>
    fetch(url, { method: "PUT", headers: { "content-type": type }, body: "めくり" });
  expect(await refusalOf(await put("text/html"))).toEqual([403, "SignatureDoesNotMatch"]);
  expect((await put("text/plain")).status).toBe(200);
  const [metadata] = await bucket.file("put.txt").getMetadata();
  expect(metadata).toMatchObject({ contentType: "text/plain", size: "9" });
});

test("a signed PUT can have the precondition that no object exists", async () => {
  const extensionHeaders = { "x-goog-if-generation-match": "0" };
  const url = await sign("once.txt", { action: "write", extensionHeaders });
  const put = () => fetch(url, { method: "PUT", headers: extensionHeaders, body: "x" });
  expect((await put()).status).toBe(200);
  expect(await refusalOf(await put())).toEqual([412, "PreconditionFailed"]);
});

test("an address is valid only for its method and its object", async () => {
  const url = await sign("pages/1 頁.png");
  expect(await refusalOf(await fetch(url, { method: "DELETE" }))).toEqual([403, "SignatureDoesNotMatch"]);
  expect(await refusalOf(await fetch(url.replace("pages/1", "pages/2")))).toEqual([
    403,
    "SignatureDoesNotMatch",
  ]);
  const longer = url.replace(/X-Goog-Expires=\d+/, "X-Goog-Expires=600");
  expect(await refusalOf(await fetch(longer))).toEqual([403, "SignatureDoesNotMatch"]);
  const forged = url.replace(
    /(X-Goog-Signature=)(..)/,
    (_, name, byte) => `${name}${byte === "00" ? "01" : "00"}`,
  );
  expect(await refusalOf(await fetch(forged))).toEqual([403, "SignatureDoesNotMatch"]);
});

test("an object is refused without a signature", async () => {
  const url = `${server.endpoint}/signed-urls/put.txt`;
  expect(await refusalOf(await fetch(url))).toEqual([403, "AccessDenied"]);
});

test("an unsigned x-goog header is refused, and so is a missing signed one", async () => {
  const url = await sign("meta.txt", { action: "write", extensionHeaders: { "x-goog-meta-a": "1" } });
  const put = (headers: Record<string, string>) => fetch(url, { method: "PUT", headers, body: "x" });
  expect(await refusalOf(await put({}))).toEqual([400, "MalformedSecurityHeader"]);
  const more = { "x-goog-meta-a": "1", "x-goog-meta-b": "2" };
  expect(await refusalOf(await put(more))).toEqual([400, "MalformedSecurityHeader"]);
  expect((await put({ "x-goog-meta-a": "1" })).status).toBe(200);
  expect((await bucket.file("meta.txt").getMetadata())[0]).toMatchObject({ metadata: { a: "1" } });
});

test("an address expires X-Goog-Expires seconds after its X-Goog-Date", async () => {
  // Google's client refuses an expiry in the past, so the date is in the future.
  const accessibleAt = Date.UTC(2100, 0, 2, 3, 4, 5);
  const url = await sign("pages/1 頁.png", { action: "read", accessibleAt, expires: accessibleAt + 60_000 });
  expect(url).toContain("X-Goog-Date=21000102T030405Z&X-Goog-Expires=60&");
  standsAtMs = accessibleAt + 59_000;
  const before = await fetch(url);
  standsAtMs = accessibleAt + 61_000;
  const after = await refusalOf(await fetch(url));
  standsAtMs = undefined;
  expect([before.status, after]).toEqual([200, [400, "ExpiredToken"]]);
});

test("a virtual-hosted address names its bucket only in the host", async () => {
  const signVirtual = async (config: Partial<GetSignedUrlConfig> & Pick<GetSignedUrlConfig, "action">) =>
    new URL(await sign("pages/1 頁.png", { virtualHostedStyle: true, ...config }));
  /** Sends a request to the emulator's port, with the address's host in the Host header. */
  const ask = async ({ host, pathname, search }: URL, method = "GET") => {
    const sent = request({ port: server.port, path: `${pathname}${search}`, method, headers: { host } });
    const [answer] = await once(sent.end(), "response");
    return [answer.statusCode, await text(answer)];
  };
  const read = await signVirtual({ action: "read" });
  expect([read.host, read.pathname]).toEqual([
    "signed-urls.storage.googleapis.com",
    "/pages/1%20%E9%A0%81.png",
  ]);
  expect(await ask(read)).toEqual([200, "ink"]);
  const [listed] = await bucket.getSignedUrl({
    ...{ version: "v4", action: "list", virtualHostedStyle: true, expires: Date.now() + 60_000 },
  });
  expect(await ask(new URL(listed))).toEqual([200, expect.stringContaining("<Key>pages/1 頁.png</Key>")]);
  const ofAnotherBucket = new URL(read.href.replace("signed-urls.", "other."));
  expect(await ask(ofAnotherBucket)).toEqual([403, expect.stringContaining("SignatureDoesNotMatch")]);
  expect(await ask(read, "DELETE")).toEqual([403, expect.stringContaining("SignatureDoesNotMatch")]);
  expect(await ask(new URL("/b?project=signed", read))).toEqual([
    403,
    expect.stringContaining("AccessDenied"),
  ]);
});

test("a signature by an unknown key or account is refused", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const known = { ...server.serviceAccount, private_key: pem };
  for (const account of [known, { ...known, client_email: "stranger@example.com" }]) {
    const file = (await bucketAs(account)).file("pages/1 頁.png");
    const [url] = await file.getSignedUrl({ version: "v4", action: "read", expires: Date.now() + 60_000 });
    expect(await refusalOf(await fetch(url))).toEqual([403, "SignatureDoesNotMatch"]);
  }
});

test("a signature by a key of the option `signers` is accepted", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const client_email = "mine@example.com";
  const signers = { [client_email]: publicKey.export({ type: "spki", format: "pem" }).toString() };
  const told = await startStorage({ db: openDatabase("memory"), dataDir: "memory", signers });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const mine = await bucketAs({ ...server.serviceAccount, client_email, private_key: pem });
  const [url] = await mine
    .file("a")
    .getSignedUrl({ version: "v4", action: "read", expires: Date.now() + 60_000 });
  expect(await refusalOf(await fetch(url.replace(server.endpoint, told.endpoint)))).toEqual([
    404,
    "NoSuchBucket",
  ]);
  await told.close();
});

test("a signed list returns names, prefixes and pages in XML", async () => {
  const [shelf] = await bucket.storage.createBucket("signed-lists");
  for (const name of ["a&b", "b/1", "b/2", "c"]) await shelf.file(name).save("ink", { resumable: false });
  const list = async (queryParams: Record<string, string> = {}) => {
    const expires = Date.now() + 60_000;
    const [url] = await shelf.getSignedUrl({ version: "v4", action: "list", expires, queryParams });
    const text = await (await fetch(url)).text();
    const all = (tag: string) =>
      [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, value]) => value);
    expect(text).toContain("<ListBucketResult xmlns=");
    expect(all("Name")).toEqual(["signed-lists"]);
    return {
      keys: all("Key"),
      prefixes: all("Prefix").slice(1),
      next: all("NextMarker")[0],
      sizes: all("Size"),
    };
  };
  expect(await list()).toEqual({
    ...{ keys: ["a&amp;b", "b/1", "b/2", "c"], prefixes: [], next: undefined },
    sizes: ["3", "3", "3", "3"],
  });
  expect(await list({ prefix: "b/" })).toMatchObject({ keys: ["b/1", "b/2"] });
  const first = await list({ delimiter: "/", "max-keys": "2" });
  expect(first).toMatchObject({ keys: ["a&amp;b"], prefixes: ["b/"], next: "b/" });
  expect(await list({ delimiter: "/", marker: "b/" })).toMatchObject({
    keys: ["c"],
    prefixes: [],
    next: undefined,
  });
  expect(await list({ marker: "b/1" })).toMatchObject({ keys: ["b/2", "c"] });
});

test("other features of the XML API are refused by name", async () => {
  const expires = Date.now() + 60_000;
  const messageOf = async (url: string, method = "GET") => {
    const answer = await fetch(url, { method });
    return [answer.status, /UNIMPLEMENTED: (.+) is not covered/.exec(await answer.text())?.[1]];
  };
  const listed = (queryParams: Record<string, string>) =>
    bucket.getSignedUrl({ version: "v4", action: "list", expires, queryParams });
  for (const name of ["list-type", "versions", "acl", "cors", "lifecycle", "location", "uploads"]) {
    const [url] = await listed({ [name]: "2" });
    expect(await messageOf(url)).toEqual([501, `XML API ?${name} of a bucket`]);
  }
  for (const name of ["acl", "uploads"]) {
    const url = await sign("pages/1 頁.png", { action: "read", queryParams: { [name]: "x" } });
    expect(await messageOf(url)).toEqual([501, `XML API ?${name}`]);
  }
  const [old] = await bucket.file("pages/1 頁.png").getSignedUrl({ version: "v2", action: "read", expires });
  expect(await messageOf(old)).toEqual([501, "V2 signed URL"]);
});

test("a missing object answers 404 in XML, after the signature was verified", async () => {
  expect(await refusalOf(await fetch(await sign("nothing.png")))).toEqual([404, "NoSuchKey"]);
});

test("browsers may read what the bucket's cors allows", async () => {
  const url = await sign("pages/1 頁.png");
  const from = (origin: string, method = "GET") =>
    fetch(url, { method, headers: { origin, "access-control-request-method": "GET" } });
  const allowed = await from("http://localhost:5173");
  expect(allowed.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  expect(allowed.headers.get("access-control-expose-headers")).toBe("ETag");
  const preflight = await from("http://localhost:5173", "OPTIONS");
  expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([200, "GET"]);
  expect((await from("http://localhost:5174")).headers.get("access-control-allow-origin")).toBeNull();
});
