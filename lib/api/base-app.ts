// The base of all HTTP functions: middleware in front of every route, and errors answered as problem documents (RFC 9457).
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { type Audit, budgetStopOf, refusalReasonOf, type WayIn } from "./audit.ts";
import { crossOrigin } from "./cors.ts";
import { type Api, type ApiEnv, type Authenticate, identityCheck } from "./identity.ts";
import {
  createLimits,
  type Limiter,
  type LimitSettings,
  type Limits,
  OverLimitProblem,
  requestLimit,
} from "./limits.ts";
import { type IsOperator, noSuchRoute, requireOperator } from "./operators.ts";
import { problemOf } from "./problem-of-error.ts";
import { ApiProblem, answerProblem, invalidRequest } from "./problems.ts";
import { lazyRouteTable, type RouteTable } from "./route-table.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { newTraceId, traceIdOf } from "./trace-id.ts";

/** Dependencies of the middleware in front of the routes. */
export interface Gate {
  authenticate: Authenticate;
  isOperator: IsOperator;
  limiter: Limiter;
  limits: LimitSettings;
  /** Origins of web pages that may call, as browsers send them: `https://studio.example`. */
  allowedOrigins: readonly string[];
  /** Called with errors that clients must not see: those behind a 500. */
  onError: (error: unknown) => void;
  audit: Audit;
  /** The function, for the audit. */
  way: WayIn;
}

/** Creates an app without routes. Add each route with `apiRoute`, which describes it for OpenAPI. */
export function createBaseApp(gate: Gate): { app: Api; limits: Limits } {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, context) => {
      if (!result.success) return answerProblem(context, invalidRequest(result.error));
    },
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "accessToken", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  const limits = createLimits(gate.limiter, gate.limits);
  const routes = lazyRouteTable(app);
  app.use(tracedAndSecured);
  app.use(crossOrigin(new Set(gate.allowedOrigins)));
  app.use(requestLimit(limits));
  app.use(requireOperator(routes, gate));
  app.use(methodCheck(routes));
  app.use(identityCheck(routes, gate.authenticate));
  app.notFound((context) => answerProblem(context, unknownRoute(routes(), context.req)));
  app.onError((error, context) => {
    const problem = problemOf(error, gate.onError);
    auditProblem(problem, context);
    return answerProblem(context, problem);
  });
  return { app, limits };

  /** Records refusals for identity and limits, and starts that a budget stops. */
  function auditProblem(error: ApiProblem, context: Context<ApiEnv>): void {
    const { code } = error;
    const { status, reason } = error.problem;
    const about = { way: gate.way, owner: context.get("ownerId") };
    if (status === 401 || status === 403 || status === 429) {
      const { method, path } = context.req;
      const route = routes().find(method, path)?.path ?? "unknown";
      const limit = error instanceof OverLimitProblem ? error.limit : undefined;
      gate.audit({ event: "request-refused", status, reason: refusalReasonOf(code, limit), route, ...about });
    }
    const stop = code === "service-full" ? budgetStopOf(reason) : undefined;
    if (stop !== undefined) gate.audit({ event: "budget-stop", reason: stop, ...about });
  }
}

const tracedAndSecured: MiddlewareHandler<ApiEnv> = async (context, next) => {
  context.set("traceId", traceIdOf((name) => context.req.header(name)) ?? newTraceId());
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
  // `X-Frame-Options` is for browsers without `frame-ancestors`. The page may be framed, so the header is removed.
  if (context.res.headers.get("content-security-policy")?.includes("frame-ancestors *")) {
    context.res.headers.delete("x-frame-options");
  }
  // Answers may be private, so shared caches must not store them. Routes for public data set their own header.
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
};

/** Answers 405 for a method that the path does not have, before authentication. */
function methodCheck(routes: () => RouteTable): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    const isKnown = routes().find(method, path) !== undefined || routes().methodsOf(path).length === 0;
    if (!isKnown) throw unknownRoute(routes(), context.req);
    await next();
  };
}

function unknownRoute(routes: RouteTable, { method, path }: { method: string; path: string }): ApiProblem {
  const methods = routes.methodsOf(path);
  if (methods.length === 0 || methods.includes(method)) {
    return noSuchRoute(method, path);
  }
  const allow = methods.join(", ");
  return new ApiProblem(405, "method-not-allowed", `${path} takes ${allow}, not ${method}.`, {}, { allow });
}
