// Scripts for the Lua of `ioredis-mock`: it knows neither the first line `#!lua …`, nor how Redis turns a script's
// value into an answer, nor scripts that were only loaded.
import { createHash } from "node:crypto";
import { type Command, RedisError, type Reply } from "./redis-backend.ts";

export interface LuaScripts {
  /** `SCRIPT LOAD|EXISTS|FLUSH`. */
  script(args: readonly string[]): Reply;
  /** `EVAL` or `EVALSHA` as an `EVAL` that the mock runs rightly. Throws NOSCRIPT. */
  translate(command: Command): string[];
}

/** `TIME`: seconds and microseconds since 1970. The mock's own microseconds come from another clock than its seconds. */
export function timeReply(now: number = Date.now()): string[] {
  return [`${Math.floor(now / 1_000)}`, `${Math.floor(now % 1_000) * 1_000}`];
}

export function luaScripts(): LuaScripts {
  const sources = new Map<string, string>();

  /** Remembers a script and gives its SHA-1. */
  function load(source: string): string {
    const sha = createHash("sha1").update(source).digest("hex");
    sources.set(sha, source);
    return sha;
  }

  return {
    script([verb = "", ...args]) {
      switch (verb.toLowerCase()) {
        case "load":
          if (args.length !== 1)
            throw new RedisError("ERR wrong number of arguments for 'script|load' command");
          return load(args[0] ?? "");
        case "exists":
          return args.map((sha) => (sources.has(sha.toLowerCase()) ? 1 : 0));
        case "flush":
          sources.clear();
          return "OK";
        default:
          throw new RedisError(`ERR unknown subcommand '${verb}'. Try SCRIPT HELP.`);
      }
    },
    translate([name, script = "", count = "", ...rest]) {
      if (!/^\d+$/.test(count)) throw new RedisError("ERR value is not an integer or out of range");
      if (Number(count) > rest.length) {
        throw new RedisError("ERR Number of keys can't be greater than number of args");
      }
      const bySha = name.toLowerCase().startsWith("evalsha");
      const source = bySha ? sources.get(script.toLowerCase()) : script;
      if (source === undefined) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
      if (!bySha) load(source);
      return [wrap(source), count, ...rest];
    },
  };
}

/**
 * Converts as https://redis.io/docs/latest/develop/programmability/lua-api/#lua-to-resp2-type-conversion says: numbers
 * lose their fraction, a list ends at its first nil, `{ok=…}` and `{err=…}` are a status and an error. What the mock
 * gives a script (JavaScript's lists, the outermost counted from 1 and the inner ones from 0) is made into Lua's. Lists are filled from their end,
 * since the mock tells a list by that order of its keys.
 */
function wrap(source: string): string {
  const body = source.replace(/^#!lua[^\n]*/, "");
  return `local raw = redis.call
local function given(value, first)
  if type(value) ~= "userdata" then return value end
  if tostring(value) == "null" then return false end
  local list = {}
  for at = 1, #value do list[at] = given(value[first + at - 1], 0) end
  return list
end
local function reply(value)
  if type(value) == "number" then
    return value < 0 and math.ceil(value) or math.floor(value)
  end
  if type(value) ~= "table" then return value end
  if value.err then return {"${LUA_ERROR}", value.err} end
  if value.ok then return value.ok end
  local size = 0
  while value[size + 1] ~= nil do size = size + 1 end
  local list = {}
  for at = size, 1, -1 do list[at] = reply(value[at]) end
  return list
end
local seconds, micros = ${timeReply()
    .map((part) => `"${part}"`)
    .join(", ")}
local function ask(name, ...)
  -- Time stands still while a script runs, as it does in Redis.
  if type(name) == "string" and string.upper(name) == "TIME" then return {seconds, micros} end
  return raw(name, ...)
end
redis.call = function(...)
  local works, value = pcall(ask, ...)
  if not works then error(tostring(value), 0) end
  return given(value, 1)
end
redis.pcall = function(...)
  local works, value = pcall(ask, ...)
  if not works then return {err = tostring(value)} end
  return given(value, 1)
end
redis.error_reply = function(text) return {err = text} end
redis.status_reply = function(text) return {ok = text} end
return reply((function(...) ${body}
end)())`;
}

/** Begins the list by which a script's error comes back through the mock. */
const LUA_ERROR = "\\0error";
const RETURNED_ERROR = "\0error";

/** Throws what the script returned as an error. */
export function scriptReply(reply: Reply): Reply {
  if (Array.isArray(reply) && reply[0] === RETURNED_ERROR) throw new RedisError(String(reply[1]));
  return reply;
}

/** The mock's words around a Lua error, as Redis would say it. */
export function scriptError(thrown: unknown): RedisError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const cause = message.replace(/^Error trying to loading or executing lua code string in VM: /, "");
  const place = cause.replace(/^\[string [\s\S]*?\]:(\d+):/, "user_script:$1:");
  return new RedisError(`ERR Error running script: ${place}`);
}
