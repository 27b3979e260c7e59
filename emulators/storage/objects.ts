// Objects in SQLite: one row each, which refers to content by hash. The row is written by one statement after the bytes are stored,
// so an object is either complete or absent.
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { type ObjectAttributes, ObjectAttributesSchema } from "./attributes.ts";
import type { BlobStore } from "./blobs.ts";
import type { Digest } from "./checksums.ts";
import { objectNotFound } from "./errors.ts";
import { checkPreconditions, type Preconditions } from "./preconditions.ts";

const RowSchema = z.object({
  bucket: z.string(),
  name: z.string(),
  generation: z.number(),
  metageneration: z.number(),
  sha256: z.string(),
  size: z.number(),
  crc32c: z.string(),
  /** Empty for a composed object, which has no MD5. */
  md5: z.string(),
  /** The number of source objects of a composed object. 0 for an uploaded one. */
  components: z.number(),
  created: z.number(),
  updated: z.number(),
  attributes: z.string().transform((json) => ObjectAttributesSchema.parse(JSON.parse(json))),
});
export type StoredObject = z.infer<typeof RowSchema>;

/** A new generation of an object. Its bytes must be in the blob store. */
interface ObjectWrite {
  readonly bucket: string;
  readonly name: string;
  readonly digest: Digest;
  readonly components?: number;
  readonly attributes: ObjectAttributes;
  readonly preconditions: Preconditions;
}

export interface Objects {
  find(bucket: string, name: string): StoredObject | undefined;
  /** Throws 404 if the object or the generation does not exist, and 412 or 304 by the preconditions. */
  get(bucket: string, name: string, wanted?: Preconditions, generation?: number): StoredObject;
  /** Writes a generation. Throws 412 by the preconditions before anything changes. */
  write(write: ObjectWrite): StoredObject;
  change(object: StoredObject, attributes: ObjectAttributes): StoredObject;
  /** Renames an object within its bucket atomically and replaces an existing object. Throws like `write`. */
  move(object: StoredObject, name: string, preconditions: Preconditions): StoredObject;
  remove(object: StoredObject): void;
  /** Objects from the name `from` (`after`: exclusive) that start with `prefix`, in the order of UTF-8 bytes. */
  scan(query: { bucket: string; prefix: string; from: string; after: string; limit: number }): StoredObject[];
}

/** A character that sorts after all names with the same prefix. */
export const LAST = "\u{10ffff}";

export function sqliteObjects(db: DatabaseSync, blobs: BlobStore, clock: () => number): Objects {
  db.exec(`CREATE TABLE IF NOT EXISTS storage_objects (
    bucket TEXT NOT NULL, name TEXT NOT NULL, generation INTEGER NOT NULL, metageneration INTEGER NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, crc32c TEXT NOT NULL, md5 TEXT NOT NULL,
    components INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, attributes TEXT NOT NULL,
    PRIMARY KEY (bucket, name)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS storage_objects_by_content ON storage_objects (sha256);`);
  const select = db.prepare("SELECT * FROM storage_objects WHERE bucket = ? AND name = ?");
  const replace = db.prepare(
    "INSERT OR REPLACE INTO storage_objects VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const update = db.prepare(
    `UPDATE storage_objects SET metageneration = metageneration + 1, updated = ?, attributes = ?
     WHERE bucket = ? AND name = ?`,
  );
  const erase = db.prepare("DELETE FROM storage_objects WHERE bucket = ? AND name = ?");
  const uses = db.prepare("SELECT 1 FROM storage_objects WHERE sha256 = ? LIMIT 1");
  const page = db.prepare(
    "SELECT * FROM storage_objects WHERE bucket = ? AND name >= ? AND name > ? AND name < ? ORDER BY name LIMIT ?",
  );
  let lastGeneration = z
    .object({ last: z.number() })
    .parse(db.prepare("SELECT coalesce(max(generation), 0) AS last FROM storage_objects").get()).last;

  function find(bucket: string, name: string): StoredObject | undefined {
    const row = select.get(bucket, name);
    return row && RowSchema.parse(row);
  }
  function get(bucket: string, name: string, wanted: Preconditions = {}, generation?: number): StoredObject {
    const object = find(bucket, name);
    if (!object || (generation !== undefined && generation !== object.generation)) {
      throw objectNotFound(bucket, name);
    }
    checkPreconditions(wanted, object, "read");
    return object;
  }
  function forgetUnused(sha256: string): void {
    if (!uses.get(sha256)) blobs.remove(sha256);
  }

  /** Writes the row of a new generation. Content that is no longer used stays until `forgetUnused`. */
  function put({ bucket, name, digest, components = 0, attributes }: ObjectWrite): StoredObject {
    // Generations are microseconds, as in the service. They increase also if the clock stands still.
    lastGeneration = Math.max(lastGeneration + 1, clock() * 1000);
    const { sha256, size, crc32c } = digest;
    const md5 = components === 0 ? digest.md5 : "";
    const now = clock();
    const hashes = [sha256, size, crc32c, md5, components] as const;
    replace.run(bucket, name, lastGeneration, ...hashes, now, now, JSON.stringify(attributes));
    return {
      ...{ bucket, name, generation: lastGeneration, metageneration: 1, attributes },
      ...{ sha256, size, crc32c, md5, components, created: now, updated: now },
    };
  }

  return {
    find,
    get,
    write(wanted) {
      const { bucket, name, digest, preconditions } = wanted;
      const replaced = find(bucket, name);
      try {
        checkPreconditions(preconditions, replaced, "write");
      } catch (error) {
        forgetUnused(digest.sha256);
        throw error;
      }
      const object = put(wanted);
      if (replaced && replaced.sha256 !== digest.sha256) forgetUnused(replaced.sha256);
      return object;
    },
    move(object, name, preconditions) {
      const { bucket, components, attributes } = object;
      const replaced = find(bucket, name);
      checkPreconditions(preconditions, replaced, "write");
      db.exec("BEGIN IMMEDIATE");
      const moved = put({ bucket, name, digest: object, components, attributes, preconditions });
      erase.run(bucket, object.name);
      db.exec("COMMIT");
      if (replaced) forgetUnused(replaced.sha256);
      return moved;
    },
    change(object, attributes) {
      update.run(clock(), JSON.stringify(attributes), object.bucket, object.name);
      return get(object.bucket, object.name);
    },
    remove(object) {
      erase.run(object.bucket, object.name);
      forgetUnused(object.sha256);
    },
    scan({ bucket, prefix, from, after, limit }) {
      const first = Buffer.compare(Buffer.from(from), Buffer.from(prefix)) > 0 ? from : prefix;
      return page.all(bucket, first, after, prefix + LAST, limit).map((row) => RowSchema.parse(row));
    },
  };
}
