// Id tokens as Google's Auth emulator makes them: JSON Web Tokens without a signature. Whoever can reach the emulator
// can make one, so nothing but a check of whom it is for and until when would mean anything.

/** The claims of an id token that everybody can rely on, among others. */
export interface IdTokenClaims {
  readonly [claim: string]: unknown;
  /** The user. */
  readonly sub: string;
  /** The project. */
  readonly aud: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** For whom and when a token must be good. */
export interface TokenExpectation {
  /** Null for any. */
  readonly projectId: string | null;
  readonly nowMs: number;
}

/** Why a token is no good; `hasExpired` tells a token that was. */
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

/** The claims of any JSON Web Token, its signature not looked at. Null for what is none. */
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
  if (typeof exp !== "number") throw new InvalidTokenError("The id token does not say when it ends.");
  const claimed = { ...claims, sub, aud, exp };
  if ((msLeft(claimed, nowMs) ?? 1) <= 0) throw new InvalidTokenError("The id token has expired.", true);
  return claimed;
}

/** The seconds that the web SDK gives the tokens it makes up for tests (`mockUserToken`): they have no time. */
const MADE_UP = { iat: 0, exp: 3_600 };

/** How long a token is still good; null for one that never ends. */
export function msLeft({ iat, exp }: IdTokenClaims, nowMs: number): number | null {
  return iat === MADE_UP.iat && exp === MADE_UP.exp ? null : exp * 1_000 - nowMs;
}
