// The operators' routes, as their desk asks them.

import type { ReportedBook, Suspension } from "../../lib/api/moderation.ts";
import type { OperatedSession, OperatedStep } from "../../lib/api/operate/operate-routes.ts";
import type {
  ListedDeadLetter,
  OperatorAct,
  Spend,
  SpendingSwitch,
} from "../../lib/api/operate/operator-records.ts";
import type { SessionOrder } from "../../lib/api/session-reader.ts";
import type { ServiceLimits, ServiceWindows } from "../../lib/pipeline/service-windows.ts";
import { ask } from "./api.ts";
import type { ListedPage } from "./documents.ts";

export type { OperatedSession, OperatedStep, ReportedBook, SessionOrder };

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
export type OperatorCommand =
  | "cancel"
  | "redrive"
  | "park"
  | "withdraw"
  | "admit"
  | "close"
  | "suspend"
  | "restore";

/** Throws `ApiError`: 404 if the account is no operator's. */
export const askWhoOperates = () => ask<{ ownerId: string }>("GET", "/operate/me");

export interface SessionList {
  status: string | undefined;
  order: SessionOrder;
}

export function listSessions(
  { status, order }: SessionList,
  cursor: string | undefined,
): Promise<{ sessions: OperatedSession[]; next?: string }> {
  const query = new URLSearchParams({
    ...{ limit: "50", order },
    ...(status && { status }),
    ...(cursor && { cursor }),
  });
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

/** Makes one step of an ended session again, at the service's cost. */
export const rerunStep = (sessionId: string, step: string, reason: string) =>
  ask<{ published: string[] }>("POST", `/operate/sessions/${encodeURIComponent(sessionId)}/rerun`, {
    body: { step, reason },
  });

export const BULK_COMMANDS = ["park", "redrive", "cancel"] as const;

export interface BulkResult {
  sessionId: string;
  status?: string;
  refused?: string;
}

/** At most 50 sessions. */
export const commandAll = (what: (typeof BULK_COMMANDS)[number], sessionIds: string[], reason: string) =>
  ask<{ results: BulkResult[] }>("POST", "/operate/bulk", { body: { command: what, sessionIds, reason } });

export interface SpendOfDay extends Spend {
  windows?: Pick<ServiceWindows, "hour" | "day">;
  limits?: ServiceLimits;
}

export const readSpend = (day: string) => ask<SpendOfDay>("GET", `/operate/spend?day=${day}`);

export const readSwitch = () => ask<SpendingSwitch>("GET", "/operate/switch");

export const setSwitch = (isOff: boolean, reason: string) =>
  ask<SpendingSwitch>("PUT", "/operate/switch", { body: { isOff, reason } });

const pageQuery = (cursor: string | undefined, more: Record<string, string> = {}) =>
  new URLSearchParams({ limit: "50", ...more, ...(cursor && { cursor }) });

export const listDeadLetters = (cursor: string | undefined) =>
  ask<{ letters: ListedDeadLetter[]; next?: string }>("GET", `/operate/dead-letters?${pageQuery(cursor)}`);

export const forgetDeadLetter = (letterId: string, reason: string) =>
  ask("POST", `/operate/dead-letters/${encodeURIComponent(letterId)}/forget`, { body: { reason } });

export const listActs = (sessionId: string | undefined, cursor: string | undefined) =>
  ask<{ acts: OperatorAct[]; next?: string }>(
    "GET",
    `/operate/acts?${pageQuery(cursor, sessionId === undefined ? {} : { session: sessionId })}`,
  );

export interface OperatedContent {
  title: string;
  story: string;
  language: string;
  pages: ListedPage[];
  /** RFC 3339. */
  until: string;
  openedBy: "owner" | "operator";
}

/** Throws `ApiError` `content-closed` unless the owner allowed it or this operator broke the glass. */
export const readContent = (sessionId: string) =>
  ask<OperatedContent>("GET", `/operate/sessions/${encodeURIComponent(sessionId)}/content`);

/** Opens the book to this operator for an hour. */
export const breakGlass = (sessionId: string, reason: string) =>
  ask("POST", `/operate/sessions/${encodeURIComponent(sessionId)}/break-glass`, { body: { reason } });
