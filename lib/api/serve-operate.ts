// Serves the routes of operators, which `operators.ts` checks. Without their role, all of them answer 404.
import { withdrawBook } from "../pipeline/about.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import { RedriveRefusedError, redriveSession } from "../pipeline/redrive.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Services } from "../pipeline/services.ts";
import type { SessionCommands } from "../pipeline/session.ts";
import { paidMicros, type StepRecord } from "../pipeline/step-record.ts";
import type { Api } from "./identity.ts";
import { cutPage, placeOf } from "./list-cursor.ts";
import { type Moderation, TooManySuspendedError } from "./moderation.ts";
import {
  admitRoute,
  decideReportsRoute,
  type OperatedSession,
  type OperatedStep,
  operatedCancelRoute,
  operatedOwnerRoute,
  operatedRedriveRoute,
  operatedSessionRoute,
  operatedSessionsRoute,
  operatorRoute,
  reportedRoute,
  restoreOwnerRoute,
  suspendRoute,
  withdrawRoute,
} from "./operate-routes.ts";
import { ApiProblem } from "./problems.ts";
import type { SessionReader } from "./session-reader.ts";

export interface OperateParts {
  services: Services;
  commands: Pick<SessionCommands, "cancelSession">;
  sessions: Pick<SessionReader, "read" | "listAll">;
  moderation: Moderation;
}

/** The route with which a client finds out that it is an operator's. */
export function serveOperatorRole(app: Api): void {
  app.openapi(operatorRoute, (context) => context.json({ ownerId: context.get("ownerId") }, 200));
}

export function serveOperate(app: Api, { services, commands, sessions, moderation }: OperateParts): void {
  const read = async (sessionId: string): Promise<ClientSession> => {
    const session = await sessions.read(sessionId);
    if (session === undefined) throw new SessionMissingError(sessionId);
    return session;
  };

  serveOperatorRole(app);

  app.openapi(operatedSessionsRoute, async (context) => {
    const { cursor, limit, status, owner } = context.req.valid("query");
    const found = await sessions.listAll({ status, owner, after: placeOf(cursor), limit: limit + 1 });
    const { items, next } = cutPage(found, limit, ({ sessionId, createdAt }) => ({
      at: createdAt,
      id: sessionId,
    }));
    return context.json({ sessions: items.map(operated), next }, 200);
  });

  app.openapi(operatedSessionRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const [session, schedule] = await Promise.all([read(sessionId), services.schedules.read(sessionId)]);
    if (schedule === undefined) throw new SessionMissingError(sessionId);
    const steps = [...new Set([...Object.keys(schedule.results), ...Object.keys(schedule.inFlight)])];
    const records = await services.schedules.readSteps(sessionId, steps);
    const failures = schedule.sweepFailures;
    return context.json(
      {
        session: operated(session),
        trace: schedule.traceparent?.split("-")[1],
        sweep: failures && {
          ...{ failures: failures.count, error: failures.error, parked: failures.notBefore === null },
        },
        steps: steps.toSorted().map((step) => operatedStep(step, schedule, records.get(step))),
      },
      200,
    );
  });

  app.openapi(operatedCancelRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    return context.json({ status: await commands.cancelSession(sessionId) }, 200);
  });

  app.openapi(operatedRedriveRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { from } = context.req.valid("json");
    try {
      return context.json(await redriveSession(services, { sessionId, from, by: "operator" }), 200);
    } catch (error) {
      if (!(error instanceof RedriveRefusedError)) throw error;
      throw new ApiProblem(409, "nothing-to-redrive", `${error.message}.`, { reason: error.code });
    }
  });

  app.openapi(withdrawRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    await withdrawBook(services, { sessionId, reason });
    return context.json(operated(await read(sessionId)), 200);
  });

  app.openapi(admitRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await withdrawBook(services, { sessionId, reason: undefined });
    return context.json(operated(await read(sessionId)), 200);
  });

  app.openapi(reportedRoute, async (context) => {
    const { cursor, limit, state } = context.req.valid("query");
    const found = await moderation.listReported({ state, after: placeOf(cursor), limit: limit + 1 });
    const { items, next } = cutPage(found, limit, ({ sessionId, lastAt }) => ({ at: lastAt, id: sessionId }));
    return context.json({ books: items.map(({ schemaVersion: _, ...book }) => book), next }, 200);
  });

  app.openapi(decideReportsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    const closed = await moderation.decide(sessionId, { by: context.get("ownerId"), note: reason });
    return context.json({ closed }, 200);
  });

  const ownerOf = async (ownerId: string) => {
    const found = await moderation.readSuspension(ownerId);
    return { ownerId, suspended: found && { at: found.at, reason: found.reason, by: found.by } };
  };

  app.openapi(operatedOwnerRoute, async (context) =>
    context.json(await ownerOf(context.req.valid("param").ownerId), 200),
  );

  app.openapi(suspendRoute, async (context) => {
    const { ownerId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    try {
      await moderation.suspend(ownerId, { reason, by: context.get("ownerId") });
    } catch (error) {
      if (!(error instanceof TooManySuspendedError)) throw error;
      throw new ApiProblem(409, "too-many-suspended", `${error.message}.`);
    }
    return context.json(await ownerOf(ownerId), 200);
  });

  app.openapi(restoreOwnerRoute, async (context) => {
    const { ownerId } = context.req.valid("param");
    await moderation.restore(ownerId);
    return context.json(await ownerOf(ownerId), 200);
  });
}

function operated(session: ClientSession): OperatedSession {
  const { sessionId, ownerId, status, version, createdAt, updatedAt, endedAt } = session;
  const { pages, panels, currentPhase, costMicros, visibility, withdrawn, error } = session;
  return {
    ...{ sessionId, ownerId, status, version, createdAt, updatedAt, endedAt },
    ...{ pages, panels, currentPhase, costMicros, visibility, withdrawn, error: error?.code },
  };
}

function operatedStep(
  step: string,
  { results, inFlight }: Schedule,
  record: StepRecord | undefined,
): OperatedStep {
  const [result, flight] = [results[step], inFlight[step]];
  const state =
    flight === undefined
      ? "done"
      : flight.parkedSince !== undefined
        ? "parked"
        : flight.restsUntil !== undefined
          ? "resting"
          : "in-flight";
  return {
    ...{ step, state, input: flight?.input ?? result?.input, output: result?.output },
    attempts: record?.attempt ?? 0,
    leaseUntil: iso(record?.leaseUntil),
    startedAt: iso(record?.startedAt),
    endedAt: iso(record?.endedAt),
    costMicros: record === undefined ? 0 : paidMicros(record),
    error: record?.error?.code,
  };
}

const iso = (at: number | null | undefined): string | undefined =>
  at === null || at === undefined ? undefined : new Date(at).toISOString();
