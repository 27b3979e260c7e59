// Lets a test await a listener's snapshots one by one, without missing any.
import type { DocumentReference, DocumentSnapshot, Query, QuerySnapshot } from "@google-cloud/firestore";

interface Snapshots<T> {
  /** The next snapshot that was not returned yet. Rejects if the listener failed. */
  next(): Promise<T>;
  /** The number of snapshots that were received and not returned yet. */
  waiting(): number;
  stop(): void;
}

export function querySnapshots(query: Query): Snapshots<QuerySnapshot> {
  return collect((onNext, onError) => query.onSnapshot(onNext, onError));
}

export function documentSnapshots(document: DocumentReference): Snapshots<DocumentSnapshot> {
  return collect((onNext, onError) => document.onSnapshot(onNext, onError));
}

/** A snapshot's changes as `type id`, in the order in which the client reports them. */
export function changesOf(snapshot: QuerySnapshot): string[] {
  return snapshot.docChanges().map(({ type, doc }) => `${type} ${doc.id}`);
}

function collect<T>(
  listen: (onNext: (snapshot: T) => void, onError: (error: Error) => void) => () => void,
): Snapshots<T> {
  const arrived: T[] = [];
  let waiting: PromiseWithResolvers<T> | null = null;
  let failure: Error | null = null;
  const stop = listen(
    (snapshot) => {
      if (waiting === null) arrived.push(snapshot);
      else waiting.resolve(snapshot);
      waiting = null;
    },
    (error) => {
      failure = error;
      waiting?.reject(error);
    },
  );
  return {
    async next() {
      const snapshot = arrived.shift();
      if (snapshot !== undefined) return snapshot;
      if (failure !== null) throw failure;
      waiting = Promise.withResolvers<T>();
      return waiting.promise;
    },
    waiting: () => arrived.length,
    stop,
  };
}
