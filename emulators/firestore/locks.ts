// Pessimistic locks: exclusive on documents, shared on queries (a write that would enter or leave a locked query's result waits).
// Blocked requests wait in a queue. A deadlock is resolved by aborting its youngest transaction.
import type { DocumentChange } from "./documents.ts";
import { FirestoreError } from "./errors.ts";
import type { Query } from "./query.ts";

/** A transaction, or a single write, that holds locks or waits for them. */
export interface LockOwner {
  /** The youngest owner has the highest number. A retried transaction keeps the number of its first attempt. */
  readonly age: number;
  /** performance.now() at the owner's last call. */
  lastUsed: number;
  /** Called when the owner is aborted and loses its locks. */
  onAbort(reason: FirestoreError): void;
}

/** The result of an attempt: either it did its work, or it did nothing and names the owners that block it. */
type Attempt<T> = () => { readonly value: T } | { readonly blockedBy: ReadonlySet<LockOwner> };

export interface LockTable {
  /**
   * Runs the attempt at once, and again each time locks are released, until it is not blocked.
   * Throws what the attempt throws, and ABORTED after a deadlock or when the wait is too long.
   */
  run<T>(owner: LockOwner, attempt: Attempt<T>): Promise<T>;
  /** The other owners that hold locks on these documents. */
  holdersOf(owner: LockOwner, names: Iterable<string>): Set<LockOwner>;
  /** The other owners of locks on queries whose result these changes would alter. */
  readersOf(owner: LockOwner, changes: readonly DocumentChange[]): Set<LockOwner>;
  lock(owner: LockOwner, names: Iterable<string>, query?: Query): void;
  /** Releases all locks of the owner and retries the waiting requests. */
  release(owner: LockOwner): void;
  /** Releases the owner's locks and rejects its waiting requests. */
  abort(owner: LockOwner, reason: FirestoreError): void;
}

interface Waiter {
  readonly owner: LockOwner;
  blockedBy: ReadonlySet<LockOwner>;
  /** Retries the request. True if it succeeded or failed, false if it is still blocked. */
  retry(): boolean;
  reject(reason: unknown): void;
}

/** Milliseconds. */
export interface LockTimeouts {
  /** How long a request waits for locks. */
  readonly lockWaitMs: number;
  /** How long an owner of locks may be idle while others wait. After that its client is presumed dead. */
  readonly abandonedMs: number;
}

