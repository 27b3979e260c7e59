// The project's own rules, enforced: every path, for every kind of caller, in every way. With FIRESTORE_EMULATOR_HOST
// the same table is held against the emulator that it names.
import { readFileSync } from "node:fs";
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  initializeFirestore,
  query,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
} from "@firebase/firestore/lite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { unsignedToken } from "../auth/id-token.ts";
import { openDatabase } from "../database.ts";
import { parseRules } from "../rules/parser.ts";
import type { RunningService } from "../service.ts";
import { startFirestore } from "./server.ts";

const PROJECT = "demo-rules";
const RULES = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");
const given = process.env.FIRESTORE_EMULATOR_HOST;

const apps: FirebaseApp[] = [];
let service: RunningService | null = null;
let host = given ?? "";
let server: Firestore;

beforeAll(async () => {
  // It writes a line for every refusal.
  setLogLevel("silent");
  if (given === undefined) {
    const rules = parseRules(RULES, "cloud.firestore");
    service = await startFirestore({ db: openDatabase("memory"), rules });
    host = service.host;
  } else {
    const files = [{ name: "firestore.rules", content: RULES }];
    await fetch(`http://${given}/emulator/v1/projects/${PROJECT}:securityRules`, {
      method: "PUT",
      body: JSON.stringify({ rules: { files } }),
    });
  }
  server = client("owner");
});

afterAll(async () => {
  await Promise.all(apps.map(deleteApp));
  await service?.close();
});

/** A client with this bearer token, or none. */
function client(token: string | null): Firestore {
  const app = initializeApp({ projectId: PROJECT, apiKey: "any" }, `client-${apps.length}`);
  apps.push(app);
  const firestore = initializeFirestore(app, {});
  const [name = "", port] = host.split(":");
  connectFirestoreEmulator(firestore, name, Number(port), token === null ? {} : { mockUserToken: token });
  return firestore;
}

function idToken(uid: string, more: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: uid, user_id: uid, aud: PROJECT, iss: `https://securetoken.google.com/${PROJECT}` };
  return unsignedToken({ ...claims, iat: now, auth_time: now, exp: now + 3600, ...more });
}

type Outcome = "allowed" | "permission-denied" | "unauthenticated";

async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  try {
    await attempt();
    return "allowed";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    if (code === "permission-denied" || code === "unauthenticated") return code;
    throw error;
  }
}

/** Each on a document that exists, but for `create`. */
const METHODS: Readonly<Record<string, (db: Firestore, path: string) => Promise<unknown>>> = {
  get: (db, path) => getDoc(doc(db, path)),
  list: (db, path) => getDocs(collection(db, parentOf(path))),
  create: (db, path) => setDoc(doc(db, `${parentOf(path)}/new`), { ownerId: "ada" }),
  update: (db, path) => updateDoc(doc(db, path), { ownerId: "ada", touched: true }),
  delete: (db, path) => deleteDoc(doc(db, path)),
};

const parentOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** What the owner may do; nobody else may do anything. */
const PATHS: readonly (readonly [string, readonly string[]])[] = [
  // The list of sessions is proven by its filter alone: see below.
  ["sessions/s1", ["get"]],
  ["sessions/s1/phases/concept", ["get", "list"]],
  ["sessions/s1/pages/p001", ["get", "list"]],
  ["sessions/s1/events/e1", ["get", "list"]],
  ["sessions/s1/feedback/f1", ["get", "list"]],
  ["sessions/s1/private/schedule", []],
  ["sessions/s1/pages/p001/panels/k1", []],
  ["sessions/s1/unknown/u1", []],
  ["users/ada", []],
];

beforeEach(async () => {
  await Promise.all(PATHS.map(([path]) => setDoc(doc(server, path), { ownerId: "ada" })));
});

const CALLERS: readonly (readonly [string, () => string | null, Outcome])[] = [
  ["another user", () => idToken("bob"), "permission-denied"],
  ["nobody", () => null, "permission-denied"],
  // Google's emulator does not look at the time.
  ...(given === undefined
    ? ([["the owner with an expired token", () => idToken("ada", { exp: 1 }), "unauthenticated"]] as const)
    : []),
  ...(given === undefined
    ? ([
        ["the owner in another project", () => idToken("ada", { aud: "demo-other" }), "unauthenticated"],
      ] as const)
    : []),
];

describe.each(PATHS)("%s", (path, allowed) => {
  test.each(Object.entries(METHODS))(
    `its owner may ${allowed.join(" and ") || "do nothing"}: %s`,
    async (name, attempt) => {
      const db = client(idToken("ada"));
      const expected = allowed.includes(name) ? "allowed" : "permission-denied";
      expect(await outcomeOf(() => attempt(db, path))).toBe(expected);
    },
  );

  test.each(CALLERS)("%s may do nothing", async (_who, token, refusal) => {
    const db = client(token());
    for (const attempt of Object.values(METHODS)) {
      expect(await outcomeOf(() => attempt(db, path))).toBe(refusal);
    }
  });
});

test("sessions are listed only with the filter of their owner", async () => {
  const ada = client(idToken("ada"));
  const sessions = (db: Firestore, owner: string) =>
    outcomeOf(() => getDocs(query(collection(db, "sessions"), where("ownerId", "==", owner))));
  expect(await sessions(ada, "ada")).toBe("allowed");
  expect(await sessions(ada, "bob")).toBe("permission-denied");
  expect(await outcomeOf(() => getDocs(collection(ada, "sessions")))).toBe("permission-denied");
  expect(await sessions(client(null), "ada")).toBe("permission-denied");
});

test("a batch is refused as a whole, and the server's own clients pass", async () => {
  expect((await getDoc(doc(server, "sessions/s1/private/schedule"))).exists()).toBe(true);
  await deleteDoc(doc(server, "sessions/s1/private/schedule"));
  expect((await getDoc(doc(server, "sessions/s1/private/schedule"))).exists()).toBe(false);
});

test("a refusal has the service's words", async () => {
  await expect(getDoc(doc(client(idToken("bob")), "sessions/s1"))).rejects.toThrow(
    "Missing or insufficient permissions.",
  );
});
