// Transactions that try again on contention, twenty times, with waits that spread the contenders.
// The client's own retries wait a second and more each, which a step that holds a slot cannot afford.
import { setTimeout as sleep } from "node:timers/promises";
import { BusyError } from "../pipeline/errors.ts";
import type { Documents, DocumentTransaction } from "./documents.ts";
import { isPassing, lastingError } from "./firestore-errors.ts";

const TRIES = 20;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 1_500;

/**
 * `decide` runs once a try. Throws `BusyError` when no try succeeded, `TerminalError` when Firestore refuses for good, and what `decide`
 * throws; each when the last one has ended, since
 * whoever has answered by then may get no more CPU, while the locks of what did not end hold up others.
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
      // Firestore ends it as well when it hears no more of it.
      await tx.rollback().catch(() => {});
      throw error;
    }
  });
}

/** Tries again as often and with the same waits what may be done twice. Throws as `transact` does. */
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
