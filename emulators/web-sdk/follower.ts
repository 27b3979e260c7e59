// What a page does with the real web SDK: it follows documents, notes all it sees, and writes. The same program
// runs in a browser, over WebChannel, and in Node, over gRPC; what goes in and out is JSON.
import { deleteApp, initializeApp } from "@firebase/app";
import {
  addDoc,
  arrayUnion,
  collection,
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  enableNetwork,
  type FirestoreError,
  getCountFromServer,
  getDoc,
  increment,
  initializeFirestore,
  onSnapshot,
  type QueryDocumentSnapshot,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
  writeBatch,
} from "@firebase/firestore";

/** How a browser gets what it listens to; `streaming` may not fall back to the other. */
export type Transport = "automatic" | "streaming" | "long-polling";

export interface FollowerOptions {
  readonly host: string;
  readonly port: number;
  readonly projectId: string;
  readonly transport: Transport;
}

/** The numbers `n` that a document was seen to have, one after the other, by the document's path. */
export type Seen = { readonly [path: string]: readonly number[] };

export interface Follower {
  /** Listens to each of the documents; resolves once all were heard of. */
  followDocuments(paths: readonly string[]): Promise<void>;
  /** Listens to the documents of a collection whose `n` is not negative; resolves at its first snapshot. */
  followCollection(path: string): Promise<void>;
  /** Resolves once the document was seen with this `n`. */
  reached(path: string, n: number): Promise<void>;
  seen(): Promise<Seen>;
  /** Milliseconds from the time `at` of each document to its snapshot, in this machine's clock. */
  latencies(): Promise<readonly number[]>;
  setOnline(isOnline: boolean): Promise<void>;
  /** Writes in every way that the SDK has, below a collection, and tells what came of it. */
  writeEveryWay(path: string): Promise<WriteReport>;
  /** The codes of the errors with which a listener, a read, a count and a write of the document end. */
  refusals(path: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface WriteReport {
  readonly set: object;
  readonly updated: object;
  readonly addedExists: boolean;
  readonly transacted: number;
  readonly count: number;
  readonly batched: readonly boolean[];
  readonly missingCode: string;
}

export function openFollower({ host, port, projectId, transport }: FollowerOptions): Follower {
  // Lost connections are what the tests are about.
  setLogLevel("silent");
  const app = initializeApp({ projectId, apiKey: "emulator" }, `${host}:${port}:${Math.random()}`);
  const db = initializeFirestore(app, {
    ...(transport === "long-polling" ? { experimentalForceLongPolling: true } : {}),
    ...(transport === "streaming" ? { experimentalAutoDetectLongPolling: false } : {}),
  });
  connectFirestoreEmulator(db, host, port);
  const seen = new Map<string, number[]>();
  const latencies: number[] = [];
  const awaited = new Map<string, () => void>();

  function note(snapshot: QueryDocumentSnapshot): void {
    const { path } = snapshot.ref;
    const { n, at } = snapshot.data();
    seen.set(path, [...(seen.get(path) ?? []), n]);
    if (at !== undefined) latencies.push(Date.now() - at);
    awaited.get(`${path} ${n}`)?.();
  }

  function follow(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      onSnapshot(
        doc(db, path),
        (snapshot) => {
          if (snapshot.exists()) note(snapshot);
          if (!snapshot.metadata.fromCache) resolve();
        },
        reject,
      );
    });
  }

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "ok",
      (error: FirestoreError) => error.code,
    );

  return {
    async followDocuments(paths) {
      await Promise.all(paths.map(follow));
    },
    followCollection(path) {
      return new Promise((resolve, reject) => {
        onSnapshot(
          query(collection(db, path), where("n", ">=", 0)),
          (snapshot) => {
            for (const change of snapshot.docChanges()) if (change.type !== "removed") note(change.doc);
            if (!snapshot.metadata.fromCache) resolve();
          },
          reject,
        );
      });
    },
    async reached(path, n) {
      if (seen.get(path)?.includes(n)) return;
      await new Promise<void>((resolve) => awaited.set(`${path} ${n}`, resolve));
    },
    seen: async () => Object.fromEntries(seen),
    latencies: async () => latencies,
    setOnline: (isOnline) => (isOnline ? enableNetwork(db) : disableNetwork(db)),
    async writeEveryWay(path) {
      const one = doc(db, path, "one");
      await setDoc(one, { n: 1, list: ["a"], zero: -0, text: "めくり", when: serverTimestamp() });
      const { when, ...set } = (await getDoc(one)).data() ?? {};
      await updateDoc(one, { n: increment(2), list: arrayUnion("b"), "map.inner": null });
      const { when: _, ...updated } = (await getDoc(one)).data() ?? {};
      const added = await addDoc(collection(db, path), { n: 10 });
      const adding = Array.from({ length: 3 }, () =>
        runTransaction(db, async (transaction) => {
          const n: number = (await transaction.get(one)).get("n");
          transaction.update(one, { n: n + 1 });
        }),
      );
      await Promise.all(adding);
      const batch = writeBatch(db);
      batch.set(doc(db, path, "two"), { n: 2 }).delete(added);
      await batch.commit();
      const { count } = (await getCountFromServer(query(collection(db, path), where("n", ">=", 2)))).data();
      return {
        set: { ...set, isTimed: typeof when?.toMillis() === "number", isMinusZero: Object.is(set.zero, -0) },
        updated,
        addedExists: (await getDoc(added)).exists(),
        transacted: (await getDoc(one)).get("n"),
        count,
        batched: [(await getDoc(doc(db, path, "two"))).exists()],
        missingCode: await codeOf(updateDoc(doc(db, path, "missing"), { n: 1 })),
      };
    },
    async refusals(path) {
      const target = doc(db, path);
      return Promise.all([
        codeOf(follow(path)),
        codeOf(getDoc(target)),
        codeOf(getCountFromServer(target.parent)),
        codeOf(setDoc(target, { n: 1 })),
        codeOf(runTransaction(db, (transaction) => transaction.get(target))),
      ]);
    },
    close: () => deleteApp(app),
  };
}
