// Transactions with retries on contention: up to twenty attempts, with randomised waits. The client's own retries wait a second or more
// each, too long for a step that holds a slot.
import { setTimeout as sleep } from "node:timers/promises";
import { BusyError } from "../pipeline/errors.ts";
import type { Documents, DocumentTransaction } from "./documents.ts";
import { isPassing, lastingError } from "./firestore-errors.ts";

const TRIES = 20;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 1_500;

/**
 * `decide` runs once for each attempt. Throws `BusyError` if no attempt succeeded, `TerminalError` if Firestore refuses permanently, and
 * what `decide` throws; always after the last attempt has ended, because a process may get no more CPU after its answer, while the locks of
 * an open transaction block others.
 */
export function transact<T>(
  { beginTransaction }: Pick<Documents, "beginTransaction">,
  decide: (tx: Omit<DocumentTransaction, "send" | "rollback">) => Promise<T>,
): Promise<T> {
  return patiently(async () => {
    const tx = beginTransaction();
    try {
      const value = await decide(tx);
      await tx.send();
      return value;
    } catch (error) {
      // Firestore also ends a transaction that it hears nothing more about.
      await tx.rollback().catch(() => {});
      throw error;
    }
  });
}

/** Repeats an idempotent operation as often and with the same waits. Throws as `transact` does. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw lastingError(error);
      if (attempt === TRIES) {
        throw new BusyError(`Firestore failed ${TRIES} times`, undefined, { cause: error });
      }
    }
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    await sleep(longest * (0.25 + 0.75 * Math.random()));
  }
}
