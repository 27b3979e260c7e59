// Listens to a session's documents with the Firestore web SDK. A separate module, so that the SDK is loaded only when needed.
import { initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from "@firebase/auth";
import {
  collection,
  connectFirestoreEmulator,
  doc,
  type Firestore,
  initializeFirestore,
  onSnapshot,
  type QuerySnapshot,
  setLogLevel,
} from "@firebase/firestore";
import { ask } from "./api.ts";
import type { ClientPage, ClientPhase, ClientSession } from "./documents.ts";
import type { PageComments } from "./members.ts";
import type { Snapshot } from "./newest.ts";

interface Settings {
  projectId: string;
  apiKey: string;
  /** Addresses of the emulators on a local service. */
  emulators?: { firestore: string; auth: string };
}

let opened: Promise<Firestore> | undefined;

function database(): Promise<Firestore> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

const SETTINGS = "/__/firebase/init.json";
/** The settings at the time the page was loaded. */
let known: string | undefined;

/**
 * Whether the service was restarted at other addresses. Only a reload then reaches it, because the page's policy lists the allowed
 * addresses. False while the service cannot be reached.
 */
export async function isElsewhere(): Promise<boolean> {
  if (known === undefined) return false;
  const answer = await fetch(SETTINGS).catch(() => undefined);
  return answer?.ok === true && (await answer.text()) !== known;
}

async function open(): Promise<Firestore> {
  // The page itself shows lost connections.
  setLogLevel("silent");
  known = await (await fetch(SETTINGS)).text();
  const settings: Settings = JSON.parse(known);
  const { emulators, ...options } = settings;
  const app = initializeApp(options, `mekuri-${Date.now()}`);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const db = initializeFirestore(app, {});
  if (emulators !== undefined) {
    const [host = "", port] = emulators.firestore.split(":");
    connectFirestoreEmulator(db, host, Number(port));
    connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
  }
  const { customToken } = await ask<{ customToken: string }>("POST", "/auth/firebase-token");
  await signInWithCustomToken(auth, customToken);
  return db;
}

/** Listens to the session's document only; returns the unsubscribe function. Connection failures are not reported. */
export function listenToSession(sessionId: string, onSession: (session: ClientSession) => void): () => void {
  let [isStopped, stop] = [false, () => {}];
  database().then(
    (db) => {
      if (isStopped) return;
      stop = onSnapshot(
        doc(db, "sessions", sessionId),
        (seen) => {
          if (seen.exists()) onSession(seen.data() as ClientSession);
        },
        () => stop(),
      );
    },
    () => {},
  );
  return () => {
    isStopped = true;
    stop();
  };
}

/** Listens to the comments on a book; returns the unsubscribe function. Without a connection the last ones stay. */
export function listenToComments(sessionId: string, onComments: (pages: PageComments[]) => void): () => void {
  let [isStopped, stop] = [false, () => {}];
  database().then(
    (db) => {
      if (isStopped) return;
      stop = onSnapshot(
        collection(db, "sessions", sessionId, "comments"),
        ({ docs }) => onComments(docs.map((one) => one.data() as PageComments)),
        () => stop(),
      );
    },
    () => {},
  );
  return () => {
    isStopped = true;
    stop();
  };
}

export interface Listener {
  onSession: (session: ClientSession | undefined) => void;
  onPhases: (snapshot: Snapshot<ClientPhase>) => void;
  onPages: (snapshot: Snapshot<ClientPage>) => void;
  /** Reports whether the shown data may be outdated. */
  onStale: (isStale: boolean) => void;
  onError: (error: unknown) => void;
}

/** The browser's cache may lack documents. */
const snapshotOf = <One>({ docs, metadata }: QuerySnapshot): Snapshot<One> => ({
  documents: docs.map((one) => one.data() as One),
  isWhole: !metadata.fromCache,
});

/** Returns the unsubscribe function. */
export function listen(sessionId: string, listener: Listener): () => void {
  const stops: (() => void)[] = [];
  let isStopped = false;
  database().then((db) => {
    if (isStopped) return;
    const session = doc(db, "sessions", sessionId);
    stops.push(
      onSnapshot(
        session,
        { includeMetadataChanges: true },
        (seen) => {
          listener.onStale(seen.metadata.fromCache);
          // A missing document counts as missing only when the server says so, not the cache.
          if (seen.exists() || !seen.metadata.fromCache) {
            listener.onSession(seen.data() as ClientSession | undefined);
          }
        },
        listener.onError,
      ),
      onSnapshot(
        collection(session, "phases"),
        (seen) => listener.onPhases(snapshotOf<ClientPhase>(seen)),
        listener.onError,
      ),
      onSnapshot(
        collection(session, "pages"),
        (seen) => listener.onPages(snapshotOf<ClientPage>(seen)),
        listener.onError,
      ),
    );
  }, listener.onError);
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}
