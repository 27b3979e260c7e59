// Documents of Firestore by Google's own client, over REST: it loads with the first use.
// https://cloud.google.com/nodejs/docs/reference/firestore/latest
import type {
  DocumentReference,
  DocumentSnapshot,
  FieldPath,
  Firestore,
  Timestamp,
  Transaction,
} from "@google-cloud/firestore";
import type {
  Commit,
  Documents,
  DocumentTransaction,
  FieldChange,
  Reader,
  StoredDocument,
} from "./documents.ts";

type Library = Pick<typeof import("@google-cloud/firestore"), "FieldPath" | "FieldValue" | "Timestamp">;

/** Google's client, and its classes of values. */
export interface OfficialFirestore {
  /** Ignores undefined properties. */
  firestore: Firestore;
  library: Library;
}

/** `load` is called for each request. */
export function officialDocuments(load: () => Promise<OfficialFirestore>): Documents {
  function readerOf(inTransaction?: () => Promise<Transaction>): Reader {
    return {
      read: (paths, fields) =>
        withCode(async () => {
          if (paths.length === 0) return [];
          const { firestore, library } = await load();
          const references = paths.map((path) => firestore.doc(path));
          const mask = fields && { fieldMask: fields.map((field) => new library.FieldPath(field)) };
          const asked = mask === undefined ? references : [...references, mask];
          const tx = await inTransaction?.();
          const found = await (tx ?? firestore).getAll(...asked);
          return found.map((document) => storedOf(document, library));
        }),
      find: ({ collection, below, where }, fields) =>
        withCode(async () => {
          const { firestore, library } = await load();
          const parent = below === undefined ? firestore : firestore.doc(below);
          let query = parent.collection(collection).limit(MOST_FOUND);
          for (const [field, operator, value] of where) {
            query = query.where(new library.FieldPath(field), OPERATORS[operator], value);
          }
          if (fields !== undefined)
            query = query.select(...fields.map((field) => new library.FieldPath(field)));
          const tx = await inTransaction?.();
          const found = await (tx === undefined ? query.get() : tx.get(query));
          return found.docs.map((document) => storedOf(document, library));
        }),
    };
  }

  /** Writes are collected until the client is there. */
  function commitOf(
    send: (write: (to: Writes, loaded: OfficialFirestore) => void) => Promise<string[]>,
  ): Commit {
    const writes: ((to: Writes, loaded: OfficialFirestore) => void)[] = [];
    return {
      create: (path, content) =>
        void writes.push((to, { firestore }) => void to.create(firestore.doc(path), content)),
      set: (path, content) =>
        void writes.push((to, { firestore }) => void to.set(firestore.doc(path), content)),
      update: (path, changes, version) =>
        void writes.push((to, { firestore, library }) => {
          const [[field, value] = [], ...others] = changes.map((change) => changed(change, library));
          const precondition =
            version === undefined ? [] : [{ lastUpdateTime: timestampOf(version, library) }];
          if (field === undefined) throw new RangeError("an update changes no field");
          to.update(firestore.doc(path), field, value, ...others.flat(), ...precondition);
        }),
      delete: (path) => void writes.push((to, { firestore }) => void to.delete(firestore.doc(path))),
      send: () =>
        send((to, loaded) => {
          for (const write of writes) write(to, loaded);
        }),
    };
  }

  return {
    ...readerOf(),
    begin: () =>
      commitOf(async (write) => {
        const loaded = await load();
        const batch = loaded.firestore.batch();
        write(batch, loaded);
        return (await batch.commit()).map(({ writeTime }) => timeOf(writeTime));
      }),
    beginTransaction(): DocumentTransaction {
      const tx = openTransaction(load);
      const { read, find } = readerOf(tx.begun);
      return {
        read: (...asked) => tx.noting(read(...asked)),
        find: (...asked) => tx.noting(find(...asked)),
        ...commitOf(async (write) => {
          await tx.end(write);
          // The client does not return the times of a transaction's writes.
          return [];
        }),
        rollback: tx.rollback,
      };
    },
  };
}

