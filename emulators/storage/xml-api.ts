// The XML API at object addresses, `/{bucket}/{object}`, which browsers and signed URLs use: GET, HEAD, PUT and DELETE of one object,
// only with a signature. https://cloud.google.com/storage/docs/xml-api/overview
import { createHash } from "node:crypto";
import { checkCustomMetadata, type ObjectAttributes } from "./attributes.ts";
import { type Call, header, readBody, sendEmpty } from "./call.ts";
import { digestOf } from "./checksums.ts";
import { allowByBucket } from "./cors.ts";
import { checkHashes, headerHashes } from "./declared-hashes.ts";
import { sendObject } from "./downloads.ts";
import { invalid, StorageError, unimplemented } from "./errors.ts";
import { namedGeneration, type ObjectPath } from "./object-path.ts";
import { postForm } from "./post-policy.ts";
import { headerPreconditions } from "./preconditions.ts";
import { etagOf } from "./resources.ts";
import { checkSignature, isSigned, type Signers } from "./signed-url.ts";
import { checkObjectName, refuseUncovered, type UploadStores } from "./uploads.ts";
import { listInXml } from "./xml-listing.ts";

interface Access {
  readonly signers: Signers;
  readonly nowMs: number;
}

/** Serves an object address. Throws `StorageError`, which is sent as XML. */
export async function xmlApi(call: Call, access: Access, stores: UploadStores): Promise<void> {
  const [bucket = "", ...rest] = call.path;
  const target = { bucket, name: rest.join("/") };
  const known = stores.buckets.find(bucket);
  allowByBucket(call, known?.attributes);
  if (call.method === "OPTIONS") return sendEmpty(call, 200);
  if (call.method === "POST" && target.name === "") return postForm(call, bucket, access, stores);
  if (!isSigned(call)) throw anonymous(target);
  checkSignature(call, access.signers, access.nowMs);
  refuseUncovered(call);
  if (target.name === "" && call.method === "GET") return listInXml(call, bucket, stores);
  if (target.name === "") throw unimplemented(`${call.method} of a bucket over the XML API`);
  stores.buckets.get(bucket);
  for (const part of ["uploads", "uploadId", "acl"]) {
    if (call.query.has(part)) throw unimplemented(`XML API ?${part}`);
  }
  const { objects, blobs } = stores;
  const wanted = headerPreconditions((name) => header(call, name));
  switch (call.method) {
    case "GET":
    case "HEAD": {
      const object = objects.get(bucket, target.name, wanted, namedGeneration(call));
      return sendObject(call, blobs, object, askedHeaders(call));
    }
    case "PUT":
      return put(call, target, stores);
    case "DELETE":
      objects.remove(objects.get(bucket, target.name, wanted));
      return sendEmpty(call, 204);
    default:
      throw unimplemented(`${call.method} of an object over the XML API`);
  }
}

async function put(call: Call, target: ObjectPath, { objects, blobs }: UploadStores): Promise<void> {
  if (header(call, "x-goog-copy-source") !== undefined) throw unimplemented("x-goog-copy-source");
  const body = await readBody(call);
  const signedHash = header(call, "x-goog-content-sha256");
  const isUnsigned = signedHash === undefined || signedHash === "UNSIGNED-PAYLOAD";
  if (!isUnsigned && createHash("sha256").update(body).digest("hex") !== signedHash.toLowerCase()) {
    throw invalid("The body does not have the x-goog-content-sha256 that was signed.");
  }
  const digest = digestOf(body);
  checkHashes(digest, headerHashes(call));
  const attributes = headerAttributes(call);
  checkCustomMetadata(attributes);
  blobs.put(digest.sha256, body);
  const object = objects.write({
    bucket: target.bucket,
    name: checkObjectName(target.name),
    digest,
    attributes,
    preconditions: headerPreconditions((name) => header(call, name)),
  });
  sendEmpty(call, 200, {
    etag: `"${etagOf(object)}"`,
    "x-goog-generation": String(object.generation),
    "x-goog-metageneration": "1",
    "x-goog-hash": `crc32c=${object.crc32c},md5=${object.md5}`,
    "x-goog-stored-content-length": String(object.size),
    "x-goog-stored-content-encoding": object.attributes.contentEncoding ?? "identity",
  });
}

function headerAttributes(call: Call): ObjectAttributes {
  const optional = {
    cacheControl: header(call, "cache-control"),
    contentDisposition: header(call, "content-disposition"),
    contentEncoding: header(call, "content-encoding"),
    contentLanguage: header(call, "content-language"),
    customTime: header(call, "x-goog-custom-time"),
  };
  const metadata = Object.keys(call.req.headers).flatMap((name) =>
    name.startsWith("x-goog-meta-") ? [[name.slice("x-goog-meta-".length), header(call, name) ?? ""]] : [],
  );
  return {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(metadata.length > 0 ? { metadata: Object.fromEntries(metadata) } : {}),
    contentType: header(call, "content-type") ?? "application/octet-stream",
  };
}

/** Response headers that the signer chose by `response-content-type` and `response-content-disposition`. */
function askedHeaders(call: Call): Record<string, string> {
  const asked = ["content-type", "content-disposition", "cache-control"].flatMap((name) => {
    const value = call.query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(asked);
}

function anonymous({ bucket, name }: ObjectPath): StorageError {
  const details = `Anonymous caller does not have storage.objects.get access to ${bucket}/${name}.`;
  return new StorageError({
    status: 403,
    reason: "forbidden",
    code: "AccessDenied",
    message: "Access denied.",
    elements: [["Details", details]],
  });
}
