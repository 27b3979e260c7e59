// The request handler of a public function, each request in a span below its caller's. If the caller's header has no trace, the new one is
// added to it, so that routes, log and trace have the same id.
import type { Tracing } from "./tracing.ts";

type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>;

export function tracedFetch<Env>(fetch: Fetch<Env>, tracing: Tracing): Fetch<Env> {
  return (request, env) => {
    const { method } = request;
    const path = new URL(request.url).pathname;
    const start = {
      name: `${method} ${routeLike(path)}`,
      kind: "server",
      traceparent: request.headers.get("traceparent") ?? undefined,
      // Not the path itself, because everyone who knows the address of a shared book may read it.
      attributes: { "http.request.method": method, "mekuri.session": SESSION.exec(path)?.[1] },
    } as const;
    return tracing.serve(start, async (span) => {
      const traceparent = tracing.current();
      if (traceparent !== undefined) request.headers.set("traceparent", traceparent);
      const response = await fetch(request, env);
      const { status } = response;
      span.set({
        "http.response.status_code": status,
        "error.type": status >= 500 ? String(status) : undefined,
      });
      return response;
    });
  };
}

const SESSION = /\/sessions\/([\da-f]{8}-[\da-f-]{27})(?:\/|$)/;
/** Parts of a path that the routes themselves have; any other is an id, a number or a token. */
const FIXED = /^(?:v\d|\.?[a-z][a-z.-]{0,19})?$/;

function routeLike(path: string): string {
  const parts = path.split("/").map((part) => (FIXED.test(part) ? part : "{id}"));
  return parts.join("/");
}
