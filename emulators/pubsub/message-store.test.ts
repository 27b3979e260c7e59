// The store's one promise beyond its methods: all of a change, or nothing of it.
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { sqliteMessageStore } from "./message-store.ts";

const message = (id: number) => ({
  id,
  topic: "projects/p/topics/t",
  data: Buffer.from([0, 255]),
  attributes: { page: "1" },
  orderingKey: "k",
  publishedAt: 1_795_500_000_000,
});

test("a change that fails half-way leaves nothing behind, and the next one goes through", () => {
  const store = sqliteMessageStore(new DatabaseSync(":memory:"));
  const failing = () =>
    store.atomically(() => {
      store.publish([message(1)], ["s"]);
      throw new Error("no");
    });
  expect(failing).toThrow("no");
  expect(store.owed()).toEqual([]);
  store.publish([message(1)], ["s"]);
  expect(() => store.publish([message(2), message(1)], ["s"])).toThrow(/UNIQUE/);
  expect(store.owed().map(({ message: { id } }) => id)).toEqual([1]);
});

test("what is owed comes back as it was published, for each subscription that owes it", () => {
  const db = new DatabaseSync(":memory:");
  const before = sqliteMessageStore(db);
  before.publish([message(1), message(2)], ["one", "two"]);
  before.settle("one", [1, 99]);
  before.failed("two", 1, 3);
  const after = sqliteMessageStore(db);
  expect(after.owed()).toEqual([
    { subscription: "two", message: message(1), failedAttempts: 3 },
    { subscription: "one", message: message(2), failedAttempts: 0 },
    { subscription: "two", message: message(2), failedAttempts: 0 },
  ]);
  expect(after.highestMessageId()).toBe(2);
});
