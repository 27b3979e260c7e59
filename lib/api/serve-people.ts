// Serves the routes for the people of a book.
import { editorsLeft } from "../pipeline/budget.ts";
import type { Account, Ledger } from "../pipeline/ledger.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { type ScheduleStore, SessionMissingError } from "../pipeline/schedule-store.ts";
import {
  type Invite,
  inviteToken,
  type Member,
  memberOf,
  type PeopleStore,
  planAccept,
  planInvite,
  planRemoval,
  planRole,
  planWithdrawal,
  readInviteToken,
  unusableInvite,
} from "./book-people.ts";
import type { Api } from "./identity.ts";
import {
  acceptRoute,
  changeRoleRoute,
  editorsLimitRoute,
  inviteRoute,
  leaveRoute,
  membershipRoute,
  membershipsRoute,
  peopleRoute,
  removeRoute,
  withdrawRoute,
} from "./people-routes.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import type { SessionReader } from "./session-reader.ts";

export interface PeopleParts {
  people: PeopleStore;
  sessions: Pick<SessionReader, "read">;
  ledger: Pick<Ledger, "limitEditors" | "readAccount">;
  schedules: Pick<ScheduleStore, "read">;
  readOwn: ReadOwnedSession;
  /** An unguessable text of at most 64 characters of `[\w-]`. */
  newToken: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
}

const MOST_BOOKS = 100;

export function servePeople(
  app: Api,
  { people, sessions, ledger, schedules, readOwn, newToken, now }: PeopleParts,
): void {
  app.openapi(peopleRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const [known, account, schedule] = await Promise.all([
      people.read(sessionId),
      ledger.readAccount(sessionId),
      schedules.read(sessionId),
    ]);
    const open = known?.invites.filter(({ expiresAt }) => expiresAt > now()) ?? [];
    const members = known?.members.map(shownMember) ?? [];
    const operators = shownAccess(schedule?.about);
    return context.json(
      { members, invites: open.map(shownInvite), editors: shownLimit(account), operators },
      200,
    );
  });

  app.openapi(inviteRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const asked = { ...context.req.valid("json"), inviteId: newToken(), secret: newToken() };
    const invite = await people.update(sessionId, (known, at) => planInvite(known, asked, at.now));
    return context.json({ ...shownInvite(invite), token: inviteToken(sessionId, asked.secret) }, 201);
  });

  app.openapi(withdrawRoute, async (context) => {
    const { sessionId, inviteId } = context.req.valid("param");
    await readOwn(context, sessionId);
    await people.update(sessionId, (known) => planWithdrawal(known, inviteId));
    return context.body(null, 204);
  });

  app.openapi(editorsLimitRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { limitMicros } = context.req.valid("json");
    const { ownerId } = await readOwn(context, sessionId);
    await ledger.limitEditors({ sessionId, ownerId }, limitMicros);
    return context.json(shownLimit(await ledger.readAccount(sessionId)), 200);
  });

  app.openapi(changeRoleRoute, async (context) => {
    const { sessionId, memberId } = context.req.valid("param");
    const { role } = context.req.valid("json");
    await readOwn(context, sessionId);
    const member = await people.update(sessionId, (known) => planRole(known, memberId, role));
    return context.json(shownMember(member), 200);
  });

  app.openapi(removeRoute, async (context) => {
    const { sessionId, memberId } = context.req.valid("param");
    await readOwn(context, sessionId);
    await people.update(sessionId, (known) => planRemoval(known, (member) => member.memberId === memberId));
    return context.body(null, 204);
  });

  app.openapi(leaveRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    if (context.get("role") === "owner") {
      throw new ApiProblem(409, "already-owner", "The book is yours; delete it instead of leaving it.");
    }
    const owners = context.get("owners");
    await people.update(sessionId, (known) =>
      planRemoval(known, (member) => owners.includes(member.ownerId)),
    );
    return context.body(null, 204);
  });

  app.openapi(membershipRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const [role, name, author] = [context.get("role"), context.get("memberName"), context.get("author")];
    const account = role === "editor" ? await ledger.readAccount(sessionId) : undefined;
    const left = role === "editor" ? { maySpendMicros: editorsLeft(account) } : {};
    return context.json({ role, name, author, ...left }, 200);
  });

  app.openapi(acceptRoute, async (context) => {
    const { token, name } = context.req.valid("json");
    const read = readInviteToken(token);
    if (read === undefined) throw unusableInvite();
    const { sessionId, secret } = read;
    const ownerId = context.get("ownerId");
    const others = context.get("owners").filter((id) => id !== ownerId);
    const acceptance = { secret, owners: [ownerId, ...others] as const, memberId: newToken(), name };
    try {
      const role = await people.update(sessionId, (known, at) => planAccept(known, acceptance, at));
      return context.json({ sessionId, role }, 200);
    } catch (error) {
      throw error instanceof SessionMissingError ? unusableInvite() : error;
    }
  });

  app.openapi(membershipsRoute, async (context) => {
    const owners = context.get("owners");
    const found = await people.ofMember(owners, MOST_BOOKS);
    const books = await Promise.all(
      found.map(async (book) => {
        const role = memberOf(book, owners)?.role;
        const session = await sessions.read(book.sessionId);
        if (role === undefined || session === undefined) return [];
        const { sessionId, title, status } = session;
        return [{ sessionId, title, status, role }];
      }),
    );
    return context.json({ books: books.flat() }, 200);
  });
}

function shownLimit(account: Account | undefined) {
  const { limitMicros = 0, spentMicros = 0 } = account?.editors ?? {};
  return { limitMicros, spentMicros };
}

const iso = (ms: number) => new Date(ms).toISOString();

function shownMember({ memberId, role, name, joinedAt }: Member) {
  return { memberId, role, name, joinedAt: iso(joinedAt) };
}

function shownInvite({ inviteId, role, expiresAt, usesLeft }: Invite) {
  return { inviteId, role, usesLeft, expiresAt: iso(expiresAt) };
}

/** What operators may read of a book, and have read of it: for its owner only. */
function shownAccess({ supportUntil, openings = [] }: Partial<NonNullable<Schedule["about"]>> = {}) {
  return {
    ...(supportUntil !== undefined && { supportUntil: iso(supportUntil) }),
    openings: openings.map(({ at, reason }) => ({ at: iso(at), reason })),
  };
}
