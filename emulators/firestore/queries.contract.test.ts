// Contract suite of queries with the real client, for this emulator and Google's.
import {
  AggregateField,
  type CollectionReference,
  FieldPath,
  Filter,
  type Query,
} from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "./contract-client.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

async function filled(documents: { [id: string]: object }): Promise<CollectionReference> {
  const collection = client.collection();
  const batch = client.firestore.batch();
  for (const [id, data] of Object.entries(documents)) batch.set(collection.doc(id), data);
  await batch.commit();
  return collection;
}

async function ids(query: Query): Promise<string[]> {
  return (await query.get()).docs.map(({ id }) => id);
}

describe("a filter", () => {
  let people: CollectionReference;
  beforeAll(async () => {
    people = await filled({
      aki: { age: 20, tags: ["a", "b"], town: { name: "Kobe" }, score: 1 },
      ben: { age: 30, tags: ["b", "c"], town: { name: "Nara" }, score: Number.NaN },
      chi: { age: 30.5, tags: [], score: null },
      dan: { age: "thirty", tags: "b" },
    });
  });

  test("compares within one type only", async () => {
    expect(await ids(people.where("age", ">", 20))).toEqual(["ben", "chi"]);
    expect(await ids(people.where("age", ">=", 20).where("age", "<", 30.5))).toEqual(["aki", "ben"]);
    expect(await ids(people.where("age", "<=", "z"))).toEqual(["dan"]);
  });

  test("of equality treats integers and doubles as equal numbers, also in nested fields", async () => {
    expect(await ids(people.where("age", "==", 30))).toEqual(["ben"]);
    expect(await ids(people.where("town.name", "==", "Kobe"))).toEqual(["aki"]);
    expect(await ids(people.where("town", "==", { name: "Nara" }))).toEqual(["ben"]);
  });

  test("of inequality leaves out missing fields and null", async () => {
    expect(await ids(people.where("score", "!=", 1))).toEqual(["ben"]);
    expect(await ids(people.where("age", "!=", 30))).toEqual(["aki", "chi", "dan"]);
    expect(await ids(people.where("age", "not-in", [20, "thirty"]))).toEqual(["ben", "chi"]);
  });

  test("finds null and NaN", async () => {
    expect(await ids(people.where("score", "==", null))).toEqual(["chi"]);
    expect(await ids(people.where("score", "==", Number.NaN))).toEqual(["ben"]);
    expect(await ids(people.where("score", "!=", null))).toEqual(["ben", "aki"]);
  });

  test("searches arrays and lists of values", async () => {
    expect(await ids(people.where("tags", "array-contains", "b"))).toEqual(["aki", "ben"]);
    expect(await ids(people.where("tags", "array-contains-any", ["c", "z"]))).toEqual(["ben"]);
    expect(await ids(people.where("age", "in", [20, "thirty", 99]))).toEqual(["aki", "dan"]);
  });

  test("over too many values is refused", async () => {
    const values = Array.from({ length: 31 }, (_, index) => index);
    await expect(people.where("age", "in", values).get()).rejects.toMatchObject({ code: 3 });
    await expect(people.where("age", "not-in", values.slice(0, 11)).get()).rejects.toMatchObject({ code: 3 });
  });

  test("combines with and, and or", async () => {
    const either = Filter.or(
      Filter.where("age", "==", 20),
      Filter.and(Filter.where("age", "==", 30), Filter.where("tags", "array-contains", "c")),
    );
    expect(await ids(people.where(either))).toEqual(["aki", "ben"]);
  });

  test("on the document's id compares names", async () => {
    expect(await ids(people.where(FieldPath.documentId(), ">", "ben"))).toEqual(["chi", "dan"]);
    expect(await ids(people.where(FieldPath.documentId(), "in", ["dan", "aki", "zoe"]))).toEqual([
      "aki",
      "dan",
    ]);
  });
});

