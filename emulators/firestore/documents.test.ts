// Documents in a database file of an earlier version, whose table had a second index on names.
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { documentStore } from "./documents.ts";

const ROOT = "projects/p/databases/(default)/documents";
const NAMES = [`${ROOT}/books/a`, `${ROOT}/books/a/pages/1`, `${ROOT}/shelves/s/books/b`];

test("the documents of an earlier version are found and can be written", () => {
  const db = new DatabaseSync(":memory:");
  db.exec(`
    CREATE TABLE firestore_documents (
      name TEXT NOT NULL UNIQUE, parent TEXT NOT NULL, collection_id TEXT NOT NULL,
      create_time INTEGER NOT NULL, update_time INTEGER NOT NULL, preview TEXT, fields TEXT NOT NULL
    );
    CREATE INDEX firestore_documents_by_collection ON firestore_documents (collection_id, name);
  `);
  const insert = db.prepare("INSERT INTO firestore_documents VALUES (?, ?, ?, 1, 2, NULL, ?)");
  for (const name of NAMES) {
    const [id = "", collection = "", ...parent] = name.split("/").reverse();
    insert.run(name, parent.reverse().join("/"), collection, JSON.stringify({ id: { stringValue: id } }));
  }
  for (const store of [documentStore(db), documentStore(db)]) {
    expect(store.get(NAMES[1] ?? "")).toMatchObject({
      createTime: 1,
      updateTime: 2,
      fields: { id: { stringValue: "1" } },
    });
    expect(store.namesBelow(ROOT)).toEqual(NAMES);
    const scope = { parent: ROOT, collectionId: "books" };
    const named = (allDescendants: boolean) =>
      [...store.scan({ ...scope, allDescendants }, () => true)].map(({ name }) => name);
    expect(named(false)).toEqual([NAMES[0]]);
    expect(named(true).toSorted()).toEqual([NAMES[0], NAMES[2]]);
  }
  const store = documentStore(db);
  store.apply([{ name: NAMES[0] ?? "", before: null, after: null }], () => {});
  expect(documentStore(db).namesBelow(`${ROOT}/books/a`)).toEqual([NAMES[1]]);
  expect(documentStore(db).get(NAMES[0] ?? "")).toBeNull();
});
