// Atomicity of the store's changes, and what it returns after a restart.
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

test("a change that fails half-way is rolled back, and the next one succeeds", () => {
  const store = sqliteMessageStore(new DatabaseSync(":memory:"));
  const failing = () =>
    store.atomically(() => {
      store.publish([message(1)], ["s"]);
      throw new Error("no");
    });
  expect(failing).toThrow("no");
  expect(store.unacknowledged()).toEqual([]);
  store.publish([message(1)], ["s"]);
  expect(() => store.publish([message(2), message(1)], ["s"])).toThrow(/UNIQUE/);
  expect(store.unacknowledged().map(({ message: { id } }) => id)).toEqual([1]);
});

test("each subscription's unacknowledged messages are returned as they were published", () => {
  const db = new DatabaseSync(":memory:");
  const before = sqliteMessageStore(db);
  before.publish([message(1), message(2)], ["one", "two"]);
  before.settle("one", [1, 99]);
  before.failed("two", 1, 3);
  const after = sqliteMessageStore(db);
  expect(after.unacknowledged()).toEqual([
    { subscription: "two", message: message(1), failedAttempts: 3 },
    { subscription: "one", message: message(2), failedAttempts: 0 },
    { subscription: "two", message: message(2), failedAttempts: 0 },
  ]);
  expect(after.highestMessageId()).toBe(2);
});
