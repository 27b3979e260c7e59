// Serves the report of a shared book, and refuses new work of suspended owners.
import type { MiddlewareHandler } from "hono";
import type { Audit } from "./audit.ts";
import type { Api, ApiEnv } from "./identity.ts";
import { REPORTS } from "./limit-rules.ts";
import type { Limits } from "./limits.ts";
import type { Moderation } from "./moderation.ts";
import { ApiProblem } from "./problems.ts";
import { reportRoute } from "./report-routes.ts";
import type { Library } from "./session-reader.ts";

export interface ReportParts {
  moderation: Pick<Moderation, "addReport">;
  sessions: Pick<Library, "findShared">;
  limits: Pick<Limits, "addressesOf" | "spend">;
  audit: Audit;
}

export function serveReports(app: Api, { moderation, sessions, limits, audit }: ReportParts): void {
  app.openapi(reportRoute, async (context) => {
    const { token, reason, words } = context.req.valid("json");
    await limits.spend(context, REPORTS, limits.addressesOf(context));
    const book = await sessions.findShared(token);
    if (book === undefined) throw new ApiProblem(404, "book-not-found", "No book is shared with this token.");
    const { sessionId, ownerId } = book;
    await moderation.addReport({ sessionId, ownerId }, { reason, words });
    audit({ event: "book-reported", reason, session: sessionId });
    return context.json({ received: true as const }, 202);
  });
}

const WRITES: readonly string[] = ["POST", "PUT", "PATCH"];

/**
 * A suspended owner may read, cancel and delete, and nothing else: whatever an operator does not take away stays theirs. Answers other
 * requests with 403 and the operator's reason.
 */
export function suspensionCheck(
  moderation: Pick<Moderation, "isSuspended" | "readSuspension">,
): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    const owner = context.get("ownerId");
    const isWork = owner !== undefined && WRITES.includes(method) && !path.endsWith("/cancel");
    if (isWork && (await moderation.isSuspended(owner))) {
      // The list may name an owner who was restored seconds ago; the owner's own document is current.
      const suspension = await moderation.readSuspension(owner);
      if (suspension !== undefined) {
        const { reason } = suspension;
        const detail = `This account is suspended: ${reason}`;
        throw new ApiProblem(403, "owner-suspended", detail, { reason });
      }
    }
    await next();
  };
}
