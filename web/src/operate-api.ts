// The operators' routes, as their desk asks them.

import type { ReportedBook, Suspension } from "../../lib/api/moderation.ts";
import type { OperatedSession, OperatedStep } from "../../lib/api/operate/operate-routes.ts";
import { ask } from "./api.ts";

export type { OperatedSession, OperatedStep, ReportedBook };

export interface SessionDetail {
  session: OperatedSession;
  trace?: string;
  sweep?: { failures: number; error: string; parked: boolean };
  steps: OperatedStep[];
}

export interface OperatedOwner {
  ownerId: string;
  suspended?: Pick<Suspension, "at" | "reason" | "by">;
}

/** A command on a session or its owner, which needs a reason. */
export type OperatorCommand = "cancel" | "redrive" | "withdraw" | "admit" | "close" | "suspend" | "restore";

/** Throws `ApiError`: 404 if the account is no operator's. */
export const askWhoOperates = () => ask<{ ownerId: string }>("GET", "/operate/me");

export function listSessions(
  status: string | undefined,
  cursor: string | undefined,
): Promise<{ sessions: OperatedSession[]; next?: string }> {
  const query = new URLSearchParams({ limit: "50", ...(status && { status }), ...(cursor && { cursor }) });
  return ask("GET", `/operate/sessions?${query}`);
}

export const readSession = (sessionId: string) =>
  ask<SessionDetail>("GET", `/operate/sessions/${encodeURIComponent(sessionId)}`);

export const readOwner = (ownerId: string) =>
  ask<OperatedOwner>("GET", `/operate/owners/${encodeURIComponent(ownerId)}`);

export const listReports = () => ask<{ books: ReportedBook[] }>("GET", "/operate/reports?limit=100");

export function command(
  what: OperatorCommand,
  { sessionId, ownerId }: Pick<OperatedSession, "sessionId" | "ownerId">,
  reason: string,
): Promise<unknown> {
  const path =
    what === "suspend" || what === "restore"
      ? `/operate/owners/${encodeURIComponent(ownerId)}/${what}`
      : `/operate/sessions/${encodeURIComponent(sessionId)}/${what === "close" ? "reports" : what}`;
  return ask("POST", path, { body: { reason } });
}
