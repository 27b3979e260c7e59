// Serves the routes that change the frames of a page and the order of pages, and that have pictures drawn for changed frames.
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { authorOf, readChange } from "./change-request.ts";
import { type ArrangeParts, arrangeComments } from "./comment-places.ts";
import { changeFramesRoute, orderPagesRoute, refitRoute } from "./frame-routes.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";

interface FrameParts {
  revisions: Pick<RevisionCommands, "editFrames" | "orderPages" | "refit">;
  comments: ArrangeParts["comments"];
  schedules: ArrangeParts["schedules"];
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function serveFrames(app: Api, parts: FrameParts): void {
  const { revisions, limits, readOwn } = parts;

  app.openapi(changeFramesRoute, async (context) => {
    const { sessionId, page } = context.req.valid("param");
    const frames = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), frames);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.editFrames({
      sessionId,
      ...authorOf(context),
      ...change,
      mostRunning,
      page,
      ...frames,
    });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(orderPagesRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const asked = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), asked);
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.orderPages({ sessionId, by, ...change, mostRunning, ...asked });
    await arrangeComments(parts, sessionId);
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(refitRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const asked = context.req.valid("json") ?? {};
    const change = readChange(context, context.req.valid("header"), asked);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.refit({
      sessionId,
      ...authorOf(context),
      ...change,
      mostRunning,
      ...asked,
    });
    return context.json({ sessionId, ...revised }, 200);
  });
}
