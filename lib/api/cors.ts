// CORS: only pages of the listed origins may call the API; origins are compared exactly. https://fetch.spec.whatwg.org/#http-cors-protocol
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./identity.ts";
import { OEMBED_PATH, SHARED_PATH } from "./shared-routes.ts";

/** Seconds for which browsers cache a preflight: Chromium's maximum. */
const PREFLIGHT_SECONDS = 7_200;

const METHODS = "GET, HEAD, POST, PATCH, DELETE";
/** Every header that a route reads; `cors.test.ts` compares it with the OpenAPI document. */
const ASKED_HEADERS = "authorization, content-type, idempotency-key, if-match, traceparent";
const SHOWN_HEADERS =
  "content-disposition, etag, link, location, ratelimit, ratelimit-policy, retry-after, www-authenticate";

/** Shared books, errors too, may be read by pages of any origin: the token in the path authorises, no cookie and no sign-in. */
function isOpenToAll(path: string): boolean {
  return path.startsWith(`${SHARED_PATH}/`) || path === OEMBED_PATH;
}

export function crossOrigin(origins: ReadonlySet<string>): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const origin = context.req.header("origin");
    if (isOpenToAll(context.req.path)) {
      await next();
      context.res.headers.set("access-control-allow-origin", "*");
      context.res.headers.set("access-control-expose-headers", SHOWN_HEADERS);
      context.res.headers.set("cross-origin-resource-policy", "cross-origin");
      return;
    }
    const isAllowed = origin !== undefined && origins.has(origin);
    const isPreflight =
      context.req.method === "OPTIONS" &&
      origin !== undefined &&
      context.req.header("access-control-request-method") !== undefined;
    if (isPreflight) {
      // Without the `Access-Control-Allow-…` headers the browser blocks the request.
      const headers = new Headers({ vary: "origin" });
      if (isAllowed) {
        headers.set("access-control-allow-origin", origin);
        headers.set("access-control-allow-methods", METHODS);
        headers.set("access-control-allow-headers", ASKED_HEADERS);
        headers.set("access-control-max-age", String(PREFLIGHT_SECONDS));
      }
      return new Response(null, { status: 204, headers });
    }
    await next();
    context.res.headers.append("vary", "origin");
    if (isAllowed) {
      context.res.headers.set("access-control-allow-origin", origin);
      context.res.headers.set("access-control-expose-headers", SHOWN_HEADERS);
    }
  };
}
