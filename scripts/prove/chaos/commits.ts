// Captures every commit of audited documents in the suite's database: SQLite triggers copy each write inside its transaction, so neither
// workers nor a kill of the suite can lose one.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";

/** One document after a commit. Documents of one commit have the same time. */
export interface WrittenDocument {
  /** Time of the commit in microseconds since 1970. */
  at: number;
  /** `sessions/…` */
  path: string;
  data: Record<string, unknown>;
}

export interface CommitWatch {
  /** The commits since the last call, in order; documents of one commit are never split. */
  poll(): WrittenDocument[];
  close(): void;
}

/** The fields that the audit reads, for each kind of document. Only these are copied. */
const COPIES: Record<string, string> = {
  steps: "json_remove(NEW.fields, '$.view')",
  private: `json_object('state', json_extract(NEW.fields, '$.state'), 'seq', json_extract(NEW.fields, '$.seq'),
    'results', json_extract(NEW.fields, '$.results'), 'inFlight', json_extract(NEW.fields, '$.inFlight'),
    'dueAt', json_extract(NEW.fields, '$.dueAt'), 'epoch', json_extract(NEW.fields, '$.epoch'),
    'takes', json_extract(NEW.fields, '$.takes'), 'versions', json_extract(NEW.fields, '$.versions'))`,
  sessions: `json_object('seq', json_extract(NEW.fields, '$.seq'), 'status', json_extract(NEW.fields, '$.status'),
    'ownerId', json_extract(NEW.fields, '$.ownerId'))`,
  phases: "json_object('seq', json_extract(NEW.fields, '$.seq'))",
  pages: "json_object('seq', json_extract(NEW.fields, '$.seq'))",
  events: "NEW.fields",
  deadLetters: "NEW.fields",
  ledger: "NEW.fields",
};

const RowSchema = z.object({ id: z.int(), name: z.string(), at: z.int(), fields: z.string() });

/** The suite must have created its tables. */
export function watchCommits(dataDir: string): CommitWatch {
  const db = new DatabaseSync(join(dataDir, "emulators.sqlite"));
  const kinds = Object.entries(COPIES).map(([kind, copy]) => `WHEN '${kind}' THEN ${copy}`);
  const isCopied = `NEW.collection_id IN (${Object.keys(COPIES).map((kind) => `'${kind}'`)})
    AND NEW.name NOT LIKE '%/private/story'`;
  const copy = `INSERT INTO campaign_commits (name, at, fields)
    VALUES (NEW.name, NEW.update_time, CASE NEW.collection_id ${kinds.join(" ")} END)`;
  db.exec(`
    PRAGMA busy_timeout = 10000;
    CREATE TABLE campaign_commits (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL, fields TEXT NOT NULL);
    CREATE TRIGGER campaign_insert AFTER INSERT ON firestore_documents WHEN ${isCopied} BEGIN ${copy}; END;
    CREATE TRIGGER campaign_update AFTER UPDATE ON firestore_documents WHEN ${isCopied} BEGIN ${copy}; END;
  `);
  const select = db.prepare("SELECT id, name, at, fields FROM campaign_commits WHERE id > ? ORDER BY id");
  let last = 0;
  return {
    poll() {
      const rows = z.array(RowSchema).parse(select.all(last));
      last = rows.at(-1)?.id ?? last;
      return rows.map(({ name, at, fields }) => ({
        at,
        path: name.slice(name.indexOf("/documents/") + "/documents/".length),
        data: plainFields(JSON.parse(fields)),
      }));
    },
    close: () => db.close(),
  };
}

/** Converts Firestore's typed JSON to plain values. https://cloud.google.com/firestore/docs/reference/rest/v1/Value */
function plainFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plainValue(value)]));
}

const FieldsSchema = z.record(z.string(), z.unknown());
const MapSchema = z.object({ fields: FieldsSchema.default({}) });
const ArraySchema = z.object({ values: z.array(z.unknown()).default([]) });

function plainValue(value: unknown): unknown {
  // `json_extract` returns null for missing fields.
  if (value === null) return undefined;
  const [kind, inner] = Object.entries(FieldsSchema.parse(value))[0] ?? [];
  switch (kind) {
    case "mapValue":
      return plainFields(MapSchema.parse(inner).fields);
    case "arrayValue":
      return ArraySchema.parse(inner).values.map(plainValue);
    case "integerValue":
    case "doubleValue":
      return Number(inner);
    case "nullValue":
      return null;
    default:
      return inner;
  }
}
