// Builds the OpenAPI document of the whole API, of all functions, from the schemas that also validate requests.
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as authRoutes from "./auth-routes.ts";
import { HEALTH_ROUTES } from "./health-app.ts";
import type { Api } from "./identity.ts";
import { SESSION_PATH } from "./route-parts.ts";

interface PathItem {
  [method: string]: { responses?: Record<string, { description?: string }> };
}

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Mekuri",
    version: "1",
    description:
      "Turns a story into finished manga. Sign in (as a guest, where that is enabled), start a session, and listen to its document or poll it. Every error is problem+json with a stable `code`.",
  },
  servers: [{ url: "/" }],
};

/** `app` is the API's main app. The routes of sign-in and health are added, which are separate functions. */
export function openApiDocument(app: Api): ReturnType<Api["getOpenAPI31Document"]> {
  const elsewhere = new OpenAPIHono();
  for (const route of [...Object.values<RouteConfig>(authRoutes), ...HEALTH_ROUTES]) {
    elsewhere.openAPIRegistry.registerPath(route);
  }
  const ours = app.getOpenAPI31Document(DOCUMENT);
  const theirs = elsewhere.getOpenAPI31Document(DOCUMENT);
  return {
    ...ours,
    tags: TAGS.map(({ name }) => ({ name })),
    paths: Object.fromEntries(
      Object.entries({ ...ours.paths, ...theirs.paths }).map(([path, item]) => [path, labelled(path, item)]),
    ),
    components: {
      ...ours.components,
      schemas: { ...ours.components?.schemas, ...theirs.components?.schemas },
    },
  };
}

/** The tag of a route, by the prefix of its path; the first match counts. */
const TAGS = [
  { name: "Sign-in", prefixes: ["/api/v1/auth/", "/.well-known/"] },
  { name: "Health", prefixes: ["/health"] },
  {
    name: "Start and steer",
    prefixes: [
      "/api/v1/manga/generate",
      "/api/v1/manga/estimate",
      `${SESSION_PATH}/cancel`,
      `${SESSION_PATH}/retry`,
    ],
  },
  {
    name: "Review and change",
    prefixes: ["feedback", "options", "params", "pages/{", "versions", "reletter"].map(below),
  },
  { name: "Results", prefixes: ["phase", "pages", "events", "export"].map(below) },
  { name: "Library", prefixes: ["/api/v1/manga/"] },
  { name: "Account", prefixes: ["/api/v1/"] },
];

function below(part: string): string {
  return `${SESSION_PATH}/${part}`;
}

/** Adds a tag and a one-line summary to each operation of a path. */
function labelled(path: string, item: PathItem): PathItem {
  const tag = TAGS.find(({ prefixes }) => prefixes.some((prefix) => path.startsWith(prefix)));
  const operations = Object.entries(item).map(([method, operation]) => {
    const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith("2"));
    return [method, { tags: [tag?.name ?? "Account"], summary: good?.[1].description, ...operation }];
  });
  return Object.fromEntries(operations);
}
