// The interface between the REST server and a Redis backend.

/** A command's name, then its arguments. */
export type Command = readonly [name: string, ...args: string[]];

export type Reply = string | number | null | Reply[];

/** The outcome of one of several commands. */
export type Outcome = { readonly result: Reply } | { readonly error: string };

/** An error reply with Redis's message (`ERR …`, `WRONGTYPE …`). */
export class RedisError extends Error {
  /** True if Redis has the command and this emulator does not. */
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
  /** Runs one command atomically. Throws RedisError. */
  call(command: Command): Promise<Reply>;
  /** Runs a transaction atomically. Throws RedisError and runs none if one of the commands is malformed. */
  transaction(commands: readonly Command[]): Promise<Outcome[]>;
  /** Calls `listener` with the elements of each message. Returns a function that unsubscribes. */
  subscribe(
    kind: "subscribe" | "psubscribe",
    channel: string,
    listener: (words: string[]) => void,
  ): Promise<() => void>;
  close(): Promise<void>;
}

/** Redis's error messages begin with a code in capitals. */
export function redisErrorOf(thrown: unknown): RedisError {
  if (thrown instanceof RedisError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new RedisError(/^[A-Z]{2,} /.test(message) ? message : `ERR ${message}`);
}

/** Converts a client's result to Redis's protocol: maps are flat lists, true is 1, false and undefined are null. */
export function toReply(value: unknown): Reply {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return 1;
  if (typeof value === "number" || typeof value === "string") return value;
  if (Buffer.isBuffer(value)) return value.toString();
  if (Array.isArray(value)) return value.map(toReply);
  if (typeof value === "object") return Object.entries(value).flat().map(toReply);
  return String(value);
}

/** Commands that need a connection's state, block, or administer the server. Upstash's REST API does not support them either. */
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
