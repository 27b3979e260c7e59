// Every Firestore path is made here. Step ids contain slashes, which document ids replace by dots.
import type { LoginName } from "../api/users.ts";
import { callKey } from "../pipeline/budget.ts";
import { contentHash } from "../pipeline/canonical-json.ts";
import type { CallKey } from "../pipeline/ledger.ts";
import type { PhaseName } from "../pipeline/step-id.ts";

/** The collection group of all sessions' schedules, which the sweep queries. */
export const PRIVATE_COLLECTION = "private";

export const SESSIONS = "sessions";

export function sessionPath(sessionId: string): string {
  return `${SESSIONS}/${sessionId}`;
}

export function schedulePath(sessionId: string): string {
  return `${sessionPath(sessionId)}/${PRIVATE_COLLECTION}/schedule`;
}

export function storyPath(sessionId: string): string {
  return `${sessionPath(sessionId)}/${PRIVATE_COLLECTION}/story`;
}

export function stepPath(sessionId: string, step: string): string {
  return `${sessionPath(sessionId)}/steps/${step.replaceAll("/", ".")}`;
}

export function phasePath(sessionId: string, phase: PhaseName): string {
  return `${sessionPath(sessionId)}/phases/${phase}`;
}

/** The collection below a session. */
export const PAGES = "pages";

export function pagesPath(sessionId: string): string {
  return `${sessionPath(sessionId)}/${PAGES}`;
}

/** Pages are counted from 1: `pages/003`. */
export function pagePath(sessionId: string, page: number): string {
  return `${pagesPath(sessionId)}/${String(page).padStart(3, "0")}`;
}

export function eventsPath(sessionId: string): string {
  return `${sessionPath(sessionId)}/events`;
}

export function eventPath(sessionId: string, eventId: string): string {
  return `${eventsPath(sessionId)}/${eventId}`;
}

/** The collection below a session. */
export const COMMENTS = "comments";

/** The comments of a session's pages. */
export function commentsPath(sessionId: string): string {
  return `${sessionPath(sessionId)}/${COMMENTS}`;
}

/** Pages are counted from 1: `comments/003`. */
export function pageCommentsPath(sessionId: string, page: number): string {
  return `${commentsPath(sessionId)}/${String(page).padStart(3, "0")}`;
}

/** The people of each book besides its owner. */
export const PEOPLE = "people";

export function peoplePath(sessionId: string): string {
  return `${PEOPLE}/${sessionId}`;
}

/** The collection below a session: who left a book and may have written comments there. */
export const FORMER_MEMBERS = "formerMembers";

export function formerMemberPath(sessionId: string, memberId: string): string {
  return `${sessionPath(sessionId)}/${FORMER_MEMBERS}/${memberId}`;
}

/** Tombstones of deleted sessions. */
export const DELETIONS = "deletions";

export function deletionPath(sessionId: string): string {
  return `${DELETIONS}/${sessionId}`;
}

/** The collection of reports about shared books: one document for each book. */
export const REPORTS = "reports";

export function reportPath(sessionId: string): string {
  return `${REPORTS}/${sessionId}`;
}

export function suspensionPath(ownerId: string): string {
  return `suspensions/${ownerId.replaceAll("/", "_")}`;
}

export const IDEMPOTENCY = "idempotency";

/** The start of an owner's idempotency key; hashed, because a key may contain any characters. */
export function idempotencyPath(ownerId: string, key: string): string {
  return `${IDEMPOTENCY}/${contentHash(JSON.stringify([ownerId, key]))}`;
}

export const DEAD_LETTERS = "deadLetters";

export function deadLetterPath(id: string): string {
  return `${DEAD_LETTERS}/${id}`;
}

/** The collection of what operators did. */
export const OPERATOR_ACTS = "operatorActs";

export function operatorActPath(actId: string): string {
  return `${OPERATOR_ACTS}/${actId}`;
}

export function userPath(ownerId: string): string {
  return `users/${ownerId}`;
}

/** Which sessions of an owner have been started and may still run. */
export function runningPath(ownerId: string): string {
  return `running/${ownerId}`;
}

/** Records of deleted accounts, until nothing of them is left. */
export const ACCOUNT_DELETIONS = "accountDeletions";

export function accountDeletionPath(ownerId: string): string {
  return `${ACCOUNT_DELETIONS}/${ownerId}`;
}

/** The collection of ways to sign in. */
export const LOGINS = "logins";

/** By the login; hashed, because it may contain any characters. */
export function loginPath({ kind, subject }: LoginName): string {
  return `${LOGINS}/${contentHash(JSON.stringify([kind, subject]))}`;
}

/** The collection of sign-ins. */
export const FAMILIES = "tokenFamilies";

export function familyPath(familyId: string): string {
  return `${FAMILIES}/${familyId}`;
}

export const LEDGER = "ledger";

export function ledgerRowPath(call: CallKey): string {
  return `${LEDGER}/${call.sessionId}.${callKey(call)}`;
}

/** The collection of accounts of sessions, budgets of days and switches. */
export const BUDGETS = "budgets";

/** A session's allotment and spending. Not below the session, because it stays when the session is deleted. */
export function accountPath(sessionId: string): string {
  return `budgets/session.${sessionId}`;
}

/** `day` as `2026-11-24`. */
export function dayBudgetPath(ownerId: string, day: string): string {
  return `budgets/${encodeURIComponent(ownerId)}.${day}`;
}

/** The amounts allotted to all sessions of the service in this hour and on this day. */
export const SERVICE_WINDOWS = "budgets/service";

/** `{ isOff: true, reason }` stops all spending within seconds. */
export const SPENDING_SWITCH = "budgets/switch";

/** Owners whose sessions may not spend. */
export const SUSPENDED_OWNERS = "budgets/suspended";

/** The collection of stored model answers. */
export const MEMO = "memo";

export function memoPath(id: string): string {
  return `${MEMO}/${id}`;
}

/** The collection of migration states. */
export const MIGRATIONS = "migrations";

export function migrationPath(id: string): string {
  return `${MIGRATIONS}/${id}`;
}

/** The lock of the single run of migrations. */
export const MIGRATION_LOCK = "migrations/lock";
