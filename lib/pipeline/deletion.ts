// Deleting a session for good. The documents that decide are deleted first, in one transaction that leaves a tombstone: from then on the
// session counts as missing, and no step of it is paid for or recorded. The rest is erased after that: at once, by the next sweeps, and
// again when the last request in flight must have ended, because a worker may write a picture until then.

import { BusyError } from "./errors.ts";
import type { Memo } from "./memo.ts";
import { SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { SessionCommands } from "./session.ts";
import type { Timings } from "./settings.ts";

export interface Tombstone {
  sessionId: string;
  deletedAt: number;
}

/** All throw `BusyError` when the store is down; each may be repeated. */
export interface DocumentEraser {
  /**
   * Deletes schedule, story and client document, and leaves the tombstone, in one transaction. Throws `SessionMissingError` when there is
   * no such session.
   */
  bury(sessionId: string): Promise<void>;
  /** Erases all other data of a buried session: documents, remembered answers, keys of its start. */
  erase(sessionId: string): Promise<void>;
  /** Tombstones set before a time, earliest first. */
  buriedBefore(time: number, limit: number): Promise<Tombstone[]>;
  /** Removes the tombstone: no worker can write for the session any more. */
  forget(sessionId: string): Promise<void>;
}

export interface FileEraser {
  /** Erases every stored object of a session: pictures, results, bound files. Throws `BusyError` when the store is down. */
  eraseAll(sessionId: string): Promise<void>;
}

export interface Erasers {
  documents: DocumentEraser;
  files: FileEraser;
  /** Stored answers of models; absent without a memo. */
  memo?: Pick<Memo, "forgetSession"> | undefined;
  /** Ends a session's batches at their vendors; absent where there are none. Throws `BusyError` when the store is down. */
  batches?: ((sessionId: string) => Promise<void>) | undefined;
}

/** Throws `BusyError`, and `SessionMissingError` for an unknown session. */
export async function deleteSession(
  { commands, erasers }: { commands: SessionCommands; erasers: Erasers },
  sessionId: string,
): Promise<void> {
  try {
    // The end of a session also ends what belongs to it, such as its part of a budget.
    await commands.cancelSession(sessionId);
  } catch (error) {
    if (error instanceof BusyError || error instanceof SessionMissingError) throw error;
    // The session has ended, or its schedule cannot be read: it is deleted in any case, and `eraseLeftovers` closes its account.
  }
  try {
    await erasers.batches?.(sessionId);
  } catch (error) {
    // A schedule that cannot be read does not prevent the deletion.
    if (error instanceof BusyError) throw error;
  }
  await erasers.documents.bury(sessionId);
  await erase(erasers, sessionId);
}

async function erase({ documents, files, memo }: Erasers, sessionId: string): Promise<void> {
  // It reads the ids that the fast levels know, so it runs before the documents are deleted.
  await memo?.forgetSession(sessionId);
  await Promise.all([documents.erase(sessionId), files.eraseAll(sessionId)]);
}

const BATCH = 100;

/** How long after a deletion a worker that began before it may still write: its deadline, its grace, and a minute. */
export function lateWritesMs({ stepDeadlineMs, abortGraceMs }: Timings): number {
  return stepDeadlineMs + abortGraceMs + 60_000;
}

/** How soon most workers have noticed that their session is gone: a heartbeat, and the grace for aborted work. */
function noticedMs({ heartbeatMs, abortGraceMs }: Timings): number {
  return heartbeatMs + abortGraceMs;
}

/**
 * Part of the sweep: erases again what late workers wrote, soon, and once more when the last of them must have ended. Then it closes the
 * session's account, which stays, and removes the tombstone. Returns the number of completely erased sessions. Throws `BusyError` if the
 * store cannot list them, and an `AggregateError` if some could not be erased and all others were.
 */
export async function eraseLeftovers(
  { erasers, settings, ledger }: { erasers: Erasers } & Pick<Services, "settings" | "ledger">,
  now: number,
): Promise<number> {
  const { timings } = settings;
  const buried = await erasers.documents.buriedBefore(now - noticedMs(timings), BATCH);
  const failures: Error[] = [];
  let gone = 0;
  for (const { sessionId, deletedAt } of buried) {
    try {
      await erase(erasers, sessionId);
      if (deletedAt > now - lateWritesMs(timings)) continue;
      await ledger.rest(sessionId, 0);
      await erasers.documents.forget(sessionId);
      gone += 1;
    } catch (error) {
      failures.push(new Error(`session ${sessionId} was not erased`, { cause: error }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("; "));
  return gone;
}
