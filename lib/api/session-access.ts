// Decides whether the caller of a route of a session may use it: by the caller's role on the book and the route's permission.

import { editorsLeft } from "../pipeline/budget.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { Ledger } from "../pipeline/ledger.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import { type Member, memberOf, type PeopleStore } from "./book-people.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import { may, ROUTE_PERMISSIONS } from "./roles.ts";
import type { RouteTable } from "./route-table.ts";
import type { SessionReader } from "./session-reader.ts";

export interface AccessParts {
  sessions: Pick<SessionReader, "read">;
  people: Pick<PeopleStore, "read">;
  ledger: Pick<Ledger, "readAccount">;
  routes: () => RouteTable;
}

export function sessionAccess({ sessions, people, ledger, routes }: AccessParts): ReadOwnedSession {
  async function memberIn({ sessionId }: ClientSession, owners: readonly string[]): Promise<Member> {
    const member = memberOf(await people.read(sessionId), owners);
    if (member === undefined) throw new SessionMissingError(sessionId);
    return member;
  }

  return async (context, sessionId) => {
    const session = await sessions.read(sessionId);
    if (session === undefined) throw new SessionMissingError(sessionId);
    const owners = context.get("owners");
    const isOwner = owners.includes(session.ownerId);
    const member = isOwner ? undefined : await memberIn(session, owners);
    const role = member?.role ?? "owner";
    const { method, path } = context.req;
    const route = `${method === "HEAD" ? "GET" : method} ${routes().find(method, path)?.path}`;
    const permission = ROUTE_PERMISSIONS.get(route) ?? "own";
    if (!may(role, permission)) {
      const detail = `Your role on this book, ${role}, does not allow this; ask its owner.`;
      throw new ApiProblem(403, "role-too-low", detail);
    }
    const isLimited = permission === "draw" && member !== undefined;
    // The ledger decides each call; this refuses a change that would only stop.
    if (isLimited && editorsLeft(await ledger.readAccount(sessionId)) === 0) {
      const detail =
        "The book's owner lets editors spend nothing more on pictures; they can raise the limit.";
      throw new ApiProblem(403, "editors-limit", detail);
    }
    context.set("role", role);
    context.set("editor", member === undefined ? undefined : isLimited ? "limited" : "none");
    context.set("author", member?.memberId ?? session.ownerId);
    context.set("memberName", member?.name);
    return session;
  };
}
