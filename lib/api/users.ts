// User accounts and their logins.
import * as z from "zod";
import { type DayLimit, DayLimitSchema } from "../pipeline/ledger.ts";

export const UserKindSchema = z.enum(["password", "google", "firebase", "guest"]);

/** Maximum number of guests that one account takes in. */
export const MOST_GUESTS = 10;

export const UserSchema = z.object({
  schemaVersion: z.literal(2),
  ownerId: z.string(),
  kind: UserKindSchema,
  email: z.string().optional(),
  name: z.string().optional(),
  createdAt: z.iso.datetime(),
  /** Daily limit for the user's sessions; the ledger reads it. */
  dayLimit: DayLimitSchema,
  /** Whether Identity Platform has verified the address. */
  emailVerified: z.boolean().optional(),
  /**
   * Whether the account is an operator, and as of when (milliseconds since 1970). Identity Platform's claim `operator` is read at each
   * sign-in, and `mekuri keys operator` sets it; the later of two answers holds. Absent: not an operator, and never was.
   */
  operator: z.object({ isGranted: z.boolean(), asOf: z.int().nonnegative() }).optional(),
  /** Milliseconds since 1970: when a guest became this account. Earlier sign-ins and the guest's key have ended. */
  accountSince: z.int().nonnegative().optional(),
  /** Owner ids of guests that joined this account. Their books stay under these ids. */
  alsoOwns: z.array(z.string()).max(MOST_GUESTS).optional(),
  /** On a guest's user: the account that it joined. Its key has ended. */
  joinedTo: z.string().optional(),
});
export type User = z.infer<typeof UserSchema>;

/** Key of a login: an address, a Google subject, or a guest key. The pair of kind and name is unique. */
export interface LoginName {
  kind: User["kind"];
  subject: string;
}

export const LoginSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  /** Only for the kind `password`. */
  passwordHash: z.string().optional(),
  /** Only for the kind `firebase`: the account's id at Identity Platform, to delete it there with the account here. */
  providerId: z.string().max(128).optional(),
  /**
   * Only for the kind `password`, if the account was copied to Identity Platform: its id there, and since when its sign-ins were valid then,
   * in seconds since 1970.
   */
  imported: z.object({ providerId: z.string().max(128), validSince: z.number() }).optional(),
});
export type Login = z.infer<typeof LoginSchema>;

export interface Entry {
  /** The user to create if the login is new. */
  user: User;
  /** Only for a new login of the kind `password`. */
  passwordHash?: string | undefined;
  /** A guest that becomes this account, or joins it. */
  guestId?: string | undefined;
}

export type Entered =
  | { outcome: "created" | "known"; user: User }
  /** Nothing was written. `guest-has-account`: the guest is another account, or has joined one. */
  | { outcome: "guest-has-account" | "too-many-guests" };

/** All throw `BusyError` when the store is down. */
export interface UserStore {
  findLogin(name: LoginName): Promise<Login | undefined>;
  /**
   * Signs in by a login in one transaction, as `planEntry` decides: creates login and user if the login is new, and takes in the guest.
   * Repeating it changes nothing.
   */
  enter(name: LoginName, entry: Entry): Promise<Entered>;
  /** Replaces the hash `known`. Does nothing if another hash is stored by now. */
  replaceHash(name: LoginName, known: string, fresh: string): Promise<void>;
  read(ownerId: string): Promise<User | undefined>;
  /** Sets an operator's limit, which applies from the next allotment on. False if the user does not exist. */
  setDayLimit(ownerId: string, limit: DayLimit): Promise<boolean>;
  /** Makes the user an operator or not, in force with the next request. False if the user does not exist. */
  setOperator(ownerId: string, isGranted: boolean): Promise<boolean>;
}

export interface PlannedEntry {
  entered: Entered;
  /** Changed and new users. */
  writes: User[];
}

/** The login that a sign-in writes: a new one, or one of before the provider's id was recorded. */
export function loginAfter(
  { kind, subject }: LoginName,
  before: Login | undefined,
  { ownerId, passwordHash }: { ownerId: string; passwordHash?: string | undefined },
): Login | undefined {
  const provider = kind === "firebase" ? { providerId: subject } : {};
  if (before === undefined) return { schemaVersion: 1, ownerId, passwordHash, ...provider };
  return kind === "firebase" && before.providerId === undefined ? { ...before, ...provider } : undefined;
}

/** Decides a sign-in. `known`: the login's user; `guest`: the user of `entry.guestId`; `now`: milliseconds since 1970. */
export function planEntry(
  { known, guest }: { known: User | undefined; guest: User | undefined },
  { user, guestId }: Entry,
  now: number,
): PlannedEntry {
  const refused = (outcome: "guest-has-account" | "too-many-guests") => ({
    entered: { outcome },
    writes: [],
  });
  const isGuest = guest?.kind === "guest" && guest.joinedTo === undefined;
  if (known === undefined) {
    if (guestId !== undefined && !isGuest) return refused("guest-has-account");
    const { operator: _, ...plain } = user;
    const created =
      guest === undefined
        ? { ...plain, ...provedOf(user) }
        : verified({ ...guest, kind: user.kind, ...provedOf(user), accountSince: now });
    return { entered: { outcome: "created", user: created }, writes: [created] };
  }
  const current = verified({ ...known, ...provedOf(user, known) });
  const hasChanged = JSON.stringify(current) !== JSON.stringify(known);
  if (guestId === undefined || guestId === known.ownerId || guest?.joinedTo === known.ownerId) {
    return { entered: { outcome: "known", user: current }, writes: hasChanged ? [current] : [] };
  }
  if (guest === undefined || !isGuest) return refused("guest-has-account");
  const { alsoOwns = [] } = current;
  if (alsoOwns.length >= MOST_GUESTS) return refused("too-many-guests");
  const joined = { ...current, alsoOwns: [...alsoOwns, guestId] };
  return {
    entered: { outcome: "known", user: joined },
    writes: [joined, { ...guest, joinedTo: known.ownerId }],
  };
}

/** What the provider says about a person at each sign-in. */
function provedOf({ email, name, emailVerified, operator }: User, known?: User): Partial<User> {
  const isNews = operator !== undefined && operator.asOf > (known?.operator?.asOf ?? -1);
  // Most people are no operators: their documents do not change with each sign-in.
  const isChange = isNews && operator.isGranted !== (known?.operator?.isGranted ?? false);
  return {
    ...(isChange ? { operator } : {}),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(emailVerified === undefined ? {} : { emailVerified }),
  };
}

/** A verified address raises the daily limit of a new account to the service's. A limit that an operator set stays. */
function verified(user: User): User {
  return user.emailVerified && user.dayLimit === "new-account" ? { ...user, dayLimit: "service" } : user;
}

/** The user after an operator's command. `now`: milliseconds since 1970. */
export function withOperator(user: User, isGranted: boolean, now: number): User {
  return { ...user, operator: { isGranted, asOf: Math.max(now, (user.operator?.asOf ?? -1) + 1) } };
}

/** The owner ids whose books the user may see and change. */
export function ownersOf({ ownerId, alsoOwns = [] }: Pick<User, "ownerId" | "alsoOwns">): string[] {
  return [ownerId, ...alsoOwns];
}
