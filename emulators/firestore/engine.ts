// The database engine: consistent reads, commits, transactions and listeners on one SQLite file. It is independent of the
// transports.
import type { DatabaseSync } from "node:sqlite";
import { commitClock } from "./commit-clock.ts";
import { type DocumentSource, documentStore, type StoredDocument } from "./documents.ts";
import { FirestoreError, invalid } from "./errors.ts";
import { history } from "./history.ts";
import type { IndexCheck } from "./indexes.ts";
import type { LockOwner } from "./locks.ts";
import { type Query, runQuery } from "./query.ts";
import type { Micros } from "./timestamps.ts";
import { DEFAULT_LIMITS, type Transaction, type TransactionLimits, transactions } from "./transactions.ts";
import { type WatchRegistry, watchRegistry } from "./watch.ts";
import { documentOf, planWrites, type Write, type WriteOutcome } from "./writes.ts";

/** The consistency of a read. */
export type Consistency =
  | { readonly kind: "latest" }
  | { readonly kind: "readTime"; readonly readTime: Micros }
  | { readonly kind: "transaction"; readonly id: string }
  /** Begins a transaction and reads in it. `readOnlyAt: "now"` makes it read-only with the present state as its snapshot. */
  | { readonly kind: "begin"; readonly readOnlyAt: Micros | "now" | null; readonly retryOf?: string };

interface ReadResult<T> {
  readonly value: T;
  readonly readTime: Micros;
  /** The id of the transaction that this read began. Null if it began none. */
  readonly begun: string | null;
}

export interface CommitResult {
  readonly outcomes: readonly WriteOutcome[];
  readonly commitTime: Micros;
}

/** Checks a commit before it is applied, against the current state and at the commit's time. Throws to prevent the commit. */
export type CommitCheck = (present: DocumentSource, commitTime: Micros) => void;

/** The locks that a read-write transaction needs for what it read. */
interface ReadSet {
  readonly names: readonly string[];
  readonly query?: Query;
}

export interface Engine {
  /** Reads documents by name. Null for a document that does not exist. */
  getDocuments(
    names: readonly string[],
    consistency: Consistency,
  ): Promise<ReadResult<readonly (StoredDocument | null)[]>>;
  query(
    query: Query,
    consistency: Consistency,
  ): Promise<ReadResult<{ readonly documents: readonly StoredDocument[]; readonly skipped: number }>>;
  /** Reads by a function of the documents. `readSet` gives the locks that a transaction needs for it. */
  read<T>(
    view: (source: DocumentSource) => T,
    readSet: (value: T) => ReadSet,
    at: Consistency,
  ): Promise<ReadResult<T>>;
  /** The sorted names below a parent at any depth, as of now. */
  namesBelow(parent: string): string[];
  begin(readOnlyAt: Micros | "now" | null, retryOf?: string): string;
  /** Commits all writes or none. Ends the transaction in either case and releases its locks. */
  commit(
    database: string,
    writes: readonly Write[],
    transactionId?: string,
    check?: CommitCheck,
  ): Promise<CommitResult>;
  /** Does nothing if the transaction has ended. */
  rollback(transactionId: string): void;
  readonly watch: WatchRegistry;
  /** Called before a client's query is run or listened to. */
  readonly requireIndex: IndexCheck;
  close(): void;
}

interface EngineOptions {
  readonly db: DatabaseSync;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly limits?: Partial<TransactionLimits>;
  /** Called at each commit. True makes the commit fail with ABORTED, as contention does. */
  readonly shouldAbort?: () => boolean;
  /** Throws for a query without its index. Default: every query is allowed. */
  readonly requireIndex?: IndexCheck | undefined;
}

