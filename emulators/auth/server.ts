// Starts the Auth emulator: it exchanges custom tokens for id tokens and renews these by refresh tokens. One port serves both
// of Google's services. The first segment of the path is the service's host name.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import { sqliteAccounts } from "./accounts.ts";
import { AuthError } from "./auth-error.ts";
import { authOperations, type Parameters } from "./operations.ts";
import { sqlitePasswordAccounts } from "./password-accounts.ts";

export interface AuthOptions {
  /** Stays open after `close`: it belongs to the caller. */
  readonly db: DatabaseSync;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The project, which is the id tokens' `aud`. */
  readonly projectId: string;
  /** Milliseconds since 1970; Date.now unless given. */
  readonly clock?: () => number;
}

const ACCOUNTS = "/identitytoolkit.googleapis.com/v1/accounts:";
const FACTORS = "/identitytoolkit.googleapis.com/v2/accounts/";
const PROJECTS = "/identitytoolkit.googleapis.com/v1/projects";
const TOKEN = "/securetoken.googleapis.com/v1/token";

/** Resolves when the server listens on 127.0.0.1. Throws if the port is in use. */
export async function startAuth(options: AuthOptions): Promise<RunningService> {
  const { db, projectId, clock = Date.now } = options;
  const [accounts, passwords] = [sqliteAccounts(db, projectId), sqlitePasswordAccounts(db, projectId)];
  const operations = authOperations({ accounts, passwords, projectId, clock });

  function operationAt(method: string, path: string): ((parameters: Parameters) => object) | null {
    if (method === "GET" && path === "/") return () => ({ authEmulator: { ready: true } });
    if (method === "DELETE" && path === `/emulator/v1/projects/${projectId}/accounts`) {
      return operations.removeAll;
    }
    if (method !== "POST") return null;
    if (path === TOKEN) return operations.token;
    if (path === `${PROJECTS}/${projectId}/accounts:lookup`) return operations.lookupById;
    if (path === `${PROJECTS}/${projectId}/accounts:update`) return operations.update;
    switch (path.startsWith(FACTORS) ? path.slice(FACTORS.length) : "") {
      case "mfaEnrollment:start":
        return operations.startEnrolment;
      case "mfaEnrollment:finalize":
        return operations.finishEnrolment;
      case "mfaEnrollment:withdraw":
        return operations.withdraw;
      case "mfaSignIn:finalize":
        return operations.finishSignIn;
    }
    switch (path.startsWith(ACCOUNTS) ? path.slice(ACCOUNTS.length) : "") {
      case "signInWithCustomToken":
        return operations.signInWithCustomToken;
      case "signUp":
        return operations.signUp;
      case "signInWithPassword":
        return operations.signInWithPassword;
      case "lookup":
        return operations.lookup;
      case "delete":
        return operations.delete;
      default:
        return null;
    }
  }

  async function answer(req: IncomingMessage): Promise<object> {
    const { pathname, searchParams } = new URL(req.url ?? "/", "http://localhost");
    const operation = operationAt(req.method ?? "", pathname);
    if (operation === null) throw AuthError.notImplemented(`${req.method} ${pathname}`);
    const isOwner = req.headers.authorization === "Bearer owner";
    if (pathname.startsWith(`${PROJECTS}/`)) {
      if (!isOwner)
        throw new AuthError("Missing credentials of the project's owner.", 403, "PERMISSION_DENIED");
    } else if (req.method === "POST" && !searchParams.get("key")) {
      throw new AuthError("The request is missing a valid API key.", 403, "PERMISSION_DENIED");
    }
    return operation(parametersOf(req, await text(req)));
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    allowOrigin(req, res);
    if (req.method === "OPTIONS") {
      res.writeHead(204).end();
      return;
    }
    try {
      respond(res, 200, await answer(req));
    } catch (error) {
      if (res.destroyed) return;
      if (error instanceof AuthError) respond(res, error.httpStatus, error.body());
      else {
        console.error("Auth emulator:", error);
        respond(res, 500, { error: { code: 500, message: "INTERNAL", status: "INTERNAL" } });
      }
    }
  }

  const server = loopbackOnly(
    createServer({ keepAliveTimeout: 600_000 }, (req, res) => void serve(req, res)),
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Account methods take JSON. The token method takes a form or JSON. */
function parametersOf({ headers }: IncomingMessage, body: string): Parameters {
  if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  if (body === "") return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // A body that is not JSON gets the same error below as JSON that is not an object.
  }
  throw new AuthError("Invalid JSON payload received.");
}

function allowOrigin({ headers }: IncomingMessage, res: ServerResponse): void {
  const { origin } = headers;
  if (origin === undefined) return;
  res.setHeader("access-control-allow-origin", origin);
  res.setHeader("access-control-allow-methods", "GET,POST,DELETE,OPTIONS");
  res.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "*");
  res.setHeader("access-control-max-age", "3600");
  res.setHeader("vary", "Origin, Access-Control-Request-Headers");
}

function respond(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { "content-type": "application/json; charset=UTF-8" }).end(JSON.stringify(body));
}
