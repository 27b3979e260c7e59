// The transactions that are under way: their ids, ages and ends. Reads and writes of one go through its locks.
import { randomUUID } from "node:crypto";
import { FirestoreError, invalid } from "./errors.ts";
import { type LockOwner, type LockPatience, type LockTable, lockTable } from "./locks.ts";
import type { Micros } from "./timestamps.ts";

export interface Transaction extends LockOwner {
  /** Base64, as bytes travel in the wire's JSON form. */
  readonly id: string;
  readonly startedAt: number;
  /** The point in time that a read-only transaction reads; null for a read-write one. */
  readonly readOnlyAt: Micros | null;
}

/** Milliseconds. The service's own are 60 s idle and 270 s in all. */
export interface TransactionLimits extends LockPatience {
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
  /** @param retryOf the id of the attempt before, whose age the new transaction inherits. */
  begin(readOnlyAt: Micros | null, retryOf?: string): Transaction;
  /** Throws ABORTED for one that lost its locks, INVALID_ARGUMENT for one that ended or never was. */
  get(id: string): Transaction;
  /** Releases its locks; its id is of no use afterwards. */
  end(transaction: Transaction): void;
  /** Ends the one with this id, if it is still under way. */
  endById(id: string): void;
  /** An owner for writes outside of any transaction. */
  single(): LockOwner;
  /** Ends everything that is under way. */
  close(): void;
}

/** Ids of transactions that are over, kept for what their clients may still ask. */
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
      // The youngest first: whoever waits is refused before the locks that it waits for are free.
      for (const { transaction } of [...active.values()].reverse()) {
        locks.abort(transaction, new FirestoreError("UNAVAILABLE", "The emulator is closing."));
      }
    },
  };
}

/** The words matter: clients retry a transaction whose error says that it "has expired". */
function expired(): FirestoreError {
  return invalid("The referenced transaction has expired or is no longer valid.");
}
