// Who asks: what the middleware in front of the routes finds out and every route reads.
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";

export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: {
    /** The owner whose sessions the request may see and change. */
    ownerId: string;
  };
}

export type Api = OpenAPIHono<ApiEnv>;
