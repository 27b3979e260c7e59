// The project's own rules as pages meet them: the real SDK in a real browser, in each of its transports, and in Node.
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
/** For how long a stream goes with a token that is about to end. */
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
  open(client, { signIn: { authHost: auth.host, customToken: JSON.stringify({ uid }) } });

/** What became of a listener that may not be: how it ended. */
async function refusalOf(follower: Follower, path: string): Promise<string> {
  await expect(follower.followDocuments([path])).rejects.toThrow();
  return follower.ended(path);
}

describe.each(CLIENTS)("a client (%s)", (client) => {
  test("follows what its user owns, and is refused what is another's, in the SDK's own words", async () => {
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

  test("loses what changes its owner, before it hears of the change", async () => {
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

test("every client whose token ran out goes on with a renewed one, and hears of nothing without", async () => {
  // Both clocks stand, however long the pages take to open.
  const start = Math.floor(Date.now() / 1_000) * 1_000;
  const end = start + REMAINING_MS;
  authNow = () => end - LIFETIME_MS;
  firestoreNow = () => start;
  const idToken = unsignedToken({ sub: "ada", aud: PROJECT, exp: end / 1_000 });
  const renewing = await Promise.all(CLIENTS.map((client) => signedIn(client, "ada")));
  const spent = await Promise.all(CLIENTS.map((client) => open(client, { idToken })));
  await Promise.all([...renewing, ...spent].map((each) => each.followDocuments([SESSION])));
  authNow = () => end;
  firestoreNow = () => end;
  // Streams that are open now end within this time: their timers are of this process, and run before ours.
  await new Promise((resolve) => setTimeout(resolve, REMAINING_MS));
  await server.doc(SESSION).update({ n: 1 });
  await Promise.all(renewing.map((each) => each.reached(SESSION, 1)));
  for (const each of spent) expect(await each.seen()).toEqual({ [SESSION]: [0] });
}, 120_000);
