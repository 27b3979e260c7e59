// The hand-written clients retry each method by the rule of Google's own client, read from the packages that are installed.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { ApiError, RETRYABLE_ERR_FN_DEFAULT, Storage } from "@google-cloud/storage";
import { expect, test } from "vitest";
import * as z from "zod";
import { FIRESTORE_RETRIES } from "./firestore-documents.ts";
import { askGoogle, type RetryRule } from "./google-requests.ts";
import { PUBSUB_RETRIES } from "./pubsub-requests.ts";
import { STORAGE_RETRY } from "./storage-requests.ts";

const ConfigSchema = z.object({
  interfaces: z.record(
    z.string(),
    z.object({
      retry_codes: z.record(z.string(), z.array(z.string())),
      retry_params: z.record(
        z.string(),
        z.object({
          initial_retry_delay_millis: z.number(),
          retry_delay_multiplier: z.number(),
          max_retry_delay_millis: z.number(),
          total_timeout_millis: z.number(),
        }),
      ),
      methods: z.record(
        z.string(),
        z.object({ retry_codes_name: z.string(), retry_params_name: z.string() }),
      ),
    }),
  ),
});

/** A file of a package that a package of ours depends on. */
function fileOf([owner, name, path]: readonly [owner: string, name: string, path: string]): string {
  const main = createRequire(createRequire(import.meta.url).resolve(owner)).resolve(name);
  const folder = `/node_modules/${name}/`;
  return readFileSync(`${main.slice(0, main.lastIndexOf(folder))}${folder}${path}`, "utf8");
}

/** HTTP statuses by the names of gRPC's, from the comments of google/rpc/code.proto. */
const HTTP_OF = new Map(
  [
    ...fileOf(["@google-cloud/firestore", "google-gax", "build/protos/google/rpc/code.proto"]).matchAll(
      /HTTP Mapping: (\d+)[^=]*?(\w+) = \d+;/g,
    ),
  ].map(([, http, name]) => [name, Number(http)]),
);

const FIRESTORE = [
  "@google-cloud/firestore",
  "@google-cloud/firestore-api",
  "build/src/v1/firestore_client_config.json",
] as const;
const PUBSUB = [
  "@google-cloud/pubsub",
  "@google-cloud/pubsub-api",
  "build/src/v1/publisher_client_config.json",
] as const;

const METHODS = [
  {
    config: FIRESTORE,
    service: "google.firestore.v1.Firestore",
    name: "BatchGetDocuments",
    rule: FIRESTORE_RETRIES.batchGet,
  },
  {
    config: FIRESTORE,
    service: "google.firestore.v1.Firestore",
    name: "RunQuery",
    rule: FIRESTORE_RETRIES.runQuery,
  },
  {
    config: FIRESTORE,
    service: "google.firestore.v1.Firestore",
    name: "Commit",
    rule: FIRESTORE_RETRIES.commit,
  },
  {
    config: FIRESTORE,
    service: "google.firestore.v1.Firestore",
    name: "Rollback",
    rule: FIRESTORE_RETRIES.rollback,
  },
  { config: PUBSUB, service: "google.pubsub.v1.Publisher", name: "Publish", rule: PUBSUB_RETRIES.publish },
  { config: PUBSUB, service: "google.pubsub.v1.Publisher", name: "GetTopic", rule: PUBSUB_RETRIES.getTopic },
];

test("every rule of the hand-written clients is compared", () => {
  const rules = [...Object.values(FIRESTORE_RETRIES), ...Object.values(PUBSUB_RETRIES)];
  expect(new Set<RetryRule>(METHODS.map(({ rule }) => rule))).toEqual(new Set<RetryRule>(rules));
  expect(METHODS).toHaveLength(rules.length);
});

test.each(METHODS)(
  "$service/$name is retried after the codes, and with the waits, of Google's config",
  ({ config, service, name, rule }) => {
    const { interfaces } = ConfigSchema.parse(JSON.parse(fileOf(config)));
    const { retry_codes = {}, retry_params = {}, methods = {} } = interfaces[service] ?? {};
    const { retry_codes_name = "", retry_params_name = "" } = methods[name] ?? {};
    const statuses = retry_codes[retry_codes_name]?.map((code) => HTTP_OF.get(code));
    expect(statuses).toContain(503);
    // Statuses that no gRPC code has are a front end's own.
    const mapped = new Set(HTTP_OF.values());
    expect(new Set(rule.statuses.filter((status) => mapped.has(status)))).toEqual(new Set(statuses));
    expect(retry_params[retry_params_name]).toMatchObject({
      initial_retry_delay_millis: rule.firstWaitMs,
      retry_delay_multiplier: rule.factor,
      max_retry_delay_millis: rule.longestWaitMs,
    });
    // Sooner at an end than Google's client, never later.
    expect(rule.lastTryMs).toBeLessThan(retry_params[retry_params_name]?.total_timeout_millis ?? 0);
  },
);

test("objects are retried after the statuses, and with the waits, of Google's client", () => {
  for (let status = 300; status < 600; status++) {
    const error = new ApiError({ code: status, message: "refused", response: undefined as never });
    expect([status, STORAGE_RETRY.statuses.includes(status)]).toEqual([
      status,
      RETRYABLE_ERR_FN_DEFAULT(error),
    ]);
  }
  const {
    retryDelayMultiplier,
    maxRetryDelay = 0,
    totalTimeout = 0,
  } = new Storage({ projectId: "p" }).retryOptions;
  expect(STORAGE_RETRY.factor).toBe(retryDelayMultiplier);
  expect(STORAGE_RETRY.longestWaitMs).toBe(maxRetryDelay * 1_000);
  expect(STORAGE_RETRY.lastTryMs).toBeLessThan(totalTimeout * 1_000);
});

test("a request is repeated only after the statuses of its rule, and as often as its time allows", async () => {
  let tries = 0;
  let status = 0;
  const server = createServer((_, response) => {
    tries += 1;
    response.writeHead(status).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const retry: RetryRule = {
    ...{ statuses: [503, 429], firstWaitMs: 4, factor: 2, longestWaitMs: 8, tryMs: 5_000, lastTryMs: 500 },
  };
  const triesOf = async (answer: number, rule = retry) => {
    [tries, status] = [0, answer];
    await askGoogle({ url, isEmulated: true, retry: rule }).catch(() => {});
    return tries;
  };
  expect(await triesOf(200)).toBe(1);
  expect(await triesOf(500)).toBe(1);
  expect(await triesOf(404)).toBe(1);
  expect(await triesOf(503)).toBeGreaterThan(3);
  expect(await triesOf(429, { ...retry, lastTryMs: 0 })).toBe(1);
  server.close();
});
