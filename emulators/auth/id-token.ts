// Id tokens as Google's Auth emulator makes them: JSON Web Tokens without a signature. Everybody who can reach the emulator
// can make one, so only the audience and the expiry are checked.

/** An id token's claims. Those listed here are always present. */
export interface IdTokenClaims {
  readonly [claim: string]: unknown;
  /** The user's id. */
  readonly sub: string;
  /** The project's id. */
  readonly aud: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** The audience and the time that a token is checked against. */
export interface TokenExpectation {
  /** Null accepts any project. */
  readonly projectId: string | null;
  readonly nowMs: number;
}

/** Why a token is invalid. `hasExpired` is true for a token that was valid before it expired. */
export class InvalidTokenError extends Error {
  override readonly name = "InvalidTokenError";
  readonly hasExpired: boolean;

  constructor(problem: string, hasExpired = false) {
    super(problem);
    this.hasExpired = hasExpired;
  }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

export function unsignedToken(claims: object): string {
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`;
}

/** The claims of a JSON Web Token. The signature is not checked. Null for text that is not a token. */
export function decodeToken(token: string): Readonly<Record<string, unknown>> | null {
  const parts = token.split(".");
  if (parts.length !== 3) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString());
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}

/** Throws `InvalidTokenError`. */
export function readIdToken(token: string, { projectId, nowMs }: TokenExpectation): IdTokenClaims {
  const claims = decodeToken(token);
  if (claims === null) throw new InvalidTokenError("The id token is not a JSON Web Token.");
  const { sub, aud, exp } = claims;
  if (typeof sub !== "string" || sub === "") throw new InvalidTokenError("The id token names no user.");
  if (typeof aud !== "string") throw new InvalidTokenError("The id token names no project.");
  if (projectId !== null && aud !== projectId) {
    throw new InvalidTokenError(`The id token is for the project "${aud}", not "${projectId}".`);
  }
  if (typeof exp !== "number") throw new InvalidTokenError("The id token has no expiry.");
  const claimed = { ...claims, sub, aud, exp };
  if ((msLeft(claimed, nowMs) ?? 1) <= 0) throw new InvalidTokenError("The id token has expired.", true);
  return claimed;
}

/** `iat` of the web SDK's mock tokens (`mockUserToken`). They do not expire. */
const MADE_UP = { iat: 0, exp: 3_600 };

/** Milliseconds until the token expires. Null for a token without expiry. */
export function msLeft({ iat, exp }: IdTokenClaims, nowMs: number): number | null {
  return iat === MADE_UP.iat && exp === MADE_UP.exp ? null : exp * 1_000 - nowMs;
}
