// The health report for dependencies that work, are slow, or are down.

import { describe, expect, it } from "vitest";
import { modelIds, parseModels } from "../models/model-sets.ts";
import type { Gate } from "./base-app.ts";
import { createHealthApi, type HealthParts } from "./health-app.ts";
import { modelSetsHealth } from "./model-sets-health.ts";
import { ask } from "./sample-identity.ts";

type Check = () => Promise<unknown>;
const fine: Check = async () => "fine";

function healthWith(checks: Record<string, Check>, more: Partial<HealthParts> = {}) {
  const asked: string[] = [];
  const time = { now: 0 };
  const gate: Gate = {
    authenticate: async () => ({ ownerId: "", owners: [], familyId: "" }),
    isOperator: async () => false,
    limiter: {
      take: async () => ({ isAllowed: true, remaining: 1, resetSeconds: 1 }),
      state: () => "alone",
    },
    limits: { trustedProxies: 1, loopbackFactor: 1 },
    allowedOrigins: [],
    onError: (error) => {
      throw error;
    },
    ...{ audit: () => {}, way: "health" },
  };
  const app = createHealthApi({
    gate,
    dependencies: Object.entries(checks).map(([name, check]) => ({
      ...{ name, isOptional: name === "redis" },
      check: () => {
        asked.push(name);
        return check();
      },
    })),
    models: () => modelSetsHealth("2026-11-24"),
    cacheFigures: async () => ({ memory: { hits: 3, misses: 1 } }),
    clock: () => time.now,
    ...more,
  });
  const get = async (path: string) => {
    const response = await ask(app, "GET", path);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { get, asked, time };
}

describe("health", () => {
  it("says ok while everything is reachable", async () => {
    const { get } = healthWith({ firestore: fine, redis: fine });
    for (const path of ["/health", "/health/live", "/health/ready"]) {
      expect(await get(path)).toEqual({ status: 200, body: { status: "ok" } });
    }
  });

  it("loads the clients before it checks a dependency, and reports one that cannot be loaded", async () => {
    const order: string[] = [];
    const gone = () => Promise.reject(new Error("no client"));
    const dependency = (name: string, load: () => Promise<unknown>) => ({
      ...{ name, isOptional: false, load },
      check: async () => {
        order.push(`ask ${name}`);
        await load();
      },
    });
    const loaded = Promise.withResolvers<void>();
    const slow = () => loaded.promise.then(() => order.push("loaded"));
    const { get } = healthWith({}, { dependencies: [dependency("a", slow), dependency("b", gone)] });
    const answer = get("/health/ready");
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([]);
    loaded.resolve();
    expect((await answer).status).toBe(503);
    expect(order.slice(0, 3)).toEqual(["loaded", "ask a", "ask b"]);
  });

  it("live checks no dependency, whatever is down", async () => {
    const { get, asked } = healthWith({ firestore: () => Promise.reject(new Error("gone")) });
    expect(await get("/health/live")).toEqual({ status: 200, body: { status: "ok" } });
    expect(asked).toEqual([]);
  });

  it("is degraded without an optional dependency, and down without a required one", async () => {
    const gone = async () => {
      throw Object.assign(new Error("10.0.0.7:443 refused for project our-project"), { code: 14 });
    };
    const degraded = healthWith({ firestore: fine, redis: gone });
    expect(await degraded.get("/health/ready")).toEqual({ status: 200, body: { status: "degraded" } });
    const down = healthWith({ firestore: gone, redis: fine });
    expect(await down.get("/health")).toEqual({ status: 200, body: { status: "down" } });
    expect(await down.get("/health/ready")).toEqual({ status: 503, body: { status: "down" } });
    const { body } = await down.get("/health/detailed");
    expect(body).toMatchObject({
      status: "down",
      dependencies: [
        { name: "firestore", status: "down", isReachable: false, isOptional: false, error: "code 14" },
        { name: "redis", status: "ok", isReachable: true, latencyMs: expect.any(Number) },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|our-project/);
  });

  it.each([
    ["down", async () => Promise.reject(new Error("gone"))],
    ["refused", async () => Promise.reject(Object.assign(new Error("no"), { code: 401 }))],
    ["down", () => new Promise<never>(() => {})],
    ["absent", undefined],
  ])("says that Redis is %s, and that the service is degraded by it (%#)", async (status, check) => {
    const dependencies = [
      { name: "firestore", isOptional: false, check: fine },
      { name: "redis", isOptional: true, ...(check && { check }) },
    ];
    const { body } = await healthWith({}, { dependencies, timeoutMs: 20 }).get("/health/detailed");
    const redis = { name: "redis", status, isReachable: false };
    expect(body).toMatchObject({ status: "degraded", dependencies: [{ status: "ok" }, redis] });
  });

  it("reports a dependency as slow after a second, and the service that waits for it as degraded", async () => {
    const seconds = [0, 1.2];
    const { body } = await healthWith(
      { redis: fine },
      { stopwatch: () => 1_000 * (seconds.shift() ?? 0) },
    ).get("/health/detailed");
    const redis = { name: "redis", status: "slow", isReachable: true, latencyMs: 1_200 };
    expect(body).toMatchObject({ status: "degraded", dependencies: [redis] });
  });

  it("lists the models and what they lack, the kind of rate-limit counter, and the cache's hit rates", async () => {
    const { body } = await healthWith({}).get("/health/detailed");
    expect(body.limits).toEqual({ counted: "alone" });
    expect(body.cache).toEqual({ memory: { hits: 3, misses: 1 } });
    expect(body.models).toContainEqual({
      ...{ name: "offline", ...modelIds(parseModels("offline")) },
      writer: modelIds(parseModels("offline")).reader,
      ...{ isReady: true, missing: [] },
    });
  });

  it("reports without cache figures if they cannot be read", async () => {
    const { get } = healthWith({}, { cacheFigures: () => Promise.reject(new Error("no figures")) });
    expect(await get("/health/detailed")).toMatchObject({ status: 200, body: { cache: null } });
  });

  it("shares one check among concurrent requests, and checks again after two seconds", async () => {
    const { get, asked, time } = healthWith({ firestore: fine });
    await Promise.all(["/health", "/health/ready", "/health/detailed", "/health"].map(get));
    expect(asked).toHaveLength(1);
    time.now += 2_000;
    await get("/health");
    expect(asked).toHaveLength(2);
  });
});
