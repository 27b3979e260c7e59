// The OpenAPI page of the whole API, of all its functions: made from the same schemas that validate.
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as authRoutes from "./auth-routes.ts";
import { HEALTH_ROUTES } from "./health-app.ts";
import type { Api } from "./identity.ts";

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
    paths: { ...ours.paths, ...theirs.paths },
    components: {
      ...ours.components,
      schemas: { ...ours.components?.schemas, ...theirs.components?.schemas },
    },
  };
}
