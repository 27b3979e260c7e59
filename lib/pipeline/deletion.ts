// Deleting a session for good. What decides goes first, in one transaction that leaves a tombstone: from then on the session
// is missing for everybody, and no step of it is paid for or recorded. The rest is erased after that: at once, by the next
// sweeps, and again when the last request that was in flight must be over, because a worker may write a picture until then.

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

/** All throw `BusyError` when the store is down; each may be done again. */
export interface DocumentEraser {
  /**
   * Takes away schedule, story and client document, and leaves the tombstone, in one transaction.
   * Throws `SessionMissingError` when there is no such session.
   */
  bury(sessionId: string): Promise<void>;
  /** Erases whatever else there is of a buried session: documents, remembered answers, keys of its start. */
  erase(sessionId: string): Promise<void>;
  /** Tombstones that were set before a time, the earliest first. */
  buriedBefore(time: number, limit: number): Promise<Tombstone[]>;
  /** Takes the tombstone away: nobody can write below it any more. */
  forget(sessionId: string): Promise<void>;
}

export interface FileEraser {
  /** Erases every stored object of a session: pictures, results, bound files. Throws `BusyError` when the store is down. */
  eraseAll(sessionId: string): Promise<void>;
}

export interface Erasers {
  documents: DocumentEraser;
  files: FileEraser;
  /** What models gave, wherever it is remembered; absent where nothing is. */
  memo?: Pick<Memo, "forgetSession"> | undefined;
  /** Ends what vendors still make of a session; absent where nothing is. Throws `BusyError` when the store is down. */
  batches?: ((sessionId: string) => Promise<void>) | undefined;
}

/** Throws `BusyError`, and `SessionMissingError` for an unknown session. */
export async function deleteSession(
  { commands, erasers }: { commands: SessionCommands; erasers: Erasers },
  sessionId: string,
): Promise<void> {
  try {
    // Whatever ends with a session, such as its part of a budget, ends here too.
    await commands.cancelSession(sessionId);
  } catch (error) {
    if (error instanceof BusyError || error instanceof SessionMissingError) throw error;
    // It has ended, or its schedule cannot be read: it goes all the same, and `eraseLeftovers` closes its account.
  }
  try {
    await erasers.batches?.(sessionId);
  } catch (error) {
    // A schedule that cannot be read keeps nobody from deleting it.
    if (error instanceof BusyError) throw error;
  }
  await erasers.documents.bury(sessionId);
  await erase(erasers, sessionId);
}

async function erase({ documents, files, memo }: Erasers, sessionId: string): Promise<void> {
  // It reads the ids that the quick levels know, so before the documents are gone.
  await memo?.forgetSession(sessionId);
  await Promise.all([documents.erase(sessionId), files.eraseAll(sessionId)]);
}

const BATCH = 100;

/** How long after a deletion a worker that had begun before may still write: its deadline, its grace, and a minute. */
export function lateWritesMs({ stepDeadlineMs, abortGraceMs }: Timings): number {
  return stepDeadlineMs + abortGraceMs + 60_000;
}

/** How soon most workers have noticed that their session is gone: a heartbeat, and what they may take to wind up. */
function noticedMs({ heartbeatMs, abortGraceMs }: Timings): number {
  return heartbeatMs + abortGraceMs;
}

/**
 * Part of the sweep: erases once more what late workers left, soon and again when the last of them must be over. Then it
 * closes the session's account, which stays, and takes the tombstone away. Gives the number of sessions that are gone for good.
 * Throws `BusyError` when the store cannot be asked for them, and an `AggregateError` when some could not be erased and all others were.
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
