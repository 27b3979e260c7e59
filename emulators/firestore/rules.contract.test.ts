// Contract suite of security rules with the web SDK's lite client over REST, against an emulator of this package or the one that
// FIRESTORE_EMULATOR_HOST names.
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  initializeFirestore,
  query,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
} from "@firebase/firestore/lite";
import { unsignedToken } from "../auth/id-token.ts";
import { openDatabase } from "../database.ts";
import { describeRules, type RulesBench, type RulesCaller, type RulesClient } from "./rules-contract.ts";
import { startFirestore } from "./server.ts";

const PROJECT = "demo-rules";

async function liteBench(): Promise<RulesBench> {
  // The SDK logs a line for every refused request.
  setLogLevel("silent");
  const given = process.env.FIRESTORE_EMULATOR_HOST;
  const service = given === undefined ? await startFirestore({ db: openDatabase("memory") }) : null;
  const host = service?.host ?? given ?? "";
  const apps: FirebaseApp[] = [];

  function client(caller: RulesCaller): RulesClient {
    const app = initializeApp({ projectId: PROJECT, apiKey: "any" }, `client-${apps.length}`);
    apps.push(app);
    const db = initializeFirestore(app, {});
    const [name = "", port] = host.split(":");
    const token = caller === null ? {} : { mockUserToken: idToken(caller) };
    connectFirestoreEmulator(db, name, Number(port), token);
    return {
      get: (path) => getDoc(doc(db, path)),
      list: (path, filter) =>
        getDocs(
          filter ? query(collection(db, path), where(filter[0], "==", filter[1])) : collection(db, path),
        ),
      set: (path, data) => setDoc(doc(db, path), data),
      update: (path, data) => updateDoc(doc(db, path), { ...data }),
      delete: (path) => deleteDoc(doc(db, path)),
    };
  }

  return {
    host,
    projectId: PROJECT,
    areTokensChecked: given === undefined,
    async putRules(content) {
      const response = await fetch(`http://${host}/emulator/v1/projects/${PROJECT}:securityRules`, {
        method: "PUT",
        body: JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    client,
    async close() {
      await Promise.all(apps.map(deleteApp));
      await service?.close();
    },
  };
}

function idToken({ uid, claims = {} }: NonNullable<RulesCaller>): string {
  const now = Math.floor(Date.now() / 1000);
  return unsignedToken({
    sub: uid,
    user_id: uid,
    aud: PROJECT,
    iss: `https://securetoken.google.com/${PROJECT}`,
    iat: now,
    auth_time: now,
    exp: now + 3_600,
    ...claims,
  });
}

describeRules(liteBench);
