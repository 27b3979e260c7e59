// Verifies the caller of a function for Pub/Sub or Cloud Scheduler by the request's OIDC token, in addition to Cloud Run's own check
// (roles/run.invoker), so that the function stays protected if that role was given to another account too.
// https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions, https://cloud.google.com/scheduler/docs/http-target-auth
import * as z from "zod";
import { CLOCK_TOLERANCE_SECONDS } from "../api/token-lifetimes.ts";
import { areKeysUnreachable } from "./unreachable-keys.ts";

export interface CallerRules {
  /** The required audience of a token. */
  audience: string;
  /** E-mail of the service account that it must name. */
  account: string;
  /** Address of the public keys, as a JWK set; undefined: Google's own. */
  keysUrl: string | undefined;
  /** Whether Cloud Run is in front, verifies signatures, and replaces them by `REMOVED_SIGNATURE`. */
  isSignatureRemoved: boolean;
}

/**
 * `unauthenticated`: no valid token of Google. `forbidden`: a token for another function, or of another account. `unavailable`: the keys
 * could not be fetched, so the caller is unknown.
 */
export type CallerVerdict = "known" | "unauthenticated" | "forbidden" | "unavailable";

/** The argument is the value of the header `Authorization`. Errors of the caller or of the keys' server are results, never exceptions. */
export type CallerCheck = (authorization: string | undefined) => Promise<CallerVerdict>;

/** https://cloud.google.com/run/docs/troubleshooting#signature-removed */
export const REMOVED_SIGNATURE = "SIGNATURE_REMOVED_BY_GOOGLE";

export const CALLER_STATUS: Readonly<Record<Exclude<CallerVerdict, "known">, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  unavailable: 503,
};

const ISSUERS: readonly string[] = ["https://accounts.google.com", "accounts.google.com"];
/** Pub/Sub sends the same token for up to an hour: each is verified once. One function has one caller, so few are in use. */
const MOST_KEPT = 16;
const GOOGLE_KEYS_URL = "https://www.googleapis.com/oauth2/v3/certs";
const KEYS_TIMEOUT_MS = 5_000;

const ClaimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  email: z.string(),
  email_verified: z.literal(true),
  /** Seconds since 1970. */
  exp: z.number(),
});

/** `now`: milliseconds since 1970. */
export function callerCheck(rules: CallerRules, now: () => number = Date.now): CallerCheck {
  /** By the whole header: until when its token counts, in milliseconds since 1970. */
  const kept = new Map<string, number>();
  const hasGoodSignature = signatureCheck(rules, now);

  return async (authorization = "") => {
    const until = kept.get(authorization);
    if (until !== undefined && now() < until) return "known";
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? "";
    const claims = readClaims(token);
    if (claims === undefined || !ISSUERS.includes(claims.iss)) return "unauthenticated";
    const expiresAt = (claims.exp + CLOCK_TOLERANCE_SECONDS) * 1_000;
    if (expiresAt <= now()) return "unauthenticated";
    if (claims.aud !== rules.audience || claims.email !== rules.account) return "forbidden";
    const isChecked = rules.isSignatureRemoved && token.endsWith(`.${REMOVED_SIGNATURE}`);
    const verdict = isChecked ? "known" : await hasGoodSignature(token);
    if (verdict === "known") keep(authorization, expiresAt);
    return verdict;
  };

  function keep(authorization: string, expiresAt: number): void {
    kept.delete(authorization);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(authorization, expiresAt);
  }
}

function readClaims(token: string): z.infer<typeof ClaimsSchema> | undefined {
  try {
    const json = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    return ClaimsSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** jose is loaded with the first signature, so not behind Cloud Run. It caches the keys for ten minutes. */
function signatureCheck(
  { audience, keysUrl = GOOGLE_KEYS_URL }: CallerRules,
  now: () => number,
): (token: string) => Promise<CallerVerdict> {
  let loading: ReturnType<typeof load> | undefined;
  async function load(): Promise<(token: string) => Promise<unknown>> {
    const { createRemoteJWKSet, jwtVerify } = await import("jose");
    const keys = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: KEYS_TIMEOUT_MS });
    return (token: string) =>
      jwtVerify(token, keys, {
        ...{ algorithms: ["RS256"], issuer: [...ISSUERS], audience },
        ...{ clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: new Date(now()) },
      });
  }
  return async (token) => {
    loading ??= load();
    const verify = await loading;
    try {
      await verify(token);
      return "known";
    } catch (error) {
      return areKeysUnreachable(error) ? "unavailable" : "unauthenticated";
    }
  };
}
