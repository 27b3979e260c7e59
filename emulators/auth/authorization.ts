// Who makes a request, by its Authorization header.
import { decodeToken, type IdTokenClaims, InvalidTokenError, readIdToken } from "./id-token.ts";

export type Caller =
  /** A server: rules do not bind it. */
  | { readonly kind: "admin" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly uid: string; readonly token: IdTokenClaims };

/**
 * `Bearer owner` is an administrator, as for Google's emulators; no header is nobody in particular.
 * Throws `InvalidTokenError` for any other token that is not an id token for the time; whoever asks knows for which
 * project it should be, and looks at its `aud`.
 */
export function callerOf(authorization: string | undefined, nowMs: number): Caller {
  if (authorization === undefined || authorization === "") return { kind: "anonymous" };
  const token = bearerToken(authorization);
  if (token === undefined) throw new InvalidTokenError("The Authorization header holds no bearer token.");
  if (isServer(authorization)) return { kind: "admin" };
  const claims = readIdToken(token, { projectId: null, nowMs });
  return { kind: "user", uid: claims.sub, token: claims };
}

/** What Google's emulators take for the owner of the project. */
const OWNER = "owner";

/** Whether it makes its bearer an administrator, however it is written. */
export function isServer(authorization: string | undefined): boolean {
  const token = authorization === undefined ? undefined : bearerToken(authorization);
  return token !== undefined && (token === OWNER || isServiceAccountToken(token));
}

/**
 * A token that a service account signed for itself, as Google's clients send it with `GOOGLE_APPLICATION_CREDENTIALS`: it is issued by its
 * own subject, an account of Google's. Its signature cannot be checked, since the account's key is not known here; `owner` has none either.
 * https://developers.google.com/identity/protocols/oauth2/service-account#jwt-auth
 */
function isServiceAccountToken(token: string): boolean {
  const { iss, sub, uid } = decodeToken(token) ?? {};
  // With a `uid` it is a custom token: a user exchanges it for an id token.
  return typeof iss === "string" && iss === sub && uid === undefined && iss.endsWith(".gserviceaccount.com");
}

function bearerToken(authorization: string): string | undefined {
  return /^(?:Bearer|Firebase) +(\S+)$/i.exec(authorization)?.[1];
}
