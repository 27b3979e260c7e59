// The documents themselves, in SQLite, one row each with its fields as JSON. Decoded documents are kept in a
// cache and never changed in place, so reads of what is in use cost no parsing.
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
  /** Roughly what it weighs, for those who keep it in memory. */
  readonly bytes: number;
}

/** One document before and after a commit; null where it does not exist. */
export interface DocumentChange {
  readonly name: string;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
}

/** Which documents a query looks at. Without `collectionId`, those of every collection. */
export interface CollectionScope {
  /** A document's name or `…/documents`. */
  readonly parent: string;
  readonly collectionId: string | null;
  readonly allDescendants: boolean;
}

/** Anything that documents can be read from: the present, or a point in the past. */
export interface DocumentSource {
  get(name: string): StoredDocument | null;
  /** In no particular order. May leave out documents that `mayMatch` refuses. */
  scan(scope: CollectionScope, mayMatch: (preview: Preview) => boolean): Iterable<StoredDocument>;
}

interface DocumentStore extends DocumentSource {
  /** Writes all the changes or none, with whatever `alongside` writes; they are durable on return. */
  apply(changes: readonly DocumentChange[], alongside: () => void): void;
  /** Names of the documents below a parent, at any depth, sorted. */
  namesBelow(parent: string): string[];
}

/** Bytes of JSON whose decoded documents stay in memory. */
const CACHE_BYTES = 16 * 1024 * 1024;

export function inScope(name: string, scope: CollectionScope): boolean {
  if (!name.startsWith(scope.parent) || name[scope.parent.length] !== "/") return false;
  const location = splitDocumentName(name);
  if (scope.collectionId !== null && location.collectionId !== scope.collectionId) return false;
  return scope.allDescendants || location.parent === scope.parent;
}

export function documentStore(db: DatabaseSync): DocumentStore {
  db.exec(`
    CREATE TABLE IF NOT EXISTS firestore_documents (
      name TEXT NOT NULL UNIQUE, parent TEXT NOT NULL, collection_id TEXT NOT NULL,
      create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
      -- Before the fields: SQLite reaches what is behind a big value only by way of all its pages.
      preview TEXT, fields TEXT NOT NULL
    );
    -- Longer than all the rest of an event; a collection's names lie together in the other one.
    DROP INDEX IF EXISTS firestore_documents_by_parent;
    CREATE INDEX IF NOT EXISTS firestore_documents_by_collection ON firestore_documents (collection_id, name);
  `);
  const selectOne = db.prepare(
    "SELECT create_time, update_time, fields FROM firestore_documents WHERE name = ?",
  );
  const selectCollection = db.prepare(
    "SELECT name, preview FROM firestore_documents WHERE collection_id = ? AND name > ? AND name < ? AND parent = ?",
  );
  const selectChildren = db.prepare(
    "SELECT name, preview FROM firestore_documents WHERE name > ? AND name < ? AND parent = ?",
  );
  const selectGroup = db.prepare(
    "SELECT name, preview FROM firestore_documents WHERE collection_id = ? AND name > ? AND name < ?",
  );
  const selectBelow = db.prepare(
    "SELECT name, preview FROM firestore_documents WHERE name > ? AND name < ? ORDER BY name",
  );
  const upsert = db.prepare(`
    INSERT INTO firestore_documents (name, parent, collection_id, create_time, update_time, preview, fields)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
    SET create_time = excluded.create_time, update_time = excluded.update_time, fields = excluded.fields,
      preview = excluded.preview`);
  const remove = db.prepare("DELETE FROM firestore_documents WHERE name = ?");
  const [begin, commit, rollback] = [
    db.prepare("BEGIN IMMEDIATE"),
    db.prepare("COMMIT"),
    db.prepare("ROLLBACK"),
  ];
  const cache = documentCache(CACHE_BYTES);

  function get(name: string): StoredDocument | null {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const row = selectOne.get(name);
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
    // "0" is the character after "/": the range holds exactly what lies below.
    const below = (name: string) => [`${name}/`, `${name}0`] as const;
    if (collectionId === null) {
      return scope.allDescendants
        ? selectBelow.all(...below(parent))
        : selectChildren.all(...below(parent), parent);
    }
    return scope.allDescendants
      ? selectGroup.all(collectionId, ...below(parent))
      : selectCollection.all(collectionId, ...below(`${parent}/${collectionId}`), parent);
  }

  function write(document: StoredDocument): void {
    const { parent, collectionId } = splitDocumentName(document.name);
    const json = JSON.stringify(document.fields);
    const preview = encodePreview(document.fields, json.length);
    upsert.run(document.name, parent, collectionId, document.createTime, document.updateTime, preview, json);
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
            remove.run(name);
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

interface DocumentCache {
  has(name: string): boolean;
  get(name: string): StoredDocument | undefined;
  put(document: StoredDocument): void;
  drop(name: string): void;
}

/** Keeps what was used last, up to a number of bytes. */
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