export function lockTable(timeouts: LockTimeouts): LockTable {
  const documents = new Map<string, LockOwner>();
  const documentsOf = new Map<LockOwner, Set<string>>();
  const queriesOf = new Map<LockOwner, Query[]>();
  const waiters = new Set<Waiter>();
  const waitersOf = new Map<LockOwner, Set<Waiter>>();
  let waking = false;
  let wakeAgain = false;

  function enqueue(waiter: Waiter): void {
    waiters.add(waiter);
    waitersOf.set(waiter.owner, (waitersOf.get(waiter.owner) ?? new Set()).add(waiter));
  }

  /** False if the request was not in the queue any more. */
  function dequeue(waiter: Waiter): boolean {
    const own = waitersOf.get(waiter.owner);
    own?.delete(waiter);
    if (own?.size === 0) waitersOf.delete(waiter.owner);
    return waiters.delete(waiter);
  }

  function wake(): void {
    wakeAgain = true;
    if (waking) return;
    waking = true;
    while (wakeAgain) {
      wakeAgain = false;
      // Oldest first: if a younger owner took the locks first, a deadlock between the two would be likely.
      const inLine = [...waiters].sort((left, right) => left.owner.age - right.owner.age);
      for (const waiter of inLine) {
        if (!waiters.has(waiter)) continue;
        if (waiter.retry()) dequeue(waiter);
        else breakDeadlock(waiter.owner);
      }
    }
    waking = false;
  }

  function release(owner: LockOwner): void {
    for (const name of documentsOf.get(owner) ?? []) documents.delete(name);
    const held = documentsOf.delete(owner);
    if (queriesOf.delete(owner) || held) wake();
  }

  function abort(owner: LockOwner, reason: FirestoreError): void {
    for (const waiter of [...(waitersOf.get(owner) ?? [])]) {
      dequeue(waiter);
      waiter.reject(reason);
    }
    owner.onAbort(reason);
    release(owner);
  }

  /** Searches for a deadlock that contains this owner, and aborts its youngest owner. */
  function breakDeadlock(start: LockOwner): void {
    const deadlock = deadlockThrough(start, waitersOf);
    if (deadlock === null) return;
    const victim = deadlock.reduce((youngest, owner) => (owner.age > youngest.age ? owner : youngest));
    abort(
      victim,
      new FirestoreError("ABORTED", "Transaction was aborted to break a deadlock. Please retry."),
    );
  }

  /** Called periodically for a waiting request: aborts idle owners that block it, or rejects the request after its maximum wait. */
  function checkTimeouts(waiter: Waiter, waitingSince: number): void {
    const now = performance.now();
    for (const owner of waiter.blockedBy) {
      if (now - owner.lastUsed < timeouts.abandonedMs || waitersOf.has(owner)) continue;
      abort(owner, new FirestoreError("ABORTED", "Transaction was idle while others waited for its locks."));
    }
    if (!waiters.has(waiter) || now - waitingSince < timeouts.lockWaitMs) return;
    abort(waiter.owner, new FirestoreError("ABORTED", "Transaction lock timeout. Please retry."));
  }

  return {
    run: <T>(owner: LockOwner, attempt: Attempt<T>) =>
      new Promise<T>((resolve, reject) => {
        owner.lastUsed = performance.now();
        let timer: NodeJS.Timeout | undefined;
        const waiter: Waiter = {
          owner,
          blockedBy: new Set(),
          retry() {
            try {
              const outcome = attempt();
              if ("blockedBy" in outcome) {
                waiter.blockedBy = outcome.blockedBy;
                return false;
              }
              resolve(outcome.value);
            } catch (error) {
              reject(error);
            }
            owner.lastUsed = performance.now();
            clearInterval(timer);
            return true;
          },
          reject(reason) {
            clearInterval(timer);
            reject(reason);
          },
        };
        if (waiter.retry()) return;
        enqueue(waiter);
        timer = setInterval(checkTimeouts, timeouts.abandonedMs, waiter, performance.now()).unref();
        breakDeadlock(owner);
      }),
    holdersOf(owner, names) {
      const holders = new Set<LockOwner>();
      for (const name of names) {
        const holder = documents.get(name);
        if (holder !== undefined && holder !== owner) holders.add(holder);
      }
      return holders;
    },
    readersOf(owner, changes) {
      const readers = new Set<LockOwner>();
      for (const [reader, queries] of queriesOf) {
        if (reader !== owner && queries.some((query) => changes.some((change) => touches(change, query)))) {
          readers.add(reader);
        }
      }
      return readers;
    },
    lock(owner, names, query) {
      const held = documentsOf.get(owner) ?? new Set();
      documentsOf.set(owner, held);
      for (const name of names) {
        documents.set(name, owner);
        held.add(name);
      }
      if (query !== undefined) queriesOf.set(owner, [...(queriesOf.get(owner) ?? []), query]);
    },
    release,
    abort,
  };
}

function touches({ before, after }: DocumentChange, query: Query): boolean {
  return (before !== null && query.matches(before)) || (after !== null && query.matches(after));
}

/** The owners of a cycle in which each waits for the next. Null if there is none. */
function deadlockThrough(
  start: LockOwner,
  waitersOf: ReadonlyMap<LockOwner, ReadonlySet<Waiter>>,
): LockOwner[] | null {
  const seen = new Set<LockOwner>();
  function search(owner: LockOwner, path: readonly LockOwner[]): LockOwner[] | null {
    for (const { blockedBy } of waitersOf.get(owner) ?? []) {
      for (const next of blockedBy) {
        if (next === start) return [...path, owner];
        if (seen.has(next)) continue;
        seen.add(next);
        const found = search(next, [...path, owner]);
        if (found !== null) return found;
      }
    }
    return null;
  }
  return search(start, []);
}
