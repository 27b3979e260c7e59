// Pessimistic locks: exclusive ones on documents, shared ones on queries (a write that would enter or leave a
// locked query's result waits). Requests that cannot go on wait in line; a circle of waiters loses its youngest.
import type { DocumentChange } from "./documents.ts";
import { FirestoreError } from "./errors.ts";
import type { Query } from "./query.ts";

/** Whoever holds locks or waits for them. */
export interface LockOwner {
  /** The youngest has the highest; a retried transaction keeps the age of its first attempt. */
  readonly age: number;
  /** performance.now() of the last call for it. */
  lastUsed: number;
  /** Called when it loses its locks against its will. */
  onAbort(reason: FirestoreError): void;
}

/** A step that either did its work, or did nothing and says who is in its way. */
type Attempt<T> = () => { readonly value: T } | { readonly blockedBy: ReadonlySet<LockOwner> };

export interface LockTable {
  /**
   * Runs the attempt now, or again each time locks are released, until it is not blocked.
   * Throws what the attempt throws; ABORTED after a deadlock or when the wait is too long.
   */
  run<T>(owner: LockOwner, attempt: Attempt<T>): Promise<T>;
  /** The others who hold locks on these documents. */
  holdersOf(owner: LockOwner, names: Iterable<string>): Set<LockOwner>;
  /** The others who hold a query that these changes would touch. */
  readersOf(owner: LockOwner, changes: readonly DocumentChange[]): Set<LockOwner>;
  lock(owner: LockOwner, names: Iterable<string>, query?: Query): void;
  /** Gives everything back and lets the waiters try again. */
  release(owner: LockOwner): void;
  /** Releases, and refuses whatever the owner still waits for. */
  abort(owner: LockOwner, reason: FirestoreError): void;
}

interface Waiter {
  readonly owner: LockOwner;
  blockedBy: ReadonlySet<LockOwner>;
  /** Tries again; true when it is done, well or badly. */
  retry(): boolean;
  reject(reason: unknown): void;
}

/** Milliseconds. */
export interface LockPatience {
  /** How long a request waits for the locks of others. */
  readonly lockWaitMs: number;
  /** How long others wait for one that holds locks and does nothing: its client may be dead. */
  readonly abandonedMs: number;
}

export function lockTable(patience: LockPatience): LockTable {
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

  /** False if it was not in line any more. */
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
      // The oldest first: it has the most to lose, and whoever overtook it would soon wait for it in a circle.
      const inLine = [...waiters].sort((left, right) => left.owner.age - right.owner.age);
      for (const waiter of inLine) {
        if (!waiters.has(waiter)) continue;
        if (waiter.retry()) dequeue(waiter);
        else breakCircle(waiter.owner);
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

  /** Looks for a circle of waiters through this owner, and aborts the youngest in it. */
  function breakCircle(start: LockOwner): void {
    const circle = circleThrough(start, waitersOf);
    if (circle === null) return;
    const victim = circle.reduce((youngest, owner) => (owner.age > youngest.age ? owner : youngest));
    abort(
      victim,
      new FirestoreError("ABORTED", "Transaction was aborted to break a deadlock. Please retry."),
    );
  }

  /** Called now and then for one that waits: takes locks from those who were abandoned, or gives up. */
  function losePatience(waiter: Waiter, waitingSince: number): void {
    const now = performance.now();
    for (const owner of waiter.blockedBy) {
      if (now - owner.lastUsed < patience.abandonedMs || waitersOf.has(owner)) continue;
      abort(owner, new FirestoreError("ABORTED", "Transaction was idle while others waited for its locks."));
    }
    if (!waiters.has(waiter) || now - waitingSince < patience.lockWaitMs) return;
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
        timer = setInterval(losePatience, patience.abandonedMs, waiter, performance.now()).unref();
        breakCircle(owner);
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

/** The owners of a circle in which each waits for the next, or null. */
function circleThrough(
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
