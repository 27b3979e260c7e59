// Identifies the caller of a request by its Authorization header.
import { decodeToken, type IdTokenClaims, InvalidTokenError, readIdToken } from "./id-token.ts";

export type Caller =
  /** A server. Security rules do not apply to it. */
  | { readonly kind: "admin" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly uid: string; readonly token: IdTokenClaims };

/**
 * `Bearer owner` identifies an administrator, as in Google's emulators. No header identifies an anonymous caller.
 * Throws `InvalidTokenError` for any other token that is not a currently valid id token. The function does not check `aud`:
 * the caller knows the project and compares it.
 */
export function callerOf(authorization: string | undefined, nowMs: number): Caller {
  if (authorization === undefined || authorization === "") return { kind: "anonymous" };
  const token = bearerToken(authorization);
  if (token === undefined) throw new InvalidTokenError("The Authorization header has no bearer token.");
  if (isServer(authorization)) return { kind: "admin" };
  const claims = readIdToken(token, { projectId: null, nowMs });
  return { kind: "user", uid: claims.sub, token: claims };
}

/** The token by which Google's emulators recognize the owner of the project. */
const OWNER = "owner";

/** Whether the header identifies an administrator, by the owner's token or by a service account's. */
export function isServer(authorization: string | undefined): boolean {
  const token = authorization === undefined ? undefined : bearerToken(authorization);
  return token !== undefined && (token === OWNER || isServiceAccountToken(token));
}

/**
 * A token that a service account signed for itself, as Google's clients send it with `GOOGLE_APPLICATION_CREDENTIALS`: `iss` and `sub` are
 * the same account of Google's. The signature is not checked, because the emulator does not know the account's key.
 * https://developers.google.com/identity/protocols/oauth2/service-account#jwt-auth
 */
function isServiceAccountToken(token: string): boolean {
  const { iss, sub, uid } = decodeToken(token) ?? {};
  // A token with a `uid` is a custom token, which a user exchanges for an id token.
  return typeof iss === "string" && iss === sub && uid === undefined && iss.endsWith(".gserviceaccount.com");
}

function bearerToken(authorization: string): string | undefined {
  return /^(?:Bearer|Firebase) +(\S+)$/i.exec(authorization)?.[1];
}
