// Access to the database: server clients have the owner's access, web clients the access that security rules give.
import { isServer } from "../auth/authorization.ts";
import { isAcrossOrigins } from "../loopback-only.ts";
import type { Engine } from "./engine.ts";
import { FirestoreError } from "./errors.ts";

/** A caller's engine, and how long the caller may use it. */
export interface Access {
  readonly engine: Engine;
  /** Milliseconds until the caller's token expires, which ends its streams. Null for access that does not expire. */
  readonly msLeft: number | null;
}

/**
 * Wraps the engine for one web client: the methods throw PERMISSION_DENIED for what the security rules do not allow this
 * client. Throws UNAUTHENTICATED for an invalid authorization.
 * @param authorization the header, such as `Bearer eyJ…`; undefined for a client that is not signed in.
 */
export type Guard = (engine: Engine, authorization: string | undefined) => Access;

/** Determines a caller's access by the headers of its request. */
export type AccessFor = (header: (name: string) => string | undefined) => Access;

/**
 * Access over HTTP: a caller with the token of the owner or of a service account is a server client, every other one a web client.
 * Throws PERMISSION_DENIED if a page of another origin sends such a token, because any page that a user opens could send it.
 */
export function httpAccess(engine: Engine, guard: Guard): AccessFor {
  return (header) => {
    const authorization = header("authorization");
    if (!isServer(authorization)) return guard(engine, authorization);
    if (!isAcrossOrigins(header)) return { engine, msLeft: null };
    throw new FirestoreError("PERMISSION_DENIED", "Pages of other origins cannot use the owner's token.");
  };
}

/** A JSON Web Token: three parts in base64url, the last of which is empty in an unsigned token. */
const JSON_WEB_TOKEN = /^Bearer [\w-]+\.[\w-]+\.[\w-]*$/i;

/**
 * Access over gRPC: a caller that names the web SDK or shows an id token is a web client. Every other caller is a server client,
 * with or without an Authorization header.
 */
export function grpcAccess(engine: Engine, guard: Guard): AccessFor {
  const webAccess = httpAccess(engine, guard);
  return (header) => {
    const isWeb = /\bfire\//.test(header("x-goog-api-client") ?? "");
    const isShown = JSON_WEB_TOKEN.test(header("authorization") ?? "");
    return isWeb || isShown ? webAccess(header) : { engine, msLeft: null };
  };
}
