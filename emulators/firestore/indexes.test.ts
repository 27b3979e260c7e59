// Strict indexes with the real client: which queries an index file covers, and the error for the others.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AggregateField, FieldPath, Filter, type Firestore, type Query } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { clientOf } from "./contract-client.ts";
import { indexCheck, readIndexFile } from "./indexes.ts";
import { startFirestore } from "./server.ts";

const ascending = (fieldPath: string) => ({ fieldPath, order: "ASCENDING" as const });
const descending = (fieldPath: string) => ({ fieldPath, order: "DESCENDING" as const });
const containing = (fieldPath: string) => ({ fieldPath, arrayConfig: "CONTAINS" as const });
const inCollection = (
  ...fields: (ReturnType<typeof ascending> | ReturnType<typeof descending> | ReturnType<typeof containing>)[]
) => ({
  collectionGroup: "books",
  queryScope: "COLLECTION" as const,
  fields,
});

const FILE = {
  indexes: [
    inCollection(ascending("owner"), descending("made")),
    inCollection(ascending("state"), descending("made")),
    inCollection(containing("tags"), ascending("made")),
    inCollection(ascending("owner"), ascending("price"), ascending("sold")),
    inCollection(ascending("owner"), ascending("made"), descending("__name__")),
    { ...inCollection(ascending("owner"), ascending("made")), queryScope: "COLLECTION_GROUP" as const },
  ],
  fieldOverrides: [
    { collectionGroup: "books", fieldPath: "blob", indexes: [] },
    {
      collectionGroup: "books",
      fieldPath: "isbn",
      indexes: [{ order: "ASCENDING" as const, queryScope: "COLLECTION_GROUP" as const }],
    },
  ],
};

let service: RunningService;
let firestore: Firestore;
beforeAll(async () => {
  service = await startFirestore({ db: openDatabase("memory"), requireIndex: indexCheck(FILE) });
  firestore = clientOf(service.host);
});
afterAll(async () => {
  await firestore.terminate();
  await service.close();
});

type Make = (books: Query, group: Query) => Query;
const name = FieldPath.documentId();

describe("a query is answered", () => {
  test.each<[string, Make]>([
    ["without filter and order", (books) => books],
    ["by name", (books) => books.where(name, ">", "a").orderBy(name)],
    ["of a group by name", (_, group) => group.orderBy(name)],
    ["by one field in either direction", (books) => books.where("made", ">", 1).orderBy("made", "desc")],
    [
      "by several equal values, which are merged",
      (books) => books.where("a", "==", 1).where("b", "in", [1, 2]),
    ],
    [
      "by an array and an equal value",
      (books) => books.where("tags", "array-contains", "x").where("a", "==", 1),
    ],
    [
      "by equal values in descending order of names",
      (books) => books.where("a", "==", 1).orderBy(name, "desc"),
    ],
    ["by its composite index", (books) => books.where("owner", "==", "o").orderBy("made", "desc")],
    [
      "by two composite indexes that are merged",
      (books) => books.where("owner", "==", "o").where("state", "==", "s").orderBy("made", "desc"),
    ],
    ["by an array in order", (books) => books.where("tags", "array-contains-any", ["x"]).orderBy("made")],
    [
      "by inequalities of two fields in the order of its index",
      (books) => books.where("owner", "==", "o").where("price", ">", 1).where("sold", ">", 1),
    ],
    ["in an order by a field with an equality", (books) => books.where("owner", "==", "o").orderBy("owner")],
    [
      "with the direction of names that its index has",
      (books) => books.where("owner", "==", "o").orderBy("made").orderBy(name, "desc"),
    ],
    ["of a group by its composite index", (_, group) => group.where("owner", "==", "o").orderBy("made")],
    ["of a group by a field with an index of that scope", (_, group) => group.where("isbn", "==", 1)],
    [
      "whose alternatives are all covered by an index",
      (books) =>
        books
          .where(Filter.or(Filter.where("owner", "==", "o"), Filter.where("state", "==", "s")))
          .orderBy("made", "desc"),
    ],
  ])("%s", async (_what, make) => {
    const query = make(firestore.collection("shelf/a/books"), firestore.collectionGroup("books"));
    expect((await query.get()).size).toBe(0);
  });
});

describe("a query is refused", () => {
  test.each<[string, Make]>([
    ["by an equal value in the order of another field", (books) => books.where("a", "==", 1).orderBy("made")],
    [
      "in the opposite direction of its index",
      (books) => books.where("owner", "==", "o").orderBy("state", "desc"),
    ],
    ["by two fields in order", (books) => books.orderBy("made").orderBy("owner")],
    [
      "with the direction of names that no index has",
      (books) => books.where("owner", "==", "o").orderBy("made", "desc").orderBy(name, "asc"),
    ],
    ["by names in descending order", (books) => books.orderBy(name, "desc")],
    ["by a field that has no index", (books) => books.where("blob", "==", 1)],
    ["by a part of a field that has no index", (books) => books.where("blob.part", "==", 1)],
    ["of a group by one field", (_, group) => group.where("owner", "==", "o")],
    [
      "of a group by an index of collections",
      (_, group) => group.where("owner", "==", "o").orderBy("made", "desc"),
    ],
    [
      "one of whose alternatives has no index",
      (books) =>
        books
          .where(Filter.or(Filter.where("owner", "==", "o"), Filter.where("a", "==", 1)))
          .orderBy("made", "desc"),
    ],
  ])("%s", async (_what, make) => {
    const query = make(firestore.collection("shelf/a/books"), firestore.collectionGroup("books"));
    await expect(query.get()).rejects.toMatchObject({
      code: 9,
      details: expect.stringContaining("The query requires an index."),
    });
  });

  test("also as a listener and as an aggregation, and the error has the missing entry", async () => {
    const query = firestore.collection("books").where("a", "==", 1).orderBy("made");
    const entry = JSON.stringify(inCollection(ascending("a"), ascending("made")));
    await expect(query.count().get()).rejects.toThrow(`Add to "indexes" of the index file: ${entry}`);
    const heard = new Promise((resolve, reject) => query.onSnapshot(resolve, reject));
    await expect(heard).rejects.toThrow("requires an index");
  });
});

test("an aggregation needs its summed fields in the index", async () => {
  const owned = firestore.collection("books").where("owner", "==", "o");
  const sum = (query: Query, field: string) => query.aggregate({ sum: AggregateField.sum(field) }).get();
  expect((await sum(firestore.collection("books"), "price")).data()).toEqual({ sum: 0 });
  expect((await sum(owned, "made")).data()).toEqual({ sum: 0 });
  await expect(sum(owned, "weight")).rejects.toMatchObject({ code: 9 });
});

test("an invalid index file is named in the error", () => {
  const path = join(tmpdir(), `indexes-${process.pid}.json`);
  writeFileSync(path, JSON.stringify({ indexes: [{ collectionGroup: 1, fields: [] }] }));
  expect(() => readIndexFile(path)).toThrow(path);
  writeFileSync(path, "{");
  expect(() => readIndexFile(path)).toThrow("is not JSON");
});
