// Converts rows to the JSON API's resources. https://cloud.google.com/storage/docs/json_api/v1/objects#resource
import { isRecord } from "./attributes.ts";
import type { Bucket } from "./buckets.ts";
import type { StoredObject } from "./objects.ts";

export interface BucketResource extends Record<string, unknown> {
  readonly name: string;
}

export interface ObjectResource extends Record<string, unknown> {
  readonly name: string;
}

/** `origin` is the scheme and host of the request. */
export function bucketResource(bucket: Bucket, origin: string): BucketResource {
  return {
    kind: "storage#bucket",
    id: bucket.name,
    selfLink: `${origin}/storage/v1/b/${bucket.name}`,
    projectNumber: "0",
    location: "US",
    locationType: "multi-region",
    storageClass: "STANDARD",
    ...bucket.attributes,
    iamConfiguration: iamConfigurationOf(bucket),
    name: bucket.name,
    metageneration: String(bucket.metageneration),
    etag: etagOf({ generation: 0, metageneration: bucket.metageneration }),
    timeCreated: new Date(bucket.created).toISOString(),
    updated: new Date(bucket.updated).toISOString(),
  };
}

/** The default `iamConfiguration` of a bucket. */
function iamConfigurationOf({ attributes: { iamConfiguration } }: Bucket): Record<string, unknown> {
  const own = isRecord(iamConfiguration) ? iamConfiguration : {};
  return {
    publicAccessPrevention: "inherited",
    uniformBucketLevelAccess: { enabled: false },
    ...own,
  };
}

export function objectResource(object: StoredObject, origin: string): ObjectResource {
  const { bucket, name, generation } = object;
  const path = `${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
  return {
    kind: "storage#object",
    id: `${bucket}/${name}/${generation}`,
    selfLink: `${origin}/storage/v1/b/${path}`,
    mediaLink: `${origin}/download/storage/v1/b/${path}?generation=${generation}&alt=media`,
    storageClass: "STANDARD",
    ...object.attributes,
    name,
    bucket,
    generation: String(generation),
    metageneration: String(object.metageneration),
    size: String(object.size),
    crc32c: object.crc32c,
    ...(object.md5 === "" ? {} : { md5Hash: object.md5 }),
    ...(object.components === 0 ? {} : { componentCount: object.components }),
    etag: etagOf(object),
    timeCreated: new Date(object.created).toISOString(),
    updated: new Date(object.updated).toISOString(),
    timeStorageClassUpdated: new Date(object.created).toISOString(),
  };
}

/** The etag in Google's form: a protocol buffer of generation (field 1) and metageneration (field 2), in base64. */
export function etagOf(version: { generation: number; metageneration: number }): string {
  const bytes = [0x08, ...varint(version.generation), 0x10, ...varint(version.metageneration)];
  return Buffer.from(bytes).toString("base64");
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
  return bytes;
}
