// Behaviour beyond the protocol: persistent keys, a real Redis as backend, and refusals by name.
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Redis } from "@upstash/redis";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { startUpstash } from "./server.ts";

const token = "secret";

test("keys of every type and their remaining time to live survive a restart", async () => {
  const db = openDatabase("memory");
  const first = await startUpstash({ db, token });
  const before = new Redis({ url: `http://${first.host}`, token, retry: false });
  await before.set("string", "め", { ex: 1000 });
  await before.hset("hash", { a: 1 });
  await before.rpush("list", "x", "y");
  await before.sadd("set", "m");
  await before.zadd("sorted", { score: 1.5, member: "m" });
  await before.eval("return redis.call('SET', KEYS[1], ARGV[1])", ["scripted"], ["s"]);
  await before.mset({ gone: 1, kept: 2 });
  await before.rename("gone", "moved");
  await before.set("brief", "x", { pxat: Date.now() + 1 });
  await before.set("dropped", "x");
  await before.del("dropped");
  await first.close();

  const second = await startUpstash({ db, token });
  const after = new Redis({ url: `http://${second.host}`, token, retry: false });
  expect(await after.get("string")).toBe("め");
  expect(await after.ttl("string")).toBeGreaterThan(990);
  expect(await after.hgetall("hash")).toEqual({ a: 1 });
  expect(await after.lrange("list", 0, -1)).toEqual(["x", "y"]);
  expect(await after.smembers("set")).toEqual(["m"]);
  expect(await after.zscore("sorted", "m")).toBe(1.5);
  expect(await after.mget("scripted", "moved", "kept")).toEqual(["s", 1, 2]);
  expect(await after.exists("gone", "dropped", "brief")).toBe(0);
  await after.flushall();
  await second.close();
  expect(db.prepare("SELECT count(*) AS rows FROM redis_keys").get()).toEqual({ rows: 0 });
});

test.each<[name: string, ask: (redis: Redis) => Promise<unknown>, answer: unknown]>([
  ["looks for keys", (redis) => redis.keys("*:a").then((keys) => keys.sort()), ["one:a", "set:a"]],
  ["counts keys", (redis) => redis.dbsize(), 3],
  ["is a script", (redis) => redis.eval("return redis.call('GET', KEYS[1])", ["one:a"], []), "x"],
  ["moves a key", (redis) => redis.rename("one:a", "two:a").then(() => redis.get("two:a")), "x"],
  ["sets a key only if it is missing", (redis) => redis.set("one:a", "y", { nx: true }), null],
])("after a restart a stored key is visible to a command that %s", async (_, ask, answer) => {
  const db = openDatabase("memory");
  const first = await startUpstash({ db, token });
  const before = new Redis({ url: `http://${first.host}`, token, retry: false });
  await before.set("one:a", "x");
  await before.sadd("set:a", "m");
  await before.zadd("sorted", { score: 1.5, member: "m" });
  await first.close();

  const second = await startUpstash({ db, token });
  expect(await ask(new Redis({ url: `http://${second.host}`, token, retry: false }))).toEqual(answer);
  await second.close();
});

test("commands that Upstash's REST API or the mock does not support are refused by name", async () => {
  const server = await startUpstash({ token });
  for (const command of [
    ["BLPOP", "list", "0"],
    ["WATCH", "k"],
    ["JSON.SET", "k", "$", "1"],
    ["XADD", "stream", "*", "f", "v"],
    ["ZADD", "z", "GT", "1", "m"],
    ["EXPIRE", "k", "1", "GT"],
    ["GEOADD", "g", "1", "1", "m"],
  ]) {
    const answer = await fetch(`http://${server.host}/`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(command),
    });
    expect([command, answer.status]).toEqual([command, 501]);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(`UNIMPLEMENTED: ${command[0]}`) });
  }
  await server.close();
});

test("with a Redis backend, commands and transactions are forwarded unchanged and errors are returned", async () => {
  const seen: string[][] = [];
  const sockets = new Set<Socket>();
  // Implements enough of Redis's protocol to record the received commands.
  const redis = createServer((socket) => {
    sockets.add(socket);
    let queued: string[] | undefined;
    socket.on("data", (bytes) => {
      for (const command of bytes.toString().split(/(?=\*\d+\r\n\$)/)) {
        const words = command
          .split("\r\n")
          .slice(1)
          .filter((_, at) => at % 2 === 1);
        const name = words[0]?.toUpperCase() ?? "";
        if (["INFO", "CLIENT", "HELLO"].includes(name)) socket.write("+OK\r\n");
        else {
          seen.push([name, ...words.slice(1)]);
          const reply =
            name === "HGETALL" ? "*2\r\n$1\r\na\r\n$1\r\n1\r\n" : name === "GET" ? "-ERR no\r\n" : "+OK\r\n";
          if (name === "MULTI") queued = [];
          else if (name === "EXEC") {
            socket.write(`*${queued?.length}\r\n${queued?.join("")}`);
            queued = undefined;
            continue;
          } else if (queued) {
            queued.push(reply);
            socket.write("+QUEUED\r\n");
            continue;
          }
          socket.write(reply);
        }
      }
    });
  });
  redis.listen(0, "127.0.0.1");
  await once(redis, "listening");
  const address = redis.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const server = await startUpstash({ token, redisUrl: `redis://127.0.0.1:${port}` });
  const client = new Redis({ url: `http://${server.host}`, token, retry: false });
  expect(await client.hset("h", { a: 1 })).toBe("OK");
  expect(await client.hgetall("h")).toEqual({ a: 1 });
  await expect(client.get("k")).rejects.toThrow("ERR no");
  expect(await client.multi().set("a", "b").hgetall("h").exec()).toEqual(["OK", { a: 1 }]);
  expect(seen).toEqual([
    ["HSET", "h", "a", "1"],
    ["HGETALL", "h"],
    ["GET", "k"],
    ["MULTI"],
    ["SET", "a", "b"],
    ["HGETALL", "h"],
    ["EXEC"],
  ]);
  await server.close();
  for (const socket of sockets) socket.destroy();
  redis.close();
});
