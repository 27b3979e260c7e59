// The module that the web SDK's tests import as `firebase_export`: the installed SDK, and an app for each test.
import { randomUUID } from "node:crypto";
import { type FirebaseApp, initializeApp } from "@firebase/app";
import { type Firestore, type FirestoreSettings, initializeFirestore } from "@firebase/firestore";

/** The default name is unique among all bundles, which share the process. */
export function newTestApp(projectId: string, appName = `test-app-${randomUUID()}`): FirebaseApp {
  return initializeApp({ apiKey: "fake-api-key", projectId }, appName);
}

export function newTestFirestore(
  app: FirebaseApp,
  settings: FirestoreSettings = {},
  database?: string,
): Firestore {
  return database === undefined
    ? initializeFirestore(app, settings)
    : initializeFirestore(app, settings, database);
}

export * from "@firebase/firestore";
