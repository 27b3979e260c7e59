// Contract suite of listeners with the real client, for this emulator and Google's.
import { FieldValue } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "./contract-client.ts";
import { changesOf, documentSnapshots, querySnapshots } from "./snapshots.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

describe("a listener on a document", () => {
  test("receives its absence, creation, each change, and deletion", async () => {
    const doc = client.collection().doc();
    const snapshots = documentSnapshots(doc);
    expect((await snapshots.next()).exists).toBe(false);
    const { writeTime } = await doc.set({ n: 1 });
    const created = await snapshots.next();
    expect([created.get("n"), created.updateTime?.isEqual(writeTime)]).toEqual([1, true]);
    await doc.update({ n: FieldValue.increment(1) });
    expect((await snapshots.next()).get("n")).toBe(2);
    await doc.delete();
    expect((await snapshots.next()).exists).toBe(false);
    snapshots.stop();
  });

  test("receives each of many quick changes, in order", async () => {
    const doc = client.collection().doc();
    await doc.set({ n: 0 });
    const snapshots = documentSnapshots(doc);
    await snapshots.next();
    for (let n = 1; n <= 50; n += 1) await doc.update({ n });
    const seen: number[] = [];
    while (seen.at(-1) !== 50) seen.push((await snapshots.next()).get("n"));
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    snapshots.stop();
  });

  test("receives nothing for a write that changed nothing, nor for other documents", async () => {
    const collection = client.collection();
    const doc = collection.doc("watched");
    await doc.set({ n: 1 });
    const snapshots = documentSnapshots(doc);
    await snapshots.next();
    await doc.set({ n: 1 });
    await collection.doc("other").set({ n: 1 });
    await doc.set({ n: 2 });
    expect((await snapshots.next()).get("n")).toBe(2);
    expect(snapshots.waiting()).toBe(0);
    snapshots.stop();
  });
});

describe("a listener on a query", () => {
  test("receives documents that enter, change, move and leave", async () => {
    const collection = client.collection();
    await collection.doc("a").set({ n: 1 });
    await collection.doc("z").set({ n: 99 });
    const snapshots = querySnapshots(collection.where("n", "<", 10).orderBy("n"));
    expect(changesOf(await snapshots.next())).toEqual(["added a"]);
    await collection.doc("b").set({ n: 2 });
    expect(changesOf(await snapshots.next())).toEqual(["added b"]);
    await collection.doc("a").update({ n: 3 });
    const moved = await snapshots.next();
    expect(changesOf(moved)).toEqual(["modified a"]);
    expect(moved.docs.map(({ id }) => id)).toEqual(["b", "a"]);
    await collection.doc("b").update({ n: 50 });
    expect(changesOf(await snapshots.next())).toEqual(["removed b"]);
    await collection.doc("a").delete();
    expect(changesOf(await snapshots.next())).toEqual(["removed a"]);
    snapshots.stop();
  });

  test("receives a whole commit in one snapshot", async () => {
    const collection = client.collection();
    const snapshots = querySnapshots(collection);
    expect((await snapshots.next()).empty).toBe(true);
    const batch = client.firestore.batch();
    for (const id of ["a", "b", "c"]) batch.set(collection.doc(id), { id });
    await batch.commit();
    expect(changesOf(await snapshots.next())).toEqual(["added a", "added b", "added c"]);
    snapshots.stop();
  });

  test("with a limit receives the document that replaces one that left", async () => {
    const collection = client.collection();
    for (const [n, id] of ["a", "b", "c"].entries()) await collection.doc(id).set({ n });
    const snapshots = querySnapshots(collection.orderBy("n").limit(2));
    expect((await snapshots.next()).docs.map(({ id }) => id)).toEqual(["a", "b"]);
    await collection.doc("a").delete();
    expect(changesOf(await snapshots.next())).toEqual(["removed a", "added c"]);
    await collection.doc("d").set({ n: 100 });
    await collection.doc("e").set({ n: -1 });
    expect(changesOf(await snapshots.next())).toEqual(["removed c", "added e"]);
    snapshots.stop();
  });

  test("with limitToLast keeps the last in order", async () => {
    const collection = client.collection();
    for (const [n, id] of ["a", "b", "c"].entries()) await collection.doc(id).set({ n });
    const snapshots = querySnapshots(collection.orderBy("n").limitToLast(2));
    expect((await snapshots.next()).docs.map(({ id }) => id)).toEqual(["b", "c"]);
    await collection.doc("d").set({ n: 3 });
    expect((await snapshots.next()).docs.map(({ id }) => id)).toEqual(["c", "d"]);
    snapshots.stop();
  });

  test("over a collection group receives changes at every depth", async () => {
    const collection = client.collection();
    const snapshots = querySnapshots(client.firestore.collectionGroup(`g${collection.id}`));
    expect((await snapshots.next()).empty).toBe(true);
    await collection.doc("x").collection(`g${collection.id}`).doc("deep").set({ n: 1 });
    expect(changesOf(await snapshots.next())).toEqual(["added deep"]);
    snapshots.stop();
  });

  test("receives what a transaction commits, and nothing after it stopped", async () => {
    const collection = client.collection();
    const stopped = querySnapshots(collection);
    await stopped.next();
    stopped.stop();
    const snapshots = querySnapshots(collection);
    await snapshots.next();
    await client.firestore.runTransaction(async (transaction) => {
      await transaction.get(collection.doc("a"));
      transaction.set(collection.doc("a"), { n: 1 }).set(collection.doc("b"), { n: 1 });
    });
    expect(changesOf(await snapshots.next())).toEqual(["added a", "added b"]);
    expect(stopped.waiting()).toBe(0);
    snapshots.stop();
  });
});

test("of many listeners each receives only its own document", async () => {
  const collection = client.collection();
  const docs = Array.from({ length: 20 }, (_, index) => collection.doc(`d${index}`));
  const listeners = docs.map(documentSnapshots);
  await Promise.all(listeners.map((listener) => listener.next()));
  await Promise.all(docs.map((doc, index) => doc.set({ index })));
  const heard = await Promise.all(listeners.map(async (listener) => (await listener.next()).get("index")));
  expect(heard).toEqual(docs.map((_, index) => index));
  for (const listener of listeners) listener.stop();
});
