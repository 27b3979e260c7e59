// The routes of an app, read from their OpenAPI descriptions: which are public, and which methods a path takes.
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Env } from "hono";

export interface DescribedRoute {
  /** In capitals. */
  method: string;
  /** As in the OpenAPI document: `/api/v1/manga/sessions/{sessionId}`. */
  path: string;
  /** Public, needs no access token: `security: []` in its description. */
  isForEverybody: boolean;
}

export interface RouteTable {
  readonly all: readonly DescribedRoute[];
  /** HEAD is looked up as GET. Undefined if no route matches. */
  find(method: string, path: string): DescribedRoute | undefined;
  /** The methods of a path; empty for an unknown path. */
  methodsOf(path: string): string[];
}

/** Reads the table at its first use, when all routes have been added. */
export function lazyRouteTable<E extends Env>(app: OpenAPIHono<E>): () => RouteTable {
  let table: RouteTable | undefined;
  return () => {
    table ??= routeTable(app);
    return table;
  };
}

export function routeTable<E extends Env>(app: OpenAPIHono<E>): RouteTable {
  const routes = app.openAPIRegistry.definitions
    .flatMap((definition) => (definition.type === "route" ? [definition.route] : []))
    .map((route) => ({ ...describe(route), pattern: patternOf(route.path) }))
    // If two patterns match, the one with fewer parameters is more specific.
    .sort((a, b) => parametersIn(a.path) - parametersIn(b.path));
  return {
    all: routes,
    find(method, path) {
      const wanted = method === "HEAD" ? "GET" : method;
      return routes.find((route) => route.method === wanted && route.pattern.test(path));
    },
    methodsOf(path) {
      const methods = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
      return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
    },
  };
}

function describe({ method, path, security }: RouteConfig): DescribedRoute {
  return { method: method.toUpperCase(), path, isForEverybody: security?.length === 0 };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

function parametersIn(path: string): number {
  return path.split("{").length - 1;
}
