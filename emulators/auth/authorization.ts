// Who makes a request, by its Authorization header.
import { type IdTokenClaims, InvalidTokenError, readIdToken } from "./id-token.ts";

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
  if (token === OWNER) return { kind: "admin" };
  const claims = readIdToken(token, { projectId: null, nowMs });
  return { kind: "user", uid: claims.sub, token: claims };
}

/** What Google's emulators take for the owner of the project. */
const OWNER = "owner";

/** Whether it makes its bearer an administrator, however it is written. */
export function isOwner(authorization: string | undefined): boolean {
  return authorization !== undefined && bearerToken(authorization) === OWNER;
}

function bearerToken(authorization: string): string | undefined {
  return /^(?:Bearer|Firebase) +(\S+)$/i.exec(authorization)?.[1];
}
