// The people of a book besides its owner, and its open invitations: the document `people/{sessionId}`, its store, and the pure functions that
// change it. An invitation is a secret that its owner passes on; only its hash is stored.
import * as z from "zod";
import { contentHash } from "../pipeline/canonical-json.ts";
import { ApiProblem } from "./problems.ts";
import { isAtLeast, type MemberRole, MemberRoleSchema } from "./roles.ts";

export const MOST_MEMBERS = 50;
export const MOST_INVITES = 20;
export const MOST_USES = 50;
export const LONGEST_HOURS = 720;

/** Milliseconds since 1970. */
const TimeSchema = z.int().nonnegative();
const IdSchema = z.string().min(1).max(128);

const MemberSchema = z.object({
  /** Names the member in the API; random, so that the owner does not learn the id of an account. */
  memberId: IdSchema,
  ownerId: IdSchema,
  role: MemberRoleSchema,
  /** As the member wrote it. */
  name: z.string().max(60).optional(),
  joinedAt: TimeSchema,
});
export type Member = z.infer<typeof MemberSchema>;

const InviteSchema = z.object({
  inviteId: IdSchema,
  /** SHA-256 of the secret. */
  hash: z.string().length(64),
  role: MemberRoleSchema,
  expiresAt: TimeSchema,
  usesLeft: z.int().positive().max(MOST_USES),
});
export type Invite = z.infer<typeof InviteSchema>;

export const BookPeopleSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  members: z.array(MemberSchema).max(MOST_MEMBERS),
  invites: z.array(InviteSchema).max(MOST_INVITES),
  /** Owner ids of all members, for `firestore.rules` and for the list of a member's books. */
  readers: z.array(IdSchema).max(MOST_MEMBERS),
  /** Owner ids of the editors, for `firestore.rules`. */
  editors: z.array(IdSchema).max(MOST_MEMBERS),
});
export type BookPeople = z.infer<typeof BookPeopleSchema>;

/**
 * Somebody who left a book or was removed, as whom their comments there are written: `sessions/{id}/formerMembers/{memberId}`. Nobody can
 * listen to it.
 */
export const FormerMemberSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  memberId: IdSchema,
  ownerId: IdSchema,
});
export type FormerMember = z.infer<typeof FormerMemberSchema>;

/** All throw `BusyError` when the store is down. */
export interface PeopleStore {
  /** Undefined if nobody was ever invited. */
  read(sessionId: string): Promise<BookPeople | undefined>;
  /** Books of which one of the ids is a member; in no order. */
  ofMember(owners: readonly string[], limit: number): Promise<BookPeople[]>;
  /**
   * Runs `decide` in a transaction, possibly more than once. Returned people are written; who is no longer among them is kept as a former
   * member, in the same transaction. `ownerId` is the book's owner. Throws
   * `SessionMissingError` if there is no such session, and what `decide` throws.
   */
  update<T>(
    sessionId: string,
    decide: (people: BookPeople, at: { now: number; ownerId: string }) => { people?: BookPeople; value: T },
  ): Promise<T>;
  /** Where one of the ids was a member; in no order. */
  formerly(owners: readonly string[], limit: number): Promise<FormerMember[]>;
  /** May be repeated. */
  forget(former: FormerMember): Promise<void>;
}

/** Those whom a change removes. */
export function formerMembers(before: BookPeople, after: BookPeople): FormerMember[] {
  const left = before.members.filter(
    ({ memberId }) => !after.members.some((one) => one.memberId === memberId),
  );
  const { sessionId } = before;
  return left.map(({ memberId, ownerId }) => ({ schemaVersion: 1, sessionId, memberId, ownerId }));
}

export function nobodyIn(sessionId: string): BookPeople {
  return { schemaVersion: 1, sessionId, members: [], invites: [], readers: [], editors: [] };
}

/** The member that has one of the ids. A person who joined twice, as a guest and as an account, has the highest of their roles. */
export function memberOf(people: BookPeople | undefined, owners: readonly string[]): Member | undefined {
  const own = people?.members.filter(({ ownerId }) => owners.includes(ownerId)) ?? [];
  return own.toSorted((a, b) => (isAtLeast(a.role, b.role) ? -1 : 1))[0];
}

function withMembers(people: BookPeople, members: Member[]): BookPeople {
  const editors = members.filter(({ role }) => role === "editor");
  return {
    ...people,
    members,
    readers: members.map(({ ownerId }) => ownerId),
    editors: editors.map(({ ownerId }) => ownerId),
  };
}

