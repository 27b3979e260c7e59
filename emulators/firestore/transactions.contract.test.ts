// Contract suite of transactions with the real client, for this emulator and Google's.
import type { CollectionReference } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "./contract-client.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

const ABORTED = 10;

describe("transactions", () => {
  test("that increment one document 20 times at once give 20", async () => {
    const counter = client.collection().doc();
    await counter.set({ n: 0 });
    const increment = () =>
      client.firestore.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(counter);
        transaction.update(counter, { n: snapshot.get("n") + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await counter.get()).get("n")).toBe(20);
  });

  test("of two that create the same missing document only one succeeds", async () => {
    const collection = client.collection();
    const claim = (owner: string) =>
      client.firestore.runTransaction(async (transaction) => {
        const found = await transaction.get(collection.where("job", "==", 1));
        if (found.empty) transaction.create(collection.doc(), { job: 1, owner });
        return found.empty;
      });
    const claimed = await Promise.all(["a", "b", "c", "d"].map(claim));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect((await collection.get()).size).toBe(1);
  });

  test("that take the same documents in opposite orders all finish", async () => {
    const [a, b] = [client.collection().doc(), client.collection().doc()];
    await Promise.all([a.set({ n: 0 }), b.set({ n: 0 })]);
    const both = (first: typeof a, second: typeof a) =>
      client.firestore.runTransaction(async (transaction) => {
        const one = await transaction.get(first);
        const two = await transaction.get(second);
        transaction.update(first, { n: one.get("n") + 1 });
        transaction.update(second, { n: two.get("n") + 1 });
      });
    await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 === 0 ? both(a, b) : both(b, a))));
    expect([(await a.get()).get("n"), (await b.get()).get("n")]).toEqual([6, 6]);
  });

  test("block writes of others to the documents that they read until they end", async () => {
    const doc = client.collection().doc();
    await doc.set({ n: 1 });
    const order: string[] = [];
    let outside: Promise<unknown> = Promise.resolve();
    await client.firestore.runTransaction(async (transaction) => {
      const snapshot = await transaction.get(doc);
      outside = doc.update({ n: 100 }).then(() => order.push("outside"));
      await doc.get();
      transaction.update(doc, { n: snapshot.get("n") + 1 });
      order.push("inside");
    });
    await outside;
    expect(order).toEqual(["inside", "outside"]);
    expect((await doc.get()).get("n")).toBe(100);
  });

  test("that transfer amounts keep the total in every read", async () => {
    const accounts = client.collection();
    const names = ["a", "b", "c", "d"];
    await Promise.all(names.map((name) => accounts.doc(name).set({ balance: 25 })));
    const total = (sum: number, doc: { get(field: string): number }) => sum + doc.get("balance");
    const move = (from: string, to: string) =>
      client.firestore.runTransaction(async (transaction) => {
        const [source, target] = await transaction.getAll(accounts.doc(from), accounts.doc(to));
        transaction.update(accounts.doc(from), { balance: source?.get("balance") - 1 });
        transaction.update(accounts.doc(to), { balance: target?.get("balance") + 1 });
      });
    const totals: number[] = [];
    const audit = async () => {
      totals.push((await accounts.get()).docs.reduce(total, 0));
      const inTransaction = await client.firestore.runTransaction((transaction) => transaction.get(accounts));
      totals.push(inTransaction.docs.reduce(total, 0));
    };
    const moves = names.flatMap((from) => names.filter((to) => to !== from).map((to) => move(from, to)));
    await Promise.all([...moves, audit(), audit(), audit()]);
    await audit();
    expect(new Set(totals)).toEqual(new Set([100]));
  });

  test("write nothing and release their locks when their function fails", async () => {
    const doc = client.collection().doc();
    await doc.set({ n: 1 });
    const failing = client.firestore.runTransaction(async (transaction) => {
      await transaction.get(doc);
      transaction.update(doc, { n: 2 });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect((await doc.get()).get("n")).toBe(1);
    await doc.update({ n: 3 });
  });

  test("are not retried after a permanent error", async () => {
    const doc = client.collection().doc();
    let runs = 0;
    const creating = client.firestore.runTransaction(async (transaction) => {
      runs += 1;
      transaction.update(doc, { n: 1 });
    });
    await expect(creating).rejects.toMatchObject({ code: 5 });
    expect(runs).toBe(1);
  });

  test("report the time of each read, which is later than every commit it saw", async () => {
    const doc = client.collection().doc();
    const { writeTime } = await doc.set({ n: 1 });
    const readTime = await client.firestore.runTransaction(async (transaction) => {
      const [found, missing] = await transaction.getAll(doc, client.collection().doc());
      expect(missing?.exists).toBe(false);
      expect(missing?.readTime.isEqual(found?.readTime ?? writeTime)).toBe(true);
      return found?.readTime;
    });
    expect(readTime !== undefined && readTime > writeTime).toBe(true);
  });

  test("read queries and counts", async () => {
    const collection = client.collection();
    await collection.doc("a").set({ n: 1 });
    const seen = await client.firestore.runTransaction(async (transaction) => {
      const query = await transaction.get(collection.where("n", "==", 1));
      const count = await transaction.get(collection.count());
      transaction.set(collection.doc("b"), { n: 1 });
      return [query.size, count.data().count];
    });
    expect(seen).toEqual([1, 1]);
  });
});

describe("a read-only transaction", () => {
  async function changing(collection: CollectionReference): Promise<void> {
    await collection.doc("a").update({ n: 2 });
    await collection.doc("b").delete();
    await collection.doc("c").set({ n: 3 });
  }

  test("reads one snapshot and blocks nobody", async () => {
    const collection = client.collection();
    await Promise.all([collection.doc("a").set({ n: 1 }), collection.doc("b").set({ n: 1 })]);
    const seen = await client.firestore.runTransaction(
      async (transaction) => {
        const before = await transaction.get(collection.doc("a"));
        await changing(collection);
        const after = await transaction.get(collection);
        return [before.get("n"), after.docs.map((doc) => [doc.id, doc.get("n")])];
      },
      { readOnly: true },
    );
    expect(seen).toEqual([
      1,
      [
        ["a", 1],
        ["b", 1],
      ],
    ]);
  });

  test("reads the past at a read time", async () => {
    const collection = client.collection();
    await Promise.all([collection.doc("a").set({ n: 1 }), collection.doc("b").set({ n: 1 })]);
    const { readTime } = await collection.get();
    await changing(collection);
    const then = await client.firestore.runTransaction(
      async (transaction) => (await transaction.get(collection)).docs.map((doc) => [doc.id, doc.get("n")]),
      { readOnly: true, readTime },
    );
    expect(then).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });
});

test("a transaction fails with ABORTED after its maximum number of attempts", async () => {
  const doc = client.collection().doc();
  await doc.set({ n: 0 });
  let attempts = 0;
  const doomed = client.firestore.runTransaction(
    async (transaction) => {
      attempts += 1;
      await transaction.get(doc);
      throw Object.assign(new Error("contention"), { code: ABORTED });
    },
    { maxAttempts: 2 },
  );
  await expect(doomed).rejects.toMatchObject({ code: ABORTED });
  expect(attempts).toBe(2);
});
