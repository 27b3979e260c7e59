// The backend on a real Redis through `ioredis`. Command names are sent in capitals, for which `ioredis` does not transform arguments
// and replies.
import { Redis } from "ioredis";
import {
  type Command,
  type Outcome,
  type RedisBackend,
  RedisError,
  redisErrorOf,
  refuseStateful,
  toReply,
} from "./redis-backend.ts";

export function realBackend(url: string): RedisBackend {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  let lastFailure = "not connected";
  // Commands fail with "max retries" without a reason. Only this event has the reason.
  redis.on("error", (error: Error) => {
    lastFailure = error.message;
  });

  function translate(thrown: unknown): RedisError {
    const isDown = thrown instanceof Error && thrown.name === "MaxRetriesPerRequestError";
    return isDown
      ? new RedisError(`ERR the Redis behind this emulator is down: ${lastFailure}`)
      : redisErrorOf(thrown);
  }

  return {
    async call(command: Command) {
      refuseStateful(command);
      const [name, ...args] = command;
      try {
        return toReply(await redis.call(name.toUpperCase(), ...args));
      } catch (thrown) {
        throw translate(thrown);
      }
    },
    async transaction(commands) {
      const all = redis.multi();
      for (const command of commands) {
        refuseStateful(command);
        const [name, ...args] = command;
        all.call(name.toUpperCase(), ...args);
      }
      const outcomes = await all.exec().catch((thrown: unknown) => {
        throw translate(thrown);
      });
      if (!outcomes) throw new RedisError("EXECABORT Transaction discarded.");
      return outcomes.map(
        ([error, value]): Outcome =>
          error ? { error: redisErrorOf(error).message } : { result: toReply(value) },
      );
    },
    async subscribe(kind, channel, listener) {
      const own = redis.duplicate();
      own.on("error", (error: Error) => {
        lastFailure = error.message;
      });
      own.on("message", (from: string, text: string) => listener(["message", from, text]));
      own.on("pmessage", (pattern: string, from: string, text: string) =>
        listener(["pmessage", pattern, from, text]),
      );
      await own[kind](channel);
      return () => own.disconnect();
    },
    async close() {
      redis.disconnect();
    },
  };
}
