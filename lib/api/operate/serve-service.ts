// Serves the operators' routes about the service as a whole. Each act is recorded with its reason before it is done.
import { CATALOG } from "../../models/catalog.ts";
import { RedriveRefusedError, redriveSession } from "../../pipeline/redrive.ts";
import { dayOf, type ServiceLimits, windowsAt } from "../../pipeline/service-windows.ts";
import type { Services } from "../../pipeline/services.ts";
import type { SessionCommands } from "../../pipeline/session.ts";
import type { Audit } from "../audit.ts";
import type { Api } from "../identity.ts";
import { cutPage, placeOf } from "../list-cursor.ts";
import { problemOf } from "../problem-of-error.ts";
import { ApiProblem } from "../problems.ts";
import type { OperatorRecords } from "./operator-records.ts";
import {
  actsRoute,
  type BULK_COMMANDS,
  bulkRoute,
  deadLettersRoute,
  forgetDeadLetterRoute,
  setSwitchRoute,
  spendRoute,
  switchRoute,
} from "./service-routes.ts";

export interface ServiceParts {
  services: Services;
  commands: Pick<SessionCommands, "cancelSession" | "parkSession">;
  records: OperatorRecords;
  /** Limits of all sessions together, where there are any. */
  limits: ServiceLimits | undefined;
  audit: Audit;
  now?: () => number;
}

export function serveService(
  app: Api,
  { services, commands, records, limits, audit, now = Date.now }: ServiceParts,
): void {
  app.openapi(spendRoute, async (context) => {
    const today = dayOf(now());
    const { day = today } = context.req.valid("query");
    const [spend, stored] = await Promise.all([
      records.readSpend(
        day,
        CATALOG.map(({ id }) => id),
      ),
      day === today && limits !== undefined ? records.readWindows() : undefined,
    ]);
    const windows = day === today && limits !== undefined ? windowsAt(stored, now()) : undefined;
    return context.json(
      { ...spend, limits, windows: windows && { hour: windows.hour, day: windows.day } },
      200,
    );
  });

  app.openapi(switchRoute, async (context) => context.json(await records.readSwitch(), 200));

  app.openapi(setSwitchRoute, async (context) => {
    const { isOff, reason } = context.req.valid("json");
    const by = context.get("ownerId");
    await records.addAct({ by, action: isOff ? "switch-off" : "switch-on", reason });
    const to = isOff ? { isOff, reason } : { isOff };
    await records.setSwitch(to);
    return context.json(to, 200);
  });

  app.openapi(deadLettersRoute, async (context) => {
    const { cursor, limit } = context.req.valid("query");
    const letters = await records.listDeadLetters({ after: placeOf(cursor)?.id, limit: limit + 1 });
    const { items, next } = cutPage(letters, limit, ({ letterId }) => ({ at: "", id: letterId }));
    return context.json({ letters: items, next }, 200);
  });

  app.openapi(forgetDeadLetterRoute, async (context) => {
    const { letterId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    await records.addAct({ by: context.get("ownerId"), action: "forget-dead-letter", reason });
    return context.json({ forgotten: await records.forgetDeadLetter(letterId) }, 200);
  });

  const run = async (
    command: (typeof BULK_COMMANDS)[number],
    sessionId: string,
    reason: string,
  ): Promise<string> => {
    switch (command) {
      case "cancel":
        return commands.cancelSession(sessionId);
      case "park":
        return commands.parkSession(sessionId, reason);
      case "redrive":
        return (await redriveSession(services, { sessionId, by: "operator" })).status;
    }
  };

  app.openapi(bulkRoute, async (context) => {
    const { command, sessionIds, reason } = context.req.valid("json");
    const by = context.get("ownerId");
    const results: { sessionId: string; status?: string; refused?: string }[] = [];
    // One after the other: a storm's sessions share the stores that the service needs.
    for (const sessionId of new Set(sessionIds)) {
      audit({
        event: "operator-call",
        operator: by,
        method: "POST",
        route: bulkRoute.path,
        session: sessionId,
      });
      await records.addAct({ by, action: command, reason, sessionId });
      try {
        results.push({ sessionId, status: await run(command, sessionId, reason) });
      } catch (error) {
        const unknown = problemOf(redriveProblem(error), (hidden) => {
          throw hidden;
        });
        results.push({ sessionId, refused: unknown.code });
      }
    }
    return context.json({ results }, 200);
  });

  app.openapi(actsRoute, async (context) => {
    const { cursor, limit, session } = context.req.valid("query");
    const acts = await records.listActs({ sessionId: session, after: placeOf(cursor), limit: limit + 1 });
    const { items, next } = cutPage(acts, limit, ({ actId, at }) => ({ at, id: actId }));
    return context.json({ acts: items.map(({ schemaVersion: _, ...act }) => act), next }, 200);
  });
}

/** A refused redrive as the problem that answers it; any other error as it is. */
export function redriveProblem(error: unknown): unknown {
  if (!(error instanceof RedriveRefusedError)) return error;
  return new ApiProblem(409, "nothing-to-redrive", `${error.message}.`, { reason: error.code });
}
