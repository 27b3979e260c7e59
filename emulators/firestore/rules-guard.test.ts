// Security rules with the full web SDK in Node over gRPC: listeners, writes, batches and transactions.
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  addDoc,
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  type Firestore,
  getCountFromServer,
  getDocFromServer,
  initializeFirestore,
  onSnapshot,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  setLogLevel,
  where,
  writeBatch,
} from "@firebase/firestore";
import { credentials, Metadata, makeClientConstructor } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unsignedToken } from "../auth/id-token.ts";
import { openDatabase } from "../database.ts";
import { parseRules } from "../rules/parser.ts";
import type { RunningService } from "../service.ts";
import { clientOf } from "./contract-client.ts";
import { startFirestore } from "./server.ts";
import { loadServiceDefinition } from "./service-definition.ts";

const PROJECT = "demo-contract";
const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /books/{book} {
      allow read: if resource.data.ownerId == request.auth.uid;
      allow create: if request.resource.data.ownerId == request.auth.uid
        && request.resource.data.createdAt == request.time;
      allow update: if resource.data.ownerId == request.auth.uid
        && request.resource.data.diff(resource.data).affectedKeys().hasOnly(['title'])
        && getAfter(/databases/$(database)/documents/log/$(book)).data.by == request.auth.uid;
      match /pages/{page} {
        allow read: if get(/databases/$(database)/documents/books/$(book)).data.ownerId == request.auth.uid;
      }
    }
    match /log/{entry} {
      allow write: if request.auth.uid == request.resource.data.by;
    }
    match /open/{id} {
      allow read, write;
    }
  }
}`;

const apps: FirebaseApp[] = [];
let service: RunningService;
let server: ReturnType<typeof clientOf>;
let now = Date.now();

beforeEach(async () => {
  setLogLevel("silent");
  now = Date.now();
  const rules = parseRules(RULES, "cloud.firestore");
  service = await startFirestore({ db: openDatabase("memory"), rules, clock: () => now });
  server = clientOf(service.host);
  await server.doc("books/one").set({ ownerId: "ada", title: "Rain" });
  await server.doc("books/one/pages/p1").set({ n: 1 });
});

afterEach(async () => {
  await Promise.all(apps.splice(0).map(deleteApp));
  await server.terminate();
  await service.close();
});

function tokenOf(uid: string, more: object = {}): string {
  return unsignedToken({ sub: uid, aud: PROJECT, exp: Math.floor(now / 1000) + 3600, ...more });
}

function client(uid: string | null, claims: object = {}): Firestore {
  const app = initializeApp({ projectId: PROJECT, apiKey: "any" }, `client-${Math.random()}`);
  apps.push(app);
  const firestore = initializeFirestore(app, {});
  const options = uid === null ? {} : { mockUserToken: tokenOf(uid, claims) };
  connectFirestoreEmulator(firestore, "127.0.0.1", service.port, options);
  return firestore;
}

/** Records a listener's events as text. `until` resolves after that many events. */
function listen(db: Firestore, target: "book" | "pages" | "mine" | "all") {
  const told: string[] = [];
  let wake = () => {};
  const tell = (text: string) => {
    told.push(text);
    wake();
  };
  const failed = (error: { code: string; message: string }) => tell(error.code);
  if (target === "book") {
    onSnapshot(doc(db, "books/one"), (snapshot) => tell(String(snapshot.get("title"))), failed);
  } else {
    const queries = {
      pages: collection(db, "books/one/pages"),
      mine: query(collection(db, "books"), where("ownerId", "==", "ada")),
      all: collection(db, "books"),
    };
    onSnapshot(queries[target], ({ size }) => tell(`${size} documents`), failed);
  }
  return {
    told,
    async until(length: number) {
      while (told.length < length) await new Promise<void>((resolve) => (wake = resolve));
      return told;
    },
  };
}

test("a listener receives what its user may read, and is refused the rest", async () => {
  const [ada, bob] = [client("ada"), client("bob")];
  expect(await listen(ada, "book").until(1)).toEqual(["Rain"]);
  expect(await listen(ada, "pages").until(1)).toEqual(["1 documents"]);
  expect(await listen(ada, "mine").until(1)).toEqual(["1 documents"]);
  // A client shows cached documents first. A new client has none.
  expect(await listen(client("ada"), "all").until(1)).toEqual(["permission-denied"]);
  for (const target of ["book", "pages", "mine", "all"] as const) {
    expect(await listen(bob, target).until(1)).toEqual(["permission-denied"]);
  }
  expect(await listen(client(null), "book").until(1)).toEqual(["permission-denied"]);
});

test("a listener ends when its user loses access, before it receives the change that took the access", async () => {
  const ada = client("ada");
  const [book, pages] = [listen(ada, "book"), listen(ada, "pages")];
  await Promise.all([book.until(1), pages.until(1)]);
  await server.doc("books/one").update({ title: "Snow" });
  await book.until(2);
  await server.doc("books/one").update({ ownerId: "bob", title: "Secret" });
  expect(await book.until(3)).toEqual(["Rain", "Snow", "permission-denied"]);
  expect(await pages.until(2)).toEqual(["1 documents", "permission-denied"]);
  expect(await listen(client("bob"), "book").until(1)).toEqual(["Secret"]);
});

test("a listener ends when new rules no longer allow it", async () => {
  const open = listen(client("ada"), "book");
  expect(await open.until(1)).toEqual(["Rain"]);
  const content = RULES.replace("allow read: if resource.data", "allow read: if false && resource.data");
  const answer = await fetch(`http://${service.host}/emulator/v1/projects/${PROJECT}:securityRules`, {
    method: "PUT",
    body: JSON.stringify({ rules: { files: [{ content }] } }),
  });
  expect(answer.status).toBe(200);
  expect(await open.until(2)).toEqual(["Rain", "permission-denied"]);
});

