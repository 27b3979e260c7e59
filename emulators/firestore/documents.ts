// The document store in SQLite: one row for each document, with the fields as JSON. A cache holds decoded documents, which are
// never changed in place, so reading a document again does not parse it again.
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { splitDocumentName } from "./paths.ts";
import { decodePreview, encodePreview, type Preview } from "./previews.ts";
import type { Micros } from "./timestamps.ts";
import type { Fields } from "./values.ts";

/** A document at one version. */
export interface StoredDocument {
  readonly name: string;
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
  /** Approximate size in bytes, for the limits of caches. */
  readonly bytes: number;
}

/** One document before and after a commit. Null: it does not exist. */
export interface DocumentChange {
  readonly name: string;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
}

/** The documents that a query reads. Without `collectionId`, those of every collection. */
export interface CollectionScope {
  /** A document's name or `…/documents`. */
  readonly parent: string;
  readonly collectionId: string | null;
  readonly allDescendants: boolean;
}

/** A source of documents: the present state, or the state at a past time. */
export interface DocumentSource {
  get(name: string): StoredDocument | null;
  /** Returns documents in any order. May leave out documents for which `mayMatch` is false. */
  scan(scope: CollectionScope, mayMatch: (preview: Preview) => boolean): Iterable<StoredDocument>;
}

interface DocumentStore extends DocumentSource {
  /** Commits the changes and the writes of `alongside` in one transaction. They are durable on return. */
  apply(changes: readonly DocumentChange[], alongside: () => void): void;
  /** The sorted names of the documents below a parent, at any depth. */
  namesBelow(parent: string): string[];
}

/** The cache's limit, in bytes of JSON. */
const CACHE_BYTES = 16 * 1024 * 1024;

export function inScope(name: string, scope: CollectionScope): boolean {
  if (!name.startsWith(scope.parent) || name[scope.parent.length] !== "/") return false;
  const location = splitDocumentName(name);
  if (scope.collectionId !== null && location.collectionId !== scope.collectionId) return false;
  return scope.allDescendants || location.parent === scope.parent;
}

