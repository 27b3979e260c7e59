// The writable metadata of objects and buckets. Output-only fields are ignored. Fields of features that this emulator lacks are
// refused by name.
import * as z from "zod";
import { invalid, unimplemented } from "./errors.ts";

const text = z.string().optional();
const CustomMetadataSchema = z.record(z.string(), z.string());

/** Maximum bytes of keys and values together: https://cloud.google.com/storage/quotas#objects */
const MAX_CUSTOM_METADATA_BYTES = 8 << 10;

/** https://cloud.google.com/storage/docs/storage-classes#classes, and the legacy ones */
const StorageClassSchema = z
  .enum([
    "STANDARD",
    "NEARLINE",
    "COLDLINE",
    "ARCHIVE",
    "MULTI_REGIONAL",
    "REGIONAL",
    "DURABLE_REDUCED_AVAILABILITY",
  ])
  .optional();

/** The writable metadata of an object. */
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

/** Fields of a bucket with enumerated values: https://cloud.google.com/storage/docs/json_api/v1/buckets#resource */
const BucketWordsSchema = z.object({
  storageClass: StorageClassSchema,
  rpo: z.enum(["DEFAULT", "ASYNC_TURBO"]).optional(),
  iamConfiguration: z
    .object({ publicAccessPrevention: z.enum(["inherited", "enforced"]).optional() })
    .optional(),
});

/** The writable metadata of a bucket, stored unchanged. */
export const BucketAttributesSchema = z.record(z.string(), z.json());
export type BucketAttributes = z.infer<typeof BucketAttributesSchema>;

const RequestSchema = z.record(z.string(), z.json());
type JsonRecord = z.infer<typeof RequestSchema>;

const OBJECT_FIELDS = new Set(Object.keys(ObjectAttributesSchema.shape));
/** Object fields of features that the emulator lacks. */
export const OBJECT_REFUSED = new Set([
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
/** Bucket fields of features that the emulator lacks. */
export const BUCKET_REFUSED = new Set([
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

/** Parses a JSON body. An empty body is `{}`. */
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

/** The attributes of a new object or a full update. */
export function objectAttributes(input: JsonRecord): ObjectAttributes {
  return patchObjectAttributes({}, input);
}

/** The attributes after a patch: null removes a field, and custom metadata is merged by key. */
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
  if (!StorageClassSchema.safeParse(parsed.data.storageClass).success)
    throw invalid("Invalid value for storageClass");
  checkCustomMetadata(parsed.data);
  return parsed.data;
}

/** Throws 400 for custom metadata beyond the service's limit. */
export function checkCustomMetadata({ metadata = {} }: ObjectAttributes): void {
  const bytes = Object.entries(metadata).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  if (bytes <= MAX_CUSTOM_METADATA_BYTES) return;
  throw invalid(`Custom metadata of ${bytes} bytes is larger than ${MAX_CUSTOM_METADATA_BYTES} bytes.`);
}

/**
 * A bucket's attributes after a patch: null removes a field, and objects such as labels are merged by key. Empty objects and lists are
 * then omitted, as in the service. https://cloud.google.com/storage/docs/json_api#patch
 */
export function patchBucketAttributes(current: BucketAttributes, input: JsonRecord): BucketAttributes {
  refuse("bucket", input, BUCKET_REFUSED);
  if (isRecord(input.versioning) && input.versioning.enabled) throw unimplemented("bucket versioning");
  const known = Object.entries(input).filter(([field]) => BUCKET_FIELDS.has(field));
  const next = merged(current, Object.fromEntries(known));
  const parsed = BucketWordsSchema.safeParse(next);
  if (!parsed.success) throw invalid(`Invalid value for ${parsed.error.issues[0]?.path.join(".")}`);
  return next;
}

function merged(current: JsonRecord, patch: JsonRecord): JsonRecord {
  const next = { ...current };
  for (const [field, value] of Object.entries(patch)) {
    const before = next[field];
    const after = isRecord(value) ? merged(isRecord(before) ? before : {}, value) : value;
    const size = Array.isArray(after) ? after.length : isRecord(after) ? Object.keys(after).length : 1;
    if (after === null || size === 0) delete next[field];
    else next[field] = after;
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
