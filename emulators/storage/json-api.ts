// The JSON API's methods for buckets and objects, except uploads.
// https://cloud.google.com/storage/docs/json_api/v1
import {
  objectAttributes,
  parseJsonRecord,
  patchBucketAttributes,
  patchObjectAttributes,
} from "./attributes.ts";
import { type Call, readBody, sendEmpty, sendJson } from "./call.ts";
import { composeObject, moveObject, rewriteObject } from "./copies.ts";
import { sendObject } from "./downloads.ts";
import { invalid, unimplemented } from "./errors.ts";
import { afterToken, listObjects, pageSize, pageToken } from "./listing.ts";
import { namedGeneration, type ObjectPath } from "./object-path.ts";
import { checkPreconditions, queryPreconditions } from "./preconditions.ts";
import { bucketResource, etagOf, objectResource } from "./resources.ts";
import { refuseUncovered, type UploadStores } from "./uploads.ts";

/** Serves `/storage/v1`. `path` is the rest of the path. Throws 501 for uncovered methods. */
export async function jsonApi(call: Call, path: readonly string[], stores: UploadStores): Promise<void> {
  const [root, bucket, kind, name, ...rest] = path;
  refuseUncovered(call);
  if (root !== "b") throw unimplemented(`${call.method} /${path.join("/")}`);
  if (bucket === undefined || bucket === "") return bucketCollection(call, stores);
  if (kind === undefined) return oneBucket(call, bucket, stores);
  if (kind !== "o") throw unimplemented(`${call.method} of a bucket's ${kind}`);
  if (name === undefined) return listAnswer(call, bucket, stores);
  if (rest.length === 0) return oneObject(call, { bucket, name }, stores);
  if (rest[0] === "compose") return composeObject(call, { bucket, name }, stores);
  const [verb, , toBucket, , toName] = rest;
  // The path is `moveTo/o/{name}`. Other methods have `rewriteTo/b/{bucket}/o/{name}`.
  if (verb === "moveTo" && call.method === "POST" && toBucket !== undefined)
    return moveObject(call, { bucket, name }, toBucket, stores);
  if ((verb === "rewriteTo" || verb === "copyTo") && toBucket !== undefined && toName !== undefined) {
    const target = { bucket: toBucket, name: toName };
    return rewriteObject(call, { source: { bucket, name }, target, verb }, stores);
  }
  throw unimplemented(`${call.method} of an object's ${verb}`);
}

async function bodyOf(call: Call): Promise<ReturnType<typeof parseJsonRecord>> {
  return parseJsonRecord((await readBody(call)).toString());
}

async function bucketCollection(call: Call, { buckets }: UploadStores): Promise<void> {
  if (call.query.get("softDeleted") === "true") throw unimplemented("buckets.list with softDeleted");
  const project = call.query.get("project");
  if (project === null || project === "") throw invalid("Required parameter: project");
  if (call.method === "POST") {
    if (call.query.get("enableObjectRetention") === "true") throw unimplemented("enableObjectRetention");
    const body = await bodyOf(call);
    if (typeof body.name !== "string") throw invalid("Required parameter: name");
    const bucket = buckets.create(body.name, project, patchBucketAttributes({}, body));
    return sendJson(call, bucketResource(bucket, call.origin));
  }
  if (call.method !== "GET") throw unimplemented(`${call.method} of buckets`);
  const size = pageSize(call.query);
  const prefix = call.query.get("prefix") ?? "";
  const found = buckets.list({ project, prefix, after: afterToken(call.query), limit: size + 1 });
  const page = found.slice(0, size);
  const last = page.at(-1);
  sendJson(call, {
    kind: "storage#buckets",
    items: page.map((bucket) => bucketResource(bucket, call.origin)),
    ...(found.length > size && last ? { nextPageToken: pageToken(last.name) } : {}),
  });
}

async function oneBucket(call: Call, name: string, { buckets }: UploadStores): Promise<void> {
  if (call.query.get("softDeleted") === "true") throw unimplemented("buckets.get with softDeleted");
  const wanted = queryPreconditions(call.query);
  switch (call.method) {
    case "GET": {
      const bucket = buckets.get(name);
      checkPreconditions(wanted, { generation: 0, metageneration: bucket.metageneration }, "read");
      return sendJson(call, bucketResource(bucket, call.origin));
    }
    case "PATCH":
    case "PUT": {
      const body = await bodyOf(call);
      const isPatch = call.method === "PATCH";
      const bucket = buckets.change(name, wanted, (current) =>
        patchBucketAttributes(isPatch ? current : {}, body),
      );
      return sendJson(call, bucketResource(bucket, call.origin));
    }
    case "DELETE":
      buckets.remove(name, wanted);
      return sendEmpty(call, 204);
    default:
      throw unimplemented(`${call.method} of a bucket`);
  }
}

/**
 * Uncovered listing options. `includeFoldersAsPrefixes` is accepted without effect, because no bucket has folder resources here.
 */
export const REFUSED_LISTS = ["versions", "softDeleted", "filter"];

function listAnswer(call: Call, bucket: string, { buckets, objects }: UploadStores): void {
  if (call.method !== "GET") throw unimplemented(`${call.method} of a bucket's objects`);
  for (const option of REFUSED_LISTS) {
    const value = call.query.get(option);
    if (value !== null && value !== "false") throw unimplemented(`objects.list with ${option}`);
  }
  buckets.get(bucket);
  const { objects: found, prefixes, nextPageToken } = listObjects(objects, bucket, call.query);
  sendJson(call, {
    kind: "storage#objects",
    ...(found.length > 0 ? { items: found.map((object) => objectResource(object, call.origin)) } : {}),
    ...(prefixes.length > 0 ? { prefixes } : {}),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  });
}

async function oneObject(call: Call, { bucket, name }: ObjectPath, stores: UploadStores): Promise<void> {
  const { buckets, objects, blobs } = stores;
  if (call.query.get("softDeleted") === "true") throw unimplemented("objects.get with softDeleted");
  const wanted = queryPreconditions(call.query);
  const body = call.method === "PATCH" || call.method === "PUT" ? await bodyOf(call) : {};
  buckets.get(bucket);
  const current = () => objects.get(bucket, name, {}, namedGeneration(call));
  switch (call.method) {
    case "GET":
    case "HEAD": {
      const object = current();
      checkPreconditions(wanted, object, "read");
      if (call.query.get("alt") === "media") return sendObject(call, blobs, object);
      return sendJson(call, objectResource(object, call.origin), { etag: `"${etagOf(object)}"` });
    }
    case "PATCH":
    case "PUT": {
      const object = current();
      checkPreconditions(wanted, object, "write");
      const attributes =
        call.method === "PATCH" ? patchObjectAttributes(object.attributes, body) : objectAttributes(body);
      return sendJson(call, objectResource(objects.change(object, attributes), call.origin));
    }
    case "DELETE": {
      const object = current();
      checkPreconditions(wanted, object, "write");
      objects.remove(object);
      return sendEmpty(call, 204);
    }
    default:
      throw unimplemented(`${call.method} of an object`);
  }
}
