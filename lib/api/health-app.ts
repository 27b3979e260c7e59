// The function `health`: whether the service works, for load balancers and for people. It holds no secrets.
import { z } from "@hono/zod-openapi";
import { createBaseApp, type Gate } from "./base-app.ts";
import type { Api } from "./identity.ts";
import { apiRoute, FOR_EVERYBODY, json } from "./route-parts.ts";

/**
 * `ok`: it answered. `slow`: it answered after `SLOW_MS`. `refused`: it rejects this service's account or token. `down`: no answer, or a
 * wrong one. `absent`: it is not configured, so it was not checked.
 */
const DependencyStatusSchema = z.enum(["ok", "slow", "refused", "down", "absent"]);

const DependencySchema = z
  .object({
    name: z.string(),
    status: DependencyStatusSchema,
    /** `ok` or `slow`. */
    isReachable: z.boolean(),
    latencyMs: z.number().nonnegative(),
    /** Whether the service works without it, slower or less exactly. */
    isOptional: z.boolean(),
    error: z.string().optional(),
  })
  .openapi("Dependency");
type Dependency = z.infer<typeof DependencySchema>;

const ModelSetSchema = z
  .object({
    name: z.string(),
    /** Ids. */
    reader: z.string(),
    director: z.string(),
    artist: z.string(),
    /** Former name of `reader`, kept for older clients. */
    writer: z.string(),
    isReady: z.boolean(),
    /** Sentences that name missing parts. */
    missing: z.array(z.string()),
  })
  .openapi("ModelSetHealth");
export type ModelSetHealth = z.infer<typeof ModelSetSchema>;

const StatusSchema = z.object({ status: z.enum(["ok", "degraded", "down"]) }).openapi("Health");
type Status = z.infer<typeof StatusSchema>["status"];

const DetailsSchema = StatusSchema.extend({
  checkedAt: z.iso.datetime(),
  dependencies: z.array(DependencySchema),
  models: z.array(ModelSetSchema),
  limits: z.object({
    /** `shared`: counted for all instances together; `alone`: each counts for itself, because Redis is down or absent. */
    counted: z.enum(["shared", "alone"]),
  }),
  /** Hit rates of the cache's levels; null if not known. */
  cache: z.record(z.string(), z.unknown()).nullable(),
}).openapi("HealthDetails");

const healthRoute = (path: string, description: string) =>
  apiRoute({
    method: "get",
    path,
    security: FOR_EVERYBODY,
    responses: { 200: json(StatusSchema, description) },
  });

const summaryRoute = healthRoute("/health", "The status, in a word.");
const liveRoute = healthRoute("/health/live", "This instance answers. No dependency is checked.");
const readyRoute = apiRoute({
  method: "get",
  path: "/health/ready",
  security: FOR_EVERYBODY,
  responses: {
    200: json(StatusSchema, "Every required dependency is reachable."),
    503: json(StatusSchema, "A required dependency is unreachable."),
  },
});
const detailedRoute = apiRoute({
  method: "get",
  path: "/health/detailed",
  security: FOR_EVERYBODY,
  responses: { 200: json(DetailsSchema, "Each dependency, the models, the limits and the cache.") },
});

export const HEALTH_ROUTES = [summaryRoute, liveRoute, readyRoute, detailedRoute] as const;

export interface HealthParts {
  gate: Gate;
  dependencies: readonly {
    name: string;
    isOptional: boolean;
    /** Loads the client that `check` uses. The loading time does not count as the dependency's. */
    load?: () => Promise<unknown>;
    /** Rejects if the dependency is unreachable or refuses. Absent if the dependency is not configured. */
    check?: (signal: AbortSignal) => Promise<unknown>;
  }[];
  models: () => ModelSetHealth[];
  /** Rejects if the figures cannot be read. */
  cacheFigures: () => Promise<Record<string, unknown> | null>;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds of a monotonic clock. Default: `performance.now`. */
  stopwatch?: () => number;
  /** A dependency that takes longer counts as down; default 3,000. */
  timeoutMs?: number;
}

