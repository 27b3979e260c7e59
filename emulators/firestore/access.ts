// Who uses the database: the server's clients as its owner, clients of the web only as a guard lets them.
import { isServer } from "../auth/authorization.ts";
import { isAcrossOrigins } from "../loopback-only.ts";
import type { Engine } from "./engine.ts";
import { FirestoreError } from "./errors.ts";

/** What a caller may use, and for how long. */
export interface Access {
  readonly engine: Engine;
  /** Milliseconds until its token runs out, which ends its streams; null for a right without an end. */
  readonly msLeft: number | null;
}

/**
 * The engine as one client of the web may use it: the same methods, which refuse with PERMISSION_DENIED what this
 * client may not do. Throws UNAUTHENTICATED for an authorization that is no good.
 * @param authorization the header, such as `Bearer eyJ…`; undefined for somebody who is not signed in.
 */
export type Guard = (engine: Engine, authorization: string | undefined) => Access;

/** Finds what a caller may use by the headers of its request. */
export type AccessFor = (header: (name: string) => string | undefined) => Access;

/**
 * Over HTTP everybody is of the web who does not say to be the owner, or a service account. A page cannot be either across origins: any
 * page that somebody opens could say so. Throws PERMISSION_DENIED for one that does.
 */
export function httpAccess(engine: Engine, guard: Guard): AccessFor {
  return (header) => {
    const authorization = header("authorization");
    if (!isServer(authorization)) return guard(engine, authorization);
    if (!isAcrossOrigins(header)) return { engine, msLeft: null };
    throw new FirestoreError("PERMISSION_DENIED", "Pages of other origins cannot use the owner's token.");
  };
}

/** Three parts of base64, the last of them empty where nobody signed. */
const JSON_WEB_TOKEN = /^Bearer [\w-]+\.[\w-]+\.[\w-]*$/i;

/**
 * Over gRPC the web SDK gives its name, and whoever is signed in shows a token for it; the server's clients come as the
 * owner, with a header or without.
 */
export function grpcAccess(engine: Engine, guard: Guard): AccessFor {
  const webAccess = httpAccess(engine, guard);
  return (header) => {
    const isWeb = /\bfire\//.test(header("x-goog-api-client") ?? "");
    const isShown = JSON_WEB_TOKEN.test(header("authorization") ?? "");
    return isWeb || isShown ? webAccess(header) : { engine, msLeft: null };
  };
}
