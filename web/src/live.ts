// Listens to a session's documents by the web SDK. A file of its own, because the SDK is loaded once somebody watches.
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
  setLogLevel,
} from "@firebase/firestore";
import { ask } from "./api.ts";
import type { ClientPage, ClientPhase, ClientSession } from "./documents.ts";

interface Settings {
  projectId: string;
  apiKey: string;
  /** Where the service runs on one machine. */
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
/** The settings that the page was opened with. */
let known: string | undefined;

/**
 * Whether the service was started anew and listens elsewhere. Then only a page that is loaded anew reaches it: where a page
 * may connect to is said with the page. False while it is not reached at all.
 */
export async function isElsewhere(): Promise<boolean> {
  if (known === undefined) return false;
  const answer = await fetch(SETTINGS).catch(() => undefined);
  return answer?.ok === true && (await answer.text()) !== known;
}

async function open(): Promise<Firestore> {
  // Lost connections are shown by the page itself.
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

/** Its own document alone; gives what stops it. Whoever does not reach it hears nothing. */
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

export interface Listener {
  onSession: (session: ClientSession | undefined) => void;
  onPhases: (phases: ClientPhase[]) => void;
  onPages: (pages: ClientPage[]) => void;
  /** Whether what is shown may be old. */
  onStale: (isStale: boolean) => void;
  onError: (error: unknown) => void;
}

/** Gives what stops it. */
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
          // From the cache alone nobody knows that there is nothing.
          if (seen.exists() || !seen.metadata.fromCache) {
            listener.onSession(seen.data() as ClientSession | undefined);
          }
        },
        listener.onError,
      ),
      onSnapshot(
        collection(session, "phases"),
        (seen) => listener.onPhases(seen.docs.map((one) => one.data() as ClientPhase)),
        listener.onError,
      ),
      onSnapshot(
        collection(session, "pages"),
        (seen) => listener.onPages(seen.docs.map((one) => one.data() as ClientPage)),
        listener.onError,
      ),
    );
  }, listener.onError);
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}
