// What a caller may say of an object or a bucket. Fields that only Google writes are ignored, fields that would
// change behaviour this emulator does not have are refused by name.
import * as z from "zod";
import { invalid, unimplemented } from "./errors.ts";

const text = z.string().optional();
const CustomMetadataSchema = z.record(z.string(), z.string());

/** The part of an object's metadata that its owner writes. */
export const ObjectAttributesSchema = z.strictObject({
  contentType: text,
  contentEncoding: text,
  contentLanguage: text,
  contentDisposition: text,
  cacheControl: text,
  storageClass: text,
  customTime: text,
  metadata: CustomMetadataSchema.optional(),
});
export type ObjectAttributes = z.infer<typeof ObjectAttributesSchema>;

/** The part of a bucket's metadata that its owner writes: kept as it came. */
export const BucketAttributesSchema = z.record(z.string(), z.json());
export type BucketAttributes = z.infer<typeof BucketAttributesSchema>;

const RequestSchema = z.record(z.string(), z.json());
type JsonRecord = z.infer<typeof RequestSchema>;

const OBJECT_FIELDS = new Set(Object.keys(ObjectAttributesSchema.shape));
const OBJECT_REFUSED = new Set([
  "acl",
  "contexts",
  "eventBasedHold",
  "kmsKeyName",
  "retention",
  "temporaryHold",
]);
const BUCKET_FIELDS = new Set([
  "cors",
  "iamConfiguration",
  "labels",
  "lifecycle",
  "location",
  "rpo",
  "softDeletePolicy",
  "storageClass",
  "versioning",
  "website",
]);
const BUCKET_REFUSED = new Set([
  "acl",
  "autoclass",
  "billing",
  "customPlacementConfig",
  "defaultEventBasedHold",
  "defaultObjectAcl",
  "encryption",
  "hierarchicalNamespace",
  "ipFilter",
  "logging",
  "objectRetention",
  "retentionPolicy",
]);

/** Parses a JSON body; no body is `{}`. */
export function parseJsonRecord(body: string): JsonRecord {
  if (body.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw invalid("Parse Error");
  }
  const parsed = RequestSchema.safeParse(value);
  if (!parsed.success) throw invalid("The request body must be a JSON object.");
  return parsed.data;
}

/** The attributes that a new object, or an update, asks for. */
export function objectAttributes(input: JsonRecord): ObjectAttributes {
  return patchObjectAttributes({}, input);
}

/** A patch: fields that are null are taken away, custom metadata is merged key by key. */
export function patchObjectAttributes(current: ObjectAttributes, input: JsonRecord): ObjectAttributes {
  refuse("object", input, OBJECT_REFUSED);
  const next: JsonRecord = { ...current };
  for (const [field, value] of Object.entries(input)) {
    if (!OBJECT_FIELDS.has(field)) continue;
    if (field === "metadata" && isRecord(value)) {
      const merged = { ...current.metadata, ...value };
      const kept = Object.entries(merged).filter(([, entry]) => entry !== null);
      next.metadata = Object.fromEntries(kept.map(([key, entry]) => [key, String(entry)]));
    } else if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  const parsed = ObjectAttributesSchema.safeParse(next);
  if (!parsed.success) throw invalid(`Invalid value for ${parsed.error.issues[0]?.path.join(".")}`);
  return parsed.data;
}

/** A bucket's attributes after a patch: fields that are null are taken away, labels are merged key by key. */
export function patchBucketAttributes(current: BucketAttributes, input: JsonRecord): BucketAttributes {
  refuse("bucket", input, BUCKET_REFUSED);
  if (isRecord(input.versioning) && input.versioning.enabled) throw unimplemented("bucket versioning");
  const next: BucketAttributes = { ...current };
  for (const [field, value] of Object.entries(input)) {
    if (!BUCKET_FIELDS.has(field)) continue;
    if (field === "labels" && isRecord(value)) {
      const merged = { ...(isRecord(current.labels) ? current.labels : {}), ...value };
      next.labels = Object.fromEntries(Object.entries(merged).filter(([, label]) => label !== null));
    } else if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next;
}

function refuse(kind: string, input: JsonRecord, refused: ReadonlySet<string>): void {
  for (const [field, value] of Object.entries(input)) {
    const isSet = value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
    if (refused.has(field) && isSet) throw unimplemented(`${kind} ${field}`);
  }
}

export function isRecord(value: z.infer<ReturnType<typeof z.json>> | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
