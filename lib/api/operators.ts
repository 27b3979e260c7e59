// The check in front of all routes of operators. To everyone who is not an operator they do not exist: 404, without a token too. Each call
// of an operator is recorded in the audit before it runs.
import type { MiddlewareHandler } from "hono";
import type { Gate } from "./base-app.ts";
import { type ApiEnv, bearerToken, refusedToken, TokenRefusedError } from "./identity.ts";
import { ApiProblem } from "./problems.ts";
import type { RouteTable } from "./route-table.ts";

export const OPERATE_PATH = "/api/v1/operate";

/** Whether an account is an operator now. Reads the stored account, so a revocation is in force with the next request. Throws `BusyError`. */
export type IsOperator = (ownerId: string) => Promise<boolean>;

/** Comes before the checks of method and identity, whose answers differ between existing and missing routes. */
export function requireOperator(
  routes: () => RouteTable,
  { authenticate, isOperator, audit, way }: Gate,
): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    if (!path.startsWith(`${OPERATE_PATH}/`)) return next();
    const route = routes().find(method, path);
    const refused = { event: "request-refused", way, route: route?.path ?? "unknown" } as const;
    const identity = await identified(context.req.header("authorization")).catch((error: unknown) => {
      if (error instanceof ApiProblem) audit({ ...refused, status: 401, reason: error.code });
      throw error instanceof ApiProblem ? noSuchRoute(method, path) : error;
    });
    const { ownerId } = identity;
    if (!(await isOperator(ownerId))) {
      audit({ ...refused, status: 403, reason: "no-such-route", owner: ownerId });
      throw noSuchRoute(method, path);
    }
    context.set("ownerId", ownerId);
    context.set("owners", identity.owners);
    context.set("familyId", identity.familyId);
    const targets = route === undefined ? {} : targetsIn(route.path, path);
    audit({
      ...{ event: "operator-call", operator: ownerId, method: route?.method },
      ...{ route: route?.path ?? "unknown", ...targets },
    });
    await next();
  };

  async function identified(header: string | undefined) {
    try {
      return await authenticate(bearerToken(header));
    } catch (error) {
      throw error instanceof TokenRefusedError ? refusedToken(error) : error;
    }
  }
}

export function noSuchRoute(method: string, path: string): ApiProblem {
  return new ApiProblem(404, "no-such-route", `There is no ${method} ${path}.`);
}

/** The account and the session that a path names: its `{ownerId}` and `{sessionId}`. */
function targetsIn(description: string, path: string): { owner?: string; session?: string } {
  const named = new Map(zip(description.split("/"), path.split("/")));
  const [owner, session] = [named.get("{ownerId}"), named.get("{sessionId}")];
  return { ...(owner && { owner }), ...(session && { session }) };
}

function zip(names: readonly string[], values: readonly string[]): [string, string][] {
  return names.map((name, at) => [name, values[at] ?? ""]);
}
