import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningSuite, startSuite } from "../../emulators/suite.ts";
import type { MemoFigures } from "../pipeline/memo.ts";
import { readCacheFigures, redisFiguresTeller } from "./redis-cache-figures.ts";
import { redisClient } from "./redis-client.ts";

let suite: RunningSuite;
beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
});
afterAll(() => suite.close());

const connect = (url = suite.env.UPSTASH_REDIS_REST_URL) =>
  redisClient({ url, token: suite.env.UPSTASH_REDIS_REST_TOKEN });

const figuresOf = (hits: number, misses: number): MemoFigures => ({
  memory: { hits, misses, failures: 0 },
  redis: { hits: 0, misses, failures: 0 },
  store: { hits: 0, misses: 0, failures: 0 },
  ...{ kept: 0, beaten: 0, unkept: 0, unreadable: 0 },
});

it("the sums of all processes are read as one, each counted once", async () => {
  const redis = connect();
  const time = { now: Date.parse("2026-11-24T12:00:00Z") };
  const clock = () => time.now;
  const seen = { one: figuresOf(3, 1), two: figuresOf(1, 1) };
  const one = redisFiguresTeller(redis, () => seen.one, clock);
  const two = redisFiguresTeller(redis, () => seen.two, clock);
  const nothing = { hits: 0, misses: 0, hitRate: null };
  await one.tell();
  expect(await readCacheFigures(redis, time.now)).toEqual({
    memory: nothing,
    redis: nothing,
    store: nothing,
  });
  time.now += 5_000;
  await Promise.all([one.tell(), two.tell(), one.tell()]);
  expect(await readCacheFigures(redis, time.now)).toMatchObject({
    memory: { hits: 4, misses: 2, hitRate: 0.667 },
    redis: { hits: 0, misses: 2, hitRate: 0 },
    store: nothing,
  });
  seen.one = figuresOf(10, 1);
  time.now += 5_000;
  await one.tell();
  expect((await readCacheFigures(redis, time.now)).memory).toMatchObject({ hits: 11, misses: 2 });
  expect((await readCacheFigures(redis, time.now + 86_400_000)).memory).toEqual(nothing);
});

it("figures that Redis did not accept are added when it is available", async () => {
  const time = { now: Date.parse("2026-12-24T12:00:00Z") };
  const redis = connect();
  let isDown = true;
  const flaky = new Proxy(redis, {
    get: (target, name) => Reflect.get(isDown ? connect("http://127.0.0.1:9") : target, name),
  });
  const teller = redisFiguresTeller(
    flaky,
    () => figuresOf(2, 2),
    () => time.now,
  );
  time.now += 5_000;
  await teller.tell();
  isDown = false;
  time.now += 5_000;
  await teller.tell();
  expect((await readCacheFigures(redis, time.now)).memory).toMatchObject({
    hits: 2,
    misses: 2,
    hitRate: 0.5,
  });
});
