// The active transactions: their ids, ages and expiry, and the locks that their reads and writes take.
import { randomUUID } from "node:crypto";
import { FirestoreError, invalid } from "./errors.ts";
import { type LockOwner, type LockTable, type LockTimeouts, lockTable } from "./locks.ts";
import type { Micros } from "./timestamps.ts";

export interface Transaction extends LockOwner {
  /** Base64, the JSON form of bytes. */
  readonly id: string;
  readonly startedAt: number;
  /** The read time of a read-only transaction. Null for a read-write one. */
  readonly readOnlyAt: Micros | null;
}

/** Milliseconds. The service's limits are 60 s idle and 270 s in total. */
export interface TransactionLimits extends LockTimeouts {
  readonly idleMs: number;
  readonly totalMs: number;
}

export const DEFAULT_LIMITS: TransactionLimits = {
  lockWaitMs: 12_000,
  abandonedMs: 4_000,
  idleMs: 60_000,
  totalMs: 270_000,
};

interface Transactions {
  readonly locks: LockTable;
  /** @param retryOf the id of the previous attempt, whose age the new transaction inherits. */
  begin(readOnlyAt: Micros | null, retryOf?: string): Transaction;
  /** Throws ABORTED for a transaction that lost its locks, INVALID_ARGUMENT for one that ended or never existed. */
  get(id: string): Transaction;
  /** Releases the locks and forgets the id. */
  end(transaction: Transaction): void;
  /** Ends the transaction with this id, if it is active. */
  endById(id: string): void;
  /** A lock owner for a commit without a transaction. */
  single(): LockOwner;
  /** Ends all active transactions. */
  close(): void;
}

/** Ids of ended transactions, kept so that late requests get the right error. */
const MAX_REMEMBERED = 10_000;

export function transactions(limits: TransactionLimits): Transactions {
  const locks = lockTable(limits);
  const active = new Map<string, { readonly transaction: Transaction; readonly idle: NodeJS.Timeout }>();
  const over = new Map<string, { readonly age: number; readonly reason: FirestoreError | null }>();
  let nextAge = 1;

  function finish(id: string, reason: FirestoreError | null): void {
    const entry = active.get(id);
    if (entry === undefined) return;
    clearTimeout(entry.idle);
    active.delete(id);
    over.set(id, { age: entry.transaction.age, reason });
    for (const oldest of over.keys()) {
      if (over.size <= MAX_REMEMBERED) break;
      over.delete(oldest);
    }
  }

  function end(transaction: Transaction): void {
    finish(transaction.id, null);
    locks.release(transaction);
  }

  return {
    locks,
    begin(readOnlyAt, retryOf) {
      const id = Buffer.from(randomUUID()).toString("base64");
      const transaction: Transaction = {
        id,
        readOnlyAt,
        age: (retryOf === undefined ? undefined : over.get(retryOf)?.age) ?? nextAge++,
        startedAt: performance.now(),
        lastUsed: performance.now(),
        onAbort: (reason) => finish(id, reason),
      };
      const expire = () => locks.abort(transaction, expired());
      active.set(id, { transaction, idle: setTimeout(expire, limits.idleMs).unref() });
      return transaction;
    },
    get(id) {
      const entry = active.get(id);
      if (entry === undefined) throw over.get(id)?.reason ?? expired();
      const { transaction, idle } = entry;
      if (performance.now() - transaction.startedAt > limits.totalMs) {
        locks.abort(transaction, expired());
        throw expired();
      }
      transaction.lastUsed = performance.now();
      idle.refresh();
      return transaction;
    },
    end,
    endById(id) {
      const entry = active.get(id);
      if (entry !== undefined) end(entry.transaction);
    },
    single: () => ({ age: nextAge++, lastUsed: performance.now(), onAbort: () => {} }),
    close() {
      // Youngest first, so that waiting transactions are rejected before the locks that they wait for are released.
      for (const { transaction } of [...active.values()].reverse()) {
        locks.abort(transaction, new FirestoreError("UNAVAILABLE", "The emulator is closing."));
      }
    },
  };
}

/** Clients retry a transaction if its error message contains "has expired". */
function expired(): FirestoreError {
  return invalid("The referenced transaction has expired or is no longer valid.");
}
