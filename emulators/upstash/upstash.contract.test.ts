// Contract suite with Upstash's clients. Runs against this emulator, or against the Upstash database that UPSTASH_REDIS_REST_URL and
// UPSTASH_REDIS_REST_TOKEN name.
import { randomUUID } from "node:crypto";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningService } from "../service.ts";
import { startUpstash } from "./server.ts";

let own: RunningService | undefined;
let url: string;
let token: string;
let redis: Redis;

beforeAll(async () => {
  token = process.env.UPSTASH_REDIS_REST_TOKEN ?? randomUUID();
  const given = process.env.UPSTASH_REDIS_REST_URL;
  if (given === undefined) own = await startUpstash({ token });
  url = given ?? `http://${own?.host}`;
  redis = new Redis({ url, token, retry: false });
});

afterAll(() => own?.close());

/** A key that no other test uses. */
function key(): string {
  return `contract:${randomUUID()}`;
}

/** One plain HTTP request. */
function post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe("commands", () => {
  test("values are returned unchanged: text of any script, numbers, objects, OK, null", async () => {
    const values = ["めくり 😀", 42, 1.5, { page: 1, panels: ["a", "b"] }, "OK", "T0s=", ["x", 1], true, ""];
    for (const value of values) {
      const name = key();
      expect(await redis.set(name, value)).toBe("OK");
      expect(await redis.get(name)).toEqual(value);
    }
    expect(await redis.get(key())).toBeNull();
  });

  test("lists that contain OK, null and lists are returned unchanged", async () => {
    const [a, b] = [key(), key()];
    await redis.set(a, "OK");
    expect(await redis.mget(a, b)).toEqual(["OK", null]);
    const nested = await redis.eval<[], unknown>("return {'OK', {'OK', 1, {'め'}}}", [], []);
    expect(nested).toEqual(["OK", ["OK", 1, ["め"]]]);
  });

  test("hashes, lists, sets, sorted sets and counters", async () => {
    const [hash, list, set, sorted, counter] = [key(), key(), key(), key(), key()];
    await redis.hset(hash, { title: "めくり", pages: 8 });
    expect(await redis.hgetall(hash)).toEqual({ title: "めくり", pages: 8 });
    expect(await redis.hgetall(key())).toBeNull();
    expect(await redis.hincrby(hash, "pages", 2)).toBe(10);
    await redis.rpush(list, "a", "b", "c");
    expect(await redis.lrange(list, 0, -1)).toEqual(["a", "b", "c"]);
    expect(await redis.lpop(list)).toBe("a");
    await redis.sadd(set, "x", "y", "x");
    expect((await redis.smembers(set)).sort()).toEqual(["x", "y"]);
    await redis.zadd(sorted, { score: 2, member: "b" }, { score: 1, member: "a" });
    expect(await redis.zrange(sorted, 0, -1, { withScores: true })).toEqual(["a", 1, "b", 2]);
    expect([await redis.incr(counter), await redis.incrby(counter, 4), await redis.decr(counter)]).toEqual([
      1, 5, 4,
    ]);
  });

  test("TIME is monotonic in and outside of scripts, and constant within a script", async () => {
    // The clock of a database on another machine may differ.
    const skewMs = own === undefined ? 60_000 : 1;
    for (let look = 0; look < 40; look++) {
      const before = Date.now();
      const script = "return {redis.call('TIME'), redis.call('TIME')}";
      const [first, second] = await redis.eval<[], [string[], string[]]>(script, [], []);
      const outside = await redis.time();
      expect(first).toEqual(second);
      for (const [seconds, micros] of [first, outside]) {
        const now = Number(seconds) * 1_000 + Number(micros) / 1_000;
        expect(now).toBeGreaterThan(before - skewMs);
        expect(now).toBeLessThan(Date.now() + skewMs);
      }
      await new Promise((resolve) => setTimeout(resolve, 23));
    }
  });

  test("SET with NX needs a missing key, and with XX an existing one", async () => {
    const name = key();
    expect(await redis.set(name, "a", { xx: true })).toBeNull();
    expect(await redis.set(name, "b", { nx: true })).toBe("OK");
    expect(await redis.set(name, "c", { nx: true })).toBeNull();
    expect(await redis.get(name)).toBe("b");
  });

  test("a key expires", async () => {
    const name = key();
    await redis.set(name, "x", { ex: 100 });
    expect(await redis.ttl(name)).toBeGreaterThan(98);
    await redis.set(name, "y");
    expect(await redis.ttl(name)).toBe(-1);
    await redis.pexpireat(name, Date.now() + 20);
    await expect.poll(() => redis.get(name), { interval: 10 }).toBeNull();
    expect(await redis.ttl(name)).toBe(-2);
  });

  test("SCAN finds keys", async () => {
    const prefix = key();
    await redis.mset({ [`${prefix}:1`]: "a", [`${prefix}:2`]: "b" });
    const found: string[] = [];
    for (let cursor = "0"; ; ) {
      const [next, keys] = await redis.scan(cursor, { match: `${prefix}:*`, count: 1000 });
      found.push(...keys);
      if (next === "0") break;
      cursor = next;
    }
    expect(found.sort()).toEqual([`${prefix}:1`, `${prefix}:2`]);
  });
});

