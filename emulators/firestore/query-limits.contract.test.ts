// Contract suite of the queries that the service refuses, and of its matches and orders for special values and fields:
// query.proto and https://firebase.google.com/docs/firestore/query-data/queries#query_limitations
import { type CollectionReference, FieldPath, Filter, type Query } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "./contract-client.ts";

const INVALID_ARGUMENT = { code: 3 };

let client: ContractClient;
let items: CollectionReference;
beforeAll(async () => {
  client = await connectFirestore();
  items = client.collection();
  const batch = client.firestore.batch();
  const documents = {
    a: { key: "a", sort: 5, tags: [1] },
    b: { key: "aa", sort: 4, tags: [null] },
    c: { key: "b", sort: 3, tags: [Number.NaN] },
    d: { key: "b", sort: 2, tags: [] },
    e: { key: "bb", sort: null, tags: [1, null] },
    f: { key: "c", sort: Number.NaN, tags: [2] },
  };
  for (const [id, data] of Object.entries(documents)) batch.set(items.doc(id), data);
  await batch.commit();
});
afterAll(() => client.close());

const ids = async (query: Query) => (await query.get()).docs.map(({ id }) => id);
const id = FieldPath.documentId();

describe("the implicit order", () => {
  test("of several inequality fields puts the document's name last", async () => {
    const compared = items.where("sort", ">=", 1).where(id, "<", "e").where("key", "!=", "a");
    expect(await ids(compared)).toEqual(["b", "d", "c"]);
    const seen: string[] = [];
    let page = await compared.limit(1).get();
    while (page.size > 0) {
      seen.push(...page.docs.map((document) => document.id));
      page = await compared.limit(1).startAfter(page.docs.at(-1)).get();
    }
    expect(seen).toEqual(["b", "d", "c"]);
  });

  test("compares field paths segment by segment", async () => {
    const nested = client.collection();
    await nested.doc("x").set({ a: { z: 2 }, "a-b": 1 });
    await nested.doc("y").set({ a: { z: 1 }, "a-b": 2 });
    const both = nested.where(new FieldPath("a-b"), ">", 0).where("a.z", ">", 0);
    expect(await ids(both)).toEqual(["y", "x"]);
  });
});

describe("null and NaN", () => {
  test("are neither less nor greater than a number", async () => {
    expect(await ids(items.where("sort", "<", 3))).toEqual(["d"]);
    expect(await ids(items.where("sort", "<=", 3))).toEqual(["d", "c"]);
    expect(await ids(items.where("sort", ">=", 4))).toEqual(["b", "a"]);
  });

  test("in a list of values match nothing", async () => {
    expect(await ids(items.where("sort", "in", [null]))).toEqual([]);
    expect(await ids(items.where("sort", "in", [Number.NaN, 2]))).toEqual(["d"]);
    expect(await ids(items.where("tags", "array-contains-any", [null]))).toEqual([]);
    expect(await ids(items.where("tags", "array-contains-any", [Number.NaN, 2]))).toEqual(["f"]);
  });

  test("are left out by not-in where it lists them", async () => {
    expect(await ids(items.where("sort", "not-in", [Number.NaN, 5]))).toEqual(["d", "c", "b"]);
    expect(await ids(items.where("sort", "not-in", [null]))).toEqual([]);
  });
});

const anyOf = (count: number) =>
  Filter.or(...Array.from({ length: count }, (_, n) => Filter.where("sort", "==", n)));

describe("a query is refused", () => {
  test.each<[string, (from: CollectionReference) => Query]>([
    ["an order after the document's name", (from) => from.where("key", "!=", "a").orderBy(id)],
    ["an order by a field after the name", (from) => from.orderBy(id).orderBy("key")],
    [
      "equality of the name beside another inequality",
      (from) => from.where("key", ">", "a").where(id, "==", "b"),
    ],
    ["not-in with in", (from) => from.where("key", "not-in", ["a"]).where("sort", "in", [1])],
    [
      "not-in with array-contains-any",
      (from) => from.where("key", "not-in", ["a"]).where("tags", "array-contains-any", [1]),
    ],
    ["not-in with or", (from) => from.where("key", "not-in", ["a"]).where(anyOf(2))],
    ["two not-in", (from) => from.where("key", "not-in", ["a"]).where("sort", "not-in", [1])],
    ["not-in with !=", (from) => from.where("key", "not-in", ["a"]).where("sort", "!=", 1)],
    ["two !=", (from) => from.where("key", "!=", "a").where("sort", "!=", null)],
    [
      "two array-contains",
      (from) => from.where("tags", "array-contains", 1).where("tags", "array-contains", 2),
    ],
    [
      "array-contains with array-contains-any",
      (from) => from.where("tags", "array-contains", 1).where("key", "array-contains-any", [2]),
    ],
    ["31 disjunctions", (from) => from.where(anyOf(31))],
    [
      "32 disjunctions of two lists",
      (from) => from.where("key", "in", ["a", "b", "c", "d"]).where("sort", "in", [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "11 inequality fields",
      (from) => Array.from({ length: 11 }).reduce<Query>((query, _, n) => query.where(`f${n}`, ">", 0), from),
    ],
  ])("with %s", async (_what, queryOf) => {
    await expect(queryOf(items).get()).rejects.toMatchObject(INVALID_ARGUMENT);
  });

  test("on a reserved collection id, also by a listener", async () => {
    const reserved = client.firestore.collection("a/__bad__/b");
    await expect(reserved.get()).rejects.toMatchObject(INVALID_ARGUMENT);
    await expect(client.firestore.collection("__bad__").get()).rejects.toMatchObject(INVALID_ARGUMENT);
    await expect(client.firestore.collection("__bad__").listDocuments()).rejects.toMatchObject(
      INVALID_ARGUMENT,
    );
    const heard = new Promise((resolve, reject) => reserved.onSnapshot(resolve, reject));
    await expect(heard).rejects.toThrow("reserved");
  });
});

test("a query may have one array filter, and 30 disjunctions, in each disjunction", async () => {
  const either = Filter.or(
    Filter.where("tags", "array-contains", 1),
    Filter.where("tags", "array-contains", 2),
  );
  expect(await ids(items.where(either))).toEqual(["a", "e", "f"]);
  expect(await ids(items.where(anyOf(30)))).toEqual(["a", "b", "c", "d"]);
});

test("a document cannot be updated after the same commit deleted it", async () => {
  const gone = client.collection().doc();
  await gone.set({ n: 1 });
  const batch = client.firestore.batch().delete(gone).update(gone, { n: 2 });
  await expect(batch.commit()).rejects.toMatchObject(INVALID_ARGUMENT);
  expect((await gone.get()).data()).toEqual({ n: 1 });
  const missing = client.collection().doc();
  const both = client.firestore.batch().delete(missing).update(missing, { n: 2 });
  await expect(both.commit()).rejects.toMatchObject(INVALID_ARGUMENT);
});