describe("an order", () => {
  let pages: CollectionReference;
  beforeAll(async () => {
    pages = await filled({
      a: { page: 2, part: 1 },
      b: { page: 1, part: 2 },
      c: { page: 2, part: 0 },
      d: { part: 9 },
      e: { page: 1, part: 2 },
    });
  });

  test("leaves out documents that lack the field", async () => {
    expect(await ids(pages.orderBy("page"))).toEqual(["b", "e", "a", "c"]);
  });

  test("falls back to the name, in the direction of the last field", async () => {
    expect(await ids(pages.orderBy("page", "desc"))).toEqual(["c", "a", "e", "b"]);
    expect(await ids(pages.orderBy("page").orderBy("part", "desc"))).toEqual(["e", "b", "a", "c"]);
    expect(await ids(pages.where("page", ">", 0))).toEqual(["b", "e", "a", "c"]);
  });

  test("is limited by limit, offset and limitToLast", async () => {
    expect(await ids(pages.orderBy("page").limit(2))).toEqual(["b", "e"]);
    expect(await ids(pages.orderBy("page").offset(1).limit(2))).toEqual(["e", "a"]);
    expect(await ids(pages.orderBy("page").limitToLast(2))).toEqual(["a", "c"]);
  });

  test("starts and ends at cursors of values", async () => {
    const byPage = pages.orderBy("page").orderBy("part");
    expect(await ids(byPage.startAt(2))).toEqual(["c", "a"]);
    expect(await ids(byPage.startAfter(1))).toEqual(["c", "a"]);
    expect(await ids(byPage.startAfter(2, 0))).toEqual(["a"]);
    expect(await ids(byPage.endAt(1))).toEqual(["b", "e"]);
    expect(await ids(byPage.endBefore(2, 1))).toEqual(["b", "e", "c"]);
  });

  test("starts at a document, so that pages of results join without gaps or repeats", async () => {
    const byPage = pages.orderBy("page", "desc");
    const seen: string[] = [];
    let page = await byPage.limit(2).get();
    while (page.size > 0) {
      seen.push(...page.docs.map(({ id }) => id));
      page = await byPage.limit(2).startAfter(page.docs.at(-1)).get();
    }
    expect(seen).toEqual(["c", "a", "e", "b"]);
  });

  test("ranks values of all types as Firestore does", async () => {
    const mixed = await filled({
      map: { v: { a: 1 } },
      array: { v: [1] },
      reference: { v: client.firestore.doc("x/y") },
      bytes: { v: Buffer.from("z") },
      text: { v: "text" },
      time: { v: new Date(0) },
      number: { v: -1.5 },
      notANumber: { v: Number.NaN },
      no: { v: false },
      nothing: { v: null },
    });
    const order = [
      "nothing",
      "no",
      "notANumber",
      "number",
      "time",
      "text",
      "bytes",
      "reference",
      "array",
      "map",
    ];
    expect(await ids(mixed.orderBy("v"))).toEqual(order);
    expect(await ids(mixed.orderBy("v", "desc"))).toEqual(order.reverse());
  });

  test("compares strings by code points, also beyond the basic plane", async () => {
    const texts = await filled({ a: { t: "🙂" }, b: { t: "\uffee" }, c: { t: "日" }, d: { t: "Z" } });
    expect(await ids(texts.orderBy("t"))).toEqual(["d", "c", "b", "a"]);
  });
});

describe("a query", () => {
  test("selects fields, and nothing but the name when asked for none", async () => {
    const collection = await filled({ a: { x: { y: 1, z: 2 }, w: 3 } });
    expect((await collection.select("x.y").get()).docs[0]?.data()).toEqual({ x: { y: 1 } });
    expect((await collection.select().get()).docs[0]?.data()).toEqual({});
  });

  test("over a collection group finds documents at every depth below its parent", async () => {
    const collection = client.collection();
    const group = `g${collection.id}`;
    await collection.doc("a").collection(group).doc("one").set({ n: 1 });
    await collection.doc("b").collection("between").doc("c").collection(group).doc("two").set({ n: 2 });
    await client.firestore.collection(group).doc("three").set({ n: 3 });
    const all = client.firestore.collectionGroup(group);
    expect((await ids(all)).sort()).toEqual(["one", "three", "two"]);
    expect(await ids(all.where("n", ">=", 2).orderBy("n", "desc"))).toEqual(["three", "two"]);
  });

  test("over a collection does not see those of the same id elsewhere", async () => {
    const collection = await filled({ a: { n: 1 } });
    await collection.doc("a").collection(collection.id).doc("inner").set({ n: 2 });
    expect(await ids(collection)).toEqual(["a"]);
  });

  test("over a collection group can be split into partitions without gaps or overlaps", async () => {
    const collection = await filled(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`d${n}`, { n }])),
    );
    const found: string[] = [];
    for await (const partition of client.firestore.collectionGroup(collection.id).getPartitions(4)) {
      found.push(...(await ids(partition.toQuery())));
    }
    expect(found).toHaveLength(40);
    expect(new Set(found).size).toBe(40);
  });

  test("reports its read time, also when it is empty", async () => {
    const collection = client.collection();
    const empty = await collection.get();
    const { writeTime } = await collection.doc().set({ n: 1 });
    const filledLater = await collection.get();
    expect(empty.readTime < writeTime && writeTime < filledLater.readTime).toBe(true);
    expect(filledLater.docs[0]?.readTime.isEqual(filledLater.readTime)).toBe(true);
  });
});

describe("an aggregation", () => {
  test("counts, adds and averages what the query finds", async () => {
    const collection = await filled({ a: { n: 1 }, b: { n: 2 }, c: { n: 6 }, d: { m: 1 }, e: { n: "text" } });
    expect((await collection.count().get()).data()).toEqual({ count: 5 });
    expect((await collection.where("n", "<", 5).limit(1).count().get()).data()).toEqual({ count: 1 });
    const sums = await collection
      .aggregate({ sum: AggregateField.sum("n"), mean: AggregateField.average("n") })
      .get();
    expect(sums.data()).toEqual({ sum: 9, mean: 3 });
    const none = await collection
      .where("n", ">", 100)
      .aggregate({ mean: AggregateField.average("n") })
      .get();
    expect(none.data()).toEqual({ mean: null });
  });
});
