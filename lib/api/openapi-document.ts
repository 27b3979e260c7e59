// The OpenAPI page of the whole API, of all its functions: made from the same schemas that validate.
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

/** `app` describes its own routes; sign-in and health are functions of their own. */
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

/** Where a route stands in the pages, by how its path begins; the first that fits. */
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

/** An item of the document whose operations say where they belong and, in a line, what they give. */
function labelled(path: string, item: PathItem): PathItem {
  const tag = TAGS.find(({ prefixes }) => prefixes.some((prefix) => path.startsWith(prefix)));
  const operations = Object.entries(item).map(([method, operation]) => {
    const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith("2"));
    return [method, { tags: [tag?.name ?? "Account"], summary: good?.[1].description, ...operation }];
  });
  return Object.fromEntries(operations);
}
