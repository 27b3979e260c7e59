// Serves the routes that start, show and cancel a session.
import type { SessionCommands } from "../pipeline/session.ts";
import { planGeneration } from "./generation.ts";
import type { Api } from "./identity.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwn } from "./read-own.ts";
import { cancelRoute, generateRoute, readRoute } from "./session-routes.ts";

export interface SessionParts {
  commands: SessionCommands;
  readOwn: ReadOwn;
}

export function serveSessions(app: Api, { commands, readOwn }: SessionParts): void {
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

  app.openapi(readRoute, async (context) =>
    context.json(await readOwn(context, context.req.valid("param").sessionId), 200),
  );

  app.openapi(cancelRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    await commands.cancelSession(sessionId);
    return context.json({ sessionId, status: "cancelled" }, 200);
  });
}
