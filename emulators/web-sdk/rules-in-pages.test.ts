// The project's rules with the real web SDK in Chromium, with each transport, and in Node.
import { readFileSync } from "node:fs";
import type { Firestore } from "@google-cloud/firestore";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { unsignedToken } from "../auth/id-token.ts";
import { startAuth } from "../auth/server.ts";
import { openDatabase } from "../database.ts";
import { clientOf, CONTRACT_PROJECT as PROJECT } from "../firestore/contract-client.ts";
import { startFirestore } from "../firestore/server.ts";
import { parseRules } from "../rules/parser.ts";
import type { RunningService } from "../service.ts";
import { CLIENTS, type Client, type Clients, startClients } from "./clients.ts";
import type { Follower, FollowerOptions } from "./follower.ts";

const RULES = parseRules(
  readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8"),
  "cloud.firestore",
);
const REFUSED = "permission-denied: Missing or insufficient permissions.";
const SESSION = "sessions/s1";
const PAGE = "sessions/s1/pages/001";
const LIFETIME_MS = 3_600_000;
/** Remaining lifetime of the token of a stream that should end. */
const REMAINING_MS = 2_000;

let clients: Clients;
let auth: RunningService;
let firestore: RunningService;
let server: Firestore;
let authNow: () => number;
let firestoreNow: () => number;

beforeAll(async () => {
  clients = await startClients();
}, 300_000);
afterAll(() => clients.close());
beforeEach(async () => {
  const db = openDatabase("memory");
  authNow = Date.now;
  firestoreNow = Date.now;
  auth = await startAuth({ db, projectId: PROJECT, clock: () => authNow() });
  firestore = await startFirestore({ db, rules: RULES, clock: () => firestoreNow() });
  server = clientOf(firestore.host);
  await server.doc(SESSION).set({ ownerId: "ada", n: 0 });
  for (const ownerId of ["ada", "bob"]) {
    await server.doc(`tokenFamilies/of-${ownerId}`).set({ ownerId, status: "live" });
  }
  await server.doc(PAGE).set({ n: 0 });
});
afterEach(async () => {
  await clients.closeOpened();
  await server.terminate();
  await Promise.all([firestore.close(), auth.close()]);
});

const open = (client: Client, who: Pick<FollowerOptions, "idToken" | "signIn">) =>
  clients.open(client, { host: "127.0.0.1", port: firestore.port, projectId: PROJECT, ...who });

const signedIn = (client: Client, uid: string) =>
  open(client, {
    signIn: { authHost: auth.host, customToken: JSON.stringify({ uid, claims: { sid: `of-${uid}` } }) },
  });

/** The error that ended a refused listener. */
async function refusalOf(follower: Follower, path: string): Promise<string> {
  await expect(follower.followDocuments([path])).rejects.toThrow();
  return follower.ended(path);
}

describe.each(CLIENTS)("a client (%s)", (client) => {
  test("can listen to its user's documents, and is refused those of others with the SDK's error", async () => {
    const [ada, bob, nobody] = await Promise.all([
      signedIn(client, "ada"),
      signedIn(client, "bob"),
      open(client, {}),
    ]);
    await ada.followDocuments([SESSION, PAGE]);
    await server.doc(PAGE).set({ n: 1 });
    await ada.reached(PAGE, 1);
    expect(await ada.seen()).toEqual({ [SESSION]: [0], [PAGE]: [0, 1] });
    for (const other of [bob, nobody]) {
      expect([await refusalOf(other, SESSION), await refusalOf(other, PAGE)]).toEqual([REFUSED, REFUSED]);
      expect(await other.seen()).toEqual({});
    }
    // A listener, a read, a count, a write, and a transaction.
    expect((await ada.refusals(SESSION)).slice(2, 4)).toEqual(["permission-denied", "permission-denied"]);
    expect(await bob.refusals(SESSION)).toEqual(Array(5).fill("permission-denied"));
  });

  test("is refused each new listener and read once its sign-in has ended", async () => {
    const ada = await signedIn(client, "ada");
    await ada.followDocuments([SESSION]);
    await server.doc("tokenFamilies/of-ada").set({ ownerId: "ada", status: "revoked" });
    expect(await refusalOf(ada, PAGE)).toBe(REFUSED);
    expect((await ada.refusals(SESSION)).slice(0, 2)).toEqual(["permission-denied", "permission-denied"]);
    expect(await refusalOf(await signedIn(client, "ada"), SESSION)).toBe(REFUSED);
  });

  test("loses access to a document whose owner changes, before it receives the change", async () => {
    const [ada, bob] = await Promise.all([signedIn(client, "ada"), signedIn(client, "bob")]);
    await ada.followDocuments([SESSION, PAGE]);
    await server.doc(SESSION).set({ ownerId: "bob", n: 1 });
    expect([await ada.ended(SESSION), await ada.ended(PAGE)]).toEqual([REFUSED, REFUSED]);
    await bob.followDocuments([SESSION, PAGE]);
    await server.doc(PAGE).set({ n: 1 });
    await bob.reached(PAGE, 1);
    expect(await ada.seen()).toEqual({ [SESSION]: [0], [PAGE]: [0] });
  });
});

test("every client with an expired token receives changes only after it renewed the token", async () => {
  // Both clocks stand still, so the time that pages take to open does not matter.
  const start = Math.floor(Date.now() / 1_000) * 1_000;
  const end = start + REMAINING_MS;
  authNow = () => end - LIFETIME_MS;
  firestoreNow = () => start;
  const idToken = unsignedToken({ sub: "ada", sid: "of-ada", aud: PROJECT, exp: end / 1_000 });
  const renewing = await Promise.all(CLIENTS.map((client) => signedIn(client, "ada")));
  const spent = await Promise.all(CLIENTS.map((client) => open(client, { idToken })));
  await Promise.all([...renewing, ...spent].map((each) => each.followDocuments([SESSION])));
  authNow = () => end;
  firestoreNow = () => end;
  // Open streams end within this time: their timers belong to this process and are due before this one.
  await new Promise((resolve) => setTimeout(resolve, REMAINING_MS));
  await server.doc(SESSION).update({ n: 1 });
  await Promise.all(renewing.map((each) => each.reached(SESSION, 1)));
  for (const each of spent) expect(await each.seen()).toEqual({ [SESSION]: [0] });
}, 120_000);