describe("errors", () => {
  test.each([
    { command: ["GET"], error: "wrong number of arguments for 'get' command" },
    { command: ["FLY", "away"], error: "unknown command" },
    { command: ["SET", "k", "v", "EX", "0"], error: "invalid expire time" },
    { command: ["SET", "k", "v", "SOON"], error: "syntax error" },
    { command: ["SETEX", "k", "0", "v"], error: "invalid expire time" },
    { command: ["EXPIRE", "k", "soon"], error: "not an integer" },
    { command: ["HINCRBY", "k", "f", "x"], error: "not an integer" },
    { command: ["HSET", "k", "f"], error: "wrong number of arguments" },
    { command: ["ZADD", "k", "high", "m"], error: "not a valid float" },
    { command: ["EVALSHA", "0".repeat(40), "0"], error: "NOSCRIPT" },
  ])("$command is refused", async ({ command, error }) => {
    const answer = await post("/", command);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(error) });
  });

  test("a command for another type is refused and does not change the key", async () => {
    const name = key();
    await redis.set(name, "text");
    await expect(redis.hget(name, "f")).rejects.toThrow("WRONGTYPE");
    await expect(redis.lpush(name, "x")).rejects.toThrow("WRONGTYPE");
    await expect(redis.incr(name)).rejects.toThrow("not an integer");
    expect(await redis.get(name)).toBe("text");
  });

  test("a wrong token is refused with 401", async () => {
    const answer = await post("/", ["PING"], { authorization: "Bearer wrong" });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
    await expect(new Redis({ url, token: "wrong", retry: false }).get("k")).rejects.toThrow("WRONGPASS");
  });
});

describe("several commands", () => {
  test("calls in the same tick are sent as one pipeline", async () => {
    const counted: string[] = [];
    const names = [key(), key(), key()];
    const own = new Redis({ url, token, retry: false, enableAutoPipelining: true });
    const original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      counted.push(String(input));
      return original(input, init);
    };
    try {
      expect(await Promise.all(names.map((name, at) => own.set(name, at)))).toEqual(["OK", "OK", "OK"]);
    } finally {
      globalThis.fetch = original;
    }
    expect(counted).toEqual([`${url}/pipeline`]);
    expect(await own.mget(...names)).toEqual([0, 1, 2]);
  });

  test("without automatic pipelining each command is one request", async () => {
    const plain = new Redis({ url, token, retry: false, enableAutoPipelining: false });
    const name = key();
    expect(await plain.set(name, { a: 1 })).toBe("OK");
    expect(await plain.get(name)).toEqual({ a: 1 });
  });

  test("an error within a pipeline is returned in its place", async () => {
    const name = key();
    const answer = await post("/pipeline", [
      ["SET", name, "v"],
      ["HGET", name, "f"],
      ["GET", name],
    ]);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual([
      { result: "OK" },
      { error: expect.stringContaining("WRONGTYPE") },
      { result: "v" },
    ]);
  });

  test("a transaction runs completely", async () => {
    const name = key();
    const results = await redis.multi().set(name, 1).incr(name).get(name).exec();
    expect(results).toEqual(["OK", 2, 2]);
  });

  test("a transaction with a malformed command runs nothing", async () => {
    const name = key();
    const answer = await post("/multi-exec", [["SET", name, "v"], ["GET"]]);
    expect(answer.status).toBe(400);
    expect(await redis.get(name)).toBeNull();
  });

  test("a transaction is atomic", async () => {
    const name = key();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => redis.multi().incr(name).incr(name).exec<[number, number]>()),
    );
    expect(results.every(([first, second]) => second === first + 1)).toBe(true);
    expect(await redis.get(name)).toBe(20);
  });
});

describe("the REST protocol", () => {
  test("strings are base64 only if the caller requests it, and OK never is", async () => {
    const name = key();
    const encoded = { "upstash-encoding": "base64" };
    expect(await (await post("/", ["SET", name, "め"], encoded)).json()).toEqual({ result: "OK" });
    expect(await (await post("/", ["GET", name], encoded)).json()).toEqual({ result: "44KB" });
    expect(await (await post("/", ["GET", name])).json()).toEqual({ result: "め" });
    expect(await (await post("/", ["STRLEN", name], encoded)).json()).toEqual({ result: 3 });
  });

  test("a command can be a path, with its last argument as the body and options as the query", async () => {
    const name = key();
    const headers = { authorization: `Bearer ${token}` };
    const set = await fetch(`${url}/set/${name}/${encodeURIComponent("a/b c")}`, { headers });
    expect(await set.json()).toEqual({ result: "OK" });
    expect(await (await fetch(`${url}/get/${name}?_token=${token}`)).json()).toEqual({ result: "a/b c" });
    await fetch(`${url}/set/${name}?EX=100`, { method: "POST", headers, body: '{"a":1}' });
    expect(await redis.get(name)).toEqual({ a: 1 });
    expect(await redis.ttl(name)).toBeGreaterThan(98);
  });

  test("a body that is no command is refused with 400", async () => {
    for (const body of [{ a: 1 }, [], "GET"]) expect((await post("/", body)).status).toBe(400);
  });
});

