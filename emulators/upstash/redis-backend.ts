// What stands behind the REST front: a Redis that takes commands as lists of words.

/** A command's name, then its arguments. */
export type Command = readonly [name: string, ...args: string[]];

export type Reply = string | number | null | Reply[];

/** How one command of several ended. */
export type Outcome = { readonly result: Reply } | { readonly error: string };

/** Redis refuses a command, in Redis's own words (`ERR …`, `WRONGTYPE …`). */
export class RedisError extends Error {
  /** True when Redis knows the command and this emulator does not. */
  readonly isUncovered: boolean;

  constructor(message: string, isUncovered = false) {
    super(message);
    this.name = "RedisError";
    this.isUncovered = isUncovered;
  }
}

export const WRONG_TYPE = "WRONGTYPE Operation against a key holding the wrong kind of value";
export const NOT_INTEGER = "ERR value is not an integer or out of range";

export interface RedisBackend {
  /** Throws RedisError. Nothing else runs between its reading and its writing. */
  call(command: Command): Promise<Reply>;
  /** Runs all with nothing in between. Throws RedisError, and runs none, if one of them is malformed. */
  transaction(commands: readonly Command[]): Promise<Outcome[]>;
  /** Tells `listener` each message, with the words that a Redis would send. Gives the way to stop. */
  subscribe(
    kind: "subscribe" | "psubscribe",
    channel: string,
    listener: (words: string[]) => void,
  ): Promise<() => void>;
  close(): Promise<void>;
}

/** Redis's errors begin with a code in capitals. */
export function redisErrorOf(thrown: unknown): RedisError {
  if (thrown instanceof RedisError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new RedisError(/^[A-Z]{2,} /.test(message) ? message : `ERR ${message}`);
}

/** A client's answer as Redis's protocol has it: maps are flat lists, true is 1, false and nothing are null. */
export function toReply(value: unknown): Reply {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return 1;
  if (typeof value === "number" || typeof value === "string") return value;
  if (Buffer.isBuffer(value)) return value.toString();
  if (Array.isArray(value)) return value.map(toReply);
  if (typeof value === "object") return Object.entries(value).flat().map(toReply);
  return String(value);
}

/** Needs more than one request, or waits, or administers the server: Upstash's REST API does not take these either. */
const STATEFUL = new Set(
  `asking auth bgrewriteaof bgsave blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin client cluster
  config discard exec failover hello monitor multi psubscribe punsubscribe quit readonly readwrite replconf
  replicaof reset role save select shutdown slaveof ssubscribe subscribe sunsubscribe swapdb sync unsubscribe
  unwatch wait waitaof watch`.split(/\s+/),
);

export function refuseStateful([name]: Command): void {
  if (STATEFUL.has(name.toLowerCase())) throw uncovered(name);
}

export function uncovered(name: string): RedisError {
  const message = `UNIMPLEMENTED: ${name.toUpperCase()} is not covered by this Upstash emulator.`;
  return new RedisError(message, true);
}
