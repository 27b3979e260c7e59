import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningService } from "../../emulators/service.ts";
import { startUpstash } from "../../emulators/upstash/server.ts";
import type { Quota } from "../models/quota.ts";
import { describeQuota } from "../models/quota-contract.ts";
import { redisClient } from "./redis-client.ts";
import { redisQuota } from "./redis-quota.ts";

const token = "quota";
let suite: RunningService;
let here: Quota;
let there: Quota;
const told: string[] = [];

/** A slow test machine must not count as an unavailable Redis. */
const timeoutMs = 25_000;

function quotaAt(host: string, now: () => number = () => performance.now()): Quota {
  const redis = redisClient({ url: `http://${host}`, token });
  return redisQuota(redis, { say: (message) => told.push(message), timeoutMs, now });
}

beforeAll(async () => {
  suite = await startUpstash({ token });
  here = quotaAt(suite.host);
  there = quotaAt(suite.host);
});
afterAll(() => suite.close());

describeQuota("a quota in Redis", () => ({ here, there, newName: randomUUID }));

const asker = (aheadMs = 1_000) => ({ question: randomUUID(), aheadMs });

describe("without Redis", () => {
  it("uses a quarter of the window alone, logs this once, and returns to Redis when it is available", async () => {
    const gone = await startUpstash({ token });
    let now = 0;
    const quota = quotaAt(gone.host, () => now);
    const window = { name: randomUUID(), limit: 8, windowMs: 60_000 };
    await gone.close();
    told.length = 0;
    const places = [];
    for (let asked = 0; asked < 4; asked += 1) places.push(await quota.take(window, asker()));
    expect(places.map(({ kind }) => kind)).toEqual(["now", "now", "full", "full"]);
    expect(told).toEqual([expect.stringMatching(/is unavailable .*each process uses a part/)]);
    const back = await startUpstash({ token, port: gone.port });
    now = 11_000;
    expect((await quota.take(window, asker())).kind).toBe("now");
    expect(told.at(-1)).toMatch(/is available again/);
    await back.close();
  });

  it("keeps slots by itself, and does not know those kept in Redis", async () => {
    const gone = await startUpstash({ token });
    let now = 0;
    const quota = quotaAt(gone.host, () => now);
    const window = { name: randomUUID(), limit: 1, windowMs: 60_000 };
    const question = asker(120_000);
    await quota.take(window, asker());
    expect((await quota.take(window, question)).kind).toBe("kept");
    await gone.close();
    expect((await quota.take(window, question)).kind).toBe("now");
    const next = asker(120_000);
    expect(await quota.take(window, next)).toEqual({ kind: "kept", inMs: 60_000 });
    now = 60_000;
    expect(await quota.take(window, next)).toEqual({ kind: "now", agoMs: 0 });
  });

  it("still delays requests after a 429", async () => {
    const gone = await startUpstash({ token });
    await gone.close();
    const quota = quotaAt(gone.host, () => 0);
    const window = { name: randomUUID(), limit: 8, windowMs: 60_000 };
    await quota.holdBack(window, 30_000);
    expect(await quota.take(window, asker())).toEqual({ kind: "full", inMs: 29_000 });
  });
});
