// Transactions that try again on contention, twenty times, with waits that spread the contenders.
// The client's own retries wait a second and more each, which a step that holds a slot cannot afford.
import { setTimeout as sleep } from "node:timers/promises";
import type { Firestore, Transaction } from "@google-cloud/firestore";
import { BusyError } from "../pipeline/errors.ts";
import { type Database, type StoredDocument, storedOf } from "./firestore-documents.ts";
import { isPassing } from "./firestore-errors.ts";

const TRIES = 20;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 1_500;

/** `decide` runs once a try. Throws `BusyError` when no try succeeded, and what `decide` throws. */
export async function transact<T>(
  client: Database["client"],
  decide: (tx: Transaction, db: Firestore) => Promise<T>,
): Promise<T> {
  const db = await client();
  const tried = (tx: Transaction) => decide(tx, db);
  return patiently(() => db.runTransaction(tried, { maxAttempts: 1 }));
}

/**
 * What came of a transaction that may refuse. The refusal is thrown when the transaction has ended: thrown inside it, the client would
 * send a rollback and not wait for it, and whoever has answered by then may get no more CPU to send it, while its locks hold up others.
 */
export type Verdict<T> = { value: T } | { refused: unknown };

/** What `decide` throws is a refusal. To be asked before anything is written. */
export function judged<T>(decide: () => T): Verdict<T> {
  try {
    return { value: decide() };
  } catch (refused) {
    return { refused };
  }
}

/** Tries again as often and with the same waits what may be done twice. Throws as `transact` does. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (attempt === TRIES) {
        throw new BusyError(`Firestore failed ${TRIES} times`, undefined, { cause: error });
      }
    }
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    await sleep(longest * (0.25 + 0.75 * Math.random()));
  }
}

/** A transaction, or a commit without one. */
export interface Writer {
  set(path: string, document: object): unknown;
}

export const writerOf = (db: Firestore, tx: Transaction): Writer => ({
  set: (path, document) => tx.set(db.doc(path), document),
});

/** In the order of their paths; of `fields`, where given, these alone. */
export async function readIn(
  tx: Transaction,
  db: Firestore,
  { paths, fields }: { paths: readonly string[]; fields?: string[] },
): Promise<StoredDocument[]> {
  if (paths.length === 0) return [];
  const documents = paths.map((path) => db.doc(path));
  const found = await tx.getAll(...documents, ...(fields === undefined ? [] : [{ fieldMask: fields }]));
  return found.map(storedOf);
}