export function documentStore(db: DatabaseSync): DocumentStore {
  setOlderAside(db);
  db.exec(`
    -- One index: a collection's names lie together in it, and a document's name says its collection.
    CREATE TABLE IF NOT EXISTS firestore_documents (
      collection_id TEXT NOT NULL, name TEXT NOT NULL,
      create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
      -- Before the fields: SQLite reaches what is behind a big value only by way of all its pages.
      preview TEXT, fields TEXT NOT NULL,
      UNIQUE (collection_id, name)
    );
  `);
  takeOver(db);
  const selectOne = db.prepare(
    "SELECT create_time, update_time, fields FROM firestore_documents WHERE collection_id = ? AND name = ?",
  );
  const selectCollection = db.prepare(
    "SELECT name, preview FROM firestore_documents WHERE collection_id = ? AND name > ? AND name < ?",
  );
  const selectBelow = db.prepare(`
    WITH RECURSIVE collections (id) AS (
      SELECT min(collection_id) FROM firestore_documents
      UNION ALL
      SELECT (SELECT min(collection_id) FROM firestore_documents WHERE collection_id > id)
        FROM collections WHERE id IS NOT NULL
    )
    SELECT name, preview FROM collections CROSS JOIN firestore_documents ON collection_id = id
      WHERE name > ? AND name < ? ORDER BY name`);
  const upsert = db.prepare(`
    INSERT INTO firestore_documents (collection_id, name, create_time, update_time, preview, fields)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (collection_id, name) DO UPDATE
    SET create_time = excluded.create_time, update_time = excluded.update_time, fields = excluded.fields,
      preview = excluded.preview`);
  const remove = db.prepare("DELETE FROM firestore_documents WHERE collection_id = ? AND name = ?");
  const [begin, commit, rollback] = [
    db.prepare("BEGIN IMMEDIATE"),
    db.prepare("COMMIT"),
    db.prepare("ROLLBACK"),
  ];
  const cache = documentCache(CACHE_BYTES);

  function get(name: string): StoredDocument | null {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const row = selectOne.get(splitDocumentName(name).collectionId, name);
    if (row === undefined) return null;
    const json = String(row.fields);
    const document: StoredDocument = {
      name,
      fields: JSON.parse(json),
      createTime: Number(row.create_time),
      updateTime: Number(row.update_time),
      bytes: json.length,
    };
    cache.put(document);
    return document;
  }

  function rowsIn(scope: CollectionScope): Record<string, SQLOutputValue>[] {
    const { parent, collectionId } = scope;
    // "0" is the character after "/" in ASCII, so this range has exactly the names below the parent.
    const below = (name: string) => [`${name}/`, `${name}0`] as const;
    const start = collectionId === null || scope.allDescendants ? parent : `${parent}/${collectionId}`;
    const rows =
      collectionId === null
        ? selectBelow.all(...below(start))
        : selectCollection.all(collectionId, ...below(start));
    return scope.allDescendants
      ? rows
      : rows.filter(({ name }) => splitDocumentName(String(name)).parent === parent);
  }

  function write(document: StoredDocument): void {
    const { collectionId } = splitDocumentName(document.name);
    const json = JSON.stringify(document.fields);
    const preview = encodePreview(document.fields, json.length);
    upsert.run(collectionId, document.name, document.createTime, document.updateTime, preview, json);
    cache.put(document);
  }

  return {
    get,
    *scan(scope, mayMatch) {
      for (const row of rowsIn(scope)) {
        const name = String(row.name);
        const preview = row.preview;
        if (typeof preview === "string" && !cache.has(name) && !mayMatch(decodePreview(name, preview)))
          continue;
        const document = get(name);
        if (document !== null) yield document;
      }
    },
    namesBelow: (parent) => selectBelow.all(`${parent}/`, `${parent}0`).map((row) => String(row.name)),
    apply(changes, alongside) {
      begin.run();
      try {
        for (const { name, after } of changes) {
          if (after !== null) write(after);
          else {
            remove.run(splitDocumentName(name).collectionId, name);
            cache.drop(name);
          }
        }
        alongside();
        commit.run();
      } catch (error) {
        rollback.run();
        for (const { name } of changes) cache.drop(name);
        throw error;
      }
    },
  };
}

/** Earlier versions had a second index, on names alone. An existing table keeps it. */
function setOlderAside(db: DatabaseSync): void {
  const older = db.prepare("SELECT 1 FROM pragma_table_info('firestore_documents') WHERE name = 'parent'");
  if (older.get() !== undefined)
    db.exec("ALTER TABLE firestore_documents RENAME TO firestore_documents_before");
}

function takeOver(db: DatabaseSync): void {
  const older = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'firestore_documents_before'");
  if (older.get() === undefined) return;
  db.exec(`
    BEGIN IMMEDIATE;
    INSERT INTO firestore_documents SELECT collection_id, name, create_time, update_time, preview, fields
      FROM firestore_documents_before;
    DROP TABLE firestore_documents_before;
    COMMIT;
  `);
}

interface DocumentCache {
  has(name: string): boolean;
  get(name: string): StoredDocument | undefined;
  put(document: StoredDocument): void;
  drop(name: string): void;
}

/** A least-recently-used cache with a limit in bytes. */
function documentCache(maxBytes: number): DocumentCache {
  const entries = new Map<string, StoredDocument>();
  let total = 0;
  function drop(name: string): void {
    const entry = entries.get(name);
    if (entry === undefined) return;
    total -= entry.bytes;
    entries.delete(name);
  }
  return {
    has: (name) => entries.has(name),
    get(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      entries.delete(name);
      entries.set(name, entry);
      return entry;
    },
    put(document) {
      drop(document.name);
      entries.set(document.name, document);
      total += document.bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
    drop,
  };
}
