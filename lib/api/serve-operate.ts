// Serves the routes of operators, which `operators.ts` checks. Without their role, all of them answer 404.
import { z } from "@hono/zod-openapi";
import type { Api } from "./identity.ts";
import { OPERATE_PATH } from "./operators.ts";
import { apiRoute, json } from "./route-parts.ts";

const operatorRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/me`,
  responses: {
    200: json(z.object({ ownerId: z.string() }).openapi("Operator"), "The token's owner is an operator."),
  },
});

export function serveOperate(app: Api): void {
  app.openapi(operatorRoute, (context) => context.json({ ownerId: context.get("ownerId") }, 200));
}