/** The text that is passed on: the book's id and the secret. */
export function inviteToken(sessionId: string, secret: string): string {
  return `${sessionId}.${secret}`;
}

/** Undefined if the text cannot be an invitation. */
export function readInviteToken(token: string): { sessionId: string; secret: string } | undefined {
  const [, sessionId, secret] = /^([\w-]{1,64})\.([\w-]{1,128})$/.exec(token) ?? [];
  return sessionId === undefined || secret === undefined ? undefined : { sessionId, secret };
}

export interface NewInvite {
  inviteId: string;
  secret: string;
  role: MemberRole;
  uses: number;
  hours: number;
}

/** Adds an invitation, and drops the expired ones. Throws `ApiProblem` (409) if too many are open. */
export function planInvite(people: BookPeople, asked: NewInvite, now: number) {
  const open = people.invites.filter(({ expiresAt }) => expiresAt > now);
  if (open.length >= MOST_INVITES) {
    const detail = `A book has at most ${MOST_INVITES} open invitations; withdraw one.`;
    throw new ApiProblem(409, "too-many-invites", detail);
  }
  const { inviteId, secret, role, uses, hours } = asked;
  const expiresAt = now + hours * 3_600_000;
  const invite: Invite = { inviteId, hash: contentHash(secret), role, expiresAt, usesLeft: uses };
  return { people: { ...people, invites: [...open, invite] }, value: invite };
}

/** The 422 answer to an invitation that cannot be accepted. It does not say whether the book exists. */
export function unusableInvite(): ApiProblem {
  const detail = "The invitation does not exist, has expired or was used; ask for a new one.";
  return new ApiProblem(422, "invite-unusable", detail, { field: "token" });
}

export interface Acceptance {
  secret: string;
  /** The ids of the person; the first is that of the member. */
  owners: readonly [string, ...string[]];
  memberId: string;
  name: string | undefined;
}

/**
 * Makes a person a member by an invitation, which loses one use. A member keeps the membership: an invitation to a lower or the same role
 * changes nothing and costs no use, so accepting may be repeated while the invitation is there.
 */
export function planAccept(
  people: BookPeople,
  { secret, owners, memberId, name }: Acceptance,
  { now, ownerId }: { now: number; ownerId: string },
): { people?: BookPeople; value: MemberRole } {
  const hash = contentHash(secret);
  const invite = people.invites.find((one) => one.hash === hash);
  if (invite === undefined || invite.expiresAt <= now) throw unusableInvite();
  if (owners.includes(ownerId)) {
    throw new ApiProblem(409, "already-owner", "The book is yours; pass the invitation on to somebody else.");
  }
  const known = memberOf(people, owners);
  if (known !== undefined && isAtLeast(known.role, invite.role)) return { value: known.role };
  if (known === undefined && people.members.length >= MOST_MEMBERS) {
    throw new ApiProblem(409, "too-many-members", `A book has at most ${MOST_MEMBERS} people.`);
  }
  const joined: Member = {
    ...(known ?? { memberId, ownerId: owners[0], joinedAt: now, ...(name !== undefined && { name }) }),
    role: invite.role,
  };
  const others = people.members.filter((one) => one !== known);
  const invites = people.invites.flatMap((one) => {
    if (one !== invite) return [one];
    return one.usesLeft > 1 ? [{ ...one, usesLeft: one.usesLeft - 1 }] : [];
  });
  return { people: withMembers({ ...people, invites }, [...others, joined]), value: invite.role };
}

/** Throws `ApiProblem` (422) if there is no such member. */
export function planRole(people: BookPeople, memberId: string, role: MemberRole) {
  const member = people.members.find((one) => one.memberId === memberId);
  if (member === undefined) {
    throw new ApiProblem(422, "no-such-member", "The book has no such member; list its people.");
  }
  const changed = { ...member, role };
  const members = people.members.map((one) => (one === member ? changed : one));
  return { people: withMembers(people, members), value: changed };
}

/** Removes the members for whom `isGone` holds. */
export function planRemoval(people: BookPeople, isGone: (member: Member) => boolean) {
  const members = people.members.filter((member) => !isGone(member));
  return { people: withMembers(people, members), value: members.length < people.members.length };
}

export function planWithdrawal(people: BookPeople, inviteId: string) {
  const invites = people.invites.filter((invite) => invite.inviteId !== inviteId);
  return { people: { ...people, invites }, value: undefined };
}
