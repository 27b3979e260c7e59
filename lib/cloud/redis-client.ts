// Upstash's client on our own HTTP exchange. By default it uses `fetch`, which takes longer to load than the rest of a first answer, and
// several times the CPU, for a call that each step makes three times. https://upstash.com/docs/redis/features/restapi
import { Redis, type Requester } from "@upstash/redis";
import * as z from "zod";
import { exchange } from "./http-exchange.ts";

/** Callers have shorter timeouts. */
const TIMEOUT_MS = 10_000;

export interface RedisPlace {
  url: string;
  token: string;
}

/** Redis, or a proxy in front of it, refused a command. */
class RedisRefusedError extends Error {
  override readonly name = "RedisRefusedError";
  /** The HTTP status: 401 for a wrong token. */
  readonly code: number;
  constructor(code: number, reason: string) {
    super(`Redis refused a command (${code}): ${reason}`);
    this.code = code;
  }
}

const RefusalSchema = z.object({ error: z.string() });

/** It does not retry, because every caller has a fallback. */
export function redisClient({ url, token }: RedisPlace): Redis {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const requester: Requester = {
    async request({ path = [], body }) {
      const asked = { url: new URL([url.replace(/\/$/, ""), ...path].join("/")), method: "POST", headers };
      const answer = await exchange({ ...asked, body: JSON.stringify(body), timeoutMs: TIMEOUT_MS });
      const text = answer.body.toString();
      if (answer.status !== 200) throw new RedisRefusedError(answer.status, reasonOf(text));
      return JSON.parse(text);
    },
  };
  return new Redis(requester);
}

function reasonOf(text: string): string {
  try {
    return RefusalSchema.parse(JSON.parse(text)).error;
  } catch {
    return text.slice(0, 500);
  }
}
