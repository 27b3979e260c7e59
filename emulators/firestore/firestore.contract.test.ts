// Contract suite of documents and writes with the real client, for this emulator and Google's.
import { FieldPath, FieldValue, GeoPoint, Timestamp } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "./contract-client.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;
const INVALID_ARGUMENT = 3;

describe("a document", () => {
  test("comes back with every type of value as it was written", async () => {
    const doc = client.collection().doc();
    const data = {
      nothing: null,
      yes: true,
      integer: 42,
      large: 2 ** 53 - 1,
      double: 1.5,
      notANumber: Number.NaN,
      infinite: Number.NEGATIVE_INFINITY,
      // Over REST the client sends a plain zero.
      minusZero: process.env.FIRESTORE_PREFER_REST === "true" ? 0 : -0,
      text: "めくり 🙂",
      empty: "",
      bytes: Buffer.from([0, 255, 7]),
      when: new Timestamp(1_700_000_000, 123_456_000),
      where: new GeoPoint(35.6, -139.7),
      reference: client.collection().doc("other"),
      list: [1, "two", { three: [3] }],
      map: { a: { b: { c: "deep" } }, "with space.and`tick": 1 },
      emptyList: [],
      emptyMap: {},
      vector: FieldValue.vector([1, 2.5]),
    };
    await doc.set(data);
    const stored = (await doc.get()).data() ?? {};
    expect(stored.reference.path).toBe(data.reference.path);
    expect(stored.vector.toArray()).toEqual([1, 2.5]);
    expect(stored).toMatchObject({ ...data, reference: expect.anything(), vector: expect.anything() });
    expect(Object.keys(stored).sort()).toEqual(Object.keys(data).sort());
  });

  test("keeps times to the microsecond", async () => {
    const doc = client.collection().doc();
    await doc.set({ when: new Timestamp(5, 123_456_789) });
    expect((await doc.get()).get("when").nanoseconds).toBe(123_456_000);
  });

  test("is replaced by set, merged by set with merge, and changed in part by update", async () => {
    const doc = client.collection().doc();
    await doc.set({ a: 1, nested: { x: 1, y: 2 } });
    await doc.set({ nested: { x: 9 } }, { merge: true });
    expect((await doc.get()).data()).toEqual({ a: 1, nested: { x: 9, y: 2 } });
    await doc.update({ "nested.y": FieldValue.delete(), b: 2 });
    expect((await doc.get()).data()).toEqual({ a: 1, b: 2, nested: { x: 9 } });
    await doc.set({ only: true });
    expect((await doc.get()).data()).toEqual({ only: true });
  });

  test("can have fields with dots, spaces and backticks in their names", async () => {
    const doc = client.collection().doc();
    await doc.set({ keep: 1 });
    await doc.update(new FieldPath("a.b", "c `d` \\e"), "odd");
    expect((await doc.get()).data()).toEqual({ keep: 1, "a.b": { "c `d` \\e": "odd" } });
    const masked = await client.firestore.getAll(doc, { fieldMask: [new FieldPath("a.b", "c `d` \\e")] });
    expect(masked[0]?.data()).toEqual({ "a.b": { "c `d` \\e": "odd" } });
  });

  test("is read in part through a field mask", async () => {
    const doc = client.collection().doc();
    await doc.set({ a: { b: 1, c: 2 }, d: 3 });
    const [masked] = await client.firestore.getAll(doc, { fieldMask: ["a.b", "missing"] });
    expect(masked?.data()).toEqual({ a: { b: 1 } });
  });

  test("has a creation time that stays and an update time that rises with each write", async () => {
    const doc = client.collection().doc();
    const first = await doc.set({ n: 1 });
    const second = await doc.set({ n: 2 });
    const snapshot = await doc.get();
    expect(snapshot.createTime?.isEqual(first.writeTime)).toBe(true);
    expect(snapshot.updateTime?.isEqual(second.writeTime)).toBe(true);
    expect(second.writeTime > first.writeTime).toBe(true);
    expect(snapshot.readTime > second.writeTime).toBe(true);
  });

  test("is gone after delete, and deleting it again is no error", async () => {
    const doc = client.collection().doc();
    await doc.set({ n: 1 });
    await doc.delete();
    await doc.delete();
    expect((await doc.get()).exists).toBe(false);
  });

  test("over 1 MiB is refused", async () => {
    const doc = client.collection().doc();
    await expect(doc.set({ text: "x".repeat(1_048_577) })).rejects.toMatchObject({ code: INVALID_ARGUMENT });
  });
});

