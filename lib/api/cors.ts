// Which web pages may call the API: those of the origins that are named, letter for letter. https://fetch.spec.whatwg.org/#http-cors-protocol
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./identity.ts";
import { OEMBED_PATH, SHARED_PATH } from "./shared-routes.ts";

/** Seconds for which a browser remembers a preflight: the most that Chromium takes. */
const PREFLIGHT_SECONDS = 7_200;

const METHODS = "GET, HEAD, POST, PATCH, DELETE";
/** Every header that a route reads; `cors.test.ts` compares it with the OpenAPI document. */
const ASKED_HEADERS = "authorization, content-type, idempotency-key, if-match, traceparent";
const SHOWN_HEADERS =
  "content-disposition, etag, link, location, ratelimit, ratelimit-policy, retry-after, www-authenticate";

/** What every page may read, errors too: shared books, by their tokens. Nothing in these answers is by a cookie or a sign-in. */
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
      // Without the headers that allow it the browser refuses by itself.
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
