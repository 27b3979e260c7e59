// The handler of a public function's requests, each in a span below its caller's. What the caller's header does not name is put into it,
// so that the routes, the log and the trace speak of the same one.
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
      attributes: { "http.request.method": method, "url.path": path },
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

/** Parts of a path that name one of many: ids and numbers. */
const ID = /\/(?:[\da-f]{8}-[\da-f-]{27}|[\da-f]{32,}|\d+)(?=\/|$)/g;

function routeLike(path: string): string {
  return path.replace(ID, "/{id}").replace(/\/(balloons|panels)\/[^/]+/, "/$1/{id}");
}
