// Operations that create objects from objects: rewrite, copy, move and compose.
// https://cloud.google.com/storage/docs/json_api/v1/objects/rewrite, …/move and …/compose
import { buffer } from "node:stream/consumers";
import * as z from "zod";
import { isRecord, objectAttributes, parseJsonRecord } from "./attributes.ts";
import { type Call, readBody, sendJson } from "./call.ts";
import { digestOf } from "./checksums.ts";
import { invalid } from "./errors.ts";
import { namedGeneration, type ObjectPath } from "./object-path.ts";
import { queryPreconditions } from "./preconditions.ts";
import { objectResource } from "./resources.ts";
import { checkObjectName, type UploadStores } from "./uploads.ts";

const MAX_COMPONENTS = 32;
const SourcesSchema = z
  .array(
    z.object({
      name: z.string(),
      generation: z.union([z.string(), z.number()]).optional(),
      objectPreconditions: z.object({ ifGenerationMatch: z.union([z.string(), z.number()]) }).optional(),
    }),
  )
  .min(1)
  .max(MAX_COMPONENTS);

interface Rewrite {
  readonly source: ObjectPath;
  readonly target: ObjectPath;
  readonly verb: "rewriteTo" | "copyTo";
}

/** Copies an object of any size in one request. Attributes in the body replace all of the source's. Without a body these are kept. */
export async function rewriteObject(call: Call, rewrite: Rewrite, stores: UploadStores): Promise<void> {
  const { source, target, verb } = rewrite;
  const { buckets, objects } = stores;
  const asked = objectAttributes(parseJsonRecord((await readBody(call)).toString()));
  buckets.get(source.bucket);
  const generation = namedGeneration(call, "sourceGeneration");
  const wanted = queryPreconditions(call.query, "Source");
  const from = objects.get(source.bucket, source.name, wanted, generation);
  buckets.get(target.bucket);
  const copy = objects.write({
    bucket: target.bucket,
    name: checkObjectName(target.name),
    digest: from,
    components: from.components,
    attributes: Object.keys(asked).length === 0 ? from.attributes : asked,
    preconditions: queryPreconditions(call.query),
  });
  const resource = objectResource(copy, call.origin);
  if (verb === "copyTo") return sendJson(call, resource);
  const size = String(copy.size);
  const progress = { totalBytesRewritten: size, objectSize: size, done: true };
  sendJson(call, { kind: "storage#rewriteResponse", ...progress, resource });
}

/** Renames an object within its bucket atomically. */
export function moveObject(call: Call, { bucket, name }: ObjectPath, to: string, stores: UploadStores): void {
  const { buckets, objects } = stores;
  buckets.get(bucket);
  const object = objects.get(bucket, name, queryPreconditions(call.query, "Source"));
  if (to === name) throw invalid("The source and the destination of a move must differ.");
  const moved = objects.move(object, checkObjectName(to), queryPreconditions(call.query));
  sendJson(call, objectResource(moved, call.origin));
}

/** Concatenates up to 32 objects of the bucket. */
export async function composeObject(call: Call, target: ObjectPath, stores: UploadStores): Promise<void> {
  const { buckets, objects, blobs } = stores;
  const body = parseJsonRecord((await readBody(call)).toString());
  const wanted = SourcesSchema.safeParse(body.sourceObjects);
  if (!wanted.success) throw invalid(`You must name 1 to ${MAX_COMPONENTS} source objects.`);
  buckets.get(target.bucket);
  const sources = wanted.data.map(({ name, generation, objectPreconditions }) => {
    const generationMatch = objectPreconditions && Number(objectPreconditions.ifGenerationMatch);
    const named = generation === undefined ? undefined : Number(generation);
    return objects.get(target.bucket, name, { generationMatch }, named);
  });
  // All streams are opened before the first await, so that no source can be replaced meanwhile.
  const contents = sources.map(({ sha256, size }) => blobs.read(sha256, 0, size));
  const parts = await Promise.all(contents.map((part) => (Buffer.isBuffer(part) ? part : buffer(part))));
  const whole = Buffer.concat(parts);
  const digest = digestOf(whole);
  blobs.put(digest.sha256, whole);
  const composed = objects.write({
    ...target,
    digest,
    components: sources.reduce((count, { components }) => count + Math.max(1, components), 0),
    attributes: objectAttributes(isRecord(body.destination) ? body.destination : {}),
    preconditions: queryPreconditions(call.query),
  });
  sendJson(call, objectResource(composed, call.origin));
}
