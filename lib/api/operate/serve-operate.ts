// Serves the routes of operators, which `operators.ts` checks. Without their role, all of them answer 404.

import type { Context } from "hono";
import { withdrawBook } from "../../pipeline/about.ts";
import type { ClientSession, ListedSession, OwnedSession } from "../../pipeline/client-documents.ts";
import { ownedSession } from "../../pipeline/owned-session.ts";
import { checkRerun, type RedriveRequest, redriveSession } from "../../pipeline/redrive.ts";
import type { Schedule } from "../../pipeline/schedule.ts";
import { SessionMissingError } from "../../pipeline/schedule-store.ts";
import type { Services } from "../../pipeline/services.ts";
import type { SessionCommands } from "../../pipeline/session.ts";
import { paidMicros, type StepRecord } from "../../pipeline/step-record.ts";
import type { Api, ApiEnv } from "../identity.ts";
import { cutPage, placeOf } from "../list-cursor.ts";
import { type Moderation, TooManySuspendedError } from "../moderation.ts";
import { ApiProblem } from "../problems.ts";
import type { ListPlace, SessionOrder, SessionReader } from "../session-reader.ts";
import {
  admitRoute,
  decideReportsRoute,
  MOST_GIFT_MICROS,
  type OperatedSession,
  type OperatedStep,
  operatedCancelRoute,
  operatedOwnerRoute,
  operatedRedriveRoute,
  operatedSessionRoute,
  operatedSessionsRoute,
  operatorRoute,
  parkRoute,
  reportedRoute,
  rerunRoute,
  restoreOwnerRoute,
  suspendRoute,
  withdrawRoute,
} from "./operate-routes.ts";
import type { OperatorAct, OperatorRecords } from "./operator-records.ts";
import { redriveProblem } from "./serve-service.ts";

type Act = Omit<OperatorAct, "schemaVersion" | "actId" | "at">;

export interface OperateParts {
  services: Services;
  commands: Pick<SessionCommands, "cancelSession" | "parkSession">;
  sessions: Pick<SessionReader, "read" | "listAll">;
  moderation: Moderation;
  records: OperatorRecords;
}

/** The route with which a client finds out that it is an operator's. */
export function serveOperatorRole(app: Api): void {
  app.openapi(operatorRoute, (context) => context.json({ ownerId: context.get("ownerId") }, 200));
}

export function serveOperate(
  app: Api,
  { services, commands, sessions, moderation, records }: OperateParts,
): void {
  /** Records an act before it is done. */
  const record = (context: Context<ApiEnv>, act: Omit<Act, "by">) =>
    records.addAct({ by: context.get("ownerId"), ...act });

  const read = async (sessionId: string): Promise<ClientSession> => {
    const session = await sessions.read(sessionId);
    if (session === undefined) throw new SessionMissingError(sessionId);
    return session;
  };

  const redriven = async (wanted: Pick<RedriveRequest, "sessionId" | "from" | "step">) => {
    try {
      return await redriveSession(services, { ...wanted, by: "operator" });
    } catch (error) {
      throw redriveProblem(error);
    }
  };

  serveOperatorRole(app);

  app.openapi(operatedSessionsRoute, async (context) => {
    const { cursor, limit, status, owner, order } = context.req.valid("query");
    const after = placeIn(cursor, order);
    if (owner !== undefined && order !== "newest") {
      throw new ApiProblem(422, "invalid-request", "order: with `owner`, only `newest`.", { field: "order" });
    }
    const found = await sessions.listAll({ status, owner, order, after, limit: limit + 1 });
    const { items, next } = cutPage(found, limit, ({ sessionId, createdAt, costMicros }) => ({
      at: order === "costliest" ? String(costMicros) : createdAt,
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
        session: operated(ownedSession(session, schedule)),
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
    await record(context, { action: "cancel", sessionId, ...context.req.valid("json") });
    return context.json({ status: await commands.cancelSession(sessionId) }, 200);
  });

  app.openapi(operatedRedriveRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { from, reason } = context.req.valid("json");
    await record(context, { action: "redrive", sessionId, reason });
    return context.json(await redriven({ sessionId, from }), 200);
  });

  app.openapi(parkRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    await record(context, { action: "park", sessionId, reason });
    return context.json({ status: await commands.parkSession(sessionId, reason) }, 200);
  });

  app.openapi(rerunRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { step, reason, giftMicros } = context.req.valid("json");
    await record(context, { action: "rerun", sessionId, step, reason });
    const schedule = await services.schedules.read(sessionId);
    if (schedule === undefined) throw new SessionMissingError(sessionId);
    try {
      checkRerun(schedule, step);
    } catch (error) {
      throw redriveProblem(error);
    }
    const stepRecord = (await services.schedules.readSteps(sessionId, [step])).get(step);
    const micros =
      giftMicros ?? Math.min(MOST_GIFT_MICROS, 2 * (stepRecord === undefined ? 0 : paidMicros(stepRecord)));
    const { ownerId, epoch } = schedule;
    if (micros > 0) await services.ledger.gift({ sessionId, ownerId, key: `${step}@${epoch}`, micros });
    return context.json({ ...(await redriven({ sessionId, step })), giftMicros: micros }, 200);
  });

  app.openapi(withdrawRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    await record(context, { action: "withdraw", sessionId, reason });
    const after = await withdrawBook(services, { sessionId, reason });
    return context.json(operated(ownedSession(await read(sessionId), after)), 200);
  });

  app.openapi(admitRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await record(context, { action: "admit", sessionId, ...context.req.valid("json") });
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
    await record(context, { action: "close-reports", sessionId, reason });
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
    await record(context, { action: "suspend", ownerId, reason });
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
    await record(context, { action: "restore", ownerId, ...context.req.valid("json") });
    await moderation.restore(ownerId);
    return context.json(await ownerOf(ownerId), 200);
  });
}

/** Throws `ApiProblem` (422) for a malformed cursor, and for one of another order. */
function placeIn(cursor: string | undefined, order: SessionOrder): ListPlace | undefined {
  const place = placeOf(cursor);
  const isOf = order === "costliest" ? /^\d{1,15}$/ : /^\d{4}-/;
  if (place === undefined || isOf.test(place.at)) return place;
  const detail = "cursor: use `next` of a page in the same order.";
  throw new ApiProblem(422, "invalid-cursor", detail, { field: "cursor" });
}

function operated(session: ListedSession | OwnedSession): OperatedSession {
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
