// A listener whose id token expires: Firestore refuses the token, and the web SDK renews it and resumes the listener.
import { deleteApp, initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from "@firebase/auth";
import {
  connectFirestoreEmulator,
  doc,
  initializeFirestore,
  onSnapshot,
  setLogLevel,
} from "@firebase/firestore";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { startFirestore } from "../firestore/server.ts";
import { parseRules } from "../rules/parser.ts";
import { startAuth } from "./server.ts";

const PROJECT = "demo-renewal";
const RULES = `rules_version = '2';
service cloud.firestore { match /databases/{d}/documents { match /a/{b} { allow read: if request.auth.uid == b; } } }`;

test("a listener whose token expired resumes with a renewed token", async () => {
  setLogLevel("silent");
  const db = openDatabase("memory");
  let authNow = Date.now() - 7_200_000;
  const auth = await startAuth({ db, projectId: PROJECT, clock: () => authNow });
  const rules = parseRules(RULES, "cloud.firestore");
  const firestore = await startFirestore({ db, rules });
  const app = initializeApp({ projectId: PROJECT, apiKey: "any" });
  const user = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(user, `http://${auth.host}`, { disableWarnings: true });
  const web = initializeFirestore(app, {});
  connectFirestoreEmulator(web, "127.0.0.1", firestore.port);

  await signInWithCustomToken(user, JSON.stringify({ uid: "ada" }));
  authNow = Date.now();
  const exists = await new Promise<boolean>((resolve, reject) => {
    onSnapshot(
      doc(web, "a/ada"),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (!snapshot.metadata.fromCache) resolve(snapshot.exists());
      },
      reject,
    );
  });
  expect(exists).toBe(false);

  await deleteApp(app);
  await Promise.all([firestore.close(), auth.close()]);
});
