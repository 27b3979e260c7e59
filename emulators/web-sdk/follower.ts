// The test program with the real web SDK: it listens to documents, records all snapshots, and writes. The same program runs in
// browsers (WebChannel) and in Node (gRPC). Its inputs and outputs are JSON.
import { deleteApp, initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from "@firebase/auth";
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

/** The browser's transport. `streaming` disables the fallback to long polling. */
export type Transport = "automatic" | "streaming" | "long-polling";

export interface FollowerOptions {
  readonly host: string;
  readonly port: number;
  readonly projectId: string;
  readonly transport: Transport;
  /** An id token that the client sends and cannot renew. */
  readonly idToken?: string;
  /** The Auth emulator and the custom token with which the client signs in. The SDK then renews id tokens. */
  readonly signIn?: { readonly authHost: string; readonly customToken: string };
}

/** The sequence of values of `n` in each document's snapshots, by path. */
export type Seen = { readonly [path: string]: readonly number[] };

export interface Follower {
  /** Listens to each of the documents. Resolves after all first snapshots. */
  followDocuments(paths: readonly string[]): Promise<void>;
  /** Listens to the documents of a collection with `n >= 0`. Resolves at the first snapshot. */
  followCollection(path: string): Promise<void>;
  /** Resolves with the code and message of the error that ended the document's listener. */
  ended(path: string): Promise<string>;
  /** Resolves when a listener of the document gets a snapshot from the cache (`fromCache`). */
  cutOff(path: string): Promise<void>;
  /** Resolves after a snapshot of the document with this `n`. */
  reached(path: string, n: number): Promise<void>;
  seen(): Promise<Seen>;
  /** Milliseconds from the field `at` of each document to its snapshot, by this machine's clock. */
  latencies(): Promise<readonly number[]>;
  /** Enables or disables the SDK's network. */
  setOnline(isOnline: boolean): Promise<void>;
  /** Switches the browser's network on or off. Null in Node. */
  readonly setConnected: ((isConnected: boolean) => Promise<void>) | null;
  /** Writes with every method of the SDK, below a collection, and returns the results. */
  writeEveryWay(path: string): Promise<WriteReport>;
  /** The error codes of a listener, a read, a count and a write of the document. */
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

export async function openFollower(options: FollowerOptions): Promise<Follower> {
  const { host, port, projectId, transport, idToken, signIn } = options;
  // The tests break connections on purpose, so the SDK's warnings are silenced.
  setLogLevel("silent");
  const app = initializeApp({ projectId, apiKey: "emulator" }, `${host}:${port}:${Math.random()}`);
  const db = initializeFirestore(app, {
    ...(transport === "long-polling" ? { experimentalForceLongPolling: true } : {}),
    ...(transport === "streaming" ? { experimentalAutoDetectLongPolling: false } : {}),
  });
  connectFirestoreEmulator(db, host, port, idToken === undefined ? {} : { mockUserToken: idToken });
  if (signIn !== undefined) {
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://${signIn.authHost}`, { disableWarnings: true });
    await signInWithCustomToken(auth, signIn.customToken);
  }
  const seen = new Map<string, number[]>();
  const latencies: number[] = [];
  const awaited = new Map<string, () => void>();
  const ends = new Map<string, PromiseWithResolvers<string>>();

  function endOf(path: string): PromiseWithResolvers<string> {
    const end = ends.get(path) ?? Promise.withResolvers();
    ends.set(path, end);
    return end;
  }

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
        (error) => {
          endOf(path).resolve(`${error.code}: ${error.message}`);
          reject(error);
        },
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
    ended: (path) => endOf(path).promise,
    cutOff(path) {
      return new Promise((resolve, reject) => {
        onSnapshot(
          doc(db, path),
          { includeMetadataChanges: true },
          (snapshot) => snapshot.metadata.fromCache && resolve(),
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
    setConnected: null,
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
