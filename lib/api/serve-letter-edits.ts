// Serves the route that changes the lettering of a page by hand.
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { authorOf, readChange } from "./change-request.ts";
import type { Api } from "./identity.ts";
import { changeLetteringRoute } from "./letter-routes.ts";
import type { Limits } from "./limits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";

interface LetteringParts {
  revisions: Pick<RevisionCommands, "editLettering">;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function serveLetterEdits(app: Api, { revisions, limits, readOwn }: LetteringParts): void {
  app.openapi(changeLetteringRoute, async (context) => {
    const { sessionId, page } = context.req.valid("param");
    const lettering = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), lettering);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.editLettering({
      ...{ sessionId, ...authorOf(context), ...change, mostRunning, page },
      ...lettering,
    });
    return context.json({ sessionId, ...revised }, 200);
  });
}