describe("a precondition", () => {
  test("lets create succeed only once", async () => {
    const doc = client.collection().doc();
    await doc.create({ n: 1 });
    await expect(doc.create({ n: 2 })).rejects.toMatchObject({ code: ALREADY_EXISTS });
    expect((await doc.get()).get("n")).toBe(1);
  });

  test("refuses to update or delete what does not exist", async () => {
    const doc = client.collection().doc();
    await expect(doc.update({ n: 1 })).rejects.toMatchObject({ code: NOT_FOUND });
    await expect(doc.delete({ exists: true })).rejects.toMatchObject({ code: NOT_FOUND });
  });

  test("on the update time refuses a document that changed meanwhile", async () => {
    const doc = client.collection().doc();
    const { writeTime } = await doc.set({ n: 1 });
    const { writeTime: later } = await doc.update({ n: 2 }, { lastUpdateTime: writeTime });
    const stale = doc.update({ n: 3 }, { lastUpdateTime: writeTime });
    await expect(stale).rejects.toMatchObject({ code: FAILED_PRECONDITION });
    await expect(doc.delete({ lastUpdateTime: writeTime })).rejects.toMatchObject({
      code: FAILED_PRECONDITION,
    });
    await doc.delete({ lastUpdateTime: later });
  });

  test("that fails in a batch prevents every write of the batch", async () => {
    const [a, b] = [client.collection().doc(), client.collection().doc()];
    const batch = client.firestore.batch().set(a, { n: 1 }).update(b, { n: 1 });
    await expect(batch.commit()).rejects.toMatchObject({ code: NOT_FOUND });
    expect((await a.get()).exists).toBe(false);
  });
});

describe("a transform", () => {
  test("starts from the current value, also in nested fields", async () => {
    const doc = client.collection().doc();
    await doc.set({ n: 1, deep: { n: 1.5, list: [1, 2] }, text: "no number" });
    await doc.update({
      n: FieldValue.increment(2),
      "deep.n": FieldValue.increment(1),
      "deep.list": FieldValue.arrayUnion(2, 3),
      "deep.made": FieldValue.arrayUnion("x"),
      text: FieldValue.increment(7),
      fresh: FieldValue.increment(5),
    });
    await doc.update({ "deep.list": FieldValue.arrayRemove(1, 9), plain: "beside" });
    expect((await doc.get()).data()).toEqual({
      n: 3,
      deep: { n: 2.5, list: [2, 3], made: ["x"] },
      text: 7,
      fresh: 5,
      plain: "beside",
    });
  });

  test("maximum and minimum keep the larger or the smaller number", async () => {
    const doc = client.collection().doc();
    await doc.set({ high: 5, low: 5, kept: 5 });
    await doc.update({
      high: FieldValue.maximum(7),
      low: FieldValue.minimum(2.5),
      kept: FieldValue.maximum(5.0),
      fresh: FieldValue.minimum(1),
    });
    expect((await doc.get()).data()).toEqual({ high: 7, low: 2.5, kept: 5, fresh: 1 });
  });

  test("to the server's time gives one time for the whole commit, which is also its update time", async () => {
    const [a, b] = [client.collection().doc(), client.collection().doc()];
    const now = FieldValue.serverTimestamp();
    const batch = client.firestore
      .batch()
      .set(a, { at: now, in: { at: now } })
      .set(b, { at: now });
    const [result] = await batch.commit();
    const [first, second] = await client.firestore.getAll(a, b);
    expect(first?.get("at").isEqual(first.updateTime)).toBe(true);
    expect(first?.get("in.at").isEqual(second?.get("at"))).toBe(true);
    expect(result?.writeTime.isEqual(first?.get("at"))).toBe(true);
  });
});

describe("many documents", () => {
  test("are written by a BulkWriter, 500 at once, and deleted with all below them", async () => {
    const collection = client.collection();
    const writer = client.firestore.bulkWriter();
    for (let index = 0; index < 500; index += 1) void writer.create(collection.doc(`d${index}`), { index });
    await writer.close();
    await collection.doc("d1").collection("sub").doc("s").set({ below: true });
    expect((await collection.count().get()).data().count).toBe(500);
    await client.firestore.recursiveDelete(collection);
    expect((await collection.count().get()).data().count).toBe(0);
    expect((await collection.doc("d1").collection("sub").get()).size).toBe(0);
  });

  test("fail one by one in a BulkWriter while the others succeed", async () => {
    const collection = client.collection();
    await collection.doc("taken").set({ n: 1 });
    const writer = client.firestore.bulkWriter();
    const refused = writer.create(collection.doc("taken"), { n: 2 }).catch((error) => error.code);
    const taken = writer.create(collection.doc("free"), { n: 2 });
    await writer.close();
    expect(await refused).toBe(ALREADY_EXISTS);
    expect((await taken).writeTime).toBeInstanceOf(Timestamp);
  });

  test("are listed with those that are missing but have documents below them", async () => {
    const collection = client.collection();
    await collection.doc("real").set({ n: 1 });
    await collection.doc("missing").collection("below").doc("x").set({ n: 1 });
    const listed = await collection.listDocuments();
    expect(listed.map(({ id }) => id)).toEqual(["missing", "real"]);
    const collections = await collection.doc("missing").listCollections();
    expect(collections.map(({ id }) => id)).toEqual(["below"]);
  });

  test("come back from getAll in the order asked, missing ones included", async () => {
    const collection = client.collection();
    await collection.doc("b").set({ n: 2 });
    const read = await client.firestore.getAll(collection.doc("c"), collection.doc("b"), collection.doc("c"));
    expect(read.map(({ id, exists }) => [id, exists])).toEqual([
      ["c", false],
      ["b", true],
      ["c", false],
    ]);
  });
});
