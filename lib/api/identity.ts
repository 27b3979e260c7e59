// Who asks: what the middleware in front of the routes finds out and every route reads.
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { ApiProblem } from "./problems.ts";
import type { RouteTable } from "./route-table.ts";

export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: {
    /** The owner whose sessions the request may see and change. Not set on routes for everybody (`security: []`). */
    ownerId: string;
    /** The family of tokens that the request's token is of. Not set on routes for everybody. */
    familyId: string;
    /** 32 hex digits; the same as in the logs of this request. */
    traceId: string;
  };
}

export type Api = OpenAPIHono<ApiEnv>;

export interface Identity {
  ownerId: string;
  familyId: string;
}

/** Why an access token is refused. */
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
 * Whose access token this is.
 * Throws `TokenRefusedError`, and `BusyError` when the keys or the store that it needs cannot be reached.
 */
export type Authenticate = (accessToken: string) => Promise<Identity>;

/** Everything below /api asks for an access token, except the routes that are described as for everybody. */
export function identityCheck(
  routes: () => RouteTable,
  authenticate: Authenticate,
): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    if (path.startsWith("/api/") && routes().find(method, path)?.isForEverybody !== true) {
      const { ownerId, familyId } = await authenticate(bearerToken(context.req.header("authorization")));
      context.set("ownerId", ownerId);
      context.set("familyId", familyId);
    }
    await next();
  };
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
function bearerToken(header: string | undefined): string {
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

const REFUSALS: Record<TokenRefusal, { code: string; detail: string }> = {
  invalid: { code: "invalid-token", detail: "The token is none that this service accepts; sign in again." },
  expired: { code: "token-expired", detail: "The token has expired; refresh it, or sign in again." },
  revoked: { code: "token-revoked", detail: "The token was revoked; sign in again." },
};

/** The answer to a refused token; what exactly was wrong with it stays with us. */
export function refusedToken({ refusal }: TokenRefusedError): ApiProblem {
  const { code, detail } = REFUSALS[refusal];
  return unauthorized(code, detail, 'error="invalid_token"');
}

/** A 401 says by what it could be avoided. https://www.rfc-editor.org/rfc/rfc6750#section-3 */
export function unauthorized(code: string, detail: string, parameters = ""): ApiProblem {
  const challenge = ['Bearer realm="mekuri"', parameters].filter(Boolean).join(", ");
  return new ApiProblem(401, code, detail, {}, { "www-authenticate": challenge });
}