describe("scripts", () => {
  test("keys, arguments and answers of every kind", async () => {
    const name = key();
    const script =
      "redis.call('SET', KEYS[1], ARGV[1]) return {redis.call('GET', KEYS[1]), 3.9, -3.9, true, #KEYS}";
    expect(await redis.eval(script, [name], ["め"])).toEqual(["め", 3, -3, 1, 1]);
    expect(await redis.eval("return nil", [], [])).toBeNull();
    expect(await redis.eval("return false", [], [])).toBeNull();
    expect(await redis.eval("return {1, 2, nil, 4}", [], [])).toEqual([1, 2]);
    expect(await redis.eval("return {ok = 'fine'}", [], [])).toBe("fine");
  });

  test("EVALSHA runs a script that was loaded or run before", async () => {
    const script = `return '${randomUUID()}'`;
    const sha = await redis.scriptLoad(script);
    expect(await redis.scriptExists(sha, "0".repeat(40))).toEqual([1, 0]);
    expect(await redis.evalsha(sha, [], [])).toBe(script.slice(8, -1));
    const made = redis.createScript<number>(`return tonumber(ARGV[1]) + 1 -- ${randomUUID()}`);
    expect([await made.exec([], ["4"]), await made.exec([], ["5"])]).toEqual([5, 6]);
  });

  test("an error that a script returns is the command's error", async () => {
    await expect(redis.eval("return redis.error_reply('MINE is wrong')", [], [])).rejects.toThrow(
      "MINE is wrong",
    );
    await expect(redis.eval("return nothing.here", [], [])).rejects.toThrow("ERR");
    await expect(redis.eval("return (", [], [])).rejects.toThrow("ERR");
  });

  test("a script is atomic", async () => {
    const name = key();
    const script =
      "local n = tonumber(redis.call('GET', KEYS[1]) or '0') redis.call('SET', KEYS[1], n + 1) return n";
    const seen = await Promise.all(Array.from({ length: 10 }, () => redis.eval(script, [name], [])));
    expect(new Set(seen).size).toBe(10);
  });
});

describe("rate limits", () => {
  const limiters = {
    "fixed window": Ratelimit.fixedWindow(3, "60 s"),
    "sliding window": Ratelimit.slidingWindow(3, "60 s"),
    "token bucket": Ratelimit.tokenBucket(3, "60 s", 3),
  };
  test.each(Object.entries(limiters))(
    "a %s allows the configured number of requests for each caller",
    async (_, limiter) => {
      const limit = new Ratelimit({ redis, limiter, prefix: key(), ephemeralCache: false });
      const answers = [];
      for (let call = 0; call < 5; call++) answers.push(await limit.limit("a"));
      expect(answers.map(({ success }) => success)).toEqual([true, true, true, false, false]);
      expect(answers.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
      expect((await limit.limit("b")).success).toBe(true);
      expect((await limit.getRemaining("a")).remaining).toBe(0);
      await limit.resetUsedTokens("a");
      expect((await limit.limit("a")).success).toBe(true);
    },
  );

  test.each(["fixed window", "sliding window"])(
    "a %s allows requests again after its duration",
    async (kind) => {
      const window =
        kind === "fixed window" ? Ratelimit.fixedWindow(1, "50 ms") : Ratelimit.slidingWindow(1, "50 ms");
      const limit = new Ratelimit({ redis, limiter: window, prefix: key(), ephemeralCache: false });
      await limit.limit("a");
      await expect.poll(async () => (await limit.limit("a")).success, { interval: 20 }).toBe(true);
    },
  );
});

describe("messages", () => {
  test.each(["subscribe", "psubscribe"] as const)(
    "a listener by %s receives what is published",
    async (kind) => {
      const channel = key();
      const heard = Promise.withResolvers<unknown>();
      const ready = Promise.withResolvers<unknown>();
      const listener = redis[kind]([kind === "subscribe" ? channel : `${channel.slice(0, -3)}*`]);
      listener.on(kind, ready.resolve);
      listener.on(kind === "subscribe" ? "message" : "pmessage", heard.resolve);
      await ready.promise;
      await redis.publish(channel, { page: 1, text: "a, b\nc" });
      expect(await heard.promise).toMatchObject({ channel, message: { page: 1, text: "a, b\nc" } });
      await listener.unsubscribe();
    },
  );
});
