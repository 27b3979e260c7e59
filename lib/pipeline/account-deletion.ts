// Deleting an account for good, with all its books. One transaction removes the account and its ways to sign in, and leaves a record, from
// which the sweep does the rest: it cancels each book, deletes it like a single one (`deletion.ts`), and deletes the account at the provider
// that proves who people are. The record stays until no request that began before the deletion can add anything.
import { type DocumentEraser, lateWritesMs } from "./deletion.ts";
import { BusyError } from "./errors.ts";
import { type ScheduleStore, SessionMissingError } from "./schedule-store.ts";
import type { SessionCommands } from "./session.ts";
import type { Timings } from "./settings.ts";

export interface DeletedAccount {
  ownerId: string;
  /** The account's id, and those of guests that joined it. */
  owners: readonly string[];
  /** Ids at the provider of the accounts by which the person signed in. */
  providerIds: readonly string[];
  /** Milliseconds since 1970. */
  deletedAt: number;
}

/** All throw `BusyError` when the store is down; each may be repeated. */
export interface AccountEraser {
  /**
   * Removes the account and its logins in one transaction with the record. Returns the record again if it is buried already, and undefined
   * if there is no such account.
   */
  bury(ownerId: string): Promise<DeletedAccount | undefined>;
  /** Removes all sign-ins, and whatever else names the owners: from then on their tokens are refused. */
  erase(owners: readonly string[]): Promise<void>;
  /** The owners' sessions, those that may still run first. */
  sessionsOf(owners: readonly string[]): Promise<string[]>;
  /** Whether somebody has signed in again by this account of the provider's. */
  isInUse(providerId: string): Promise<boolean>;
  /** Records, the earliest first. */
  buried(limit: number): Promise<DeletedAccount[]>;
  /** Removes the record, and the suspensions of its owners, in one transaction. */
  forget(account: DeletedAccount): Promise<void>;
}

/** The provider's accounts. Throws `BusyError` if it cannot be asked. A missing account is no error. */
export type DeleteAtProvider = (providerId: string) => Promise<void>;

export interface AccountDeletionParts {
  accounts: AccountEraser;
  commands: Pick<SessionCommands, "cancelSession">;
  schedules: Pick<ScheduleStore, "read" | "readSteps">;
  documents: Pick<DocumentEraser, "bury">;
  /**
   * Removes the owners from the people of others' books, with their comments there. May be repeated. `isLast`: no request from before the
   * deletion can write any more. Throws `BusyError`.
   */
  leaveBooks(owners: readonly string[], isLast: boolean): Promise<void>;
  /** Absent without a provider. */
  deleteAtProvider?: DeleteAtProvider | undefined;
  timings: Timings;
}

/** Books that one sweep deletes for one account; the next one continues. */
const MOST_BOOKS = 200;
const AT_ONCE = 10;
/** Accounts that one sweep continues. */
const BATCH = 20;

/** False if there is no such account. The sweep does the rest, and what an error here leaves. Throws `BusyError`. */
export async function deleteAccount(accounts: AccountEraser, ownerId: string): Promise<boolean> {
  const account = await accounts.bury(ownerId);
  if (account === undefined) return false;
  await accounts.erase(account.owners);
  return true;
}

/**
 * Part of the sweep. Returns the number of completely erased accounts. Throws `BusyError` if the store cannot list them, and an
 * `AggregateError` if some could not be erased and all others were.
 */
export async function eraseDeletedAccounts(parts: AccountDeletionParts, now: number): Promise<number> {
  const failures: Error[] = [];
  let gone = 0;
  for (const account of await parts.accounts.buried(BATCH)) {
    try {
      const left = await eraseAccount(parts, account, now);
      if (left > 0 || account.deletedAt > now - lateWritesMs(parts.timings)) continue;
      await parts.accounts.forget(account);
      gone += 1;
    } catch (error) {
      failures.push(new Error(`account ${account.ownerId} was not erased`, { cause: error }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("; "));
  return gone;
}

/** Returns the number of books that are left. */
async function eraseAccount(
  parts: AccountDeletionParts,
  { owners, providerIds, deletedAt }: DeletedAccount,
  now: number,
): Promise<number> {
  await parts.accounts.erase(owners);
  const mayWait = deletedAt > now - lateWritesMs(parts.timings);
  await parts.leaveBooks(owners, !mayWait);
  const books = await parts.accounts.sessionsOf(owners);
  // A worker ends a cancelled book's batches at their vendors, which it finds by the book's documents.
  let left = Math.max(0, books.length - MOST_BOOKS);
  for (let first = 0; first < Math.min(books.length, MOST_BOOKS); first += AT_ONCE) {
    const some = books.slice(first, Math.min(first + AT_ONCE, MOST_BOOKS));
    const done = await Promise.all(some.map((sessionId) => buryBook(parts, sessionId, mayWait)));
    left += done.filter((isBuried) => !isBuried).length;
  }
  // Tokens for listeners make an account there under each owner's id.
  for (const providerId of [...owners, ...providerIds]) {
    // Somebody who signed in again in the meantime has a new account here, and keeps the way into it.
    if (!(await parts.accounts.isInUse(providerId))) await parts.deleteAtProvider?.(providerId);
  }
  return left;
}

/** Whether the book is buried. */
async function buryBook(
  { commands, schedules, documents }: AccountDeletionParts,
  sessionId: string,
  mayWait: boolean,
): Promise<boolean> {
  try {
    await commands.cancelSession(sessionId);
  } catch (error) {
    if (error instanceof SessionMissingError) return true;
    if (error instanceof BusyError) throw error;
    // It has ended, or its schedule cannot be read: it is deleted in any case.
  }
  if (mayWait && (await hasBatches(schedules, sessionId))) return false;
  await documents.bury(sessionId).catch((error: unknown) => {
    if (!(error instanceof SessionMissingError)) throw error;
  });
  return true;
}

/** A schedule that cannot be read does not prevent the deletion. */
async function hasBatches(schedules: AccountDeletionParts["schedules"], sessionId: string): Promise<boolean> {
  try {
    const { inFlight = {}, leftBatches = [] } = (await schedules.read(sessionId)) ?? {};
    if (leftBatches.length > 0) return true;
    const records = await schedules.readSteps(sessionId, Object.keys(inFlight));
    return [...records.values()].some(({ batch }) => batch !== undefined);
  } catch (error) {
    if (error instanceof BusyError) throw error;
    return false;
  }
}
