// The durable state: topics, subscriptions, and the unacknowledged messages of each subscription. A call returns after its change
// is committed, so an acknowledged publish survives SIGKILL.
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import {
  type StoredMessage,
  type Subscription,
  SubscriptionSchema,
  type Topic,
  TopicSchema,
} from "./resources.ts";

/** A message that a subscription has not acknowledged yet. */
interface UnacknowledgedMessage {
  readonly subscription: string;
  readonly message: StoredMessage;
  /** Deliveries that ended without an acknowledgement. */
  readonly failedAttempts: number;
}

export interface MessageStore {
  topics(): Topic[];
  subscriptions(): Subscription[];
  /** All unacknowledged messages in the order of publishing. */
  unacknowledged(): UnacknowledgedMessage[];
  highestMessageId(): number;
  putTopic(topic: Topic): void;
  /** Deletes a topic. Its subscriptions stay, and the caller updates their topic name. */
  deleteTopic(name: string): void;
  putSubscription(subscription: Subscription): void;
  /** Deletes a subscription and its unacknowledged messages. */
  deleteSubscription(name: string): void;
  publish(messages: readonly StoredMessage[], subscriptions: readonly string[]): void;
  /** Removes messages from the subscription. Unknown ids are ignored. */
  settle(subscription: string, messageIds: readonly number[]): void;
  failed(subscription: string, messageId: number, failedAttempts: number): void;
  /** Runs `change` in one transaction. */
  atomically(change: () => void): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS pubsub_topics (name TEXT PRIMARY KEY, resource TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS pubsub_subscriptions (name TEXT PRIMARY KEY, resource TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS pubsub_messages (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL, data BLOB NOT NULL, attributes TEXT NOT NULL,
    ordering_key TEXT NOT NULL, published_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS pubsub_owed (
    message_id INTEGER NOT NULL, subscription TEXT NOT NULL, failed_attempts INTEGER NOT NULL,
    PRIMARY KEY (message_id, subscription)) WITHOUT ROWID;
`;

const UnacknowledgedRowSchema = z.object({
  id: z.number(),
  topic: z.string(),
  data: z.instanceof(Uint8Array),
  attributes: z.string(),
  ordering_key: z.string(),
  published_at: z.number(),
  subscription: z.string(),
  failed_attempts: z.number(),
});
const AttributesSchema = z.record(z.string(), z.string());
const HighestSchema = z.object({ highest: z.number().nullable() });

const resourceOf = (row: Record<string, SQLOutputValue>): unknown => JSON.parse(String(row.resource));

/** A store in the tables `pubsub_*` of `db`. Throws SQLite's errors. */
export function sqliteMessageStore(db: DatabaseSync): MessageStore {
  db.exec(TABLES);
  const sql = {
    begin: db.prepare("BEGIN IMMEDIATE"),
    commit: db.prepare("COMMIT"),
    rollback: db.prepare("ROLLBACK"),
    putTopic: db.prepare("INSERT OR REPLACE INTO pubsub_topics VALUES (?, ?)"),
    deleteTopic: db.prepare("DELETE FROM pubsub_topics WHERE name = ?"),
    putSubscription: db.prepare("INSERT OR REPLACE INTO pubsub_subscriptions VALUES (?, ?)"),
    deleteSubscription: db.prepare("DELETE FROM pubsub_subscriptions WHERE name = ?"),
    deleteOwedBy: db.prepare("DELETE FROM pubsub_owed WHERE subscription = ?"),
    deleteUnowed: db.prepare(
      "DELETE FROM pubsub_messages WHERE id NOT IN (SELECT message_id FROM pubsub_owed)",
    ),
    insertMessage: db.prepare("INSERT INTO pubsub_messages VALUES (?, ?, ?, ?, ?, ?)"),
    insertOwed: db.prepare("INSERT INTO pubsub_owed VALUES (?, ?, 0)"),
    deleteOwed: db.prepare("DELETE FROM pubsub_owed WHERE message_id = ? AND subscription = ?"),
    deleteMessageIfUnowed: db.prepare(
      "DELETE FROM pubsub_messages WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM pubsub_owed WHERE message_id = ?1)",
    ),
    failed: db.prepare(
      "UPDATE pubsub_owed SET failed_attempts = ? WHERE message_id = ? AND subscription = ?",
    ),
  };
  let isInside = false;

  function atomically(change: () => void): void {
    if (isInside) {
      change();
      return;
    }
    sql.begin.run();
    isInside = true;
    try {
      change();
      sql.commit.run();
    } catch (error) {
      sql.rollback.run();
      throw error;
    } finally {
      isInside = false;
    }
  }

  return {
    topics: () =>
      db
        .prepare("SELECT resource FROM pubsub_topics ORDER BY name")
        .all()
        .map((row) => TopicSchema.parse(resourceOf(row))),
    subscriptions: () =>
      db
        .prepare("SELECT resource FROM pubsub_subscriptions ORDER BY name")
        .all()
        .map((row) => SubscriptionSchema.parse(resourceOf(row))),
    unacknowledged: () =>
      db
        .prepare(
          "SELECT * FROM pubsub_owed JOIN pubsub_messages ON id = message_id ORDER BY id, subscription",
        )
        .all()
        .map((row) => unacknowledgedMessage(UnacknowledgedRowSchema.parse(row))),
    highestMessageId: () =>
      HighestSchema.parse(db.prepare("SELECT max(id) AS highest FROM pubsub_messages").get()).highest ?? 0,
    putTopic: (topic) => void sql.putTopic.run(topic.name, JSON.stringify(topic)),
    deleteTopic: (name) => void sql.deleteTopic.run(name),
    putSubscription: (subscription) =>
      void sql.putSubscription.run(subscription.name, JSON.stringify(subscription)),
    deleteSubscription: (name) =>
      atomically(() => {
        sql.deleteSubscription.run(name);
        sql.deleteOwedBy.run(name);
        sql.deleteUnowed.run();
      }),
    publish: (messages, subscriptions) =>
      atomically(() => {
        for (const message of messages) {
          const attributes = JSON.stringify(message.attributes);
          const { id, topic, data, orderingKey, publishedAt } = message;
          sql.insertMessage.run(id, topic, data, attributes, orderingKey, publishedAt);
          for (const subscription of subscriptions) sql.insertOwed.run(id, subscription);
        }
      }),
    settle: (subscription, messageIds) =>
      atomically(() => {
        for (const id of messageIds) {
          sql.deleteOwed.run(id, subscription);
          sql.deleteMessageIfUnowed.run(id);
        }
      }),
    failed: (subscription, messageId, failedAttempts) =>
      void sql.failed.run(failedAttempts, messageId, subscription),
    atomically,
  };
}

function unacknowledgedMessage(row: z.infer<typeof UnacknowledgedRowSchema>): UnacknowledgedMessage {
  return {
    subscription: row.subscription,
    failedAttempts: row.failed_attempts,
    message: {
      id: row.id,
      topic: row.topic,
      data: Buffer.from(row.data.buffer, row.data.byteOffset, row.data.byteLength),
      attributes: AttributesSchema.parse(JSON.parse(row.attributes)),
      orderingKey: row.ordering_key,
      publishedAt: row.published_at,
    },
  };
}
