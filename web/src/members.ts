// The user's role on a book, and the requests about its people and comments.
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PageComments } from "../../lib/api/comments.ts";
import type { MemberRole, Role } from "../../lib/api/roles.ts";
import { ask, knownOwner } from "./api.ts";
import type { ClientSession, OwnedSession } from "./documents.ts";
import { bookKey, serverState } from "./server-state.ts";

export type { MemberRole, PageComments, Role };

export interface Membership {
  role: Role;
  name?: string;
  /** For an editor: what editors may still spend on pictures. */
  maySpendMicros?: number;
  /** The id by which the user's comments are listed. */
  author: string;
}

export interface Member {
  memberId: string;
  role: MemberRole;
  name?: string;
  joinedAt: string;
}

export interface Invite {
  inviteId: string;
  role: MemberRole;
  expiresAt: string;
  usesLeft: number;
}

export interface BookPeople {
  members: Member[];
  invites: Invite[];
  editors: { limitMicros: number; spentMicros: number };
  operators: OperatorsAccess;
}

/** What operators may read of the book, and have read of it. */
export interface OperatorsAccess {
  supportUntil?: string;
  openings: { at: string; reason: string }[];
}

const below = (sessionId: string) => `/manga/sessions/${sessionId}`;

const membershipQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...bookKey(sessionId), "membership"],
    queryFn: () => ask<Membership>("GET", `${below(sessionId)}/membership`),
  });

/** Until it is known, what every member may do. */
const UNKNOWN: Membership = { role: "reader", author: "" };

/** An account asks also for its own books: it may own those of guests, whose owner ids this browser does not know. */
export function useMembership(session: ClientSession | undefined): Membership {
  const isOwn = session !== undefined && session.ownerId === knownOwner();
  const { data } = useQuery({
    ...membershipQuery(session?.sessionId ?? ""),
    enabled: session !== undefined && !isOwn,
  });
  return isOwn ? { role: "owner", author: session.ownerId } : (data ?? UNKNOWN);
}

export const askForPeople = (sessionId: string) => ask<BookPeople>("GET", `${below(sessionId)}/people`);

const operatorsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...bookKey(sessionId), "operators"],
    queryFn: async () => (await askForPeople(sessionId)).operators,
    staleTime: 0,
  });

/** Only the owner may ask. */
export const useOperatorsAccess = (sessionId: string, isAsked: boolean) =>
  useQuery({ ...operatorsQuery(sessionId), enabled: isAsked });

const ownedQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...bookKey(sessionId), "owned"],
    queryFn: () => ask<OwnedSession>("GET", below(sessionId)),
    staleTime: 0,
  });

/** The session with what only its owner is told: listeners do not receive that. Only the owner may ask. */
export const useOwned = (sessionId: string, isAsked: boolean) =>
  useQuery({ ...ownedQuery(sessionId), enabled: isAsked });

export type Sharing = Pick<OwnedSession, "visibility" | "shareToken" | "findable">;

/** Opens a book to everybody with its link, or closes it. Only public books may be indexed by search engines. */
export async function changeSharing(
  sessionId: string,
  visibility: Sharing["visibility"],
): Promise<Pick<Sharing, "visibility" | "findable">> {
  const body = { visibility, findable: visibility === "public" };
  const { shareToken, findable } = await ask<Sharing>("PATCH", below(sessionId), { body });
  serverState.setQueryData(
    ownedQuery(sessionId).queryKey,
    (before) => before && { ...before, visibility, shareToken },
  );
  return { visibility, findable };
}

/** Lets operators read the book for three days, or no longer. */
export async function allowOperators(sessionId: string, support: boolean): Promise<void> {
  type Allowed = Pick<OperatorsAccess, "supportUntil">;
  const { supportUntil } = await ask<Allowed>("PATCH", below(sessionId), { body: { support } });
  serverState.setQueryData(
    operatorsQuery(sessionId).queryKey,
    (before): OperatorsAccess => ({
      openings: before?.openings ?? [],
      ...(supportUntil !== undefined && { supportUntil }),
    }),
  );
}

/** Returns the invitation's token. */
export async function makeInvite(
  sessionId: string,
  invite: { role: MemberRole; uses: number },
): Promise<string> {
  const path = `${below(sessionId)}/people/invites`;
  return (await ask<{ token: string }>("POST", path, { body: invite })).token;
}

export const withdrawInvite = (sessionId: string, inviteId: string) =>
  ask("DELETE", `${below(sessionId)}/people/invites/${inviteId}`);

export const changeRole = (sessionId: string, memberId: string, role: MemberRole) =>
  ask("PATCH", `${below(sessionId)}/people/${memberId}`, { body: { role } });

export const removeMember = (sessionId: string, memberId: string) =>
  ask("DELETE", `${below(sessionId)}/people/${memberId}`);

export const limitEditors = (sessionId: string, limitMicros: number) =>
  ask("PUT", `${below(sessionId)}/people/limit`, { body: { limitMicros } });

export const leaveBook = (sessionId: string) => ask("DELETE", `${below(sessionId)}/membership`);

export const acceptInvite = (token: string, name: string) =>
  ask<{ sessionId: string; role: MemberRole }>("POST", "/manga/invites/accept", {
    body: { token, ...(name !== "" && { name }) },
  });

interface LentBook extends Pick<ClientSession, "sessionId" | "title" | "status"> {
  role: MemberRole;
}

export const askForLentBooks = async () =>
  (await ask<{ books: LentBook[] }>("GET", "/manga/memberships")).books;

/** A panel of a page, or the whole page. */
export interface CommentPlace {
  page: number;
  panel?: string | undefined;
}

export type PlacedComment = PageComments["comments"][number] & { page: number };

export const commentsOf = (pages: readonly PageComments[]): PlacedComment[] =>
  pages
    .toSorted((a, b) => a.page - b.page)
    .flatMap(({ page, comments }) => comments.map((one) => ({ ...one, page })));

export const writeComment = (sessionId: string, { page, panel }: CommentPlace, text: string) =>
  ask("POST", `${below(sessionId)}/pages/${page}/comments`, { body: { text, ...(panel && { panel }) } });

export const deleteComment = (sessionId: string, page: number, commentId: string) =>
  ask("DELETE", `${below(sessionId)}/pages/${page}/comments/${commentId}`);
