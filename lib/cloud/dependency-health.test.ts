// Health reports for a Redis that works, is down, refuses the token, is not a Redis, or is not configured.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { RunningService } from "../../emulators/service.ts";
import { startUpstash } from "../../emulators/upstash/server.ts";
import { createHealthApi } from "../api/health-app.ts";
import { ask, sampleIdentity } from "../api/sample-identity.ts";
import { redisHealth } from "./dependency-health.ts";
import { type RedisPlace, redisClient } from "./redis-client.ts";

const TOKEN = "the-right-token";

let redis: RunningService;
const stranger = createServer((request, response) => {
  request.resume();
  response.end(JSON.stringify({ result: "welcome" }));
});

beforeAll(async () => {
  redis = await startUpstash({ token: TOKEN });
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  await redis.close();
  await new Promise((closed) => stranger.close(closed));
});

const DetailsSchema = z.object({
  status: z.string(),
  dependencies: z.array(z.object({ name: z.string(), status: z.string(), error: z.string().optional() })),
});

/** `place`: undefined if none is configured. */
async function detailsOf(place: RedisPlace | undefined) {
  const { gate } = await sampleIdentity();
  const app = createHealthApi({
    gate,
    dependencies: [redisHealth(place && redisClient(place))],
    models: () => [],
    cacheFigures: async () => null,
    clock: () => 0,
  });
  return DetailsSchema.parse(await (await ask(app, "GET", "/health/detailed")).json());
}

const at = (port: number) => `http://127.0.0.1:${port}`;

test("a Redis that answers is ok", async () => {
  const dependencies = [{ name: "redis", status: "ok" }];
  expect(await detailsOf({ url: at(redis.port), token: TOKEN })).toEqual({ status: "ok", dependencies });
});

test.each([
  ["refused", "a wrong token", () => ({ url: at(redis.port), token: "another" }), "code 401"],
  ["down", "nobody who listens", () => ({ url: at(9), token: TOKEN }), "code ECONNREFUSED"],
  [
    "down",
    "somebody who is not Redis",
    () => ({ url: at((stranger.address() as AddressInfo).port), token: TOKEN }),
    "Error",
  ],
  ["absent", "none that is configured", () => undefined, undefined],
])("says %s of Redis for %s", async (status, _why, place, error) => {
  expect(await detailsOf(place())).toEqual({
    status: "degraded",
    dependencies: [{ name: "redis", status, ...(error !== undefined && { error }) }],
  });
});
