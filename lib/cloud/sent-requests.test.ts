// The hand-written clients send the headers that Google's own clients send for the same calls. Both are recorded in front of the emulators.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningSuite, startSuite } from "../../emulators/suite.ts";
import { officialContractDocuments } from "./contract-database.ts";
import type { Documents } from "./documents.ts";
import { FIRESTORE_RETRIES, firestoreDocuments } from "./firestore-documents.ts";
import { askGoogle } from "./google-requests.ts";
import type { Objects } from "./objects.ts";
import { officialObjects } from "./official-objects.ts";
import { officialTopics } from "./official-topics.ts";
import { PUBSUB_RETRIES, pubsubTopics } from "./pubsub-requests.ts";
import { STORAGE_RETRY, storageObjects } from "./storage-requests.ts";
import type { Topics } from "./topics.ts";

const projectId = "demo-sent";
let suite: RunningSuite;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const cleanup of cleanups.reverse()) await cleanup();
  await suite.close();
});

interface Sent {
  /** The method of the API. */
  method: string;
  headers: IncomingHttpHeaders;
}

async function hostOf(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A proxy in front of a service that records the requests. */
async function recorded(service: string, methodOf: (method: string, url: URL) => string) {
  const sent: Sent[] = [];
  const [hostname, port] = service.split(":");
  const host = await hostOf(
    createServer((incoming, response) => {
      const { url: path = "", method = "", headers } = incoming;
      sent.push({ method: methodOf(method, new URL(path, "http://x")), headers });
      const onward = request({ hostname, port, path, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(onward);
    }),
  );
  return { host, sent };
}

/** Headers with values specific to each client, reduced to their common part. */
const COMMON: Readonly<Record<string, (value: string) => unknown>> = {
  // Percent-encoded; the brackets of `(default)` may be, or not.
  "x-goog-request-params": (value) => Object.fromEntries(new URLSearchParams(value)),
  "x-goog-api-client": (value) => {
    expect(value).toMatch(/^[a-z-]+\/\S+( [a-z-]+\/\S+)*$/);
    return value.split(" ").find((part) => part.startsWith("gl-node/"));
  },
  "x-goog-gcs-idempotency-token": (value) =>
    value.replace(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, "a UUID"),
  "content-type": (value) => value.replace(/boundary=.*/, ""),
};

/** The information in the headers of Google's clients: content type, routing, quota project, client, idempotency. */
function saidBy({ method, headers }: Sent): Record<string, unknown> {
  const named = Object.entries(headers).filter(
    // Google's client uses an API key as its account with an emulator.
    ([name]) => /^(x-goog-|google-|content-type)/.test(name) && name !== "x-goog-api-key",
  );
  return {
    method,
    ...Object.fromEntries(named.map(([name, value]) => [name, COMMON[name]?.(String(value)) ?? value])),
  };
}

async function useDocuments(documents: Documents): Promise<void> {
  await documents.read(["sent/one"]);
  await documents.find({ collection: "sent", below: "of/two", where: [["n", "EQUAL", 1]] });
  const commit = documents.begin();
  commit.set("sent/one", { n: 1 });
  await commit.send();
  const transaction = documents.beginTransaction();
  await transaction.read(["sent/one"]);
  await transaction.rollback();
}

test("documents: every used method has the headers of Google's client", async () => {
  const service = suite.env.FIRESTORE_EMULATOR_HOST ?? "";
  const methodOf = (_: string, { pathname }: URL) => pathname.slice(pathname.lastIndexOf(":") + 1);
  const { host, sent } = await recorded(service, methodOf);
  await useDocuments(officialContractDocuments({ projectId, host }));
  // The client does not wait for the end of a rollback.
  await vi.waitFor(() => expect(sent).toHaveLength(5));
  const theirs = sent.splice(0).map(saidBy);
  await useDocuments(firestoreDocuments(projectId, host));
  expect(sent.map(saidBy)).toEqual(theirs);
  const database = `projects/${projectId}/databases/(default)`;
  expect(theirs.map(({ method, "x-goog-request-params": routed }) => [method, routed])).toEqual([
    ["batchGet", { database }],
    ["runQuery", { parent: `${database}/documents/of/two` }],
    ["commit", { database }],
    ["batchGet", { database }],
    ["rollback", { database }],
  ]);
  expect(new Set(theirs.map(({ method }) => method))).toEqual(new Set(Object.keys(FIRESTORE_RETRIES)));
});

async function useTopics(topics: Topics): Promise<void> {
  await topics.publish("work", { json: {} }).catch(() => {});
  await topics.look("work").catch(() => {});
}

test("topics: every used method has the headers of Google's client", async () => {
  const theirs: Sent[] = [];
  // The client speaks gRPC: its headers are those of HTTP/2. This server answers NOT_FOUND.
  const grpc = createHttp2Server().on("stream", (stream, headers) => {
    const method = headers[":path"]?.replace("/google.pubsub.v1.Publisher/", "") ?? "";
    theirs.push({ method: `${method.charAt(0).toLowerCase()}${method.slice(1)}`, headers });
    const answer = { ":status": 200, "content-type": "application/grpc", "grpc-status": "5" };
    stream.respond(answer, { endStream: true });
  });
  const client = new PubSub({ projectId, apiEndpoint: await hostOf(grpc), emulatorMode: true });
  cleanups.push(() => client.close());
  await useTopics(officialTopics(async () => client));
  const methodOf = (_: string, { pathname }: URL) => (pathname.endsWith(":publish") ? "publish" : "getTopic");
  const { host, sent } = await recorded(suite.env.PUBSUB_EMULATOR_HOST ?? "", methodOf);
  await useTopics(pubsubTopics(projectId, host));
  // Messages of gRPC and of JSON have types of their own.
  const withoutType = (one: Sent) => ({ ...saidBy(one), "content-type": undefined });
  expect(sent.map(withoutType)).toEqual(theirs.map(withoutType));
  expect(sent.map(({ method }) => method)).toEqual(Object.keys(PUBSUB_RETRIES));
  expect(withoutType(sent[0] as Sent)).toMatchObject({
    "x-goog-request-params": { topic: `projects/${projectId}/topics/work` },
  });
});

async function useObjects(objects: Objects): Promise<void> {
  const upload = {
    name: randomUUID(),
    bytes: Buffer.from("ink"),
    contentType: "image/png",
    cacheControl: "public",
  };
  await objects.uploadNew(upload);
  await objects.download(upload.name);
}

test("objects: both methods have the headers and the query of Google's client", async () => {
  const queryOf = ({ searchParams }: URL) =>
    [...searchParams].map(([name, value]) => (name === "name" ? name : `${name}=${value}`)).sort();
  const service = suite.env.STORAGE_EMULATOR_HOST?.replace("http://", "") ?? "";
  const { host, sent } = await recorded(service, (method, url) => `${method} ${queryOf(url).join("&")}`);
  vi.stubEnv("STORAGE_EMULATOR_HOST", `http://${host}`);
  const bucket = new Storage({ projectId }).bucket("sent");
  await bucket.create();
  sent.splice(0);
  await useObjects(officialObjects(async () => bucket));
  const theirs = sent.splice(0).map(saidBy);
  await useObjects(storageObjects(bucket.name));
  expect(sent.map(saidBy)).toEqual(theirs);
  expect(theirs.map(({ method }) => method)).toEqual([
    "POST ifGenerationMatch=0&name&uploadType=multipart",
    "GET alt=media",
  ]);
  expect(theirs[0]).toMatchObject({ "x-goog-gcs-idempotency-token": "a UUID" });
});

test("a real account's token and its quota project go with every request, as with Google's client", async () => {
  const sent: Sent[] = [];
  const origin = `http://${await hostOf(
    createServer((incoming, response) => {
      incoming.resume();
      const { url = "", headers } = incoming;
      if (url !== "/token") sent.push({ method: url, headers });
      const token = { access_token: "t0k3n", token_type: "Bearer", expires_in: 3600 };
      const types = { issued_token_type: "urn:ietf:params:oauth:token-type:access_token" };
      response.setHeader("content-type", "application/json").end(JSON.stringify({ ...token, ...types }));
    }),
  )}`;
  const folder = mkdtempSync(join(tmpdir(), "mekuri-account-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const [credentials, subject] = [join(folder, "account.json"), join(folder, "subject")];
  writeFileSync(subject, "subject");
  // Workload identity federation: an account with tokens from our own address.
  const account = {
    type: "external_account",
    audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: `${origin}/token`,
    credential_source: { file: subject },
    quota_project_id: "who-pays",
  };
  writeFileSync(credentials, JSON.stringify(account));
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", credentials);
  vi.stubEnv("GOOGLE_CLOUD_PROJECT", projectId);
  vi.stubEnv("STORAGE_EMULATOR_HOST", undefined);
  await new Storage({ projectId, apiEndpoint: origin, useAuthWithCustomEndpoint: true })
    .bucket("sent")
    .getMetadata();
  await askGoogle({ url: new URL(`${origin}/ours`), isEmulated: false, retry: STORAGE_RETRY });
  const accountOf = ({ headers }: Sent) => [headers.authorization, headers["x-goog-user-project"]];
  expect(sent.map(accountOf)).toEqual([
    ["Bearer t0k3n", "who-pays"],
    ["Bearer t0k3n", "who-pays"],
  ]);
});
