import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningService } from "../../emulators/service.ts";
import { startUpstash } from "../../emulators/upstash/server.ts";
import { EMPTY_WINDOW, planKept, planSlot, type WindowState } from "../models/fair-window.ts";
import type { Quota } from "../models/quota.ts";
import { describeQuota } from "../models/quota-contract.ts";
import { EXPECT, expectArguments, TAKE, takeArguments } from "./fair-window-script.ts";
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

const asker = (aheadMs = 1_000) => ({ question: randomUUID(), aheadMs, owner: "ann", session: "s" });

/** The script with a given time instead of Redis's own. */
const atTime = (script: string, first: number) =>
  script.replace("redis.call('TIME')", `{ARGV[${first}], ARGV[${first + 1}]}`);
const TAKE_AT = atTime(TAKE, 7);
const EXPECT_AT = atTime(EXPECT, 3);

it("gives the same slots as the rule in TypeScript, whoever asks, when, and in which order", async () => {
  const redis = redisClient({ url: `http://${suite.host}`, token });
  const asking = fc.record({
    question: fc.integer({ min: 1, max: 12 }),
    afterMs: fc.nat(9_000),
    heldMs: fc.option(fc.nat(9_000), { freq: 9 }),
    aheadMs: fc.constantFrom(3_000, 60_000),
    expects: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 2, 3, 4, 10, 20),
      fc.array(asking, { minLength: 5, maxLength: 40 }),
      async (limit, asked) => {
        const window = { name: randomUUID(), limit, windowMs: 15_000 };
        const keys = ["slots", "held", "tickets", "uses", "kept"].map((part) => `${window.name}:${part}`);
        let state: WindowState = EMPTY_WINDOW;
        let now = Date.now();
        for (const { question, afterMs, heldMs, aheadMs, expects } of asked) {
          now += afterMs;
          if (heldMs !== null) {
            state = { ...state, heldUntil: Math.max(state.heldUntil, now + heldMs) };
            await redis.set(keys[1] ?? "", String(state.heldUntil));
          }
          // Three owners with two sessions each.
          const request = {
            ...{ question: `q${question}`, aheadMs },
            ...{ owner: `o${question % 3}`, session: `s${question % 6}` },
          };
          const time = [String(Math.floor(now / 1_000)), String((now % 1_000) * 1_000)];
          if (expects !== null) {
            state = planKept(state, window, { owner: `o${expects}`, now });
            await redis.eval(EXPECT_AT, keys, [...expectArguments(window, `o${expects}`), ...time]);
          }
          const { slot, after } = planSlot(state, window, { ...request, now });
          state = after;
          const answer = await redis.eval(TAKE_AT, keys, [...takeArguments(window, request), ...time]);
          expect(answer).toEqual([slot.kind, slot.kind === "now" ? slot.agoMs : slot.inMs]);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

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
