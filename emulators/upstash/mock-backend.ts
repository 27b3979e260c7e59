// The backend on `ioredis-mock`. The mock accepts commands that Redis refuses, which would hide mistakes, so the number of arguments,
// types and numbers are checked before a command reaches it.
import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Redis } from "ioredis";
import { checkArguments } from "./argument-checks.ts";
import { commandTable } from "./command-table.ts";
import { keyStore } from "./key-store.ts";
import { luaScripts, scriptError, scriptReply, timeReply } from "./lua-scripts.ts";
import {
  type Command,
  NOT_INTEGER,
  type Outcome,
  type RedisBackend,
  RedisError,
  type Reply,
  redisErrorOf,
  refuseStateful,
  toReply,
  uncovered,
  WRONG_TYPE,
} from "./redis-backend.ts";
import { setCommand } from "./set-command.ts";

/** The required type of the first key, by command. */
const TYPES: readonly (readonly [type: string, names: RegExp])[] = [
  [
    "string",
    /^(append|bitcount|decr(by)?|get|getbit|getdel|getex|getrange|getset|incr(by|byfloat)?|setbit|setrange|strlen|substr)$/,
  ],
  ["hash", /^h/],
  ["list", /^(l(index|insert|len|move|pop|pos|push|pushx|range|rem|set|trim)|r(pop|poplpush|push|pushx))$/],
  ["set", /^s(add|card|diff|inter|ismember|members|mismember|move|pop|randmember|rem|scan|union)$/],
  ["zset", /^z(?!.*store$)/],
];

/** The index of a command's first option. The mock needs options in capitals, and Upstash's client sends them in lower case. */
const OPTIONS_FROM: Readonly<Record<string, number>> = {
  getex: 1,
  hscan: 2,
  linsert: 1,
  lmove: 2,
  lpos: 2,
  scan: 1,
  sscan: 2,
  zadd: 1,
  zrange: 3,
  zrangebyscore: 3,
  zrevrange: 3,
  zrevrangebyscore: 3,
  zscan: 2,
};
const OPTION =
  /^(after|before|bylex|byscore|ch|count|ex|exat|gt|incr|left|limit|lt|match|maxlen|nx|persist|px|pxat|rank|rev|right|type|withscores|xx)$/i;

function capitalOptions(name: string, args: readonly string[]): string[] {
  const from = OPTIONS_FROM[name] ?? args.length;
  // The argument after such an option is a value.
  return args.map((arg, at) => {
    const before = args[at - 1] ?? "";
    const isValue =
      at < from || /^(match|type)$/i.test(before) || (name === "zadd" && /^-?[\d.]+$/.test(before));
    return !isValue && OPTION.test(arg) ? arg.toUpperCase() : arg;
  });
}

/** Commands that the mock has under another name or implements differently from Redis. */
const SCRIPTED = /^eval(sha)?(_ro)?$/;

/** With `db`, keys are persisted. */
export async function mockBackend(db?: DatabaseSync): Promise<RedisBackend> {
  const { default: RedisMock } = await import("ioredis-mock");
  // Mocks with the same host share their data, so each backend has a unique host.
  const redis: Redis = new RedisMock({ host: randomUUID() });
  const scripts = luaScripts();
  const described: unknown = await Reflect.apply(redis.command, redis, []);
  const table = commandTable(described);
  // Unsupported commands are also functions, which throw, but they are not enumerable.
  const known = new Set(Object.keys(redis));
  const keys = db && keyStore(db, redis);
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs commands one at a time, because a command is atomic in Redis and takes several steps here. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  function check(command: Command): void {
    refuseStateful(command);
    // Commands of Redis modules, some of which Upstash has.
    if (command[0].includes(".")) throw uncovered(command[0]);
    table.check(command);
    const name = command[0].toLowerCase();
    if (SCRIPTED.test(name) || name === "script") return;
    if (name.startsWith("x") || !known.has(name)) throw uncovered(name);
    checkArguments(command);
  }

  async function checkKey([name, key, field]: Command): Promise<void> {
    const lower = name.toLowerCase();
    const wanted = TYPES.find(([, names]) => names.test(lower))?.[0];
    if (wanted === undefined || key === undefined) return;
    const type = await redis.type(key);
    if (type !== "none" && type !== wanted) throw new RedisError(WRONG_TYPE);
    if (!/^h?(incr|decr)(by)?$/.test(lower)) return;
    const value = lower === "hincrby" ? await redis.hget(key, field ?? "") : await redis.get(key);
    if (!/^-?\d{1,19}$/.test(value ?? "0")) throw new RedisError(NOT_INTEGER);
  }

  async function run(command: Command): Promise<Reply> {
    const [name, ...args] = command;
    const lower = name.toLowerCase();
    if (lower === "script") return scripts.script(args);
    if (SCRIPTED.test(lower)) {
      const [source = "", count = "0", ...rest] = scripts.translate(command);
      const value = await redis.eval(source, Number(count), ...rest).catch((thrown: unknown) => {
        throw scriptError(thrown);
      });
      return scriptReply(toReply(value));
    }
    await checkKey(command);
    if (lower === "time") return timeReply();
    if (lower === "set") return setCommand(redis, args);
    if (lower === "strlen") return Buffer.byteLength((await redis.get(args[0] ?? "")) ?? "");
    const method: unknown = Reflect.get(redis, lower);
    if (typeof method !== "function") throw uncovered(name);
    const value: unknown = await Reflect.apply(method, redis, capitalOptions(lower, args));
    return toReply(value);
  }

  async function runAndKeep(command: Command): Promise<Reply> {
    const flushes = /^flush(all|db)$/i.test(command[0]);
    if (!flushes) await keys?.fetch(table.keys(command));
    try {
      return await run(command);
    } catch (thrown) {
      throw redisErrorOf(thrown);
    } finally {
      // Keys are also stored after an error, because a script may have written before it failed.
      if (flushes) keys?.clear();
      else await keys?.save(table.writtenKeys(command));
    }
  }

  async function outcomeOf(command: Command): Promise<Outcome> {
    try {
      return { result: await runAndKeep(command) };
    } catch (thrown) {
      return { error: redisErrorOf(thrown).message };
    }
  }

  return {
    call: (command) =>
      alone(async () => {
        check(command);
        return runAndKeep(command);
      }),
    transaction: (commands) =>
      alone(async () => {
        for (const command of commands) check(command);
        const outcomes: Outcome[] = [];
        for (const command of commands) outcomes.push(await outcomeOf(command));
        return outcomes;
      }),
    async subscribe(kind, channel, listener) {
      const own = redis.duplicate();
      own.on("message", (from: string, text: string) => listener(["message", from, text]));
      own.on("pmessage", (pattern: string, from: string, text: string) =>
        listener(["pmessage", pattern, from, text]),
      );
      await own[kind](channel);
      return () => own.disconnect();
    },
    async close() {
      await queue;
      redis.disconnect();
    },
  };
}
