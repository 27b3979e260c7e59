// Rate limits per client address and account, and the response headers that report them.
// The fields are those of https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
import type { Context, MiddlewareHandler } from "hono";
import type { TooManyRunningError } from "../pipeline/schedule-store.ts";
import {
  type AddressRules,
  clientAddresses,
  countedAddress,
  FRONT_HEADER,
  isLoopback,
} from "./client-address.ts";
import type { ApiEnv } from "./identity.ts";
import { type LimitRule, PREVIEWS, REQUESTS, SHARED_READS } from "./limit-rules.ts";
import { ApiProblem } from "./problems.ts";
import { SHARED_PATH } from "./shared-routes.ts";

/** Concurrently running sessions of one user. */
export const RUNNING_SESSIONS = 10;
/** From this limit on, sessions are not counted. */
const COUNTLESS_SESSIONS = 100;

export interface LimitVerdict {
  isAllowed: boolean;
  remaining: number;
  /** Seconds until a further request is allowed. */
  resetSeconds: number;
}

/** Rate-limit counter. Never throws: if the shared store is down, each instance counts on its own. */
export interface Limiter {
  /** Counts one request of `key`, and returns whether the rule allows it. */
  take(rule: LimitRule, key: string): Promise<LimitVerdict>;
  /** `shared`: counted for all instances together. */
  state(): "shared" | "alone";
}

export interface LimitSettings extends AddressRules {
  /** Multiplies the limits for clients on this machine. */
  loopbackFactor: number;
}

/** For routes that limit something other than requests. */
export interface Limits {
  /** The client addresses to count. More than one if a forged address cannot be ruled out. */
  addressesOf(context: Context<ApiEnv>): string[];
  /** Counts one request for each key, in order. Throws `ApiProblem` (429) at the first key that is over its limit. */
  spend(context: Context<ApiEnv>, rule: LimitRule, keys: readonly string[]): Promise<void>;
  /** How many sessions of one user may run at once; undefined: unlimited. */
  mostRunning(context: Context<ApiEnv>): number | undefined;
}

export function createLimits(limiter: Limiter, { loopbackFactor, ...rules }: LimitSettings): Limits {
  const rawAddresses = (context: Context<ApiEnv>) =>
    clientAddresses(
      {
        forwardedFor: context.req.header("x-forwarded-for"),
        front: context.req.header(FRONT_HEADER),
        socket: context.env.incoming.socket.remoteAddress,
      },
      rules,
    );
  /** A request that is refused for a trusted address is not counted for forged ones, so they cannot fill the store. */
  async function takeEach(rule: LimitRule, keys: readonly string[]): Promise<LimitVerdict> {
    let least: LimitVerdict = { isAllowed: true, remaining: rule.limit, resetSeconds: rule.windowSeconds };
    for (const key of keys) {
      const verdict = await limiter.take(rule, key);
      if (!verdict.isAllowed) return verdict;
      if (verdict.remaining < least.remaining) least = verdict;
    }
    return least;
  }
  const factorOf = (context: Context<ApiEnv>) =>
    rawAddresses(context).every(isLoopback) ? loopbackFactor : 1;
  return {
    addressesOf: (context) => [...new Set(rawAddresses(context).map(countedAddress))],
    async spend(context, rule, keys) {
      const scaled = { ...rule, limit: rule.limit * factorOf(context) };
      const verdict = await takeEach(scaled, keys);
      const headers = limitHeaders(scaled, verdict);
      for (const [name, value] of Object.entries(headers)) context.header(name, value, { append: true });
      if (!verdict.isAllowed) throw tooMany(scaled, verdict, headers);
    },
    mostRunning(context) {
      const most = RUNNING_SESSIONS * factorOf(context);
      return most > COUNTLESS_SESSIONS ? undefined : most;
    },
  };
}

/** Counts every request below /api for its addresses. */
export function requestLimit(limits: Limits): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { path } = context.req;
    if (path.startsWith("/api/")) await limits.spend(context, ruleOf(path), limits.addressesOf(context));
    await next();
  };
}

const PREVIEW_PATH = /\/lettering\/(preview|samples)$/;

function ruleOf(path: string): LimitRule {
  if (path.startsWith(`${SHARED_PATH}/`)) return SHARED_READS;
  return PREVIEW_PATH.test(path) ? PREVIEWS : REQUESTS;
}

/** A request over a rate limit. */
export class OverLimitProblem extends ApiProblem {
  /** The rule's name. */
  readonly limit: string;
  constructor(limit: string, detail: string, headers: Record<string, string>) {
    super(429, "too-many-requests", detail, {}, headers);
    this.limit = limit;
  }
}

function limitHeaders(rule: LimitRule, { remaining, resetSeconds }: LimitVerdict): Record<string, string> {
  return {
    "ratelimit-policy": `"${rule.name}";q=${rule.limit};w=${rule.windowSeconds}`,
    ratelimit: `"${rule.name}";r=${remaining};t=${resetSeconds}`,
  };
}

function tooMany(
  { name, limit, windowSeconds }: LimitRule,
  { resetSeconds }: LimitVerdict,
  headers: Record<string, string>,
): ApiProblem {
  const detail = `More than ${limit} ${name} in ${windowSeconds} s; try again in ${resetSeconds} s.`;
  return new OverLimitProblem(name, detail, { ...headers, "retry-after": String(resetSeconds) });
}

/** Value of `Retry-After`: an estimate, because the end of a session cannot be predicted. */
const LOOK_AGAIN_SECONDS = 30;

export function tooManyRunning({ most, message }: TooManyRunningError): ApiProblem {
  return new ApiProblem(
    429,
    "too-many-running",
    `${message}.`,
    {},
    {
      "retry-after": String(LOOK_AGAIN_SECONDS),
      "ratelimit-policy": `"running-sessions";q=${most}`,
      ratelimit: `"running-sessions";r=0;t=${LOOK_AGAIN_SECONDS}`,
    },
  );
}
