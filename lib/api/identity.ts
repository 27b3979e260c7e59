// The caller's identity, which the authentication middleware sets and routes read.
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { EditorsMoney } from "../pipeline/revisions.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { ApiProblem } from "./problems.ts";
import type { Role } from "./roles.ts";
import type { RouteTable } from "./route-table.ts";

export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: {
    /** The owner whose sessions the request may see and change. Not set on routes for everybody (`security: []`). */
    ownerId: string;
    /** All owner ids of the person: `ownerId`, and the guests that joined the account. */
    owners: readonly string[];
    /** The token family of the request's access token. Not set on public routes. */
    familyId: string;
    /** The caller's role on the session of the request. Set by `ReadOwnedSession`. */
    role: Role;
    /** The id under which the caller's changes of that session are recorded: its owner's, or that of the member. Set with `role`. */
    author: string;
    /** For an editor of that session: what their change may cost. Set with `role`. */
    editor: EditorsMoney | undefined;
    /** The name that the caller has on that session. Set with `role`; undefined for its owner and members without a name. */
    memberName: string | undefined;
    /** 32 hex digits; the same as in the logs of this request. */
    traceId: string;
  };
}

export type Api = OpenAPIHono<ApiEnv>;

export interface Identity {
  ownerId: string;
  owners: readonly string[];
  familyId: string;
}

/** Reasons for refusing an access token. */
export type TokenRefusal = "invalid" | "expired" | "revoked";

export class TokenRefusedError extends Error {
  override readonly name = "TokenRefusedError";
  readonly refusal: TokenRefusal;
  constructor(refusal: TokenRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

/**
 * Verifies an access token and returns its identity.
 * Throws `TokenRefusedError`, and `BusyError` if the keys or the token store cannot be reached.
 */
export type Authenticate = (accessToken: string) => Promise<Identity>;

/** Middleware: requires an access token for everything below /api, except routes with `security: []` and those checked before. */
export function identityCheck(
  routes: () => RouteTable,
  authenticate: Authenticate,
): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    const isChecked = context.get("ownerId") !== undefined || !path.startsWith("/api/");
    if (!isChecked && routes().find(method, path)?.isForEverybody !== true) {
      const token = bearerToken(context.req.header("authorization"));
      const { ownerId, owners, familyId } = await authenticate(token);
      context.set("ownerId", ownerId);
      context.set("owners", owners);
      context.set("familyId", familyId);
    }
    await next();
  };
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export function bearerToken(header: string | undefined): string {
  if (header === undefined) {
    throw unauthorized("sign-in-needed", 'This needs a header "Authorization: Bearer <access token>".');
  }
  const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(header) ?? [];
  if (token === undefined) {
    throw unauthorized(
      "invalid-token",
      'The Authorization header is not "Bearer" and a token.',
      'error="invalid_request"',
    );
  }
  return token;
}

const REFUSALS: Record<TokenRefusal, { code: ProblemCode; detail: string }> = {
  invalid: { code: "invalid-token", detail: "This service does not accept the token; sign in again." },
  expired: { code: "token-expired", detail: "The token has expired; refresh it, or sign in again." },
  revoked: { code: "token-revoked", detail: "The token was revoked; sign in again." },
};

/** The 401 answer to a refused token. It does not reveal the exact reason. */
export function refusedToken({ refusal }: TokenRefusedError): ApiProblem {
  const { code, detail } = REFUSALS[refusal];
  return unauthorized(code, detail, 'error="invalid_token"');
}

/** A 401 names the accepted authentication scheme. https://www.rfc-editor.org/rfc/rfc6750#section-3 */
export function unauthorized(code: ProblemCode, detail: string, parameters = ""): ApiProblem {
  const challenge = ['Bearer realm="mekuri"', parameters].filter(Boolean).join(", ");
  return new ApiProblem(401, code, detail, {}, { "www-authenticate": challenge });
}