/** Equal to the time that a request waits for Redis before it counts on its own. */
const SLOW_MS = 1_000;
/** Time for which one check is reused, so that health requests do not become load. */
const REUSE_MS = 2_000;
/** A request to the rate limiter that shows whether it works. It uses a key of its own, so it limits nobody. */
const PROBE = { name: "probe", limit: 1_000_000, windowSeconds: 60 };

export function createHealthApi(parts: HealthParts): Api {
  const { gate, models, cacheFigures, clock } = parts;
  const { app } = createBaseApp(gate);
  let lastCheck: { at: number; found: Promise<Dependency[]> } | undefined;

  function checkAll(): Promise<Dependency[]> {
    if (lastCheck === undefined || clock() - lastCheck.at >= REUSE_MS) {
      lastCheck = { at: clock(), found: checkDependencies(parts) };
    }
    return lastCheck.found;
  }

  app.openapi(summaryRoute, async (context) => context.json({ status: statusOf(await checkAll()) }, 200));
  app.openapi(liveRoute, (context) => context.json({ status: "ok" as const }, 200));
  app.openapi(readyRoute, async (context) => {
    const status = statusOf(await checkAll());
    return status === "down" ? context.json({ status }, 503) : context.json({ status }, 200);
  });
  app.openapi(detailedRoute, async (context) => {
    await gate.limiter.take(PROBE, "health");
    const found = await checkAll();
    // A missing figure is shown as null. The reason is among the dependencies.
    const cache = await cacheFigures().catch(() => null);
    return context.json(
      {
        status: statusOf(found),
        checkedAt: new Date(lastCheck?.at ?? clock()).toISOString(),
        dependencies: found,
        models: models(),
        limits: { counted: gate.limiter.state() },
        cache,
      },
      200,
    );
  });
  return app;
}

/** Loading time is not counted as a dependency's. A client that cannot be loaded fails its check. */
async function checkDependencies({
  dependencies,
  stopwatch = () => performance.now(),
  timeoutMs = 3_000,
}: HealthParts): Promise<Dependency[]> {
  await Promise.allSettled(dependencies.map(({ load }) => load?.()));
  return Promise.all(dependencies.map((one) => checkDependency(one, { stopwatch, timeoutMs })));
}

async function checkDependency(
  { name, isOptional, check }: HealthParts["dependencies"][number],
  { stopwatch, timeoutMs }: Required<Pick<HealthParts, "stopwatch" | "timeoutMs">>,
): Promise<Dependency> {
  if (check === undefined) return { name, isOptional, status: "absent", isReachable: false, latencyMs: 0 };
  const startedAt = stopwatch();
  const latency = () => Math.round((stopwatch() - startedAt) * 10) / 10;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    await Promise.race([check(signal), rejectOnTimeout(signal, timeoutMs)]);
    const latencyMs = latency();
    const status = latencyMs > SLOW_MS ? "slow" : "ok";
    return { name, isOptional, status, isReachable: true, latencyMs };
  } catch (error) {
    const status = isRefusal(error) ? "refused" : "down";
    return { name, isOptional, status, isReachable: false, latencyMs: latency(), error: reasonOf(error) };
  }
}

/** HTTP's 401 and 403; gRPC's PERMISSION_DENIED and UNAUTHENTICATED. */
const REFUSALS: ReadonlySet<unknown> = new Set([401, 403, 7, 16]);

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && REFUSALS.has(error.code);
}

function rejectOnTimeout(signal: AbortSignal, timeoutMs: number): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`no answer within ${timeoutMs} ms`)));
  });
}

/** Returns an error code or class, never its message: messages may name hosts, projects and accounts. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if (error.message.startsWith("no answer within")) return error.message;
  return "code" in error && /^\w+$/.test(String(error.code)) ? `code ${error.code}` : error.name;
}

/** `degraded` if an optional dependency is down or not configured. */
function statusOf(found: readonly Dependency[]): Status {
  const isGone = ({ status }: Dependency) => status !== "ok" && status !== "slow";
  if (found.some((one) => isGone(one) && !one.isOptional)) return "down";
  return found.every(({ status }) => status === "ok") ? "ok" : "degraded";
}