export function openEngine(options: EngineOptions): Engine {
  const clock = commitClock(options.db, options.clock ?? Date.now);
  const store = documentStore(options.db);
  const past = history(store, clock.tick());
  const running = transactions({ ...DEFAULT_LIMITS, ...options.limits });
  const { locks } = running;

  function snapshotAt(time: Micros): DocumentSource {
    if (time > clock.now() && time > clock.tick()) throw invalid("The read time is in the future.");
    if (!past.reaches(time)) {
      throw new FirestoreError(
        "FAILED_PRECONDITION",
        "The read time is too old: its state is no longer stored.",
      );
    }
    return past.at(time);
  }

  const watch = watchRegistry({
    present: store,
    tick: clock.tick,
    past: (time) => (time <= clock.now() && past.reaches(time) ? past.at(time) : null),
  });

  function begin(readOnlyAt: Micros | "now" | null, retryOf?: string): Transaction {
    const at = readOnlyAt === "now" ? clock.tick() : readOnlyAt;
    if (at !== null) snapshotAt(at);
    return running.begin(at, retryOf);
  }

  async function read<T>(
    view: (source: DocumentSource) => T,
    readSet: (value: T) => ReadSet,
    at: Consistency,
  ): Promise<ReadResult<T>> {
    if (at.kind === "latest") return { value: view(store), readTime: clock.tick(), begun: null };
    if (at.kind === "readTime") {
      return { value: view(snapshotAt(at.readTime)), readTime: at.readTime, begun: null };
    }
    const transaction = at.kind === "begin" ? begin(at.readOnlyAt, at.retryOf) : running.get(at.id);
    const begun = at.kind === "begin" ? transaction.id : null;
    try {
      const result = await readInTransaction(view, readSet, transaction);
      return { ...result, begun };
    } catch (error) {
      // The client never receives the id of a transaction whose first read failed, so the engine ends it here.
      if (begun !== null) running.end(transaction);
      throw error;
    }
  }

  async function readInTransaction<T>(
    view: (source: DocumentSource) => T,
    readSet: (value: T) => ReadSet,
    transaction: Transaction,
  ): Promise<{ readonly value: T; readonly readTime: Micros }> {
    const { readOnlyAt } = transaction;
    if (readOnlyAt !== null) return { value: view(snapshotAt(readOnlyAt)), readTime: readOnlyAt };
    return locks.run<{ readonly value: T; readonly readTime: Micros }>(transaction, () => {
      const value = view(store);
      const { names, query } = readSet(value);
      const blockedBy = locks.holdersOf(transaction, names);
      if (blockedBy.size > 0) return { blockedBy };
      locks.lock(transaction, names, query);
      return { value: { value, readTime: clock.tick() } };
    });
  }

  function write(
    owner: LockOwner,
    database: string,
    writes: readonly Write[],
    check?: CommitCheck,
  ): Promise<CommitResult> {
    const names = writes.map((each) => documentOf(each, database));
    return locks.run<CommitResult>(owner, () => {
      const holders = locks.holdersOf(owner, names);
      if (holders.size > 0) return { blockedBy: holders };
      const commitTime = clock.tick();
      check?.(store, commitTime);
      const { changes, outcomes } = planWrites(writes, database, store.get, commitTime);
      const readers = locks.readersOf(owner, changes);
      if (readers.size > 0) {
        // The write locks are kept while the commit waits for the others. If they were released, other transactions could take them
        // again and again.
        locks.lock(owner, names);
        return { blockedBy: readers };
      }
      if (changes.length > 0) {
        store.apply(changes, clock.mark);
        past.record(changes, commitTime);
        watch.notify(changes, commitTime);
      }
      return { value: { outcomes, commitTime } };
    });
  }

  async function commit(
    database: string,
    writes: readonly Write[],
    transactionId?: string,
    check?: CommitCheck,
  ): Promise<CommitResult> {
    const transaction = transactionId === undefined ? null : running.get(transactionId);
    const owner = transaction ?? running.single();
    try {
      if (options.shouldAbort?.() === true) {
        throw new FirestoreError("ABORTED", "Too much contention on these documents. Please try again.");
      }
      if (transaction !== null && transaction.readOnlyAt !== null && writes.length > 0) {
        throw invalid("Cannot write in a read-only transaction.");
      }
      return await write(owner, database, writes, check);
    } finally {
      if (transaction === null) locks.release(owner);
      else running.end(transaction);
    }
  }

  return {
    getDocuments: (names, consistency) =>
      read(
        (source) => names.map(source.get),
        () => ({ names }),
        consistency,
      ),
    query: (query, consistency) =>
      read(
        (source) => runQuery(query, source),
        ({ documents }) => ({ names: documents.map(({ name }) => name), query }),
        consistency,
      ),
    read,
    namesBelow: store.namesBelow,
    begin: (readOnlyAt, retryOf) => begin(readOnlyAt, retryOf).id,
    commit,
    rollback: running.endById,
    requireIndex: options.requireIndex ?? (() => {}),
    watch,
    close: running.close,
  };
}
