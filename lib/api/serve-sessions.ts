// Serves the routes that start, list, show, cancel and delete sessions.
import { deleteSession, type Erasers } from "../pipeline/deletion.ts";
import { ownedSession } from "../pipeline/owned-session.ts";
import { type ScheduleStore, SessionMissingError } from "../pipeline/schedule-store.ts";
import type { SessionCommands } from "../pipeline/session.ts";
import type { Audit } from "./audit.ts";
import { type GenerationSettings, planGeneration } from "./generation.ts";
import type { Api } from "./identity.ts";
import { inFlightKeys } from "./in-flight-keys.ts";
import type { Limits } from "./limits.ts";
import { cutPage, placeOf } from "./list-cursor.ts";
import { readPortraits } from "./own-portraits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import type { ReadingQueue } from "./reading-queue.ts";
import { sessionLink } from "./route-parts.ts";
import type { SessionReader } from "./session-reader.ts";
import { cancelRoute, deleteRoute, generateRoute, listRoute, readRoute } from "./session-routes.ts";
import { checkWebhookUrl, type WebhookRules } from "./webhook-url.ts";

export interface SessionParts {
  commands: SessionCommands;
  sessions: SessionReader;
  schedules: Pick<ScheduleStore, "read">;
  erasers: Erasers;
  webhooks: WebhookRules;
  limits: Limits;
  settings?: GenerationSettings | undefined;
  readings: ReadingQueue;
  readOwn: ReadOwnedSession;
  audit: Audit;
}

export function serveSessions(app: Api, parts: SessionParts): void {
  const { commands, sessions, schedules, erasers, webhooks, limits, readings, readOwn, audit } = parts;
  const keys = inFlightKeys();

  app.openapi(generateRoute, async (context) => {
    const ownerId = context.get("ownerId");
    const idempotencyKey = context.req.valid("header")["idempotency-key"];
    const answer = await keys.alone({ ownerId, key: idempotencyKey }, async () => {
      const request = context.req.valid("json");
      const { webhookUrl } = request;
      if (webhookUrl !== undefined) checkWebhookUrl(webhookUrl, webhooks);
      const { story, given, params, estimate } = await readings.read(
        { ownerId, signal: context.req.raw.signal },
        (reader) => planGeneration(request, reader, parts.settings),
      );
      const own = await readPortraits(request.portraits ?? []);
      const { sessionId } = await commands.startSession({
        ownerId,
        text: story.text,
        given,
        params: own.length === 0 ? params : { ...params, portraits: own.map(({ portrait }) => portrait) },
        files: own.map(({ file }) => file),
        webhookUrl,
        idempotencyKey,
        mostRunning: limits.mostRunning(context),
        mayCostMicros: estimate.priceMicros,
      });
      return { sessionId, estimate };
    });
    const self = sessionLink(answer.sessionId);
    const { pages: _pages, ...estimate } = answer.estimate;
    return context.json(
      {
        sessionId: answer.sessionId,
        status: "queued",
        links: {
          ...{ self, cancel: `${self}/cancel`, feedback: `${self}/feedback` },
          ...{ pages: `${self}/pages`, events: `${self}/events`, export: `${self}/export` },
        },
        estimate,
      },
      202,
    );
  });

  app.openapi(listRoute, async (context) => {
    const { cursor, limit, status } = context.req.valid("query");
    const owners = context.get("owners");
    const read = await sessions.list({ owners, status, after: placeOf(cursor), limit: limit + 1 });
    const { items, next } = cutPage(read, limit, ({ createdAt: at, sessionId: id }) => ({ at, id }));
    return context.json({ sessions: items, next }, 200);
  });

  app.openapi(readRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const session = await readOwn(context, sessionId);
    if (context.get("role") !== "owner") return context.json(session, 200);
    const schedule = await schedules.read(sessionId);
    if (schedule === undefined) throw new SessionMissingError(sessionId);
    return context.json(ownedSession(session, schedule), 200);
  });

  app.openapi(cancelRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const status = await commands.cancelSession(sessionId);
    return context.json({ sessionId, status }, 200);
  });

  app.openapi(deleteRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    await deleteSession({ commands, erasers }, sessionId);
    audit({ event: "session-deleted", owner: context.get("ownerId"), session: sessionId });
    return context.body(null, 204);
  });
}