const INVALID_ARGUMENT = 3;

/** Errors of the client itself have no status. */
async function withCode<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || "code" in error) throw error;
    throw Object.assign(error, { code: INVALID_ARGUMENT });
  }
}

/** The common methods of the client's batches and transactions. */
interface Writes {
  create(at: DocumentReference, content: object): unknown;
  set(at: DocumentReference, content: object): unknown;
  update(at: DocumentReference, field: FieldPath, value: unknown, ...more: unknown[]): unknown;
  delete(at: DocumentReference): unknown;
}

/**
 * The client runs a transaction inside a callback; this callback waits until one of our methods ends the transaction. It runs once, without
 * retries.
 */
function openTransaction(load: () => Promise<OfficialFirestore>) {
  const ending = Promise.withResolvers<(tx: Transaction, loaded: OfficialFirestore) => void>();
  let failure: { error: unknown } | undefined;
  let running: { begun: Promise<Transaction>; over: Promise<void> } | undefined;

  function begin() {
    if (running !== undefined) return running;
    const begun = Promise.withResolvers<Transaction>();
    const run = async () => {
      const loaded = await load();
      await loaded.firestore.runTransaction(
        async (tx) => {
          begun.resolve(tx);
          (await ending.promise)(tx, loaded);
        },
        { maxAttempts: 1 },
      );
    };
    const over = run();
    over.catch(begun.reject);
    begun.promise.catch(() => {});
    running = { begun: begun.promise, over };
    return running;
  }

  return {
    begun: () => begin().begun,
    /** A transaction of which a read failed is not committed. */
    async noting<T>(reading: Promise<T>): Promise<T> {
      try {
        return await reading;
      } catch (error) {
        failure ??= { error };
        throw error;
      }
    },
    async end(write: (tx: Transaction, loaded: OfficialFirestore) => void): Promise<void> {
      if (failure !== undefined) throw failure.error;
      const { over } = begin();
      ending.resolve(write);
      return over;
    },
    async rollback(): Promise<void> {
      if (running === undefined) return;
      ending.reject(new RolledBack());
      await running.over.catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    },
  };
}

class RolledBack extends Error {
  override readonly name = "RolledBack";
  constructor() {
    super("the transaction was rolled back");
  }
}

/** More than the maximum number of such documents of a book. */
const MOST_FOUND = 10_000;
const OPERATORS = { EQUAL: "==", GREATER_THAN: ">" } as const;

function changed({ field, value }: FieldChange, { FieldPath, FieldValue }: Library) {
  return [new FieldPath(...field), value === undefined ? FieldValue.delete() : value] as const;
}

function storedOf(document: DocumentSnapshot, { Timestamp }: Library): StoredDocument {
  const content = document.data();
  return {
    path: document.ref.path,
    content: content && (withDates(content, Timestamp) as Record<string, unknown>),
    updateTime: document.updateTime && timeOf(document.updateTime),
    readAt: document.readTime.toMillis(),
  };
}

/** The client represents times by its own `Timestamp`. */
function withDates(value: unknown, type: Library["Timestamp"]): unknown {
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
  if (value instanceof type) return value.toDate();
  if (Array.isArray(value)) return value.map((item) => withDates(item, type));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDates(item, type)]));
}

/** In RFC 3339, to the nanosecond. */
function timeOf({ seconds, nanoseconds }: Timestamp): string {
  const whole = new Date(seconds * 1_000).toISOString().slice(0, -".000Z".length);
  return `${whole}.${String(nanoseconds).padStart(9, "0")}Z`;
}

function timestampOf(time: string, { Timestamp }: Library): Timestamp {
  const [, whole = "", fraction = ""] = /^(.*?)(?:\.(\d+))?Z$/.exec(time) ?? [];
  return new Timestamp(Date.parse(`${whole}Z`) / 1_000, Number(fraction.padEnd(9, "0")));
}