test("a listener ends when its token expires, and receives nothing after that", async () => {
  const spent = client("ada", { exp: Math.floor(now / 1000) + 1 });
  const told: string[] = [];
  const isOffline = new Promise<void>((resolve) => {
    onSnapshot(doc(spent, "books/one"), { includeMetadataChanges: true }, (snapshot) => {
      told.push(snapshot.get("title"));
      // The SDK reconnects with the same token, is refused, and reports that its data may be stale.
      if (told.length > 1 && snapshot.metadata.fromCache) resolve();
      if (!snapshot.metadata.fromCache) now += 2_000;
    });
  });
  await isOffline;
  await server.doc("books/one").update({ title: "Secret" });
  expect(await listen(client("ada"), "book").until(1)).toEqual(["Secret"]);
  expect(new Set(told)).toEqual(new Set(["Rain"]));
});

test("a write is checked against the document as it would be after the write", async () => {
  const ada = client("ada");
  const books = collection(ada, "books");
  await addDoc(books, { ownerId: "ada", createdAt: serverTimestamp() });
  const backdated = addDoc(books, { ownerId: "ada", createdAt: new Date(0) });
  await expect(backdated).rejects.toMatchObject({ code: "permission-denied" });
  const foreign = addDoc(books, { ownerId: "bob", createdAt: serverTimestamp() });
  await expect(foreign).rejects.toMatchObject({ code: "permission-denied" });
  await expect(deleteDoc(doc(ada, "books/one"))).rejects.toMatchObject({ code: "permission-denied" });
  expect((await server.collection("books").get()).size).toBe(2);
});

test("a batch is checked as a whole: `getAfter` sees its other writes, and one refusal stops all", async () => {
  const ada = client("ada");
  const alone = setDoc(doc(ada, "books/one"), { title: "Snow" }, { merge: true });
  await expect(alone).rejects.toMatchObject({ code: "permission-denied" });
  const refused = writeBatch(ada);
  refused.set(doc(ada, "log/one"), { by: "ada" });
  refused.update(doc(ada, "books/one"), { title: "Snow", ownerId: "bob" });
  await expect(refused.commit()).rejects.toMatchObject({ code: "permission-denied" });
  expect((await server.doc("log/one").get()).exists).toBe(false);
  const together = writeBatch(ada);
  together.set(doc(ada, "log/one"), { by: "ada" });
  together.update(doc(ada, "books/one"), { title: "Snow" });
  await together.commit();
  expect((await server.doc("books/one").get()).get("title")).toBe("Snow");
});

test("a transaction may verify what its user may read", async () => {
  const ada = client("ada");
  const copyTitle = (db: Firestore) =>
    runTransaction(db, async (transaction) => {
      const book = await transaction.get(doc(db, "books/one"));
      transaction.set(doc(db, "open/copy"), { title: book.get("title") });
    });
  await copyTitle(ada);
  expect((await server.doc("open/copy").get()).get("title")).toBe("Rain");
  await expect(copyTitle(client("bob"))).rejects.toMatchObject({ code: "permission-denied" });
});

test("a count needs `list`", async () => {
  const count = async (db: Firestore) =>
    (await getCountFromServer(collection(db, "books/one/pages"))).data().count;
  expect(await count(client("ada"))).toBe(1);
  await expect(count(client("bob"))).rejects.toMatchObject({ code: "permission-denied" });
});

test("an error in the rules is reported with its line", async () => {
  const anonymous = getDocFromServer(doc(client(null), "books/one"));
  await expect(anonymous).rejects.toThrow(
    /Missing or insufficient permissions\. \(rules, line 5: error at line 5: /,
  );
});

test("a caller over gRPC with an id token is a web client, whatever its library", async () => {
  const Client = makeClientConstructor(loadServiceDefinition(), "Firestore");
  const raw = new Client(service.host, credentials.createInsecure());
  const name = `projects/${PROJECT}/databases/(default)/documents/books/one`;
  const codeFor = (authorization: string | null) =>
    new Promise((resolve) => {
      const metadata = new Metadata();
      if (authorization !== null) metadata.set("authorization", authorization);
      raw.GetDocument?.({ name }, metadata, (error: { code: number } | null) => resolve(error?.code ?? 0));
    });
  expect(await codeFor(`Bearer ${tokenOf("ada")}`)).toBe(0);
  expect(await codeFor(`Bearer ${tokenOf("bob")}`)).toBe(PERMISSION_DENIED);
  expect(await codeFor(`Bearer ${tokenOf("ada", { exp: 1 })}`)).toBe(UNAUTHENTICATED);
  expect(await codeFor(`Bearer ${tokenOf("ada", { aud: "demo-other" })}`)).toBe(UNAUTHENTICATED);
  expect(await codeFor("Bearer owner")).toBe(0);
  expect(await codeFor(null)).toBe(0);
  raw.close();
});

test("methods for server clients are refused to web clients", async () => {
  const headers = { authorization: `Bearer ${tokenOf("ada")}` };
  const parent = `http://${service.host}/v1/projects/${PROJECT}/databases/(default)/documents`;
  const collections = await fetch(`${parent}:listCollectionIds`, { method: "POST", headers, body: "{}" });
  expect(collections.status).toBe(403);
  const list = (path: string) => fetch(`${parent}/${path}`, { headers }).then(({ status }) => status);
  expect(await list("books/one/pages")).toBe(200);
  expect(await list("books/one/pages?showMissing=true")).toBe(403);
  expect(await list("books")).toBe(403);
  expect(await list("log")).toBe(403);
});
