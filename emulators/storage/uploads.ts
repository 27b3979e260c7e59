// The JSON API's three kinds of uploads: media, multipart, and resumable (sessions are in resumable.ts).
// https://cloud.google.com/storage/docs/uploads-downloads
import { objectAttributes, parseJsonRecord } from "./attributes.ts";
import type { BlobStore } from "./blobs.ts";
import type { Buckets } from "./buckets.ts";
import { type Call, header, readBody, sendEmpty, sendJson } from "./call.ts";
import { digestOf } from "./checksums.ts";
import { bodyHashes, checkHashes, headerHashes } from "./declared-hashes.ts";
import { invalid, unimplemented } from "./errors.ts";
import { parseRelated } from "./multipart.ts";
import type { Objects } from "./objects.ts";
import { checkPreconditions, queryPreconditions } from "./preconditions.ts";
import { objectResource } from "./resources.ts";
import type { ResumableUploads } from "./resumable.ts";

export interface UploadStores {
  readonly buckets: Buckets;
  readonly objects: Objects;
  readonly blobs: BlobStore;
  readonly resumable: ResumableUploads;
}

/** Serves `POST|PUT /upload/storage/v1/b/{bucket}/o`. */
export async function upload(call: Call, bucket: string, stores: UploadStores): Promise<void> {
  refuseUncovered(call);
  const type = call.query.get("uploadType");
  if (call.query.has("upload_id")) return stores.resumable.continue(call);
  stores.buckets.get(bucket);
  if (call.method !== "POST") throw invalid("An upload must begin with POST.");
  if (type === "resumable") return begin(call, bucket, stores);
  if (type === "media") {
    const body = await readBody(call);
    return keep(call, stores, { bucket, fields: {}, type: header(call, "content-type"), body });
  }
  if (type !== "multipart") throw invalid(`Invalid value for uploadType: ${type}`);
  const [metadata, media] = parseRelated(header(call, "content-type") ?? "", await readBody(call));
  if (metadata.body.length > MAX_METADATA_PART_BYTES) throw invalid("Metadata part is too large.");
  const fields = parseJsonRecord(metadata.body.toString());
  keep(call, stores, { bucket, fields, type: media.contentType, body: media.body });
}

/** Maximum bytes of metadata in an upload. The service does not document its limit: its client's test expects a refusal of 2.1 million. */
const MAX_METADATA_PART_BYTES = 2 << 20;

type Fields = ReturnType<typeof parseJsonRecord>;

function keep(
  call: Call,
  { objects, blobs }: UploadStores,
  sent: { bucket: string; fields: Fields; type: string | undefined; body: Buffer },
): void {
  const name = nameOf(call, sent.fields);
  const digest = digestOf(sent.body);
  checkHashes(digest, { ...bodyHashes(sent.fields), ...headerHashes(call) });
  const attributes = { contentType: sent.type ?? DEFAULT_TYPE, ...objectAttributes(sent.fields) };
  const preconditions = queryPreconditions(call.query);
  blobs.put(digest.sha256, sent.body);
  const object = objects.write({ bucket: sent.bucket, name, digest, attributes, preconditions });
  sendJson(call, objectResource(object, call.origin));
}

async function begin(call: Call, bucket: string, { objects, resumable }: UploadStores): Promise<void> {
  const fields = parseJsonRecord((await readBody(call)).toString());
  const name = nameOf(call, fields);
  const preconditions = queryPreconditions(call.query);
  checkPreconditions(preconditions, objects.find(bucket, name), "write");
  const id = resumable.begin({
    bucket,
    name,
    attributes: {
      contentType: header(call, "x-upload-content-type") ?? DEFAULT_TYPE,
      ...objectAttributes(fields),
    },
    preconditions,
    hashes: bodyHashes(fields),
  });
  const location = `${call.origin}/upload/storage/v1/b/${bucket}/o?uploadType=resumable&upload_id=${id}`;
  sendEmpty(call, 200, { location, "x-guploader-uploadid": id });
}

const DEFAULT_TYPE = "application/octet-stream";

function nameOf(call: Call, fields: Fields): string {
  const name = call.query.get("name") ?? fields.name;
  if (typeof name !== "string" || name === "") throw invalid("Required parameter: name");
  return checkObjectName(name);
}

/**
 * Returns the name. Throws 400 for more than 1024 bytes of UTF-8, for line ends, and for `.` and `..`:
 * https://cloud.google.com/storage/docs/objects#naming
 */
export function checkObjectName(name: string): string {
  if (Buffer.byteLength(name) > 1024) throw invalid("The specified object name is too long.");
  if (/[\r\n]/.test(name) || name === "." || name === "..") throw invalid(`Invalid object name: ${name}`);
  return name;
}

/**
 * Refuses encryption keys (customer-supplied or Cloud KMS) and public ACLs, which this emulator does not implement. ACLs that grant
 * nothing to the public have no effect here and are accepted.
 */
export function refuseUncovered(call: Call): void {
  for (const name of ["x-goog-encryption-key", "x-goog-copy-source-encryption-key"]) {
    if (header(call, name) !== undefined) throw unimplemented("customer-supplied encryption key");
  }
  for (const name of ["kmsKeyName", "destinationKmsKeyName"]) {
    if (call.query.has(name)) throw unimplemented(name);
  }
  for (const name of ["predefinedAcl", "destinationPredefinedAcl", "predefinedDefaultObjectAcl"]) {
    const acl = call.query.get(name);
    if (acl !== null && /^(public|authenticated)/.test(acl)) throw unimplemented(`${name} ${acl}`);
  }
}
