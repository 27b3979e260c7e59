// Buckets in SQLite: one row each. Lifecycle rules are stored and returned, but not executed.
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { type BucketAttributes, BucketAttributesSchema } from "./attributes.ts";
import { bucketNotFound, invalid, StorageError } from "./errors.ts";
import { checkPreconditions, type Preconditions } from "./preconditions.ts";

const RowSchema = z.object({
  name: z.string(),
  project: z.string(),
  metageneration: z.number(),
  created: z.number(),
  updated: z.number(),
  attributes: z.string().transform((json) => BucketAttributesSchema.parse(JSON.parse(json))),
});
export type Bucket = z.infer<typeof RowSchema>;

/** The emulator's buckets. Names are global, as in the service. */
export interface Buckets {
  /** Throws 409 if the name is taken. */
  create(name: string, project: string, attributes: BucketAttributes): Bucket;
  find(name: string): Bucket | undefined;
  /** Throws 404 if the bucket does not exist. */
  get(name: string): Bucket;
  list(query: { project: string; prefix: string; after: string; limit: number }): Bucket[];
  change(
    name: string,
    wanted: Preconditions,
    change: (current: BucketAttributes) => BucketAttributes,
  ): Bucket;
  /** Throws 409 if the bucket contains objects. */
  remove(name: string, wanted: Preconditions): void;
}

/** 3 to 63 characters, or up to 222 with dots: https://cloud.google.com/storage/docs/buckets#naming */
const BUCKET_NAME = /^[a-z0-9](?:[a-z0-9._-]{1,220})[a-z0-9]$/;

export function sqliteBuckets(db: DatabaseSync, clock: () => number): Buckets {
  db.exec(`CREATE TABLE IF NOT EXISTS storage_buckets (
    name TEXT PRIMARY KEY, project TEXT NOT NULL, metageneration INTEGER NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, attributes TEXT NOT NULL
  ) STRICT`);
  const insert = db.prepare("INSERT INTO storage_buckets VALUES (?, ?, 1, ?, ?, ?)");
  const select = db.prepare("SELECT * FROM storage_buckets WHERE name = ?");
  const page = db.prepare(
    "SELECT * FROM storage_buckets WHERE project = ? AND name > ? AND substr(name, 1, ?) = ? ORDER BY name LIMIT ?",
  );
  const update = db.prepare(
    "UPDATE storage_buckets SET metageneration = metageneration + 1, updated = ?, attributes = ? WHERE name = ?",
  );
  const erase = db.prepare("DELETE FROM storage_buckets WHERE name = ?");

  function find(name: string): Bucket | undefined {
    const row = select.get(name);
    return row && RowSchema.parse(row);
  }
  function get(name: string): Bucket {
    const bucket = find(name);
    if (!bucket) throw bucketNotFound();
    return bucket;
  }
  function check(bucket: Bucket, wanted: Preconditions): void {
    checkPreconditions(wanted, { generation: 0, metageneration: bucket.metageneration }, "write");
  }

  return {
    find,
    get,
    create(name, project, attributes) {
      if (!BUCKET_NAME.test(name)) throw invalid(`Invalid bucket name: '${name}'`);
      if (find(name)) {
        throw new StorageError({
          status: 409,
          reason: "conflict",
          code: "BucketAlreadyOwnedByYou",
          message: "Your previous request to create the named bucket succeeded and you already own it.",
        });
      }
      insert.run(name, project, clock(), clock(), JSON.stringify(attributes));
      return get(name);
    },
    list({ project, prefix, after, limit }) {
      return page.all(project, after, prefix.length, prefix, limit).map((row) => RowSchema.parse(row));
    },
    change(name, wanted, change) {
      const bucket = get(name);
      check(bucket, wanted);
      update.run(clock(), JSON.stringify(change(bucket.attributes)), name);
      return get(name);
    },
    remove(name, wanted) {
      check(get(name), wanted);
      if (db.prepare("SELECT 1 FROM storage_objects WHERE bucket = ? LIMIT 1").get(name)) {
        throw new StorageError({
          status: 409,
          reason: "conflict",
          code: "BucketNotEmpty",
          message: "The bucket you tried to delete is not empty.",
        });
      }
      erase.run(name);
    },
  };
}
