// Firestore with its indexes, TTL and rules from the repository's files; and the buckets.
import { readFileSync } from "node:fs";
import * as gcp from "@pulumi/gcp";
import type { Resource } from "@pulumi/pulumi";
import * as z from "zod";
import type { Place } from "./project.ts";

export const DATABASE = "(default)";

const IndexesSchema = z.object({
  indexes: z.array(
    z.object({
      collectionGroup: z.string(),
      queryScope: z.enum(["COLLECTION", "COLLECTION_GROUP"]),
      fields: z.array(z.object({ fieldPath: z.string(), order: z.enum(["ASCENDING", "DESCENDING"]) })),
    }),
  ),
  fieldOverrides: z.array(
    z.object({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().default(false),
      /** Instead of the automatic ones; empty: the field has no index. */
      indexes: z.array(
        z.object({
          queryScope: z.enum(["COLLECTION", "COLLECTION_GROUP"]),
          order: z.enum(["ASCENDING", "DESCENDING"]),
        }),
      ),
    }),
  ),
});

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

export function readIndexes(): z.infer<typeof IndexesSchema> {
  return IndexesSchema.parse(JSON.parse(read("firestore.indexes.json")));
}

export interface Stores {
  documents: gcp.firestore.Database;
  /** Bucket of pictures and books. */
  books: gcp.storage.Bucket;
  /** Bucket of bundles: a folder for each version. */
  bundles: gcp.storage.Bucket;
}

export function createStores(place: Place, firebase: gcp.firebase.Project): Stores {
  return { documents: createDatabase(place, firebase), ...createBuckets(place, firebase) };
}

function createDatabase(place: Place, firebase: gcp.firebase.Project): gcp.firestore.Database {
  const { project, region, isProtected, after } = place;
  const database = new gcp.firestore.Database(
    "documents",
    {
      ...{ project, name: DATABASE, locationId: region, type: "FIRESTORE_NATIVE" },
      pointInTimeRecoveryEnablement: "POINT_IN_TIME_RECOVERY_ENABLED",
      deleteProtectionState: isProtected ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED",
      deletionPolicy: isProtected ? "ABANDON" : "DELETE",
    },
    { ...after, protect: isProtected },
  );
  const inDatabase = { dependsOn: database };
  const of = { project, database: database.name };
  new gcp.firestore.BackupSchedule(
    "documents-daily",
    { ...of, retention: `${14 * 24 * 60 * 60}s`, dailyRecurrence: {} },
    inDatabase,
  );
  const { indexes, fieldOverrides } = readIndexes();
  for (const { collectionGroup: collection, queryScope, fields } of indexes) {
    // With the order, because two indexes of the same fields may differ in it alone.
    const by = fields.map(({ fieldPath, order }) =>
      order === "DESCENDING" ? `${fieldPath}-desc` : fieldPath,
    );
    new gcp.firestore.Index(
      `${collection}-${queryScope.toLowerCase().replace("_", "-")}-${by.join("-")}`,
      { ...of, collection, queryScope, fields },
      inDatabase,
    );
  }
  for (const { collectionGroup: collection, fieldPath: field, ttl, indexes: only } of fieldOverrides) {
    const indexConfig = only.length === 0 ? {} : { indexes: only };
    new gcp.firestore.Field(
      `${collection}-${field}`,
      { ...of, collection, field, indexConfig, ...(ttl && { ttlConfig: {} }) },
      inDatabase,
    );
  }
  publishRules(place, { name: "firestore", file: "firestore.rules", releaseName: "cloud.firestore" }, [
    firebase,
    database,
  ]);
  return database;
}

function createBuckets(place: Place, firebase: gcp.firebase.Project): Omit<Stores, "documents"> {
  const { project, region, isProtected, after, withQuota } = place;
  const closed = {
    ...{ project, location: region, storageClass: "STANDARD" },
    uniformBucketLevelAccess: true,
    publicAccessPrevention: "enforced",
    forceDestroy: false,
  };
  const books = new gcp.storage.Bucket(
    "books",
    {
      ...closed,
      name: `${project}-books`,
      // A longer retention would keep what a user has deleted.
      softDeletePolicy: { retentionDurationSeconds: 7 * 24 * 60 * 60 },
      lifecycleRules: [
        { action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 1 } },
        { action: { type: "SetStorageClass", storageClass: "NEARLINE" }, condition: { age: 90 } },
      ],
    },
    { ...after, protect: isProtected },
  );
  const bundles = new gcp.storage.Bucket(
    "bundles",
    {
      ...closed,
      name: `${project}-bundles`,
      // Versions to roll back to; Cloud Run has its own copy of the running one.
      lifecycleRules: [{ action: { type: "Delete" }, condition: { age: 180 } }],
    },
    after,
  );
  const releaseName = books.name.apply((bucket) => `firebase.storage/${bucket}`);
  const linked = new gcp.firebase.StorageBucket(
    "books",
    { project, bucketId: books.name },
    { dependsOn: firebase, ...withQuota },
  );
  publishRules(place, { name: "storage", file: "storage.rules", releaseName }, [linked]);
  return { books, bundles };
}

interface Rules {
  name: string;
  file: string;
  releaseName: gcp.firebaserules.ReleaseArgs["name"];
}

function publishRules(
  { project, withQuota }: Place,
  { name, file, releaseName }: Rules,
  dependsOn: Resource[],
): void {
  const source = { files: [{ name: file, content: read(file) }] };
  const ruleset = new gcp.firebaserules.Ruleset(name, { project, source }, { dependsOn, ...withQuota });
  const release = { project, name: releaseName, rulesetName: ruleset.name };
  new gcp.firebaserules.Release(name, release, withQuota);
}
