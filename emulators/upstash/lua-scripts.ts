// Lua scripts for `ioredis-mock`, which does not support the first line `#!lua …`, Redis's conversion of return values, and scripts
// that were only loaded.
import { createHash } from "node:crypto";
import { type Command, RedisError, type Reply } from "./redis-backend.ts";

export interface LuaScripts {
  /** `SCRIPT LOAD|EXISTS|FLUSH`. */
  script(args: readonly string[]): Reply;
  /** Converts `EVAL` or `EVALSHA` into an `EVAL` that the mock runs correctly. Throws NOSCRIPT. */
  translate(command: Command): string[];
}

/** `TIME`: seconds and microseconds since 1970. The mock takes the two from different clocks. */
export function timeReply(now: number = Date.now()): string[] {
  return [`${Math.floor(now / 1_000)}`, `${Math.floor(now % 1_000) * 1_000}`];
}

export function luaScripts(): LuaScripts {
  const sources = new Map<string, string>();

  /** Stores a script and returns its SHA-1. */
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
 * Converts return values by https://redis.io/docs/latest/develop/programmability/lua-api/#lua-to-resp2-type-conversion: numbers lose
 * their fraction, a list ends at its first nil, `{ok=…}` is a status and `{err=…}` an error. Lists that the mock passes to a script
 * (JavaScript arrays, the outermost indexed from 1 and inner ones from 0) are converted to Lua lists. Lists are filled from the end,
 * because the mock recognizes a list by that order of its keys.
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

/** The first item of the list in which a script's error is returned through the mock. */
const LUA_ERROR = "\\0error";
const RETURNED_ERROR = "\0error";

/** Throws the error that the script returned. */
export function scriptReply(reply: Reply): Reply {
  if (Array.isArray(reply) && reply[0] === RETURNED_ERROR) throw new RedisError(String(reply[1]));
  return reply;
}

/** Converts the mock's message of a Lua error into Redis's. */
export function scriptError(thrown: unknown): RedisError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const cause = message.replace(/^Error trying to loading or executing lua code string in VM: /, "");
  const place = cause.replace(/^\[string [\s\S]*?\]:(\d+):/, "user_script:$1:");
  return new RedisError(`ERR Error running script: ${place}`);
}
