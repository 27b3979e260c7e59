// Deleting a session for good. What decides goes first, in one transaction that leaves a tombstone: from then on the session
// is missing for everybody, and no step of it is claimed, paid for or recorded. The rest is erased after that, at once and
// again when the last request that was in flight must be over, because a worker may write a page or a picture until then.

import type { Services } from "./services.ts";
import type { SessionCommands } from "./session.ts";
import { SessionStateError } from "./session.ts";
import type { Timings } from "./settings.ts";

export interface Tombstone {
  sessionId: string;
  deletedAt: number;
}

/** All throw `BusyError` when a store is down; each may be done again. */
export interface SessionEraser {
  /**
   * Takes away schedule, story and client document, and leaves the tombstone, in one transaction.
   * Throws `SessionMissingError` when there is no such session.
   */
  bury(sessionId: string): Promise<void>;
  /** Erases whatever else there is of a buried session: documents, files, remembered answers, keys of its start. */
  erase(sessionId: string): Promise<void>;
  /** Tombstones that were set before a time, the earliest first. */
  buriedBefore(time: number, limit: number): Promise<Tombstone[]>;
  /** Takes the tombstone away: nobody can write below it any more. */
  forget(sessionId: string): Promise<void>;
}

/** Throws `BusyError`, and `SessionMissingError` for an unknown session. */
export async function deleteSession(
  { commands, eraser }: { commands: SessionCommands; eraser: SessionEraser },
  sessionId: string,
): Promise<void> {
  try {
    // Whatever ends with a session, such as its part of a budget, ends here too.
    await commands.cancelSession(sessionId);
  } catch (error) {
    if (!(error instanceof SessionStateError)) throw error;
  }
  await eraser.bury(sessionId);
  await eraser.erase(sessionId);
}

const BATCH = 100;

/** How long after a deletion a worker that had begun before may still write: its deadline, its grace, and a minute. */
export function lateWritesMs({ stepDeadlineMs, abortGraceMs }: Timings): number {
  return stepDeadlineMs + abortGraceMs + 60_000;
}

/** Part of the sweep: erases once more what late workers left, and gives the number of sessions that are gone for good. */
export async function eraseLeftovers(
  { eraser, settings }: { eraser: SessionEraser } & Pick<Services, "settings">,
  now: number,
): Promise<number> {
  const over = now - lateWritesMs(settings.timings);
  const buried = await eraser.buriedBefore(over, BATCH);
  for (const { sessionId } of buried) {
    await eraser.erase(sessionId);
    await eraser.forget(sessionId);
  }
  return buried.length;
}
