// Serves the costs of a user's sessions: by day, by model, by session, and what is left of today's budget. Includes deleted sessions.
import { z } from "@hono/zod-openapi";
import type { LedgerRow } from "../pipeline/ledger.ts";
import { dayOf } from "../pipeline/service-windows.ts";
import type { Services } from "../pipeline/services.ts";
import type { Api } from "./identity.ts";
import { apiRoute, json } from "./route-parts.ts";
import type { UsageReader } from "./usage-reader.ts";

const micros = z.int().nonnegative();

const sums = { micros, calls: z.int().nonnegative() };

const UsageSchema = z
  .object({
    /** First day (UTC). */
    since: z.iso.date(),
    /** Micro-dollars. A call of unknown cost counts with its maximum. */
    spentMicros: micros,
    /** Reserved for calls in progress. */
    reservedMicros: micros,
    calls: z.int().nonnegative(),
    days: z.array(z.object({ day: z.iso.date(), ...sums })),
    models: z.array(z.object({ model: z.string(), ...sums })),
    sessions: z.array(z.object({ sessionId: z.string(), ...sums })),
    /** Whether there were more calls than the answer counts. It counts the latest. */
    truncated: z.boolean(),
    today: z.object({
      day: z.iso.date(),
      limitMicros: micros,
      /** Held by running sessions and spent by ended ones. */
      allottedMicros: micros,
      availableMicros: micros,
    }),
  })
  .openapi("Usage");

const AS_DAYS = { type: "integer", minimum: 1, maximum: 92, default: 30 } as const;

const usageRoute = apiRoute({
  method: "get",
  path: "/api/v1/usage",
  request: {
    query: z.object({
      days: z.coerce.number().pipe(z.int().min(1).max(92)).default(30).openapi(AS_DAYS),
    }),
  },
  responses: { 200: json(UsageSchema, "The cost of your sessions.") },
});

const DAY_MS = 86_400_000;
/** Maximum number of ledger rows that one answer sums up. */
const MOST_ROWS = 5_000;

export interface UsageParts {
  services: Pick<Services, "ledger">;
  usage: UsageReader;
}

export function serveUsage(app: Api, { services, usage }: UsageParts): void {
  app.openapi(usageRoute, async (context) => {
    const ownerId = context.get("ownerId");
    const { days } = context.req.valid("query");
    const today = await services.ledger.readDay(ownerId);
    const since = Date.parse(today.day) - (days - 1) * DAY_MS;
    const read = await usage.rowsOf(ownerId, since, MOST_ROWS + 1);
    const rows = read.slice(0, MOST_ROWS);
    const under = rows.filter(({ state }) => state === "reserved");
    const over = rows.filter(({ state }) => state !== "reserved");
    return context.json(
      {
        since: dayOf(since),
        spentMicros: total(over),
        reservedMicros: total(under),
        calls: rows.length,
        days: summed(rows, ({ at }) => dayOf(at)).map(([day, sums]) => ({ day, ...sums })),
        models: summed(rows, ({ model }) => model).map(([model, sums]) => ({ model, ...sums })),
        sessions: summed(rows, (row) => row.sessionId).map(([sessionId, sums]) => ({ sessionId, ...sums })),
        truncated: read.length > MOST_ROWS,
        today: {
          ...{ day: today.day, limitMicros: today.limitMicros, allottedMicros: today.allottedMicros },
          availableMicros: Math.max(0, today.limitMicros - today.allottedMicros),
        },
      },
      200,
    );
  });
}

function total(rows: readonly LedgerRow[]): number {
  return rows.reduce((sum, row) => sum + row.micros, 0);
}

/** Sums by key, in the order of the keys' first rows. */
function summed(
  rows: readonly LedgerRow[],
  keyOf: (row: LedgerRow) => string,
): [string, { micros: number; calls: number }][] {
  const sums = new Map<string, { micros: number; calls: number }>();
  for (const row of rows) {
    const known = sums.get(keyOf(row)) ?? { micros: 0, calls: 0 };
    sums.set(keyOf(row), { micros: known.micros + row.micros, calls: known.calls + 1 });
  }
  return [...sums];
}
