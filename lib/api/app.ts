// The public API. Until people sign in, everything belongs to one local owner, and only this machine is answered.

import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { BusyError } from "../pipeline/errors.ts";
import { MovedOnError } from "../pipeline/plan-revision.ts";
import { CannotReviseError } from "../pipeline/reviser.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { IdempotencyConflictError, SessionMissingError } from "../pipeline/schedule-store.ts";
import { GateConflictError, type SessionCommands, SessionStateError } from "../pipeline/session.ts";
import { EditRefusedError } from "../pipeline/step-editor.ts";
import { planGeneration } from "./generation.ts";
import type { ApiEnv } from "./identity.ts";
import { ApiProblem, answerProblem, invalidRequest } from "./problems.ts";
import { type ReadOwn, serveRevisions } from "./revise-sessions.ts";
import type { SessionReader } from "./session-reader.ts";
import { cancelRoute, generateRoute, readRoute } from "./session-routes.ts";

/** Whoever uses this machine. */
export const LOCAL_OWNER = "local";

export interface ApiOptions {
  commands: SessionCommands;
  revisions: RevisionCommands;
  sessions: SessionReader;
  /** Told of what no client may see: the error behind a 500. */
  onError: (error: unknown) => void;
}

export function createApi({ commands, revisions, sessions, onError }: ApiOptions) {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, context) => {
      if (!result.success) return answerProblem(context, invalidRequest(result.error));
    },
  });

  app.use("/api/*", async (context, next) => {
    if (!isLoopback(context.env.incoming.socket.remoteAddress)) {
      throw new ApiProblem(403, "not-local", "This service answers only the machine that it runs on.");
    }
    context.set("ownerId", LOCAL_OWNER);
    await next();
  });

  app.openapi(generateRoute, async (context) => {
    const key = context.req.valid("header")["idempotency-key"];
    if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new ApiProblem(
        400,
        "invalid-idempotency-key",
        "An idempotency key has 1 to 255 visible ASCII characters.",
      );
    }
    const { text, params, estimate } = planGeneration(context.req.valid("json"));
    const { sessionId } = await commands.startSession({
      ownerId: context.get("ownerId"),
      text,
      params,
      idempotencyKey: key,
    });
    const self = `/api/v1/manga/sessions/${sessionId}`;
    return context.json(
      {
        sessionId,
        status: "queued",
        links: { self, cancel: `${self}/cancel`, feedback: `${self}/feedback` },
        estimate: { seconds: estimate.seconds, priceMicros: estimate.priceMicros },
      },
      202,
    );
  });

  const readOwn: ReadOwn = async (context, sessionId) => {
    const session = await sessions.read(sessionId);
    if (session?.ownerId !== context.get("ownerId")) throw new SessionMissingError(sessionId);
    return session;
  };

  app.openapi(readRoute, async (context) =>
    context.json(await readOwn(context, context.req.valid("param").sessionId), 200),
  );

  app.openapi(cancelRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    await commands.cancelSession(sessionId);
    return context.json({ sessionId, status: "cancelled" }, 200);
  });

  serveRevisions(app, { commands, revisions, readOwn });

  app.notFound((context) =>
    answerProblem(
      context,
      new ApiProblem(404, "no-such-route", `There is no ${context.req.method} ${context.req.path}.`).problem,
    ),
  );
  app.onError((error, context) => {
    const { problem } = asProblem(error, onError);
    return answerProblem(context, problem);
  });
  return app;
}

function asProblem(error: unknown, onError: (error: unknown) => void): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new ApiProblem(400, "invalid-json", "The body is no JSON.");
  }
  if (error instanceof SessionMissingError) return new ApiProblem(404, "session-not-found", error.message);
  if (error instanceof SessionStateError) return new ApiProblem(409, "session-not-active", error.message);
  if (error instanceof GateConflictError) {
    return new ApiProblem(409, "gate-conflict", error.message, { current: error.current });
  }
  if (error instanceof EditRefusedError) {
    const where = error.path === "" ? "" : `${error.path}: `;
    const field = error.path === "" ? {} : { field: error.path };
    return new ApiProblem(
      error.code === "not-found" ? 404 : 422,
      error.code,
      `${where}${error.message}`,
      field,
    );
  }
  if (error instanceof CannotReviseError) {
    return new ApiProblem(422, "cannot", error.message, { reason: error.reason });
  }
  if (error instanceof MovedOnError) {
    return new ApiProblem(409, "session-moves", `${error.message}; try again in a moment.`);
  }
  if (error instanceof IdempotencyConflictError)
    return new ApiProblem(422, "idempotency-conflict", error.message);
  if (error instanceof BusyError) {
    onError(error);
    return new ApiProblem(503, "store-unavailable", "A store of the service is down; try again in a moment.");
  }
  onError(error);
  return new ApiProblem(500, "internal", "Something went wrong on our side; the log has the reason.");
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
