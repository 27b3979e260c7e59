// Validates arguments before a command runs: refuses arguments that the mock accepts and Redis refuses, and options that the mock
// ignores, so that no command silently behaves differently from Redis.
import { type Command, NOT_INTEGER, RedisError, uncovered } from "./redis-backend.ts";
import { setOptions } from "./set-command.ts";

type Check = (args: readonly string[], name: string) => void;

function integers(...at: number[]): Check {
  return (args) => {
    for (const index of at) if (!/^-?\d{1,19}$/.test(args[index] ?? "0")) throw new RedisError(NOT_INTEGER);
  };
}

const expire: Check = (args, name) => {
  integers(1)(args, name);
  if (args.length > 2) throw uncovered(`${name} ${args[2]}`);
};

const setExpiring: Check = (args, name) => {
  integers(1)(args, name);
  if (Number(args[1]) <= 0) throw new RedisError(`ERR invalid expire time in '${name}' command`);
};

const pairs: Check = (args, name) => {
  if (args.length % 2 !== 0) throw new RedisError(`ERR wrong number of arguments for '${name}' command`);
};

const fields: Check = (args, name) => pairs(args.slice(1), name);

const scores: Check = (args, name) => {
  const [first = "", ...rest] = args.slice(1);
  if (/^(gt|lt|ch|incr)$/i.test(first)) throw uncovered(`${name} ${first}`);
  const words = /^(nx|xx)$/i.test(first) ? rest : [first, ...rest];
  if (words.length === 0 || words.length % 2 !== 0) throw new RedisError("ERR syntax error");
  for (let at = 0; at < words.length; at += 2) {
    const score = words[at] ?? "";
    if (/^(nx|xx|gt|lt|ch|incr)$/i.test(score)) throw uncovered(`${name} with several options`);
    if (!isFloat(score)) throw new RedisError("ERR value is not a valid float");
  }
};

const float: (at: number) => Check = (at) => (args) => {
  if (!isFloat(args[at] ?? "")) throw new RedisError("ERR value is not a valid float");
};

function isFloat(text: string): boolean {
  return /^[+-]?inf(inity)?$/i.test(text) || (text.trim() !== "" && Number.isFinite(Number(text)));
}

const CHECKS: Readonly<Record<string, Check>> = {
  set: (args) => void setOptions(args.slice(2), Date.now()),
  setex: setExpiring,
  psetex: setExpiring,
  mset: pairs,
  msetnx: pairs,
  hset: fields,
  hmset: fields,
  expire,
  pexpire: expire,
  expireat: expire,
  pexpireat: expire,
  incrby: integers(1),
  decrby: integers(1),
  incrbyfloat: float(1),
  hincrby: integers(2),
  hincrbyfloat: float(2),
  getrange: integers(1, 2),
  lrange: integers(1, 2),
  ltrim: integers(1, 2),
  lindex: integers(1),
  lrem: integers(1),
  zadd: scores,
  zincrby: float(1),
};

/** Throws RedisError for arguments that Redis refuses or that the mock ignores. */
export function checkArguments([name, ...args]: Command): void {
  const lower = name.toLowerCase();
  CHECKS[lower]?.(args, lower);
}
